"""What a curator might add: candidates of arXiv that the catalog neither has nor has turned down, best first."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rsfm.discover.scoring import Score, score
from rsfm.model import ArxivId, Snapshot
from rsfm.store import Discovery, Library

__all__ = ["Candidate", "Findings", "rank", "same_title"]


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A paper a curator should look at."""

    snapshot: Snapshot
    families: tuple[str, ...]
    """Families whose queries found it, in the order of the file."""
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


def rank(answers: Mapping[str, Iterable[Snapshot]], library: Library, discovery: Discovery) -> Findings:
    """Judge what arXiv answered to the queries of each family; the same paper counts once."""
    papers: dict[ArxivId, Snapshot] = {}
    families: dict[ArxivId, list[str]] = {}
    for family, snapshots in answers.items():
        for snapshot in snapshots:
            papers.setdefault(snapshot.arxiv_id, snapshot)
            named = families.setdefault(snapshot.arxiv_id, [])
            if family not in named:
                named.append(family)
    turned_down = {rejection.arxiv_id for rejection in discovery.rejected}
    has = _Known(library)
    known = {arxiv_id for arxiv_id, paper in papers.items() if has.paper(paper)}
    rejected = (papers.keys() & turned_down) - known
    judged = [
        Candidate(
            snapshot=papers[arxiv_id],
            families=tuple(families[arxiv_id]),
            score=score(papers[arxiv_id], discovery.signals, library.taxonomy),
        )
        for arxiv_id in sorted(papers.keys() - known - rejected, reverse=True)
    ]
    worth = [candidate for candidate in judged if candidate.score.value >= discovery.threshold]
    worth.sort(key=lambda candidate: -candidate.score.value)
    return Findings(candidates=tuple(worth), known=len(known), rejected=len(rejected), below=len(judged) - len(worth))


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
