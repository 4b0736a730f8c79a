"""Which papers have which key, and where: gathered paper by paper, in little memory."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

_BITS = 8
_MASK = 0xFF
_MORE = 0x80


def _empty() -> array[int]:
    return array("I")


class Postings:
    """Papers by key. Papers come in the order of their numbers; of a paper each key comes once."""

    def __init__(self) -> None:
        self._of: defaultdict[str, array[int]] = defaultdict(_empty)

    def add(self, number: int, places: Iterable[tuple[str, int]]) -> None:
        """Note that paper ``number`` has each key in its ``places``."""
        of, high = self._of, number << _BITS
        for key, mask in places:
            of[key].append(high | mask)

    def sorted(self) -> Iterator[tuple[str, bytes]]:
        """Yield every key with its papers, keys in the order in which browsers compare texts."""
        for key in sorted(self._of, key=_code_units):
            yield key, encoded(self._of[key])


def _code_units(key: str) -> bytes:
    return key.encode("utf-16-be", "surrogatepass")


def encoded(papers: Iterable[int]) -> bytes:
    """Return ``papers`` as bytes: the distance from the one before, doubled, plus one where a byte of places follows.

    In long numbers seven bits a byte, lowest first, the eighth set where more follow. No byte of places: only prose.
    """
    out = bytearray()
    before = -1
    for packed in papers:
        number, mask = packed >> _BITS, packed & _MASK
        value = (number - before) << 1 | (mask != 1)
        before = number
        while value >= _MORE:
            out.append(value & 0x7F | _MORE)
            value >>= 7
        out.append(value)
        if mask != 1:
            out.append(mask)
    return bytes(out)
