"""What a link to arXiv or by DOI tells of an item whose words alone would not show that it is a paper."""

from __future__ import annotations

import re

from rsfm import ids
from rsfm.checks.folding import words
from rsfm.contribute.lists.inline import Link
from rsfm.contribute.named import is_broken_arxiv, named

_PLACE = re.compile(
    r"paper|pdf|arxiv|preprint|link|url|html|abs(?:tract)?|here|doi|publication|the|full|论文|原文|链接|预印本|地址|\W|[\d.v/]",
    re.IGNORECASE,
)
"""The words of a label that says where a link leads, not what the paper is called."""
_TITLE_WORDS = 3
_LONGEST_NAME = 40


def proves(link: Link) -> bool:
    """Say whether a link leads to a paper, whatever stands around it."""
    found = named(link.url)
    return found.field in {"arxiv_id", "doi"} if found else names_no_paper(link.url)


def names_no_paper(url: str) -> bool:
    """Say whether ``url`` has the form of a paper's address at arXiv, but no arXiv id in it."""
    secure = re.sub(r"(?i)^http://", "https://", url)
    return ids.is_public_https(secure) and is_broken_arxiv(secure)


def is_place(label: str) -> bool:
    """Say whether a label only says where its link leads: ``[paper]``, ``arXiv:2410.01768``."""
    return not _PLACE.sub("", label)


def is_proven_title(label: str) -> bool:
    """Say whether the label of a link that proves a paper is its title, however short, and not only its name."""
    return not is_place(label) and (len(words(label)) >= _TITLE_WORDS or re.search(r"\w[:：]\s*\w", label) is not None)


def is_proven_name(label: str) -> bool:
    """Say whether such a label is what people call the paper."""
    return not is_place(label) and not is_proven_title(label) and len(label) <= _LONGEST_NAME
