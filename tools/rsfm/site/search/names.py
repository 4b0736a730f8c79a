"""The ways in which a name is written: of a model, whole, its camel-case parts and its endings; of a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.site.search.text import IS_CJK, fold, runs

_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|\d+")
_WORD = re.compile(r"[A-Za-z0-9]+")
_HUMP = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Za-z]\d")
_SHORTEST = 2
_MOST_INITIALS = 4
_MOST_PARTS = 4


def exact(name: str) -> str:
    """Return ``name`` as it is compared as a whole: SkySense-O, SkySense O and skysenseo are one, DOFA+ is not DOFA."""
    return "".join(runs(fold(name.replace("+", "plus"))))


def camel_parts(text: str) -> set[str]:
    """Return the parts of the words of ``text`` that capitals or digits cut, and neighbours of them.

    Sat and MAE of SatMAE; Sky, Sense, GPT, SkySense and SenseGPT of SkySenseGPT.
    """
    found: set[str] = set()
    for word in _WORD.findall(text):
        if _HUMP.search(word):
            parts = [part.lower() for part in _CAMEL.findall(word)]
            for length in range(1, min(len(parts), _MOST_PARTS)):
                found.update("".join(parts[at : at + length]) for at in range(len(parts) - length + 1))
    return {part for part in found if len(part) >= _SHORTEST}


def endings(name: str) -> Iterator[tuple[str, bool]]:
    """Yield every ending of every Latin word of ``name``, and whether it is the word itself."""
    for run in runs(fold(name)):
        if not IS_CJK.match(run):
            yield from ((run[at:], at == 0) for at in range(max(1, len(run) - _SHORTEST + 1)))


def person(name: str) -> set[str]:
    """Return the ways in which a person of that ``name`` is asked for, each written as one word.

    In either order, without middle names, and with initials: Xiao Xiang Zhu, Zhu Xiaoxiang, X. X. Zhu, Xiao Zhu.
    """
    if "," in name:
        family, _, given_names = name.partition(",")
        name = f"{given_names} {family}"
    words = [word.lower() for word in runs(fold(name))]
    if len(words) == 1 or any(IS_CJK.match(word) for word in words):
        return {"".join(words)}
    *given, family = words
    ways = {"".join(given), given[0]}
    if len(given) <= _MOST_INITIALS:
        ways |= {"".join(word[0] for word in given), given[0][0]}
        ways.add(given[0] + "".join(word[0] for word in given[1:]))
    return {way + family for way in ways} | {family + way for way in ways}
