"""A page for everything that papers have in common: terms, venues, authors; and one that lists them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rsfm.locales import Locale
from rsfm.render.collections import AUTHOR, VENUE, Collection, neighbours_of
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.pages.lists import paged
from rsfm.render.renderer import Renderer

_SHOWN = 400
"""So many of one kind are listed; the search finds the rest."""


@page_type(menu=(20, "browse/", "nav_browse"))
def browse(renderer: Renderer) -> Iterator[Page]:
    """Yield the list of all collections."""
    found = renderer.collections
    for locale in Locale:
        title = renderer.messages.say(locale, "nav_browse")
        lead = renderer.messages.say(locale, "browse_lead")
        body = renderer.render(
            "browse.html",
            locale,
            f"{locale}/browse/",
            heading=title,
            lead=lead,
            facets=[(facet, _listed(facet, some)) for facet, some in found.items()],
        )
        yield renderer.page(locale, "browse/", title=title, description=lead, body=body)


@page_type()
def collections(renderer: Renderer) -> Iterator[Page]:
    """Yield the pages of every collection."""
    for locale in Locale:
        say = renderer.messages.say
        for facet, some in renderer.collections.items():
            kind = say(locale, f"facet_{facet}")
            near = neighbours_of(some)
            for each in some:
                count = len(each.papers)
                papers = say(locale, "one_paper" if count == 1 else "papers_count", count=count)
                lead = each.definition.best(locale) or say(locale, f"browse_{facet}" if facet in _OWN else "browse_any")
                title = each.label.best(locale)
                year = each.slug.rpartition("-")[2]
                fed = facet in _FED or (facet == VENUE and each.parent and year == str(each.papers[0].year))
                feed = each.tail if fed else ""
                about = f"{kind} · {papers}{'. ' if locale is Locale.EN else '。'}{lead}"
                yield from paged(
                    renderer, locale, each.tail, title, about, each.papers, feed=feed, near=near[each.slug]
                )


_OWN = (VENUE, AUTHOR)
_FED = ("kind", "modality", "task", "method", "sensor", AUTHOR)
"""Those of which each has a feed; so has every year of a conference."""


def _listed(facet: str, some: Sequence[Collection]) -> Sequence[Collection]:
    """Return those that the overview names: of authors and venues those with most papers first."""
    if facet not in _OWN:
        return some
    top = [each for each in some if not each.parent]
    return sorted(top, key=lambda each: (-len(each.papers), each.slug))[:_SHOWN]
