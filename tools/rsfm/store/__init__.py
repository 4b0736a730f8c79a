"""The only reader and writer of ``papers/``: files become a catalog, with every problem of every file at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from rsfm.merge import Catalog, merge
from rsfm.model import ArxivId, Doi, Entry, Publication, Repository, RepositoryName, Snapshot, Taxonomy
from rsfm.problems import Problem, in_order, visible
from rsfm.source import read
from rsfm.store import confirmed
from rsfm.store.decode import decode
from rsfm.store.discovery import DISCOVERY, Discovery, Rejection, Signals, load_discovery
from rsfm.store.entries import ENDINGS, EntryFile, load_entry, mend_entry, misnamed, not_regular, read_entry
from rsfm.store.files import read_regular
from rsfm.store.links import LINKS
from rsfm.store.pause import nothing_collected
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB, Shelf, V, write_snapshot

__all__ = [
    "Discovery",
    "EntryFile",
    "Library",
    "Rejection",
    "Signals",
    "load",
    "mend_entry",
    "nothing_collected",
    "read_entry",
    "write_snapshot",
]

EXAMPLE = "_example.yml"
TAXONOMY = "_taxonomy.yml"
_BESIDE_ENTRIES = {
    EXAMPLE,
    TAXONOMY,
    DISCOVERY,
    LINKS,
    confirmed.FILE,
    *(shelf.folder for shelf in (ARXIV, CROSSREF, GITHUB)),
}


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
    discovery: Discovery | None = None
    """How new papers are looked for; ``None`` where the file is missing or has a fault."""
    problems: tuple[Problem, ...] = field(default=())
    """Problems of reading; the rules of ``checks`` find the rest."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that could be read."""
        return tuple(file.entry for file in self.files if file.entry)

    def catalog(self) -> Catalog:
        """Join the readable entries with what servers said of them."""
        return merge(
            self.entries,
            self.snapshots,
            self.taxonomy,
            publications=self.publications,
            repositories=self.repositories,
        )


@nothing_collected()
def load(papers: Path) -> Library:
    """Read the catalog in the folder ``papers``.

    Raises FileNotFoundError where the folder or its taxonomy does not exist; every other fault becomes a problem.
    """
    shown = papers.name or papers.resolve().name
    taxonomy_document = read(f"{shown}/{TAXONOMY}", read_regular(papers / TAXONOMY))
    taxonomy = decode(Taxonomy, taxonomy_document)
    problems = list(taxonomy.problems)
    days, broken = confirmed.load_days(papers, shown)
    problems += broken

    def of_server(shelf: Shelf[V]) -> dict[str, V]:
        values, broken = shelf.load(papers, shown)
        problems.extend(broken)
        return confirmed.as_confirmed(values, days, shelf.folder)

    terms = taxonomy.value or Taxonomy(family={}, kind={}, modality={}, task={}, method={})
    files = []
    for path in sorted(papers.iterdir()):
        beside = path.name in _BESIDE_ENTRIES
        if beside and not path.is_symlink():
            continue
        if path.name.startswith(".") and path.suffix not in ENDINGS:
            continue
        name = f"{shown}/{visible(path.name, limit=255)}"
        if odd := not_regular(path, name):
            problems.append(odd)
            continue
        calls_itself = ""
        if taxonomy.value and path.suffix in ENDINGS:
            files.append(load_entry(path, name, terms, problems))
            calls_itself = files[-1].values.get("name", "")
        if odd := misnamed(path, name, calls_itself):
            problems.append(odd)
    example = None
    if taxonomy.value and (papers / EXAMPLE).is_file() and not (papers / EXAMPLE).is_symlink():
        example = load_entry(papers / EXAMPLE, f"{shown}/{EXAMPLE}", terms, problems)
    discovery, broken = load_discovery(papers, shown, terms)
    problems += broken
    return Library(
        files=tuple(files),
        example=example,
        snapshots={ArxivId(key): value for key, value in of_server(ARXIV).items()},
        publications={Doi(key): value for key, value in of_server(CROSSREF).items()},
        repositories={RepositoryName(key): value for key, value in of_server(GITHUB).items()},
        taxonomy=terms,
        discovery=discovery,
        problems=tuple(in_order(problems)),
    )
