"""Comments of a list, in HTML and by the trick of Markdown: what its author took out is read by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from rsfm.lists.inline import Line

_WHOLE = re.compile(r"<!--.*?-->")
_BY_REFERENCE = re.compile(r"\s{0,3}\[(?://|#|comment)\]:\s*(?:#|<>)", re.IGNORECASE)
"""A definition that nothing refers to: ``[//]: # (old text)``."""
_OPEN, _SHUT = "<!--", "-->"


def without_comments(lines: Iterable[Line]) -> list[Line]:
    """Return ``lines`` with the same numbers, empty where a comment was; one that is never closed ends nothing."""
    given = [replace(here, text=_WHOLE.sub("", here.text)) for here in lines]
    closed_below = [False] * (len(given) + 1)
    for place in range(len(given) - 1, -1, -1):
        closed_below[place] = _SHUT in given[place].text or closed_below[place + 1]
    found: list[Line] = []
    inside = False
    for place, here in enumerate(given):
        text = here.text
        if inside:
            _, shut, text = text.partition(_SHUT)
            inside = not shut
        if not inside and _OPEN in text and closed_below[place + 1]:
            text, inside = text.partition(_OPEN)[0], True
        found.append(replace(here, text="" if _BY_REFERENCE.match(text) else text))
    return found
