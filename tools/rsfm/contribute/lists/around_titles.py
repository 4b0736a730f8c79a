"""What lists put around a title: venue and year in brackets before or after it, and marks of where a link leads."""

from __future__ import annotations

import re

from rsfm.contribute.lists.proof import is_place
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


def split_title(text: str) -> tuple[str, str]:
    """Return the title in ``text``, and what stood before or after it of venue and year."""
    claims: list[str] = []
    while found := _BEFORE.match(text) or _AFTER.search(text):
        inner = next(filter(None, found.groups()))
        rest = (text[: found.start()] + text[found.end() :]).strip()
        if not rest or not (_claims(inner) or is_place(inner)):
            break
        claims += [inner] if _claims(inner) else []
        text = rest
    return text.strip(" :：｜|"), " ".join(claims)


def _claims(text: str) -> bool:
    return bool(_YEAR.search(text)) or name_in(text) is not None or "arxiv" in text.casefold()
