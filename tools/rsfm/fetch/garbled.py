"""How text looks that was decoded with the wrong character set, or holds what no title or abstract may hold."""

from __future__ import annotations

import re
import unicodedata

# What is left when bytes of UTF-8 pass for Windows-1252 and its kin (â€™, Ã©, Â°, ï¿½), or for GBK (锟斤拷).
_REMAINS = re.compile(
    r"â€|ï»¿|ï¿½|锟斤拷|鈥|\ufffd|[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    r"\u2013-\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_FOREIGN = re.compile(r"[^\x00-\x7f]{2,}")
_CHINESE_IN_A_WORD = re.compile(r"(?<=[A-Za-z])[\u4e00-\u9fff]{1,3}(?=[a-z])")
_LETTER_AND_MARKS = re.compile(r"\w[\u2013\u2014\u2018-\u201d\u2026]+")
_MISTAKEN_FOR = ("cp1252", "latin-1", "cp1254", "cp1251", "gb18030")
# Scripts in which nobody writes to arXiv, but which chance puts together: Armenian … Mongolian, combining marks.
_UNLIKELY = re.compile(r"[\x80-\x9f\u0250-\u036f\u0530-\u1cff\ue000-\uf8ff]")
# What turns the order of its neighbours or speaks unseen; soft hyphens and spaces without width are left over from
# honest typesetting.
_HIDDEN = re.compile(r"[\u061c\u180e\u200e\u200f\u202a-\u202e\u2061-\u206f\U000e0000-\U000e007f]")
_SCRIPT = re.compile(r"<\s*/?\s*script\b", re.IGNORECASE)
_FORBIDDEN_CATEGORIES = {"Cc", "Cs", "Co", "Cn"}


def garbled(text: str) -> str | None:
    """Return the piece of ``text`` that shows it to be garbled, or ``None`` where it reads well.

    White space that an XML text may hold is not garbled.
    """
    for character in text:
        if unicodedata.category(character) in _FORBIDDEN_CATEGORIES and character not in "\t\n\r":
            return character
    for pattern in (_HIDDEN, _SCRIPT, _REMAINS):
        if found := pattern.search(text):
            return found[0]
    for run in _FOREIGN.findall(text):
        if not _LETTER_AND_MARKS.fullmatch(run) and any(_misread(run, charset) for charset in _MISTAKEN_FOR):
            return str(run)
    return next((str(run) for run in _CHINESE_IN_A_WORD.findall(text) if _meant(run, "gb18030")), None)


def _misread(run: str, charset: str) -> bool:
    """Say whether ``run`` makes sense, and a shorter one, as UTF-8; four characters that do are no accident either."""
    meant = _meant(run, charset)
    return meant is not None and (len(meant) < len(run) or len(run) >= 4)  # noqa: PLR2004


def _meant(run: str, charset: str) -> str | None:
    try:
        meant = run.encode(charset).decode("utf-8")
    except UnicodeError:
        return None
    return None if _UNLIKELY.search(meant) else meant
