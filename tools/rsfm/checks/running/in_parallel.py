"""Reads and judges a large catalog with all processors; what comes out is the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from rsfm.checks import compare, judge_example
from rsfm.checks.running.portions import load_and_check, read_and_judge
from rsfm.problems import Problem, in_order
from rsfm.store import EntryFile, Library, entry_paths, load_beside, nothing_collected

WORTH_IT = 100
"""Entries for which one more process is worth its start."""
_Part = tuple[list[Problem], list[EntryFile]]


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
    library, problems = load_and_check(papers, today)
    return problems, len(library.files)


def _processors() -> int:
    """Return how many processes may run; one where they cannot inherit what is loaded."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _parts(base: Library, papers: Path, paths: Sequence[Path], processes: int, today: date) -> list[_Part] | None:
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


def _part(paths: Sequence[Path]) -> _Part:
    """Read and judge the entries at ``paths``; an entry would take longer to send than to read."""
    base, papers, today = _inherited[0]
    problems, files = read_and_judge(base, papers, paths, today)
    return problems, [replace(file, entry=None) for file in files]
