"""One entry read and judged by itself: its problems, and what the others are compared with it by.

What was found is kept for the next run under everything it depends on: the file's name and bytes, what entries are judged
by, the day, and our own code. Entries are compared in every run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rsfm.checks import judge, said_of
from rsfm.model import Entry
from rsfm.problems import Problem
from rsfm.source import Document, Mapping, Node, Scalar, Sequence
from rsfm.store import EntryFile, Library, can_judge, entry_bytes, load_path, shown_path
from rsfm.store.kept import Kept, code, digest, freeze

_COMPARED = frozenset(
    [
        "aliases",
        "arxiv_id",
        "doi",
        "former_ids",
        "kinds",
        "links",
        "name",
        "other_titles",
        "relations",
        "title",
        "venue",
    ]
)
"""The fields by which entries are compared with each other."""
_COMPARED_IN_PART = ("data", "defaults", "results", "variants")
_PARTS = re.compile(
    r"data(?:\.\d+)?\.(?:name|entry)|(?:defaults|variants\.[^.]+)\.base_entries.*|variants\.[^.]+\.known_as\..+"
    r"|results(?:\.\d+)?\.values\..+/.+"
)
"""Of fields with many values, those by which entries are compared."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What one file of ``papers/`` holds."""

    file: EntryFile | None
    """The entry and what it is compared by; ``None`` where no entry can be."""
    problems: tuple[Problem, ...]
    """What is wrong with it by itself."""
    key: bytes = b""
    """What it is kept under; empty where it is not."""
    said: bytes = b""
    """Stands for what servers said of the paper."""


class Judging:
    """Reads and judges the entries of one folder on one day."""

    def __init__(self, base: Library, papers: Path, today: date, kept: Kept, entries: Kept | None = None) -> None:
        """``base`` is all of ``papers`` but its entries; where those are wanted, ``entries`` are kept beside ``kept``."""
        self._base = replace(base, problems=(), files=())
        self._papers = papers
        self._today = today
        self._kept = kept
        self._entries = entries
        self._common = digest(code(), repr((today, base.taxonomy, base.benchmarks, base.sources)).encode())

    def remembered(self, path: Path) -> Judged | None:
        """Return what was kept of the file at ``path``, where it and all that it is judged by are as they were."""
        key = self._key(path, entry_bytes(path))
        found = self._kept.get(key) if key else None
        if not isinstance(found, Judged) or found.file is None or found.said != self._said(found.file):
            return None
        if self._entries is None:
            return found
        match self._entries.get(key):
            case (Entry() | None as entry,):
                return replace(found, file=replace(found.file, entry=entry))
        return None

    def judged(self, path: Path) -> Judged:
        """Read and judge the file at ``path``."""
        data = entry_bytes(path)
        file, problems = load_path(self._base, self._papers, path, data)
        if file is None:
            return Judged(file=None, problems=tuple(problems))
        problems += judge(replace(self._base, files=(file,)), self._today)
        file = _thin(file)
        return Judged(file=file, problems=tuple(problems), key=self._key(path, data), said=self._said(file))

    def keep(self, judged: Judged) -> None:
        """Keep what was found for the next run."""
        if judged.key and judged.file:
            self._kept.add(judged.key, freeze(replace(judged, file=replace(judged.file, entry=None))))
            if self._entries:
                self._entries.add(judged.key, freeze((judged.file.entry,)))

    def save(self) -> None:
        """Write what is kept."""
        self._kept.save()
        if self._entries:
            self._entries.save()

    def _key(self, path: Path, data: bytes | None) -> bytes:
        if data is None or not can_judge(self._base):
            return b""
        return digest(self._common, shown_path(self._papers, path).encode(), data)

    def _said(self, file: EntryFile) -> bytes:
        return digest(repr(said_of(file, self._base)).encode())


def _thin(file: EntryFile) -> EntryFile:
    """Return ``file`` with its entry and what it is compared by, and nothing else."""
    root = file.document.root
    if root is not None:
        items = {name: node for name, node in root.items.items() if name in _COMPARED}
        items |= {name: _pruned(root.items[name], name) for name in _COMPARED_IN_PART if name in root.items}
        root = Mapping(items, {name: root.keys[name] for name in items}, root.place, root.flow)
    values = {
        path: value
        for path, value in file.values.items()
        if (head := path.partition(".")[0]) in _COMPARED or (head in _COMPARED_IN_PART and _PARTS.fullmatch(path))
    }
    return EntryFile(document=Document(path=file.document.path, root=root), entry=file.entry, values=values)


def _pruned(node: Node, path: str) -> Node:
    """Return ``node`` without the values by which nothing is compared; what remains is where it was."""
    if isinstance(node, Mapping):
        kept = {
            name: _pruned(item, f"{path}.{name}")
            for name, item in node.items.items()
            if not isinstance(item, Scalar) or _PARTS.fullmatch(f"{path}.{name}")
        }
        return Mapping(kept, {name: node.keys[name] for name in kept}, node.place, node.flow)
    if isinstance(node, Sequence):
        return Sequence(tuple(_pruned(item, f"{path}.{index}") for index, item in enumerate(node.items)), node.place)
    return node
