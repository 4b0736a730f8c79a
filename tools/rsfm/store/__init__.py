"""The only reader and writer of ``papers/``: files become a catalog, with every problem of every file at once."""

from __future__ import annotations

import gc
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rsfm import ids
from rsfm.locales import Localized
from rsfm.merge import Catalog, merge
from rsfm.model import ArxivId, Doi, Entry, Publication, Repository, RepositoryName, Snapshot, Taxonomy
from rsfm.problems import Place, Problem, Severity, in_order, visible
from rsfm.source import SIZE_LIMIT, Document, read
from rsfm.store import confirmed
from rsfm.store.decode import decode
from rsfm.store.files import replace_text
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB, Shelf, V, write_snapshot

__all__ = ["EntryFile", "Library", "load", "mend_entry", "nothing_collected", "read_entry", "write_snapshot"]

EXAMPLE = "_example.yml"
TAXONOMY = "_taxonomy.yml"
_BESIDE_ENTRIES = {EXAMPLE, TAXONOMY, confirmed.FILE, *(shelf.folder for shelf in (ARXIV, CROSSREF, GITHUB))}


@dataclass(frozen=True, kw_only=True)
class EntryFile:
    """One file of ``papers/``: its text with positions, and the entry in it where it has no fault."""

    document: Document
    entry: Entry | None
    values: dict[str, Any] = field(default_factory=dict)
    """Every single value that could be read, by dotted path, even where the entry as a whole has a fault."""
    problems: tuple[Problem, ...] = ()
    """What was met while reading it."""
    path: Path | None = None
    """Where the file is."""


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


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Pause the garbage collector: reading a catalog makes many values and no cycles, and walking them takes half."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@nothing_collected()
def load(papers: Path) -> Library:
    """Read the catalog in the folder ``papers``.

    Raises FileNotFoundError where the folder or its taxonomy does not exist; every other fault becomes a problem.
    """
    shown = papers.name or papers.resolve().name
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
        if path.name in _BESIDE_ENTRIES or (path.name.startswith(".") and path.suffix not in (".yml", ".yaml")):
            continue
        name = f"{shown}/{visible(path.name, limit=255)}"
        if odd := _odd_file(path, name):
            problems.append(odd)
        if taxonomy.value and path.suffix in (".yml", ".yaml") and (not odd or odd.code == "RA032"):
            files.append(_entry_file(path, name, terms, problems))
    example = None
    if taxonomy.value and (papers / EXAMPLE).is_file():
        example = _entry_file(papers / EXAMPLE, f"{shown}/{EXAMPLE}", terms, problems)
    return Library(
        files=tuple(files),
        example=example,
        snapshots={ArxivId(key): value for key, value in of_server(ARXIV).items()},
        publications={Doi(key): value for key, value in of_server(CROSSREF).items()},
        repositories={RepositoryName(key): value for key, value in of_server(GITHUB).items()},
        taxonomy=terms,
        problems=tuple(in_order(problems)),
    )


def read_entry(shown: str, data: bytes, taxonomy: Taxonomy, path: Path | None = None) -> EntryFile:
    """Read the bytes of one entry; ``shown`` is the name of the file in places of problems. Never raises."""
    document = read(shown, data)
    name = shown.rpartition("/")[2]
    paper_id = name.removesuffix(".yml").removeprefix("_")
    decoded = decode(Entry, document, taxonomy, paper_id=paper_id)
    named = name.endswith(".yml") and ids.is_paper_id(paper_id)
    return EntryFile(
        document=document,
        entry=decoded.value if named else None,
        values=decoded.values,
        problems=decoded.problems,
        path=path,
    )


def mend_entry(file: EntryFile, text: str) -> bool:
    """Put ``text`` in the place of an entry's text in one step; return whether the file changed.

    Raises OSError; the file is then untouched.
    """
    return file.path is not None and replace_text(file.path, text)


def _entry_file(path: Path, shown: str, taxonomy: Taxonomy, problems: list[Problem]) -> EntryFile:
    try:
        with path.open("rb") as file:
            # One byte more than allowed is enough to know that a file is too long, however long it is.
            data = file.read(SIZE_LIMIT + 1)
    except OSError as fault:
        problems.append(_unreadable(shown, visible(fault.strerror or "")))
        return EntryFile(document=Document(path=shown, root=None), entry=None)
    found = read_entry(shown, data, taxonomy, path)
    problems += found.problems
    return found


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
            shown,
            "RA032",
            Localized(zh="文件名不是“条目名.yml”", en="the file is not called <paper_id>.yml"),
            re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[: ids.PAPER_ID_LIMIT].strip("-"),
        )
    return None


def _unreadable(shown: str, why: str) -> Problem:
    return Problem(
        code="RA033",
        severity=Severity.ERROR,
        place=Place(path=shown),
        field="",
        message=Localized(zh=f"文件无法读取：{why}", en=f"the file cannot be read: {why}"),
        hint=Localized(zh="检查文件权限。", en="Check the permissions of the file."),
    )


def _misplaced(shown: str, code: str, message: Localized, better: str = "") -> Problem:
    better = better or "segearth-ov"
    return Problem(
        code=code,
        severity=Severity.ERROR,
        place=Place(path=shown),
        field="",
        message=message,
        hint=Localized(
            zh=f"papers/ 里只放条目，文件名用小写字母、数字和连字符：{better}.yml。",
            en=f"papers/ holds entries only, named in lower-case letters, digits and hyphens: {better}.yml.",
        ),
    )
