"""Text that fits: cut to one line, broken into several, or as many things of a list as there is room for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rsfm.render.previews.ink import Face

_PIECE = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][，。、；：！？）》]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+|\s+"
)
"""What is not broken: a word, or one Chinese character with the marks that may not begin a line."""
_MORE = "..."
"""Three marks, for the font sets an ellipsis in the middle of the line as Chinese has it."""


def shortened(text: str, face: Face, room: int) -> str:
    """Return ``text`` as far as there is room, with an ellipsis where some is left out."""
    text = face.readable(text)
    if face.width(text) <= room:
        return text
    room -= face.width(_MORE)
    taken = 0
    for place, char in enumerate(text):
        taken += face.width(char)
        if taken > room:
            return text[:place].rstrip(" ,;:·-–") + _MORE
    return text


def broken(text: str, face: Face, room: int, lines: int) -> Iterator[str]:
    """Yield ``text`` in at most so many lines; the last is shortened."""
    pieces = _PIECE.findall(face.readable(text))
    while pieces and lines > 1:
        line = ""
        while pieces and face.width((line + pieces[0]).rstrip()) <= room:
            line += pieces.pop(0)
        if not line:
            break  # a word that is longer than a line
        yield line.strip()
        lines -= 1
    if rest := "".join(pieces).strip():
        yield shortened(rest, face, room)


def listed(things: Sequence[str], comma: str, face: Face, room: int) -> str:
    """Return the first of ``things`` that there is room for, and how many more there are."""
    for count in range(len(things), 0, -1):
        left = len(things) - count
        text = face.readable(comma.join(things[:count])) + (f" +{left}" if left else "")
        if face.width(text) <= room:
            return text
    more = f" +{len(things) - 1}" if len(things) > 1 else ""
    return shortened(things[0], face, room - face.width(more)) + more


def shared(wanted: Sequence[int], room: int) -> list[int]:
    """Return how wide columns are that want so much: the narrow ones get it, and the others share the rest."""
    widths = [0] * len(wanted)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    for place, number in enumerate(order):
        widths[number] = min(wanted[number], room // (len(order) - place))
        room -= widths[number]
    return widths
