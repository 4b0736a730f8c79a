"""The whole of ``papers/`` read and judged: what is kept from the last run is not done again, the rest by all processors.

Entries are read one by one, so that little of a catalog is in memory at once: the text of an entry and the place of every
word in it are needed to judge it, and are three quarters of what it takes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from rsfm.checks import compare, judge_example
from rsfm.checks.judging import Judged, Judging
from rsfm.problems import Problem, in_order
from rsfm.store import Library, entry_paths, load_beside, nothing_collected
from rsfm.store.kept import Kept

WORTH_IT = 100
"""Entries for which one more process is worth its start."""
JUDGED, ENTRIES = "judged.kept", "entries.kept"
"""Files of the cache: what is found of each entry by itself, and the entries."""


@nothing_collected()
def check_folder(
    papers: Path, today: date | None = None, processes: int | None = None, cache: Path | None = None
) -> tuple[list[Problem], int]:
    """Return every problem of the catalog in ``papers``, as ``check`` does, and the number of its entries.

    ``cache`` is the folder in which what was found is kept for the next run. Raises FileNotFoundError as ``load``.
    """
    today = today or date.today()
    base = load_beside(papers)
    judging = Judging(base, papers, today, Kept(cache and cache / JUDGED))
    library, problems = _whole(base, judging, entry_paths(papers), today, processes or _processors())
    return problems, len(library.files)


@nothing_collected()
def load_and_check(papers: Path, today: date | None = None, cache: Path | None = None) -> tuple[Library, list[Problem]]:
    """Return the catalog in ``papers`` and what ``check`` says of it; of its files only what entries are compared by.

    ``cache`` is as above. Raises FileNotFoundError as ``load``.
    """
    today = today or date.today()
    base = load_beside(papers)
    judging = Judging(base, papers, today, Kept(cache and cache / JUDGED), Kept(cache and cache / ENTRIES))
    return _whole(base, judging, entry_paths(papers), today, processes=1)


def cache_beside(papers: Path) -> Path:
    """Return the folder of what is kept between runs over the catalog in ``papers``."""
    return papers.resolve().parent / ".cache"


def _whole(
    base: Library, judging: Judging, paths: Sequence[Path], today: date, processes: int
) -> tuple[Library, list[Problem]]:
    found = {path: judging.remembered(path) for path in paths}
    new = [path for path, judged in found.items() if judged is None]
    processes = min(processes, len(new) // WORTH_IT + 1)
    parts = _in_parts(judging, new, processes) if processes > 1 else None
    for path, judged in zip(new, map(judging.judged, new) if parts is None else parts, strict=True):
        found[path] = judged
        judging.keep(judged)
    judging.save()
    all_judged = [judged for judged in found.values() if judged]
    library = replace(base, files=tuple(judged.file for judged in all_judged if judged.file))
    problems = [*base.problems, *(problem for judged in all_judged for problem in judged.problems)]
    return library, in_order([*problems, *judge_example(base, today), *compare(library, today)])


def _processors() -> int:
    """Return how many processes may run; one where they cannot inherit what is loaded."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _in_parts(judging: Judging, paths: Sequence[Path], processes: int) -> list[Judged] | None:
    """Return what several processes found, or ``None`` where one of them died or none can be had."""
    # Imported here: a small catalog is checked before this would have begun.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    context = multiprocessing.get_context("fork")
    _inherited[:] = [judging]
    try:
        with ProcessPoolExecutor(processes, mp_context=context) as pool:
            ends = [len(paths) * part // processes for part in range(processes + 1)]
            return [judged for part in pool.map(_part, [paths[a:b] for a, b in pairwise(ends)]) for judged in part]
    except (BrokenProcessPool, OSError, ImportError, NotImplementedError):
        return None
    finally:
        _inherited.clear()


_inherited: list[Judging] = []
"""What the processes need and get without being sent it."""


def _part(paths: Sequence[Path]) -> list[Judged]:
    """Read and judge the entries at ``paths``; an entry would take longer to send than to read."""
    return [_without_entry(_inherited[0].judged(path)) for path in paths]


def _without_entry(judged: Judged) -> Judged:
    return replace(judged, file=judged.file and replace(judged.file, entry=None))
