"""What each paper lacks, the papers that most readers meet first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rsfm.merge import Paper
from rsfm.quality.coverage import MEASURES, Measure

_TOLD_ONLY = ("sections", "doi", "stated", "results", "relations", "reviewed")
"""Facts that are no fault where they are missing."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One paper with the facts that it lacks."""

    paper: Paper
    missing: tuple[Measure, ...]
    impact: int
    """How many papers of the catalog stand on this one, and how much it lacks: the order of the list."""


def gaps(papers: Iterable[Paper], referring: dict[str, int]) -> list[Gap]:
    """Return the papers that lack something, those first that others name most; ``referring`` counts who names each."""
    found = []
    for paper in papers:
        missing = tuple(m for m in MEASURES if m.name not in _TOLD_ONLY and m.counts(paper) and not m.has(paper))
        if missing:
            impact = len(missing) * (1 + referring.get(paper.paper_id, 0))
            found.append(Gap(paper=paper, missing=missing, impact=impact))
    return sorted(found, key=lambda gap: (-gap.impact, gap.paper.paper_id))
