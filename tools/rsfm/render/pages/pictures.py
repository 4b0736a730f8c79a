"""The page of pictures: what the catalog looks like as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.locales import Locale
from rsfm.render.fragments import family_numbers
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.pictures import amounts, lineages, links_of, matrix, openness, papers_by_year, sizes, timeline
from rsfm.render.renderer import Renderer


@page_type()
def pictures(renderer: Renderer) -> Iterator[Page]:
    """Yield the page with all pictures."""
    catalog = renderer.catalog
    drawn = {
        "years": papers_by_year(catalog),
        "matrix": matrix(catalog),
        "timeline": timeline(catalog),
        "lineages": lineages(catalog),
        "links": links_of(catalog),
        "open": [openness(catalog, what) for what in ("weights", "code")],
    }
    for locale in Locale:
        title = renderer.messages.say(locale, "pictures")
        lead = renderer.messages.say(locale, "pictures_lead", count=len(catalog.papers))
        body = renderer.render(
            "pictures.html",
            locale,
            f"{locale}/pictures/",
            heading=title,
            lead=lead,
            sizes=sizes(catalog, locale),
            amounts=amounts(catalog, locale),
            names=family_numbers(renderer),
            **drawn,
        )
        yield renderer.page(locale, "pictures/", title=title, description=lead, body=body)
