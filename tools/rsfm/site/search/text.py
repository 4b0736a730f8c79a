"""How text is cut into what is indexed; ``search_text.js`` cuts queries by the same rules."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from rsfm.site.search.traditional import simplified

_CJK = "\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af\U00020000-\U0003ffff"
RUN = re.compile(f"[{_CJK}]+|[^\\W_{_CJK}]+")
"""A run of CJK characters, or of other letters and digits."""
IS_CJK = re.compile(f"[{_CJK}]")
_TEX = re.compile(r"""\\(?:["'`^~=.]|[uvHcdbkrt](?=[\s{]))\s*\{?\\?([A-Za-z])\}?""")
_BRACES = re.compile(r"[{}]|\\(?=[A-Za-z])")
_SPECIAL = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i"})
_JOINERS = r"\-\u2010\u2011\u2012\u2013\u2014\u2212/_.·'’+"
_WORD = f"[^\\W_{_CJK}]+"
_HYPHENATED = re.compile(rf"({_WORD})(?:[{_JOINERS}]|\s+(?=\d))(?=({_WORD}))")
_NEIGHBOURS = re.compile(rf"({_WORD})(?:[{_JOINERS}]|\s+)(?=({_WORD}))")
_SHORTEST_PLURAL = 4


class _WithoutMarks(dict[int, int | None]):
    """A table for ``str.translate`` that drops combining marks; it learns each character when it meets it."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.category(chr(code)) == "Mn" else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def fold(text: str) -> str:
    """Return ``text`` as it is compared: one script, no accents (of TeX either), no compatibility forms, no capitals."""
    if "\\" in text:
        text = _BRACES.sub("", _TEX.sub(r"\1", text))
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text).translate(_WITHOUT_MARKS).lower().translate(_SPECIAL)
    return simplified(text)


def runs(folded: str) -> list[str]:
    """Return the runs of ``folded`` text, CJK and other, in order."""
    return RUN.findall(folded)


def stem(word: str) -> str:
    """Return ``word`` without the ending of a plain plural."""
    if len(word) < _SHORTEST_PLURAL or word[-1] != "s" or word[-2] in "sui" or not word.isascii():
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1]


def pairs(run: str) -> set[str]:
    """Return the overlapping pairs of a CJK run, and its last character, by which it can be found alone."""
    return {*map("".join, pairwise(run)), run[-1]}


def joined(folded: str, *, spaces: bool) -> set[str]:
    """Return neighbouring words of ``folded`` written as one: all where ``spaces`` join, else those that a hyphen joins.

    A number after a space belongs to the word before it as well: Sentinel 2 is Sentinel-2.
    """
    pattern = _NEIGHBOURS if spaces else _HYPHENATED
    return {match[1] + stem(match[2]) for match in pattern.finditer(folded)}
