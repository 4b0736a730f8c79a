"""Whether two titles are those of one paper."""

from __future__ import annotations

import re

from rsfm.checks.draft import Draft
from rsfm.checks.folding import folded, words

_SAME_PAPER = 0.5
_WORDS_OF_A_NAME = 4
_OF_THE_FIELD = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "for",
        "and",
        "in",
        "on",
        "to",
        "with",
        "via",
        "by",
        "from",
        "towards",
        "toward",
        "using",
        "based",
        "its",
        "model",
        "models",
        "large",
        "foundation",
        "foundational",
        "universal",
        "remote",
        "sensing",
        "earth",
        "observation",
        "satellite",
        "geospatial",
        "vision",
        "visual",
        "language",
        "multimodal",
        "multi",
        "modal",
        "image",
        "images",
        "imagery",
        "data",
        "dataset",
        "datasets",
        "benchmark",
        "learning",
        "pretraining",
        "pretrained",
        "pre",
        "training",
        "trained",
    ]
)
"""Words that most titles of the field have: sharing them does not make two titles one."""


def untexed(title: str) -> str:
    """Return ``title`` without the commands of TeX that arXiv leaves in it: neither their names nor their braces."""
    return re.sub(r"\\[A-Za-z]+ ?|[\\${}]", "", title) if "\\" in title or "$" in title else title


def _name_in(title: str) -> str:
    """Return what stands before the colon of ``title``, as it is compared, or an empty text."""
    head, colon, _ = title.replace("：", ":").partition(":")
    return folded(head) if colon and len(head.split()) <= _WORDS_OF_A_NAME else ""


def _telling(title: str) -> frozenset[str]:
    """Return the words of ``title`` that tell it from others; Chinese counts by the character."""
    found = [piece for word in words(title) for piece in ([word] if word.isascii() else word)]
    return frozenset(found) - _OF_THE_FIELD or frozenset(found)


def is_of(draft: Draft, theirs: str) -> bool:
    """Say whether the title ``theirs`` can be that of the entry's paper."""
    mine = [title for field in ("title", "other_titles") for _, title in draft.each(field)]
    if folded(theirs) in map(folded, mine):
        return True
    bag = _telling(theirs)
    if their_name := _name_in(theirs):
        known = {folded(alias) for _, alias in draft.each("aliases")} | {_name_in(title) for title in mine}
        if any(bag & _telling(title) for title in mine):  # a name alone may stand over another paper's title
            known.add(folded(draft.text("name")))
        if their_name in known:
            return True
        mine = [title for title in mine if not _name_in(title)]
    return any(2 * len(bag & own) >= _SAME_PAPER * (len(bag) + len(own)) for own in map(_telling, mine))
