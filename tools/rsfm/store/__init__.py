"""The only reader and writer of ``papers/``: files become a catalog, with every problem of every file at once."""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from pathlib import Path

from rsfm import ids
from rsfm.locales import Localized
from rsfm.merge import Catalog, merge
from rsfm.model import ArxivId, Doi, Entry, Publication, Repository, RepositoryName, Snapshot, Taxonomy
from rsfm.problems import Place, Problem, Severity, in_order
from rsfm.source import Document, read
from rsfm.store import confirmed
from rsfm.store.decode import decode
from rsfm.store.discovery import DISCOVERY, Discovery, Rejection, Signals, load_discovery
from rsfm.store.links import LINKS
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB, Shelf, V, write_snapshot

__all__ = ["Discovery", "EntryFile", "Library", "Rejection", "Signals", "load", "write_snapshot"]

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
class EntryFile:
    """One file of ``papers/``: its text with positions, and the entry in it where it has no fault."""

    document: Document
    entry: Entry | None


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


def load(papers: Path) -> Library:
    """Read the catalog in the folder ``papers``.

    Raises FileNotFoundError where the folder or its taxonomy does not exist; every other fault becomes a problem.
    """
    shown = papers.name
    taxonomy_document = read(f"{shown}/{TAXONOMY}", (papers / TAXONOMY).read_bytes())
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
        if path.name in _BESIDE_ENTRIES or path.name.startswith("."):
            continue
        if odd := _odd_file(path, f"{shown}/{path.name}"):
            problems.append(odd)
        elif taxonomy.value:
            files.append(_entry_file(path, f"{shown}/{path.name}", terms, problems))
    example = None
    if taxonomy.value and (papers / EXAMPLE).is_file():
        example = _entry_file(papers / EXAMPLE, f"{shown}/{EXAMPLE}", terms, problems)
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


def _entry_file(path: Path, shown: str, taxonomy: Taxonomy, problems: list[Problem]) -> EntryFile:
    document = read(shown, path.read_bytes())
    decoded = decode(Entry, document, taxonomy, paper_id=path.stem.removeprefix("_"))
    problems += decoded.problems
    return EntryFile(document=document, entry=decoded.value)


def _odd_file(path: Path, shown: str) -> Problem | None:
    """Only regular files called ``<paper_id>.yml`` belong here: a link could show any file of the machine."""
    if not stat.S_ISREG(path.lstat().st_mode):
        return _misplaced(
            shown,
            "RA031",
            Localized(zh="不是普通文件（符号链接、目录或设备）", en="not a regular file (a link, folder or device)"),
        )
    if path.suffix != ".yml" or not ids.is_paper_id(path.stem):
        return _misplaced(
            shown, "RA032", Localized(zh="文件名不是“条目名.yml”", en="the file is not called <paper_id>.yml")
        )
    return None


def _misplaced(shown: str, code: str, message: Localized) -> Problem:
    return Problem(
        code=code,
        severity=Severity.ERROR,
        place=Place(path=shown),
        field="",
        message=message,
        hint=Localized(
            zh="papers/ 里只放条目：小写字母、数字和连字符，例如 segearth-ov.yml。",
            en="papers/ holds entries only: lower-case letters, digits and hyphens, such as segearth-ov.yml.",
        ),
    )
