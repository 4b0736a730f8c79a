"""Names of people as references need them: family and given parts, initials, and which names are Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff·]+")
_TWO = frozenset(
    [
        "欧阳",
        "司马",
        "上官",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "司徒",
        "令狐",
        "宇文",
        "长孙",
        "夏侯",
        "轩辕",
        "端木",
        "百里",
        "南宫",
    ]
)
"""Chinese family names of two characters."""
_PARTICLES = frozenset(
    [
        "af",
        "al",
        "ap",
        "bin",
        "da",
        "das",
        "de",
        "degli",
        "dei",
        "del",
        "della",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "ibn",
        "la",
        "le",
        "les",
        "lo",
        "ten",
        "ter",
        "van",
        "vande",
        "vander",
        "von",
        "zu",
        "zur",
    ]
)
"""Small words that begin a family name, in lower case."""
_SUFFIXES = {"jr": "Jr.", "jr.": "Jr.", "sr": "Sr.", "sr.": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
_TEAM = re.compile(
    r"\b(?:team|group|consortium|collaboration|project|lab|labs|laboratory|institute|university|agency|community"
    r"|contributors|inc|ai|foundation|association|committee|center|centre)\b|(?:团队|项目组|课题组|研究院|大学|研究所|中心)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Name:
    """One author."""

    family: str
    """The whole name of a group, or of a person who has only one."""
    given: str = ""
    suffix: str = ""
    chinese: bool = False
    """Whether it is written in Chinese characters, family name first and unspaced."""

    @property
    def initials(self) -> str:
        """The given names cut to their first letters: ``J.-L. K.``."""
        return " ".join(
            "-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in self.given.split() if word
        )

    @property
    def inverted(self) -> str:
        """Family name, comma, given names; a Chinese name as it is."""
        if self.chinese:
            return self.family + self.given
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))


@lru_cache(maxsize=20_000)
def name_of(text: str) -> Name:
    """Return the parts of a name as people write it: ``Given Family``, ``Family, Given`` or ``姓名``."""
    text = " ".join(text.split())
    if _TEAM.search(text):
        return Name(family=text)
    bare = text.replace(" ", "")
    if _CJK.fullmatch(bare):
        return _eastern(text, bare)
    if "," in text:
        family, _, rest = (part.strip() for part in text.partition(","))
        given, _, suffix = (part.strip() for part in rest.partition(","))
        if given.lower() in _SUFFIXES:
            return _western(family, _SUFFIXES[given.lower()])
        return Name(family=family, given=given, suffix=suffix)
    words = text.split(" ")
    if len(words) > 1 and words[-1].lower() in _SUFFIXES:
        return _western(" ".join(words[:-1]), _SUFFIXES[words[-1].lower()])
    return _western(text, "")


def _western(text: str, suffix: str) -> Name:
    words = text.split(" ")
    start = len(words) - 1
    while start > 1 and words[start - 1] in _PARTICLES:
        start -= 1
    return Name(family=" ".join(words[start:]), given=" ".join(words[:start]), suffix=suffix)


def _eastern(text: str, bare: str) -> Name:
    if "·" in bare or not _HAN.search(bare):
        return Name(family=bare, chinese=True)
    if " " in text:
        family, _, given = text.partition(" ")
    else:
        cut = 2 if bare[:2] in _TWO and len(bare) > len("欧阳") else 1
        family, given = bare[:cut], bare[cut:]
    return Name(family=family, given=given.replace(" ", ""), chinese=True)
