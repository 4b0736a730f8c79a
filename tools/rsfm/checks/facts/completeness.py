"""Facts that must be there, fit together and be plausible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.model import Quantity

_GSD = (0.01, 50_000.0)
_OF_DISTANCE = re.compile(r"(?:^|\.)gsd(?:\.|$)")
_WAY_OUT = re.compile(r"arxiv_id|doi|(?:.+\.)?(?:hub|links(?:\..+)?)")
"""Fields that lead out of the catalog, wherever they stand."""


def _leads_anywhere(draft: Draft) -> bool:
    return any(_WAY_OUT.fullmatch(path) and scalar.text.strip() for path, scalar in draft.scalars.items())


@rule("RA440")
def something_leads_out(draft: Draft) -> Iterator[Finding]:
    """An entry has an id or an address of some kind."""
    if not _leads_anywhere(draft):
        yield draft.finding("title")


@rule("RA435")
def something_leads_to_the_paper(draft: Draft) -> Iterator[Finding]:
    """An entry names its paper by id or address; that it leads nowhere at all is said once, as an error."""
    if _leads_anywhere(draft) and not any(draft.has(field) for field in ("arxiv_id", "doi", "links.paper")):
        yield draft.finding("title")


@rule("RA436")
def the_authors_are_known(draft: Draft) -> Iterator[Finding]:
    """Authors come from the entry, from arXiv or from what Crossref said."""
    if not (draft.has("authors") or draft.has("arxiv_id") or (draft.publication and draft.publication.authors)):
        yield draft.finding("title")


@rule("RA437")
def family_and_modalities_agree(draft: Draft) -> Iterator[Finding]:
    """Text is among the modalities of vision-language models, and not of visual ones."""
    family = draft.text("family")
    modalities = {term for _, term in draft.each("model.modalities")}
    if family == "vision-language" and modalities and "text" not in modalities:
        yield draft.finding("family", "without-text")
    elif family == "visual" and "text" in modalities:
        yield draft.finding("family", "with-text")


@rule("RA438")
def distances_are_plausible(draft: Draft) -> Iterator[Finding]:
    """Ground sampling distances are between a centimetre and fifty kilometres."""
    for path, value in draft.file.values.items():
        if "gsd" in path and isinstance(value, Quantity) and _OF_DISTANCE.search(path):
            ends = [end for end in (value.low, value.high) if end is not None]
            if not all(_GSD[0] <= end <= _GSD[1] for end in ends):
                yield draft.finding(path, metres=ends[-1])
