"""Titles and names as publishers hand them to Crossref, made plain: markup, formulas, entities, notices, capitals."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from rsfm.model.people import is_degree

_TAG = re.compile(r"</?[a-z][\w:.-]*(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*/?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>|</?p>|<jats:break\s*/?>", re.IGNORECASE)
_FORMULA = re.compile(
    r"<(tex-math|jats:tex-math)\b[^<>]*>(.*?)</\1>(?:\s*<mml:math\b.*?</mml:math>)?", re.IGNORECASE | re.DOTALL
)
_DOLLARS = re.compile(r"\$([^$]{1,200})\$")
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_COMMANDS = {
    "times": "×",
    "alpha": "α",
    "beta": "β",
    "gamma": "γ",
    "mu": "µ",
    "pm": "±",
    "sim": "~",
    "leq": "≤",
    "geq": "≥",
}
_SMALL = "a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|over|the|to|under|via|vs|with|without"
RETRACTED = re.compile(
    r"^\W*(?:(?:temporarily )?(?:retracted|withdrawn|removed)(?: article| paper| chapter)?|(?:temporary )?removal|retraction)\W*:\s*"
    r"|^[\[(](?:retracted|withdrawn)(?: article| paper| chapter)?[\])]\W*|\s*[\[(](?:retracted|withdrawn)(?: article)?[\])]\s*$",
    re.IGNORECASE,
)
"""What publishers put around the title of a paper that they took back."""
NOTICE = re.compile(
    r"^\W*(?:author |publisher |editorial )?(?:(?:retraction|withdrawal|correction|erratum|errata|corrigendum|addendum)s?"
    r"(?: (?:note|notice)\b|\W*:| (?:to|of)(?::| ?[“\"‘']))|(?:retraction|erratum|errata|corrigendum|addendum) to\b"
    r"|expression of concern\b)|^\W*(?:author|publisher) correction\b",
    re.IGNORECASE,
)
"""How the title of a notice about another paper begins."""


_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_AFTER_TITLE = re.compile(r"\s*\[invited(?: paper)?\]\s*$|(?<![.\s])\.\s*$", re.IGNORECASE)
_MARKS_OF_NAME = re.compile(r"^(?:and|&)\s+|(?:\s*[*∗†‡§¶‖#,;]|\s+\d+)+$")
"""What typesetters leave in names: marks of footnotes and affiliations, the word before the last author."""
_NO_PAGES = re.compile(r"1-1|n/?a(?:\W+n/?a)?|\W*|0(?:-0)?", re.IGNORECASE)
"""What stands in the place of pages before there are any: IEEE gives 1-1 for early access."""


def plain(text: str) -> str:
    """Return a text of Crossref as people read it, its entities decoded once."""
    text = _CDATA.sub(r"\1", text)
    text = _FORMULA.sub(lambda found: f"${found[2].strip().strip('$')}$", text)
    text = unescape(_TAG.sub("", _BREAK.sub(" ", text)))
    text = _TAG.sub("", text)
    return " ".join(_DOLLARS.sub(lambda found: _without_tex(found[1]), text).split())


def _without_tex(tex: str) -> str:
    def moved(found: re.Match[str]) -> str:
        inside = (found[2] or found[3]).strip()
        there = inside.translate(_RAISED if found[1] == "^" else _LOWERED)
        return there if there != inside or not inside else f"{found[1]}{inside}"

    text = re.sub(r"\\(?:text|math|operator)\w*\s*", "", tex)
    text = re.sub(r"\\([a-zA-Z]+)", lambda found: _COMMANDS.get(found[1], found[1]), text)
    text = re.sub(r"([\^_])(?:\{([^{}]*)\}|([^{}\s]))", moved, text)
    return re.sub(r"[\\{}]", "", text)


def without_endings(title: str) -> str:
    """Return a title without its full stop and what the journal says of the article behind it."""
    return _AFTER_TITLE.sub("", title)


def name_part(text: str) -> str:
    """Return a part of a name without what is none: marks of footnotes, degrees, signs in the place of a part."""
    bare = _MARKS_OF_NAME.sub("", text).strip()
    head, comma, tail = bare.partition(",")
    if comma and is_degree(tail):
        bare = head
    return bare if any(map(str.isalpha, bare)) else ""


def family_name(family: str, given: str) -> str:
    """Return a family name that was set in capitals, beside a given name that was not, with one capital a word."""
    letters = [char for char in family if char.isalpha()]
    if len(letters) > 1 and family.isupper() and any(map(str.islower, given)):
        return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), family)
    return family


def pages(*said: str | None) -> str | None:
    """Return the first of what is ``said`` of pages that says any."""
    return next((one for one in said if one and not _NO_PAGES.fullmatch(one)), None)


def with_subtitle(title: str, subtitle: str) -> str:
    """Return title and subtitle as one, where the title does not have it already."""
    if not subtitle or subtitle.casefold() in title.casefold() or re.fullmatch(r"[\[(].*[\])]", subtitle):
        return title
    return f"{title.rstrip(' :')}: {subtitle}"


def in_capitals(text: str) -> bool:
    """Say whether ``text`` is several words in nothing but capitals."""
    letters = [char for char in text if char.lower() != char.upper()]
    return " " in text.strip() and len(letters) > 3 and all(map(str.isupper, letters))  # noqa: PLR2004 -- initials


def in_title_case(text: str) -> str:
    """Return ``text`` in title case: a suggestion, as nobody can tell a name from a word by its capitals."""
    words = [
        word.lower()
        if number and re.fullmatch(_SMALL, word, re.IGNORECASE)
        else "-".join(piece[:1] + piece[1:].lower() for piece in word.split("-"))
        for number, word in enumerate(unicodedata.normalize("NFC", text).split())
    ]
    return re.sub(r"(: )(\w)", lambda found: found[1] + found[2].upper(), " ".join(words))
