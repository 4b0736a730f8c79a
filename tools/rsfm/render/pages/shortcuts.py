"""The keys by which the site can be used: a page of its own, which scripts show over any other."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.locales import Locale
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer

KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("/",), "shortcut_search"),
    (("?",), "shortcut_help"),
    (("j", "k"), "shortcut_walk"),
    (("s",), "shortcut_star"),
    (("y",), "shortcut_cite"),
    (("[", "]"), "shortcut_neighbours"),
    (("l",), "shortcut_locale"),
    (("d",), "shortcut_scheme"),
    (("g h",), "home"),
    (("g p",), "nav_papers"),
    (("g b",), "nav_browse"),
    (("g c",), "nav_compare"),
    (("g f",), "nav_favourites"),
    (("g n",), "nav_news"),
    (("g s",), "start_here"),
    (("g i",), "pictures"),
)
"""Keys and the word for what they do; ``shortcuts.js`` listens to them."""


@page_type()
def shortcuts(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of keyboard shortcuts."""
    for locale in Locale:
        title = renderer.messages.say(locale, "shortcuts")
        lead = renderer.messages.say(locale, "shortcuts_lead")
        body = renderer.render("shortcuts.html", locale, f"{locale}/shortcuts/", heading=title, lead=lead, keys=KEYS)
        yield renderer.page(locale, "shortcuts/", title=title, description=lead, body=body)
