"""Reads and judges a large catalog with all processors; what comes out is the same."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence as Several
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from rsfm.checks import check, compare, judge, judge_example
from rsfm.problems import Problem, in_order
from rsfm.source import Document, Mapping, Node, Scalar, Sequence
from rsfm.store import EntryFile, Library, entry_paths, load, load_beside, nothing_collected, with_entries

WORTH_IT = 100
"""Entries for which one more process is worth its start."""
_COMPARED = frozenset(
    ["aliases", "arxiv_id", "doi", "kinds", "links", "name", "other_titles", "relations", "title", "venue"]
)
"""The fields by which entries are compared with each other."""
_COMPARED_IN_PART = ("data", "defaults", "results", "variants")
_PARTS = re.compile(
    r"data(?:\.\d+)?\.(?:name|entry)|(?:defaults|variants\.[^.]+)\.base_entries.*|variants\.[^.]+\.known_as\..+"
    r"|results(?:\.\d+)?\.values\..+/.+"
)
"""Of fields with many values, those by which entries are compared."""

_Part = tuple[tuple[Problem, ...], tuple[EntryFile, ...]]


@nothing_collected()
def check_folder(papers: Path, today: date | None = None, processes: int | None = None) -> tuple[list[Problem], int]:
    """Return every problem of the catalog in ``papers``, as ``check`` does, and the number of its entries.

    Raises FileNotFoundError as ``load``.
    """
    today = today or date.today()
    paths = entry_paths(papers)
    processes = processes or min(_processors(), len(paths) // WORTH_IT + 1)
    if processes > 1:
        base = load_beside(papers)
        if (parts := _parts(base, papers, paths, processes, today)) is not None:
            found = [problem for problems, _ in parts for problem in problems]
            files = tuple(file for _, several in parts for file in several)
            whole = replace(base, files=files)
            return in_order([*found, *judge_example(base, today), *compare(whole, today)]), len(files)
    library = load(papers)
    return check(library, today), len(library.files)


def _processors() -> int:
    """Return how many processes may run; one where they cannot inherit what is loaded."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _parts(base: Library, papers: Path, paths: Several[Path], processes: int, today: date) -> list[_Part] | None:
    """Return what each process found, or ``None`` where one of them died or none can be had."""
    # Imported here: a small catalog is checked before this would have begun.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    context = multiprocessing.get_context("fork")
    _inherited[:] = [(base, papers, today)]
    try:
        with ProcessPoolExecutor(processes, mp_context=context) as pool:
            ends = [len(paths) * part // processes for part in range(processes + 1)]
            return list(pool.map(_part, [paths[start:end] for start, end in pairwise(ends)]))
    except (BrokenProcessPool, OSError, ImportError, NotImplementedError):
        return None
    finally:
        _inherited.clear()


_inherited: list[tuple[Library, Path, date]] = []
"""What the processes need and get without being sent it."""


def _part(paths: Several[Path]) -> _Part:
    """Read and judge the entries at ``paths``; return the problems, and of each entry what it is compared by."""
    base, papers, today = _inherited[0]
    library = with_entries(base, papers, paths)
    return (*library.problems, *judge(library, today)), tuple(map(_thin, library.files))


def _thin(file: EntryFile) -> EntryFile:
    """Return ``file`` with nothing but what it is compared by: the rest would take longer to send than to read."""
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
    return EntryFile(document=Document(path=file.document.path, root=root), entry=None, values=values)


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
