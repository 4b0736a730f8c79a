"""The page on which readers put papers side by side."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.locales import Locale
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer


@page_type(menu=(30, "compare/", "nav_compare"))
def compare(renderer: Renderer) -> Iterator[Page]:
    """Yield the page, which scripts fill from the pages of the papers that its address names."""
    for locale in Locale:
        title = renderer.messages.say(locale, "nav_compare")
        lead = renderer.messages.say(locale, "compare_lead")
        body = renderer.render("compare.html", locale, f"{locale}/compare/", heading=title, lead=lead)
        yield renderer.page(locale, "compare/", title=title, description=lead, body=body)
