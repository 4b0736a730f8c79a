"""The two pages in no language: the root of the site, and what answers for a missing address."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.policy import with_policy
from rsfm.render.renderer import Renderer


@page_type()
def root(renderer: Renderer) -> Iterator[Page]:
    """Yield the root of the site: a choice of language."""
    html = with_policy(str(renderer.bare("door.html")), strict=renderer.strict)
    yield Page(address="", make=lambda: html)


@page_type()
def lost(renderer: Renderer) -> Iterator[Page]:
    """Yield the page for a missing address, which must work at any depth."""
    html = with_policy(str(renderer.bare("404.html")), strict=renderer.strict)
    yield Page(address="404.html", make=lambda: html, listed=False)
