"""What a curator might add: candidates of arXiv that the catalog neither has nor has turned down, best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rsfm.discover.scoring import Score, kinds_of, score
from rsfm.identity import Identity, KnownPapers
from rsfm.model import ArxivId, Snapshot
from rsfm.store import Discovery, Library

__all__ = ["Candidate", "Findings", "rank"]


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A paper a curator should look at."""

    snapshot: Snapshot
    kinds: tuple[str, ...]
    """What it contributes, as far as its words tell."""
    score: Score


@dataclass(frozen=True, kw_only=True)
class Findings:
    """The outcome of one look around."""

    candidates: tuple[Candidate, ...]
    """Best first; equal ones by arXiv id, newest first."""
    known: int
    """How many of the answers the catalog already has."""
    rejected: int
    """How many curators turned down before."""
    below: int
    """How many scored below the threshold."""


def rank(answers: Iterable[Snapshot], library: Library, discovery: Discovery) -> Findings:
    """Judge what arXiv answered; the same paper counts once."""
    papers: dict[ArxivId, Snapshot] = {}
    for snapshot in answers:
        papers.setdefault(snapshot.arxiv_id, snapshot)
    catalog = library.known_papers()
    turned_down = KnownPapers(
        (one, Identity(arxiv_id=one.arxiv_id or "", titles=(one.title or "",))) for one in discovery.rejected
    )
    known = {arxiv_id for arxiv_id, paper in papers.items() if catalog.has(_identity_of(paper))}
    rejected = {arxiv_id for arxiv_id, paper in papers.items() if turned_down.has(_identity_of(paper))} - known
    judged = [
        Candidate(
            snapshot=papers[arxiv_id],
            kinds=kinds_of(papers[arxiv_id], discovery.kinds),
            score=score(papers[arxiv_id], discovery.signals, library.taxonomy),
        )
        for arxiv_id in sorted(papers.keys() - known - rejected, reverse=True)
    ]
    worth = [candidate for candidate in judged if candidate.score.value >= discovery.threshold]
    worth.sort(key=lambda candidate: -candidate.score.value)
    return Findings(candidates=tuple(worth), known=len(known), rejected=len(rejected), below=len(judged) - len(worth))


def _identity_of(paper: Snapshot) -> Identity:
    return Identity(arxiv_id=paper.arxiv_id, dois=(paper.doi or "",), titles=(paper.title,))
