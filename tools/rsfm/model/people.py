"""Names as bibliographies need them: family and given name, suffix, particle; Chinese ones; organisations that are one name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SUFFIXES = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
_DEGREE = re.compile(
    r"[ ,]+(?:Ph\.? ?D\.?|M\.? ?D\.?|M\.? ?Sc\.?|(?-i:M\.? ?Eng)\.?|Prof\.?|Dr\.?|Senior Member|Fellow|Member)(?=[ ,]|$)(?:, IEEE)?",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^the\b|\b(?:team|group|consortium|collaboration|ministry|agency|institut\w*|universit\w*|laborator\w*|labs?|cent(?:er|re)"
    r"|department|inc|ltd|llc|gmbh|corp(?:oration)?|company|foundation|organi[sz]ation|project|initiative|research|association"
    r"|society|committee|council|office|service|survey|academy|program(?:me)?|alliance|network|community|contributors|(?-i:AI))\b"
    r"|[\w.] (?:of|for|and|&) \w|(?:团队|项目组|课题组|联盟|大学|研究院|研究所|实验室|中心|公司|部|局|委员会)$",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "af al ap av bin da das de degli dei del della den der des di do dos du el ibn la le les lo ten ter van vande vander "
        "vom von zu zur 't ’t",
    )
)
"""Small words that begin a family name, in lower case."""
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff·]+")
_OF_TWO = re.compile("欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|宇文|长孙|夏侯|轩辕|端木|百里|南宫")
"""Chinese family names of two characters."""


@dataclass(frozen=True, kw_only=True)
class Name:
    """One author."""

    family: str
    """The family name with its particles, or the whole name of an organisation."""
    given: str = ""
    suffix: str = ""
    is_organisation: bool = False

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese characters or the like: family name first and unspaced."""
        return _CJK.fullmatch(self.family + self.given) is not None

    @property
    def shown(self) -> str:
        """The name as people write it."""
        if _HAN.search(self.family + self.given):
            return " ".join(filter(None, [self.family + self.given, self.suffix]))
        return " ".join(filter(None, [self.given, self.family, self.suffix]))

    @property
    def initials(self) -> str:
        """The given names cut to their first letters: ``J.-L. K.``."""
        words = self.given.split()
        return " ".join("-".join(f"{part[0].upper()}." for part in word.split("-") if part) for word in words)

    @property
    def inverted(self) -> str:
        """Family name, comma, given names; a Chinese name as it is."""
        if self.is_chinese:
            return self.family + self.given
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))

    @property
    def cited(self) -> str:
        """The name as a bibliography writes it: ``Example, Jr., John A.``; an organisation in braces."""
        if self.is_organisation:
            return "{" + self.family + "}"
        return ", ".join(filter(None, [self.family, self.suffix, self.given]))


@lru_cache(maxsize=20_000)
def name_of(shown: str) -> Name:
    """Return what a name as people write it most likely means: ``Given Family``, ``Family, Given`` or ``姓名``."""
    text = _DEGREE.sub("", " ".join(shown.split())).strip(" ,")
    if _ORGANISATION.search(text):
        return Name(family=text, is_organisation=True)
    if _CJK.fullmatch(text.replace(" ", "")):
        return _eastern(text)
    text, suffix = _without_suffix(text)
    family, comma, given = (part.strip() for part in text.partition(","))
    if not comma:
        words = text.split(" ")
        at = next((place for place in range(1, len(words) - 1) if words[place] in _PARTICLES), len(words) - 1)
        family, given = " ".join(words[at:]), " ".join(words[:at])
    return Name(family=family, given=given, suffix=suffix)


def is_degree(text: str) -> bool:
    """Say whether ``text`` is a degree, a title or a membership, which is no part of a name."""
    return _DEGREE.fullmatch(f" {text.strip()}") is not None


def _without_suffix(text: str) -> tuple[str, str]:
    """Return a name and what stands behind it: ``Jr.``, ``III``."""
    rest, _, last = text.replace(",", " ,").rpartition(" ")
    known = _SUFFIXES.get(last.lower().strip(".,"), "") if rest else ""
    return (rest.strip(" ,").replace(" ,", ","), known) if known else (text, "")


def _eastern(text: str) -> Name:
    bare = text.replace(" ", "")
    if "·" in bare or not _HAN.search(bare):
        return Name(family=bare)
    if " " in text:
        family, _, given = text.partition(" ")
    else:
        cut = 2 if len(bare) > 2 and _OF_TWO.match(bare) else 1  # noqa: PLR2004 -- characters
        family, given = bare[:cut], bare[cut:]
    return Name(family=family, given=given.replace(" ", ""))


def name_in_bibliography(cited: str) -> Name:
    """Return the name that ``Name.cited`` wrote."""
    if cited.startswith("{"):
        return Name(family=cited.strip("{}"), is_organisation=True)
    family, *rest = cited.split(", ")
    return Name(family=family, suffix=rest[0] if len(rest) > 1 else "", given=rest[-1] if rest else "")
