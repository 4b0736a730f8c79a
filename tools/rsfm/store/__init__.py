"""The only reader and writer of ``papers/``: files become a catalog, with every problem of every file at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TypeVar

from rsfm.model import (
    ArxivId,
    Benchmarks,
    Doi,
    PublicLists,
    RepositoryName,
    SharedSources,
    Taxonomy,
)
from rsfm.problems import Problem, in_order, visible
from rsfm.source import Document, read
from rsfm.store import confirmed
from rsfm.store.benchmark_entries import unknown_entries
from rsfm.store.decode import Decoded, decode
from rsfm.store.discovery import DISCOVERY, Discovery, Rejection, Signals, load_discovery
from rsfm.store.entries import (
    ENDINGS,
    EntryFile,
    entry_bytes,
    load_entry,
    mend_entry,
    misnamed,
    not_regular,
    read_entry,
)
from rsfm.store.files import read_regular
from rsfm.store.history import HISTORY, load_history
from rsfm.store.library import Library
from rsfm.store.links import LINKS
from rsfm.store.pause import nothing_collected, only_new_collected
from rsfm.store.proofs import load_proofs
from rsfm.store.reruns import FOLDER as RERUNS
from rsfm.store.reruns import load_reruns, write_reruns
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB, SnapshotFolder, V, write_snapshot

__all__ = [
    "Discovery",
    "EntryFile",
    "Library",
    "Rejection",
    "Signals",
    "can_judge",
    "entry_bytes",
    "entry_paths",
    "load",
    "load_beside",
    "load_path",
    "mend_entry",
    "nothing_collected",
    "only_new_collected",
    "read_entry",
    "shown_path",
    "with_entries",
    "write_reruns",
    "write_snapshot",
]

K = TypeVar("K")
EXAMPLE = "_example.yml"
TAXONOMY = "_taxonomy.yml"
BENCHMARKS = "_benchmarks.yml"
SOURCES = "_sources.yml"
PUBLIC_LISTS = "_lists.yml"
TABLE_LIMIT = 256 * 1024
"""Longest file of vocabularies, benchmarks or sources in bytes: curators write them, all in one."""
_BESIDE_ENTRIES = {
    EXAMPLE,
    TAXONOMY,
    BENCHMARKS,
    SOURCES,
    PUBLIC_LISTS,
    DISCOVERY,
    LINKS,
    HISTORY,
    confirmed.FILE,
    RERUNS,
    *(shelf.folder for shelf in (ARXIV, CROSSREF, GITHUB)),
}


_NO_TERMS = Taxonomy()
"""Stands for a taxonomy that could not be read: entries are not judged without their terms."""


def load(papers: Path) -> Library:
    """Read the catalog in the folder ``papers``.

    Raises FileNotFoundError where the folder or its taxonomy does not exist; every other fault becomes a problem.
    """
    return with_entries(load_beside(papers), papers, entry_paths(papers))


def entry_paths(papers: Path) -> list[Path]:
    """Return, in order, what lies in ``papers`` where entries lie, whatever it is. Raises FileNotFoundError."""
    return [path for path in sorted(papers.iterdir(), key=lambda path: path.name) if not _is_beside(path)]


def _is_beside(path: Path) -> bool:
    if path.name in _BESIDE_ENTRIES:
        return not path.is_symlink()
    return path.name.startswith(".") and path.suffix not in ENDINGS


@nothing_collected()
def with_entries(library: Library, papers: Path, paths: Iterable[Path]) -> Library:
    """Return ``library`` with the entries at ``paths`` in the place of its own."""
    problems = list(library.problems)
    files = []
    for path in paths:
        file, found = load_path(library, papers, path)
        problems += found
        if file:
            files.append(file)
    return replace(library, files=tuple(files), problems=tuple(in_order(problems)))


def load_path(
    library: Library, papers: Path, path: Path, data: bytes | None = None
) -> tuple[EntryFile | None, list[Problem]]:
    """Return the entry at ``path``, where one can be there, and what is wrong with the file.

    ``data`` is what ``entry_bytes`` found there, for who needs to know what was read.
    """
    name = shown_path(papers, path)
    problems: list[Problem] = []
    if data is None and (odd := not_regular(path, name)):
        return None, [odd]
    file = None
    if can_judge(library) and path.suffix in ENDINGS:
        file = load_entry(path, name, library.taxonomy, problems, data)
    if odd := misnamed(path, name, file.values.get("name", "") if file else ""):
        problems.append(odd)
    return file, problems


def shown_path(papers: Path, path: Path) -> str:
    """Return what problems call the file at ``path``."""
    return f"{_shown(papers)}/{visible(path.name, limit=255)}"


def can_judge(library: Library) -> bool:
    """Say whether there are terms to judge entries by."""
    return library.taxonomy is not _NO_TERMS


@nothing_collected()
def load_beside(papers: Path) -> Library:
    """Read all of ``papers`` but its entries. Raises FileNotFoundError as ``load``."""
    shown = _shown(papers)
    taxonomy = _vocabularies(f"{shown}/{TAXONOMY}", read_regular(papers / TAXONOMY))
    problems = list(taxonomy.problems)
    days, broken = confirmed.load_days(papers, shown)
    problems += broken

    def of_server(shelf: SnapshotFolder[V]) -> dict[str, V]:
        values, broken = shelf.load(papers, shown)
        problems.extend(broken)
        return confirmed.as_confirmed(values, days, shelf.folder)

    terms = taxonomy.value or _NO_TERMS
    benchmarks = (
        _beside(Benchmarks, papers, BENCHMARKS, terms, problems, partial(unknown_entries, entry_paths(papers)))
        if taxonomy.value
        else None
    )
    sources = _beside(SharedSources, papers, SOURCES, terms, problems)
    public_lists = _beside(PublicLists, papers, PUBLIC_LISTS, terms, problems)
    harnesses, broken = load_reruns(papers, shown)
    problems += broken
    misses, broken = load_proofs(papers, shown)
    problems += broken
    example = None
    if taxonomy.value and (papers / EXAMPLE).is_file() and not (papers / EXAMPLE).is_symlink():
        example = load_entry(papers / EXAMPLE, f"{shown}/{EXAMPLE}", terms, problems)
    discovery, broken = load_discovery(papers, shown)
    problems += broken
    history, broken = load_history(papers, shown)
    problems += broken
    return Library(
        files=(),
        example=example,
        snapshots={ArxivId(key): value for key, value in of_server(ARXIV).items()},
        publications={Doi(key): value for key, value in of_server(CROSSREF).items()},
        repositories={RepositoryName(key): value for key, value in of_server(GITHUB).items()},
        taxonomy=terms,
        benchmarks=benchmarks.benchmarks if benchmarks else {},
        sources=sources.sources if sources else {},
        public_lists=public_lists.lists if public_lists else {},
        harnesses=harnesses,
        misses=misses,
        history=history,
        discovery=discovery,
        problems=tuple(in_order(problems)),
    )


@lru_cache(maxsize=2)
def _vocabularies(name: str, data: bytes) -> Decoded[Taxonomy]:
    """Decode the taxonomy, once as long as it is the same: it takes longer than a hundred entries."""
    return decode(Taxonomy, read(name, data, TABLE_LIMIT))


def _beside(
    kind: type[K],
    papers: Path,
    name: str,
    terms: Taxonomy,
    problems: list[Problem],
    also: Callable[[Document, K], Iterable[Problem]] = lambda *_: (),
) -> K | None:
    """Read a file beside the entries, if there is one, and add what is wrong with it to ``problems``."""
    path = papers / name
    if not path.is_file() or path.is_symlink():
        return None
    document = read(f"{_shown(papers)}/{name}", read_regular(path), TABLE_LIMIT)
    decoded = decode(kind, document, terms)
    problems += decoded.problems
    if decoded.value is not None:
        problems += also(document, decoded.value)
    return decoded.value


def _shown(papers: Path) -> str:
    return papers.name or papers.resolve().name
