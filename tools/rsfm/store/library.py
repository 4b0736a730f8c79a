"""What ``papers/`` holds, read and not yet judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rsfm.identity import Identity, KnownPapers
from rsfm.merge import Catalog, merge
from rsfm.model import (
    ArxivId,
    Benchmark,
    Doi,
    Entry,
    Handle,
    Harness,
    Publication,
    PublicList,
    Repository,
    RepositoryName,
    SharedSource,
    Snapshot,
    Taxonomy,
)
from rsfm.problems import Problem
from rsfm.store.discovery import Discovery
from rsfm.store.entries import EntryFile
from rsfm.store.history import History

_TOLD_BY = {
    "dois": ("doi",),
    "titles": ("title", "other_titles"),
    "addresses": tuple(f"links.{kind}" for kind in ("code", "weights", "project", "dataset", "demo", "paper")),
}
"""The fields that say which paper an entry is about."""


@dataclass(frozen=True, kw_only=True)
class Library:
    """Everything ``papers/`` holds, as far as it could be read."""

    files: tuple[EntryFile, ...]
    example: EntryFile | None
    snapshots: dict[ArxivId, Snapshot]
    taxonomy: Taxonomy
    publications: dict[Doi, Publication] = field(default_factory=dict)
    """By DOI in lower case."""
    repositories: dict[RepositoryName, Repository] = field(default_factory=dict)
    benchmarks: dict[Handle, Benchmark] = field(default_factory=dict)
    """What results are measured on."""
    sources: dict[Handle, SharedSource] = field(default_factory=dict)
    """Repositories that many entries read."""
    harnesses: dict[Handle, Harness] = field(default_factory=dict)
    """What third parties measured."""
    misses: Mapping[str, int] = field(default_factory=dict)
    """How often in a row a value was not found at its line, by claim."""
    public_lists: dict[Handle, PublicList] = field(default_factory=dict)
    """Lists of the field that others keep."""
    history: History = field(default_factory=History)
    """What happened when."""
    discovery: Discovery | None = None
    """How new papers are looked for; ``None`` where the file is missing or has a fault."""
    problems: tuple[Problem, ...] = field(default=())
    """Problems of reading; the rules of ``checks`` find the rest."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that could be read."""
        return tuple(file.entry for file in self.files if file.entry)

    def snapshot_of(self, entry: Entry) -> Snapshot | None:
        """Return what arXiv said of an entry's paper."""
        return self.snapshots.get(entry.arxiv_id) if entry.arxiv_id else None

    def known_papers(self) -> KnownPapers[EntryFile]:
        """Return every file by what its paper can be told by; one that has a fault counts with what could be read."""
        return KnownPapers((file, self._identity_of(file)) for file in self.files)

    def _identity_of(self, file: EntryFile) -> Identity:
        snapshot = self.snapshots.get(file.values.get("arxiv_id", ""))
        known = {name: tuple(file.texts(*fields)) for name, fields in _TOLD_BY.items()}
        if snapshot:
            known["titles"] += (snapshot.title,)
            known["dois"] += (snapshot.doi or "",)
        return Identity(arxiv_id=snapshot.arxiv_id if snapshot else file.values.get("arxiv_id", ""), **known)

    def catalog(self) -> Catalog:
        """Join the readable entries with what servers said of them."""
        catalog = merge(
            self.entries,
            self.snapshots,
            self.taxonomy,
            publications=self.publications,
            repositories=self.repositories,
            benchmarks=self.benchmarks,
            sources=self.sources,
            harnesses=self.harnesses,
            history=self.history.happenings,
        )
        return replace(
            catalog,
            misses=self.misses,
            left_out=self.discovery.rejected if self.discovery else (),
            public_lists=self.public_lists,
        )
