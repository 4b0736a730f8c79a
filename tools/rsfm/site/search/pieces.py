"""The sorted dictionary of keys, cut into pieces that a browser loads one by one."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

LIMIT = 24_000
"""About how many bytes a piece has before it is compressed."""
_MORE = 0x80


def pieces(keys: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Yield the first key and the compressed bytes of each piece.

    A piece is the length of its keys in four bytes, the keys one a line, and for each the length of its papers in
    numbers of seven bits; then the papers.
    """
    names: list[str] = []
    papers: list[bytes] = []
    size = 0
    for key, each in keys:
        if names and size + len(key) + len(each) > LIMIT:
            yield names[0], _piece(names, papers)
            names, papers, size = [], [], 0
        names.append(key)
        papers.append(each)
        size += len(key) + len(each) + 2
    if names:
        yield names[0], _piece(names, papers)


def _piece(names: list[str], papers: list[bytes]) -> bytes:
    text = "\n".join(names).encode("utf-8", "surrogatepass")
    lengths = b"".join(map(_number, map(len, papers)))
    return compressed(len(text).to_bytes(4, "little") + text + lengths + b"".join(papers))


def _number(value: int) -> bytes:
    out = bytearray()
    while value >= _MORE:
        out.append(value & 0x7F | _MORE)
        value >>= 7
    out.append(value)
    return bytes(out)


def compressed(data: bytes) -> bytes:
    """Return ``data`` as a browser's ``DecompressionStream("deflate")`` reads it: servers need not compress it again."""
    return zlib.compress(data, 6)


def compact(value: Any) -> bytes:
    """Return ``value`` as JSON, compressed; the same in every run."""
    return compressed(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
