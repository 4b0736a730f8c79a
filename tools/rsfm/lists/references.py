"""Links whose addresses stand elsewhere in the document: ``[title][ref]`` and the line ``[ref]: https://…``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_DEFINITION = re.compile(
    r" {0,3}\[([^\[\]^][^\[\]]*)\]:\s*<?(https?://[^\s<>()]{1,500})>?(?:\s+[\"'(].*)?\s*$", re.IGNORECASE
)
_USE = re.compile(r"(\[(?:[^\[\]]|\[[^\[\]]*\])*\])\[([^\[\]]*)\]")
_SHORT_USE = re.compile(r"(?<![\]!])(\[([^\[\]]+)\])(?![\[(:])")


def references(lines: Iterable[str]) -> dict[str, str]:
    """Return the addresses that lines of their own give, by folded label; of two for one label, the first."""
    found: dict[str, str] = {}
    for line in lines:
        if match := _DEFINITION.match(line):
            found.setdefault(_folded(match[1]), match[2])
    return found


def resolved(line: str, known: Mapping[str, str]) -> str:
    """Return ``line`` with its references as ordinary links; a line that only defines one is empty."""
    if not known or "[" not in line:
        return line
    if _DEFINITION.match(line):
        return ""

    def link(match: re.Match[str]) -> str:
        url = known.get(_folded(match[2] or match[1][1:-1]))
        return f"{match[1]}({url})" if url else match[0]

    return _SHORT_USE.sub(link, _USE.sub(link, line))


def _folded(label: str) -> str:
    return " ".join(label.casefold().split())
