"""Reads and judges a catalog portion by portion, so that little of it is in memory at once.

The text of an entry and the place of every word in it are needed to judge it, and are three quarters of what it takes;
entries are compared by a few of their fields.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Several
from dataclasses import replace
from datetime import date
from pathlib import Path

from rsfm.checks import compare, judge, judge_example
from rsfm.problems import Problem, in_order
from rsfm.source import Document, Mapping, Node, Scalar, Sequence
from rsfm.store import EntryFile, Library, entry_paths, load_beside, nothing_collected, with_entries

AT_ONCE = 100
"""How many entries are read before they are judged."""
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


@nothing_collected()
def load_and_check(papers: Path, today: date | None = None) -> tuple[Library, list[Problem]]:
    """Return the catalog in ``papers`` and what ``check`` says of it; of its files only what entries are compared by.

    Raises FileNotFoundError as ``load``.
    """
    today = today or date.today()
    base = load_beside(papers)
    problems, files = read_and_judge(base, papers, entry_paths(papers), today)
    library = replace(base, files=tuple(files))
    return library, in_order([*problems, *judge_example(base, today), *compare(library, today)])


def read_and_judge(
    base: Library, papers: Path, paths: Several[Path], today: date
) -> tuple[list[Problem], list[EntryFile]]:
    """Read the entries at ``paths`` into ``base``; return every problem of each by itself, and what it is compared by."""
    problems = list(base.problems)
    files: list[EntryFile] = []
    for begin in range(0, len(paths), AT_ONCE):
        portion = with_entries(base, papers, paths[begin : begin + AT_ONCE])
        problems += (*portion.problems, *judge(portion, today))
        files += map(_thin, portion.files)
    return problems, files


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
