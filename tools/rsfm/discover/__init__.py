"""What a curator might add: candidates of arXiv that the catalog neither has nor has turned down, best first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rsfm.discover.scoring import Score, kinds_of, score
from rsfm.model import ArxivId, Snapshot
from rsfm.store import Discovery, Library

__all__ = ["Candidate", "Findings", "rank", "same_title"]


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
    turned_down = _turned_down(papers, discovery)
    has = _Known(library)
    known = {arxiv_id for arxiv_id, paper in papers.items() if has.paper(paper)}
    rejected = turned_down - known
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


def _turned_down(papers: Mapping[ArxivId, Snapshot], discovery: Discovery) -> set[ArxivId]:
    """Return which papers curators turned down, whether they named the id or only the title."""
    ids = {one.arxiv_id for one in discovery.rejected if one.arxiv_id}
    titles = {same_title(one.title) for one in discovery.rejected if one.title}
    return {key for key, paper in papers.items() if key in ids or same_title(paper.title) in titles}


def same_title(title: str) -> str:
    """Return what two spellings of one title share: its letters and digits in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKC", title).casefold() if c.isalnum())


class _Known:
    """What the catalog has, by every name a paper can go by."""

    def __init__(self, library: Library) -> None:
        entries, snapshots = library.entries, library.snapshots
        wanted = {entry.arxiv_id for entry in entries}
        mine = [snapshot for arxiv_id, snapshot in snapshots.items() if arxiv_id in wanted]
        self.arxiv_ids = {entry.arxiv_id for entry in entries if entry.arxiv_id}
        self.dois = {doi.lower() for doi in (*(e.doi for e in entries), *(s.doi for s in mine)) if doi}
        titles = [title for entry in entries for title in (entry.title, *entry.other_titles)]
        self.titles = {same_title(title) for title in (*titles, *(snapshot.title for snapshot in mine))}

    def paper(self, paper: Snapshot) -> bool:
        return (
            paper.arxiv_id in self.arxiv_ids
            or (paper.doi is not None and paper.doi.lower() in self.dois)
            or same_title(paper.title) in self.titles
        )
