"""The shell of a page, made once for all pages of one depth: HTML with places, into which each page puts its own."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import escape

from rsfm.render.templates import Html

PLACES = ("title", "page_title", "description", "tail", "kind", "preview", "head", "body")
"""What differs from page to page."""

_PLACE = re.compile("\0([a-z_]+)\0")
"""No text can hold it: a template never does, and an entry with it is refused."""


class Shell:
    """A finished page, cut where it differs from the others."""

    def __init__(self, html: str) -> None:
        """Raises ValueError where one of the PLACES is not there."""
        self._pieces = _PLACE.split(html)
        if lacking := set(PLACES) - set(self._pieces[1::2]):
            raise ValueError(f"the shell has no place for: {', '.join(sorted(lacking))}")

    @staticmethod
    def places() -> dict[str, Html]:
        """Return what the template of the shell is filled with: each place by its name."""
        return {name: Html(f"\0{name}\0") for name in PLACES}

    def around(self, values: Mapping[str, str]) -> str:
        """Return the page with ``values`` in its places; what is not marked as HTML is escaped."""
        pieces = list(self._pieces)
        pieces[1::2] = [str(escape(values[name])) for name in pieces[1::2]]
        return "".join(pieces)
