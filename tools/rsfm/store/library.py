"""What ``papers/`` holds, read and not yet judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from rsfm.merge import Catalog, merge
from rsfm.model import (
    ArxivId,
    Benchmark,
    Doi,
    Entry,
    Handle,
    Harness,
    Publication,
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
        return replace(catalog, misses=self.misses, left_out=self.discovery.rejected if self.discovery else ())
