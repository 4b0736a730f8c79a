"""What to type instead of a word that is not known here: the nearest word, its label's term, or the field's real home."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from rsfm.locales import Localized
from rsfm.model import Term

_LONGEST_WORD = 60
_SHOWN = 80
"""A vocabulary may have hundreds of terms; a hint lists so many at most."""
_PARTS = re.compile(r"[ （）()、,]*[（）()、,][ （）()、,]*")
"""What separates the names in a label: of “光学（RGB）”, each of the two means the term."""
# What people call a field elsewhere, where its name here is not near enough to be found.
_KNOWN_AS = {
    "abstract": "prose.summary",
    "date": "added",
    "description": "prose.summary",
    "github": "links.code",
    "huggingface": "links.weights",
    "journal": "venue.name",
    "pdf": "links.paper",
    "repo": "links.code",
    "tags": "keywords",
    "tldr": "prose.one_line",
    "url": "links.paper",
    "website": "links.project",
}

_SAID_AS = {
    "available": "open",
    "coming soon": "announced",
    "false": "none",
    "human": "person",
    "in press": "accepted",
    "no": "none",
    "public": "open",
    "released": "open",
    "soon": "announced",
    "submitted": "preprint",
    "true": "open",
    "under review": "preprint",
    "yes": "open",
}


def did_you_mean(text: str, allowed: Iterable[str]) -> Localized:
    """Return a hint that names the nearest allowed word, if one is near, and lists them all."""
    words = list(allowed)
    near = [word for word in (_SAID_AS.get(text.lower()),) if word in words]
    if not near and len(text) <= _LONGEST_WORD:
        near = get_close_matches(text.lower().replace("_", "-").replace(" ", "-"), words, n=1, cutoff=0.6)
        near = near or get_close_matches(text.lower(), words, n=1, cutoff=0.6)
    return _suggest(near[0] if near else None, words)


def which_field(name: str, allowed: Iterable[str], homes: Mapping[str, str]) -> Localized:
    """Return a hint for the unknown field ``name``; ``homes`` says where fields of other groups belong."""
    words = list(allowed)
    home = homes.get(name.lower()) or _KNOWN_AS.get(name.lower())
    if home and home not in words:
        return _suggest(home, words)
    return did_you_mean(name, words)


def which_term(text: str, terms: Mapping[Any, Term]) -> Localized:
    """Return a hint for a word that is no term; the label of a term in either language leads to the term."""
    found = term_called(text, terms)
    return _suggest(found, list(terms)) if found else did_you_mean(text, terms)


def term_called(text: str, terms: Mapping[Any, Term]) -> str | None:
    """Return the term that its identifier, its label or a part of that names, in either language and any case."""
    wanted = text.casefold()
    for name, term in terms.items():
        labels = [label.casefold() for label in (term.label.zh, term.label.en, *term.aliases) if label]
        if wanted and wanted in {name, *labels, *(part for label in labels for part in _PARTS.split(label))}:
            return str(name)
    return None


def _suggest(word: str | None, allowed: list[str]) -> Localized:
    shown = allowed if len(allowed) <= _SHOWN else allowed[:_SHOWN]
    listing = ", ".join(shown) + (" …" if len(allowed) > _SHOWN else "")
    if word:
        return Localized(zh=f"是否想写 {word}？可选：{listing}。", en=f"Did you mean {word}? Allowed: {listing}.")
    return Localized(zh=f"可选：{listing}。", en=f"Allowed: {listing}.")
