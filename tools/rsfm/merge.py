"""Entry + Snapshot → Paper: a pure join in which the curated value always wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any

from rsfm import ids
from rsfm.history import Happening, news
from rsfm.model import (
    ArxivId,
    Benchmark,
    Doi,
    Entry,
    Handle,
    Harness,
    PaperId,
    Publication,
    PublicList,
    Quantity,
    Relations,
    Repository,
    RepositoryName,
    SharedSource,
    Snapshot,
    Taxonomy,
    VenueState,
)
from rsfm.nearness import nearest

RELATIONS = tuple(each.name for each in fields(Relations))
"""Names of the relations between entries."""
MOST_RELATED = 12
"""How many related papers are kept for each."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """An entry joined with what is known from elsewhere."""

    entry: Entry
    snapshot: Snapshot | None = None
    """What arXiv said."""
    publication: Publication | None = None
    """What Crossref said of the paper's DOI."""
    repositories: tuple[Repository, ...] = ()
    """What GitHub said of the code links, in their order."""
    nominal_parameters: tuple[Quantity, ...] = ()
    """The usual numbers of parameters of its backbones: what is known where no source has a number."""

    @property
    def paper_id(self) -> PaperId:
        """The identifier in file names, addresses and favourites."""
        return self.entry.paper_id

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors in order, from the entry, else from arXiv, else from Crossref."""
        source = self.snapshot or self.publication
        return self.entry.authors or (source.authors if source else ())

    @property
    def cited_authors(self) -> tuple[str, ...]:
        """The authors of the version that is cited: journals may list others than the preprint."""
        venue, said = self.entry.venue, self.publication
        if venue.state is VenueState.PREPRINT:
            return self.authors
        return venue.authors or self.entry.authors or (said.authors if said else ()) or self.authors

    @property
    def year(self) -> int:
        """The year of the venue."""
        return self.entry.venue.year

    @property
    def published(self) -> date | None:
        """When arXiv received the first version."""
        return self.snapshot.published if self.snapshot else None

    @property
    def doi(self) -> str | None:
        """The DOI, from the entry, else from arXiv."""
        return doi_of(self.entry, self.snapshot)

    @property
    def doi_unconfirmed(self) -> bool:
        """Whether there is a DOI that Crossref has not been found to keep for this paper."""
        return bool(self.doi) and self.publication is None

    @property
    def newness(self) -> tuple[str, str]:
        """Sort key by first appearance: arXiv's date, else Crossref's, else the venue's year; ties by paper_id."""
        if self.published:
            return (self.published.isoformat(), self.paper_id)
        return (self.publication.published if self.publication else f"{self.year}-00-00", self.paper_id)

    @property
    def addresses(self) -> dict[str, tuple[str, ...]]:
        """Every outside address a reader may want, by what it leads to, in the order of the toolbar."""
        entry = self.entry
        found: dict[str, tuple[str, ...]] = {}
        if entry.arxiv_id:
            found["arxiv"] = (ids.arxiv_url(entry.arxiv_id),)
            found["pdf"] = (ids.arxiv_pdf_url(entry.arxiv_id),)
        if self.doi:
            found["doi"] = (ids.doi_url(self.doi),)
        links = entry.links
        if links.paper and links.paper not in found.get("doi", ()):
            found["publisher"] = (links.paper,)
        found |= {"code": links.code, "project": links.project, "weights": links.weights}
        found |= {"dataset": links.dataset, "demo": links.demo}
        return {what: urls for what, urls in found.items() if urls}


@dataclass(frozen=True, kw_only=True)
class Catalog:
    """All papers with their lookups, newest first."""

    papers: tuple[Paper, ...]
    taxonomy: Taxonomy
    benchmarks: Mapping[Handle, Benchmark] = field(default_factory=dict)
    left_out: Sequence[Any] = ()
    """Papers that curators decided against: each has an ``arxiv_id`` or a ``title``, a ``reason`` and ``decided``."""
    sources: Mapping[Handle, SharedSource] = field(default_factory=dict)
    harnesses: Mapping[Handle, Harness] = field(default_factory=dict)
    """What third parties measured."""
    misses: Mapping[str, int] = field(default_factory=dict)
    """How often in a row a value was not found at the line of its source, by ``results.Measured.claim``."""
    history: tuple[Happening, ...] = ()
    """What was written down of its past."""
    public_lists: Mapping[Handle, PublicList] = field(default_factory=dict)
    """Lists of the field that others keep."""

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """Everything that happened, newest first."""
        return news((paper.entry for paper in self.papers), self.history)

    @cached_property
    def by_id(self) -> dict[PaperId, Paper]:
        """Papers by paper_id."""
        return {paper.paper_id: paper for paper in self.papers}

    @cached_property
    def renamed(self) -> dict[PaperId, PaperId]:
        """The present paper_id by every former one; one that an entry has now is that entry's."""
        found = {former: paper.paper_id for paper in self.papers for former in paper.entry.former_ids}
        return {former: found[former] for former in sorted(found) if former not in self.by_id}

    @cached_property
    def by_any_id(self) -> dict[PaperId, Paper]:
        """Papers by present and by former paper_id: a file at an address of a renamed paper stays there."""
        return self.by_id | {former: self.by_id[paper_id] for former, paper_id in self.renamed.items()}

    @cached_property
    def by_family(self) -> dict[str, tuple[Paper, ...]]:
        """Papers of each family that has any, families in the taxonomy's order."""
        grouped = {term: tuple(p for p in self.papers if p.entry.family == term) for term in self.taxonomy["family"]}
        return {term: papers for term, papers in grouped.items() if papers}

    @cached_property
    def by_year(self) -> dict[int, tuple[Paper, ...]]:
        """Papers of each year, latest year first."""
        years = sorted({paper.year for paper in self.papers}, reverse=True)
        return {year: tuple(p for p in self.papers if p.year == year) for year in years}

    @cached_property
    def confirmed(self) -> date | None:
        """The oldest date on which any paper's metadata was confirmed: the data is at least that fresh."""
        sources = [paper.snapshot or paper.publication for paper in self.papers]
        return min((source.confirmed for source in sources if source), default=None)

    @cached_property
    def last_verified(self) -> date | None:
        """The newest day on which a curator looked at any entry: by it, not by the clock, facts are called old."""
        return max((paper.entry.verified for paper in self.papers), default=None)

    @cached_property
    def named_by(self) -> dict[str, int]:
        """How many papers name each paper in their relations."""
        return {named: sum(map(len, kinds.values())) for named, kinds in self._referring.items()}

    def referring(self, paper: Paper) -> dict[str, tuple[PaperId, ...]]:
        """Return the papers that name ``paper`` in their relations, by relation; relations nobody states are absent."""
        return self._referring.get(paper.paper_id, {})

    @cached_property
    def _referring(self) -> dict[PaperId, dict[str, tuple[PaperId, ...]]]:
        found: dict[PaperId, dict[str, tuple[PaperId, ...]]] = {}
        for kind in RELATIONS:
            for paper in self.papers:
                for named in _entries_in(paper.entry, kind):
                    by_kind = found.setdefault(named, {})
                    by_kind[kind] = (*by_kind.get(kind, ()), paper.paper_id)
        return found

    def related(self, paper: Paper, limit: int = 6) -> tuple[Paper, ...]:
        """Return the papers nearest to ``paper``: stated relations first, then the rarest shared terms, then newest."""
        return tuple(self.papers[place] for place in self._nearest[paper.paper_id][:limit])

    @cached_property
    def _nearest(self) -> dict[PaperId, tuple[int, ...]]:
        """For every paper the places of the few others that are nearest to it."""
        place_of = {paper.paper_id: place for place, paper in enumerate(self.papers)}
        by_terms = nearest([_terms(paper.entry) for paper in self.papers], MOST_RELATED)
        found = {}
        for paper, near in zip(self.papers, by_terms, strict=True):
            back = (other for others in self.referring(paper).values() for other in others)
            stated = {place_of[other] for other in (*_stated(paper.entry), *back) if other in place_of}
            ranked = {place: rank for rank, place in enumerate(near)}
            linked = sorted(
                stated - {place_of[paper.paper_id]}, key=lambda place: (ranked.get(place, len(near)), place)
            )
            found[paper.paper_id] = (*linked, *(place for place in near if place not in stated))[:MOST_RELATED]
        return found


def _stated(entry: Entry) -> tuple[PaperId, ...]:
    return tuple(named for kind in RELATIONS for named in _entries_in(entry, kind))


def _entries_in(entry: Entry, relation: str) -> tuple[PaperId, ...]:
    """Return the entries of the catalog that ``entry`` names in one relation."""
    return tuple(related.entry for related in getattr(entry.relations, relation) if related.entry)


def _terms(entry: Entry) -> frozenset[str]:
    facts = entry.model
    return frozenset((entry.family, *entry.kinds, *facts.modalities, *facts.tasks, *facts.methods))


def doi_of(entry: Entry, snapshot: Snapshot | None) -> str | None:
    """Return the DOI of a paper, from its entry, else from arXiv."""
    return entry.doi or (snapshot.doi if snapshot else None)


def merge(
    entries: Iterable[Entry],
    snapshots: Mapping[ArxivId, Snapshot],
    taxonomy: Taxonomy,
    *,
    publications: Mapping[Doi, Publication] | None = None,
    repositories: Mapping[RepositoryName, Repository] | None = None,
    benchmarks: Mapping[Handle, Benchmark] | None = None,
    sources: Mapping[Handle, SharedSource] | None = None,
    harnesses: Mapping[Handle, Harness] | None = None,
    history: Iterable[Happening] = (),
) -> Catalog:
    """Join every entry with what arXiv, Crossref and GitHub said of it and order the papers, newest first."""

    def join(entry: Entry) -> Paper:
        names = dict.fromkeys(RepositoryName(ids.repository_of(url) or "") for url in entry.links.code)
        snapshot = snapshots.get(entry.arxiv_id) if entry.arxiv_id else None
        return Paper(
            entry=entry,
            snapshot=snapshot,
            publication=(publications or {}).get(Doi((doi_of(entry, snapshot) or "").lower())),
            repositories=tuple((repositories or {})[name] for name in names if name in (repositories or {})),
            nominal_parameters=entry.nominal_parameters(taxonomy),
        )

    papers = sorted(map(join, entries), key=lambda paper: paper.newness, reverse=True)
    return Catalog(
        papers=tuple(papers),
        taxonomy=taxonomy,
        benchmarks=benchmarks or {},
        sources=sources or {},
        harnesses=harnesses or {},
        history=tuple(history),
    )
