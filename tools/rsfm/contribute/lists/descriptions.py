"""Text beside a link that tells of the paper in words of the list: the title inside it, or none at all."""

from __future__ import annotations

import re

from rsfm.contribute.lists.items import is_title

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
_GOES_ON = re.compile(r".*\b(?:the|an?|of|from|with|in|for|by|and|to|on|our|its)\W*$", re.IGNORECASE)
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]\W*")


def title_in_description(text: str) -> str:
    """Return ``text`` without the words around the title that are the list's own; all of it where no title would be left."""
    rest = _LEADS_ON.sub("", _OF_THE_PAPER.sub("", text))
    return rest if is_title(rest) else text


def goes_on(text: str) -> bool:
    """Say whether ``text`` breaks off amid a sentence, which goes on in the link behind it."""
    return _GOES_ON.match(text) is not None


def is_description(text: str) -> bool:
    """Say whether ``text`` tells of a thing instead of naming it."""
    return _DESCRIBED.match(text) is not None or _BRACKETED.fullmatch(text) is not None
