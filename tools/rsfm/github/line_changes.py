"""Mendings of one entry as changes of its lines: each can be accepted without the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from rsfm.checks.mend import apply, mendings
from rsfm.problems import Edit, Problem, in_order
from rsfm.source import Document

_MOST_EDITS = 200
"""Looked at in one entry: a hostile one could ask for thousands."""


@dataclass(frozen=True, kw_only=True)
class LineChange:
    """Edits of neighbouring lines that are accepted together."""

    problems: tuple[Problem, ...]
    edits: tuple[Edit, ...]
    first: int
    last: int
    """The lines that are replaced, counted from 1."""
    lines: tuple[str, ...]
    """What stands there afterwards."""

    def meets(self, other: LineChange) -> bool:
        """Say whether both touch the same line."""
        return self.first <= other.last and other.first <= self.last


def line_changes(
    document: Document, problems: Sequence[Problem], takes: Callable[[int, int], bool]
) -> list[LineChange]:
    """Return changes of which no two touch the same line, in the order of lines; ``problems`` are those of the file.

    ``takes`` says whether a change may stand on the lines from one to another.
    """
    by_edit: dict[Edit, list[Problem]] = {}
    few_first = sorted(problems, key=lambda problem: len(problem.edits))
    for problem, edit in islice(mendings(document, few_first), _MOST_EDITS):
        by_edit.setdefault(edit, []).append(problem)
    singles = [change for edit, ones in by_edit.items() if (change := _change(document, ones, [edit]))]
    kept: list[LineChange] = []
    # The small ones first: what would move half a file can wait until they are accepted, and then it is offered.
    for single in sorted(singles, key=lambda change: (change.last - change.first, change.first)):
        met = [other for other in kept if other.meets(single)]
        edits = [edit for change in (*met, single) for edit in change.edits]
        joint = _change(document, [problem for change in (*met, single) for problem in change.problems], edits)
        if joint and takes(joint.first, joint.last):
            kept = [*(other for other in kept if other not in met), joint]
    return sorted(kept, key=lambda change: change.first)


def _change(document: Document, problems: Sequence[Problem], edits: Sequence[Edit]) -> LineChange | None:
    """Return the lines that differ after ``edits``; ``None`` where two edits overlap, or nothing differs."""
    in_a_row = sorted(edits, key=lambda edit: edit.start)
    if any(one.end > two.start for one, two in pairwise(in_a_row)):
        return None
    before, after = document.text.splitlines(), apply(document.text, edits).splitlines()
    start = next((i for i, (one, two) in enumerate(zip(before, after, strict=False)) if one != two), None)
    if start is None:
        start = min(len(before), len(after))
    tail = 0
    while tail < min(len(before), len(after)) - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    if start == len(before) - tail:  # nothing is replaced, and a comment must stand on something
        if start == len(after) - tail:
            return None
        start, tail = (start - 1, tail) if start else (start, tail - 1)
    return LineChange(
        problems=tuple(in_order(list(problems))),
        edits=tuple(in_a_row),
        first=start + 1,
        last=len(before) - tail,
        lines=tuple(after[start : len(after) - tail]),
    )
