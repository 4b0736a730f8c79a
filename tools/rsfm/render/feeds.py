"""How a page tells feed readers where its feeds are."""

from __future__ import annotations

from rsfm.locales import Locale
from rsfm.render.renderer import Renderer
from rsfm.render.templates import Html


def feed_links(renderer: Renderer, locale: Locale, address: str, *, place: str = "", title: str = "") -> Html:
    """Return the links of a page's head to the feeds at ``place`` below the folder of the locale.

    Wherever such a list is shown, the feed of the whole site is named, too.
    """
    return renderer.render("feed_links.html", locale, address, place=place, title=title)
