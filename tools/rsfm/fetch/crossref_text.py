"""Titles and names as publishers hand them to Crossref, made plain: markup, formulas, entities, notices, capitals."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

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
    r"|^\[(?:retracted|withdrawn)\]\s*|\s*[\[(](?:retracted|withdrawn)(?: article)?[\])]\s*$",
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


def plain(text: str) -> str:
    """Return a text of Crossref as people read it, its entities decoded once."""
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
