"""What lists put around a title: venue and year, arrows, empty brackets, marks of citations, words that tell of the paper."""

from __future__ import annotations

import re
from functools import lru_cache

from rsfm.lists.items import is_title
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
_YEAR_OF_NAME = re.compile(r"^(\*{0,2}[A-Za-z][\w.+-]*\*{0,2})\s*[(（](?:19|20)\d\d[)）]\s*(?=[:：])")
"""The year of what is called so, between its name and the colon."""
_TWICE = re.compile(r"^([A-Za-z][\w.+-]{0,40}?)\s*[:：.,–—-]\s+(?=\1\s*[:：])")
"""A name before the title that begins with it: ``FoxNet: FoxNet: A Model``."""
_PAIRS = dict(zip("])】）」", "[(【（「", strict=True))
_THINGS = r"(?:code|codes|implementation|repo(?:sitory)?|source|data ?sets?|data|models?|weights|notebooks?)"
_OF_THE_PAPER = re.compile(
    rf"^\W*(?:[\w-]+ ){{0,4}}{_THINGS}\b[^:.]{{0,60}}?\b(?:paper|article|publication)s?\b\W{{0,3}}(?=\w)", re.IGNORECASE
)
"""Before the title: *Official code of our TGRS paper:*."""
_LEADS_ON = re.compile(
    r"[,.;]\s*(?:with|and|see|see also|read|using|from the|in the|as in|code|via)\s*$", re.IGNORECASE
)
"""After the title, before the next link: *…, with*."""
_DESCRIBED = re.compile(
    rf"\W*(?:[a-z]+\s|\d[\d,.]*k? (?!\w+:)[a-z]|(?i:(?:the |an? )*(?:py ?torch|tensorflow|keras|official|unofficial)\b[^:]*\b{_THINGS}\b)"
    r"|(?i:our|we|this (?:article|paper|repo|is)|note|read|see|check|please|thanks?)\b|.*\be\.g\."
    r"|\d+(?:st|nd|rd|th) place\b|[\w.+-]+(?: [\w.+-]+)? (?:is|are) (?:an?|the)\s)"
)
"""How a sentence of the list begins: small letters, an amount, what was programmed, people who speak of themselves, a
place in a contest, what something is.
"""
_TOLD = re.compile(r"\W*[A-Za-z][\w.+ -]{0,40}(?:[(（][^()（）]*[)）])?\W*[:：][^。]*[\u4e00-\u9fff][^。]*。\s*")
"""A name, and a Chinese sentence that ends with a full stop, as no title does."""
_GOES_ON = re.compile(r".*\b(?:the|an?|of|from|with|in|for|by|and|to|on|our|its)\W*$", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]\W*")


def split_title(text: str) -> tuple[str, str]:
    """Return the title in ``text``, and what stood before or after it of venue and year."""
    claims: list[str] = []
    text = _YEAR_OF_NAME.sub(r"\1", _TRAILING.sub("", text))
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
        text = _TWICE.sub("", _DAY.sub("", _TRAILING.sub("", text)).strip())
        if text[-1:] in _PAIRS and text.count(text[-1]) > text.count(_PAIRS[text[-1]]):
            text = text[:-1]
        if text[:1] in "“\"‘'《" and text[-1:] in "”\"’'》" and len(text) > 1:
            text = text[1:-1]
    return " ".join(text.split())


def _claims(text: str) -> bool:
    return bool(_YEAR.search(text)) or name_in(text) is not None or "arxiv" in text.casefold()


def title_in_description(text: str) -> str:
    """Return ``text`` without the words around the title that are the list's own; all of it where no title would be left."""
    rest = _LEADS_ON.sub("", _OF_THE_PAPER.sub("", text))
    return rest if is_title(rest) else text


def goes_on(text: str) -> bool:
    """Say whether ``text`` breaks off amid a sentence, which goes on in the link behind it."""
    return _GOES_ON.match(text) is not None


def is_description(text: str) -> bool:
    """Say whether ``text`` tells of a thing instead of naming it."""
    return bool(_DESCRIBED.match(text) or _BRACKETED.fullmatch(text) or _TOLD.fullmatch(text))
