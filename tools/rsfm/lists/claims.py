"""What an item of a list claims in a few words: venue and year, and by its heading the family."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rsfm.lists.items import ListItem
from rsfm.model import Taxonomy
from rsfm.model.venues import name_in

_YEAR = re.compile(r"(?<!\d)(19[89]\d|20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"['’](\d\d)(?!\d)")
_STATED = re.compile(r"^\W*(?:19[89]\d|20\d\d)\s*[-–—,./ ]*\s*(.*?)\s*[.,:|\s]*$")
_FAMILIES = {
    "agent": r"agent|智能体",
    "vision-language": r"vis(?:ion|ual)[- –—&+]*(?:and )?language|视觉\W?语言|图文|multi-?modal large|\bM?LLM|\bVLM",
    "vision-audio": r"audio|音频|声音",
    "vision-location": r"location|位置|定位",
    "generative": r"generat|diffusion|生成|扩散",
    "visual": r"visual|vision|视觉",
}


@dataclass(frozen=True, kw_only=True)
class VenueClaim:
    """Where and when an item says that its paper appeared."""

    text: str
    """As it is written."""
    year: int | None
    venue: str
    """The short name where it is known here, else the words themselves; empty where there are none."""
    is_known: bool


def claim_of(item: ListItem) -> VenueClaim:
    """Return what ``item`` says of venue and year."""
    text = item.claim.strip(" ,;|")
    years = set(_YEAR.findall(_SHORT_YEAR.sub(r" 20\1", text)))
    year = int(years.pop()) if len(years) == 1 else None
    known = "arXiv" if re.search(r"\barxiv\b", text, re.IGNORECASE) else name_in(text)
    stated = _STATED.match(text)
    rest = stated[1] if stated and re.search(r"[^\W\d_]{2}", stated[1]) else ""
    return VenueClaim(text=text, year=year, venue=known or rest or ("" if stated else text), is_known=bool(known))


def family_of(heading: str, taxonomy: Taxonomy) -> str | None:
    """Return the family that a heading is about, if it is about one: the one it names, else the one its words suggest."""
    parts = {part.strip().casefold() for part in heading.split("·")}
    for name, term in taxonomy["family"].items():
        if parts <= {(label or "").casefold() for label in (term.label.zh, term.label.en)}:
            return name
    found = (family for family, words in _FAMILIES.items() if re.search(words, heading, re.IGNORECASE))
    return next((family for family in found if family in taxonomy["family"]), None)
