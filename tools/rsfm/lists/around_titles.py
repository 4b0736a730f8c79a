"""What lists put around a title: venue and year, arrows, brackets that links leave behind, marks of citations."""

from __future__ import annotations

import re
from functools import lru_cache

from rsfm.lists.proof import is_place
from rsfm.model.venues import name_in

_OPEN, _SHUT = r"[\[(【（「]", r"[\])】）」]"
_BEFORE = re.compile(
    rf"\W*?{_OPEN}([^\[\]()【】（）「」]{{2,40}}){_SHUT}[\s:：,，.]*(?=\S)|((?:19|20)\d\d)\s*[.,:：｜|–—-][.,:：｜|\s–—-]*(?=[^\s\d])"
)
_AFTER = re.compile(
    rf"[\s,，.;；]*{_OPEN}([^\[\]()【】（）「」]{{2,40}}){_SHUT}[\s.。,，]*$"
    r"|[,，.;；]\s*([^,，.;；]{2,30}?[\s'’]*(?:(?:19|20)\d\d|['’]\d\d))[\s.。]*$"
)
_YEAR = re.compile(r"(?<!\d)(?:19[89]\d|20\d\d)(?!\d)|['’]\d\d(?!\d)")
_SPAN = re.compile(r"(?:19|20)\d\d\s*(?:[-–—~]|to|and)\s*(?:19|20)\d\d", re.IGNORECASE)
"""The years that a paper is about, not the year when it appeared."""
_EMPTY = re.compile(r"[\[(【（<]\s*[\])】）>]")
_KIND = re.compile(r"\s*\[(?:[JDCMRNPZA]|[A-Z]{1,2}/OL|C//)\]")
"""How Chinese citations say what is cited: a journal, a thesis, a page."""
_LEADING = re.compile(r"^(?:(?!\$[^$]+\$)[^\w\[(【（「《“\"'‘]|_)+|^[^\[\]]{0,40}\d{4}\]\s*")
_TRAILING = re.compile(r"(?:\s|[,，;；:：|｜/·•<>=*~、。]|(?<![.])\.|[-–—]+(?=\s*$)|[\[(【（]\s*$)+$")
_DAY = re.compile(
    r"^(?:(?:19|20)\d\d[-./年]\d{1,2}(?:[-./月]\d{1,2}日?)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-. ]+\d{1,2}"
    r"(?:[-., ]+\d{2,4})?)\s*[:：|]\s*",
    re.IGNORECASE,
)
_PAIRS = dict(zip("])】）」", "[(【（「", strict=True))


def split_title(text: str) -> tuple[str, str]:
    """Return the title in ``text``, and what stood before or after it of venue and year."""
    claims: list[str] = []
    text = _TRAILING.sub("", text)
    while found := _BEFORE.match(text) or _AFTER.search(text):
        inner = next(filter(None, found.groups()))
        rest = (text[: found.start()] + text[found.end() :]).strip()
        if not rest or _SPAN.search(inner) or not (_claims(inner) or is_place(inner)):
            break
        claims += [inner] if _claims(inner) else []
        text = rest
    return cleaned(text), " ".join(claims)


@lru_cache(8192)
def cleaned(text: str) -> str:
    """Return a title without what is no part of it: arrows, days, empty and unmatched brackets, a final full stop."""
    before = None
    while text != before:
        before = text
        text = _LEADING.sub("", _KIND.sub("", _EMPTY.sub(" ", text)))
        text = _DAY.sub("", _TRAILING.sub("", text)).strip()
        if text[-1:] in _PAIRS and text.count(text[-1]) > text.count(_PAIRS[text[-1]]):
            text = text[:-1]
        if text[:1] in "“\"‘'" and text[-1:] in "”\"’'" and len(text) > 1:
            text = text[1:-1]
    return " ".join(text.split())


def _claims(text: str) -> bool:
    return bool(_YEAR.search(text)) or name_in(text) is not None or "arxiv" in text.casefold()
