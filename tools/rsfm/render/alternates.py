"""How a page tells programs where else it is: its Markdown twin, and the feeds of what it lists."""

from __future__ import annotations

from rsfm.locales import Locale
from rsfm.render.renderer import Renderer
from rsfm.render.templates import Html


def alternates(renderer: Renderer, locale: Locale, address: str, *, place: str = "", title: str = "") -> Html:
    """Return the links of a page's head to its twin and to the feeds at ``place`` below the folder of the locale.

    The feeds of the whole site are always named.
    """
    return renderer.render("alternates.html", locale, address, place=place, title=title)
