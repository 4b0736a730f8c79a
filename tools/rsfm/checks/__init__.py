"""The rules that need more than one value to judge, run over the whole catalog at once."""

from __future__ import annotations

from rsfm.problems import Problem, in_order
from rsfm.store import Library


def check(library: Library) -> list[Problem]:
    """Return every problem of ``library``, in the order of files and lines: those of reading and those of the rules."""
    return in_order(list(library.problems))
