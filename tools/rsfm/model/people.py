"""Names as bibliographies need them: family and given name, suffix, particle, or an organisation that is one name."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUFFIX = re.compile(r"[ ,]+(Jr\.?|Sr\.?|I{2,3}|IV)$", re.IGNORECASE)
_DEGREE = re.compile(
    r"[ ,]+(?:Ph\.? ?D\.?|M\.? ?D\.?|M\.? ?Sc\.?|M\.? ?Eng\.?|Prof\.?|Dr\.?|Senior Member|Fellow|Member)(?=[ ,]|$)(?:, IEEE)?",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^the\b|\b(?:team|group|consortium|collaboration|ministry|agency|institut\w*|universit\w*|laborator\w*|labs?|cent(?:er|re)"
    r"|department|inc|ltd|llc|gmbh|corp(?:oration)?|company|foundation|organi[sz]ation|project|initiative|research|association"
    r"|society|committee|council|office|service|survey|academy|program(?:me)?|alliance|network|community|contributors)\b"
    r"|[\w.] (?:of|for|and|&) \w|(?:团队|联盟|大学|研究院|研究所|实验室|中心|公司|部|局|委员会)$",
    re.IGNORECASE,
)
_PARTICLE = re.compile(
    r"(?:(?:van|von|vom|zu|zur|de|del|della|der|den|des|di|da|dos|du|la|le|ter|ten|af|av|al|el|bin|ibn) )+"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, kw_only=True)
class Name:
    """One author."""

    family: str
    """The family name with its particles, or the whole name of an organisation."""
    given: str = ""
    suffix: str = ""
    is_organisation: bool = False

    @property
    def shown(self) -> str:
        """The name as people write it."""
        together = "" if _HAN.search(self.family + self.given) else " "
        parts = (self.family, self.given) if not together else (self.given, self.family)
        return " ".join(filter(None, [together.join(filter(None, parts)), self.suffix]))

    @property
    def cited(self) -> str:
        """The name as a bibliography writes it: ``Example, Jr., John A.``; an organisation in braces."""
        if self.is_organisation:
            return "{" + self.family + "}"
        return ", ".join(filter(None, [self.family, self.suffix, self.given]))


def name_of(shown: str) -> Name:
    """Return what a name as people write it most likely means."""
    text = _DEGREE.sub("", " ".join(shown.split())).strip(" ,")
    if _ORGANISATION.search(text):
        return Name(family=text, is_organisation=True)
    found = _SUFFIX.search(text)
    suffix = found[1] if found else ""
    if suffix.casefold() in {"jr", "sr"}:
        suffix += "."
    text = text[: found.start()] if found else text
    if text.count(",") == 1:
        family, given = (part.strip() for part in text.split(","))
    else:
        particle = _PARTICLE.search(text)
        at = particle.start() if particle and (not particle.start() or text[particle.start() - 1] == " ") else -1
        at = at if at > 0 else text.rfind(" ")
        given, family = (text[:at], text[at + 1 :] if text[at] == " " else text[at:]) if at > 0 else ("", text)
    return Name(family=family.strip(), given=given.strip(), suffix=suffix)


def name_in_bibliography(cited: str) -> Name:
    """Return the name that ``Name.cited`` wrote."""
    if cited.startswith("{"):
        return Name(family=cited.strip("{}"), is_organisation=True)
    family, *rest = cited.split(", ")
    return Name(family=family, suffix=rest[0] if len(rest) > 1 else "", given=rest[-1] if rest else "")
