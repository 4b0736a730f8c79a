"""Mending what has one right answer: edits of a file's text that leave every other character where it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from rsfm.checks import check_entry
from rsfm.checks.letters import composed
from rsfm.problems import Edit, Problem
from rsfm.source import Document, read
from rsfm.store import EntryFile, Library, read_entry

_ROUNDS = 8
"""Edits that overlap wait for the next round; a file needs two or three."""

_TRIES = 32
"""So many ways of leaving out edits are tried in a round."""


def mended(library: Library, file: EntryFile, today: date | None = None) -> str | None:
    """Return the text of ``file`` with everything mended that has one right answer, or ``None`` where nothing has."""
    before = file
    for _ in range(_ROUNDS):
        document = file.document
        problems = [problem for problem in check_entry(library, file, today) if problem.edits]
        changed = apply(document.text, _safe(document, problems))
        if changed == document.text:
            break
        file = read_entry(document.path, changed.encode(), library.taxonomy)
    marked = any(problem.code == "RA005" for problem in before.problems) and before.document.root is not None
    return file.document.text if marked or file.document.text != before.document.text else None


def mendable(library: Library, file: EntryFile, today: date | None = None) -> list[Problem]:
    """Return the problems of ``file``; an edit that only half mends a value is what all rounds together make of it."""
    document = file.document
    text = mended(library, file, today)
    after = read(document.path, text.encode()) if text is not None else document
    return [
        replace(problem, edits=tuple(_final(document, after, problem.field, edit) for edit in problem.edits))
        for problem in check_entry(library, file, today)
    ]


def _final(document: Document, after: Document, field: str, edit: Edit) -> Edit:
    before, now = document.scalars.get(field), after.scalars.get(field)
    if before and now and (before.start, before.end) == (edit.start, edit.end):
        return replace(edit, text=after.text[now.start : now.end])
    return edit


def mendings(document: Document, problems: Iterable[Problem]) -> Iterator[tuple[Problem, Edit]]:
    """Yield every edit that can be made without the others: it changes no value but that of its problem."""
    for problem in problems:
        yield from ((problem, edit) for edit in problem.edits if _change_only(document, [edit], {problem.field}))


def _safe(document: Document, problems: list[Problem]) -> list[Edit]:
    """Return the edits of ``problems``, without those that would change more than they say.

    They are tried all at once, and by halves where that fails: one by one, thousands would take minutes.
    """
    kept: list[Problem] = []
    parts = [problems]
    for _ in range(_TRIES):
        if not parts:
            break
        part = parts.pop()
        # With those that are kept already: two edits that are harmless alone may not be so together.
        edits = [edit for problem in (*kept, *part) for edit in problem.edits]
        if _change_only(document, edits, {problem.field for problem in (*kept, *part)}):
            kept += part
        elif len(part) > 1:
            parts += [part[len(part) // 2 :], part[: len(part) // 2]]
    return [edit for problem in kept for edit in problem.edits]


def _change_only(document: Document, edits: list[Edit], fields: set[str]) -> bool:
    """Say whether ``edits`` leave every value but those of ``fields`` as it was, white space aside."""
    after = read(document.path, apply(document.text, edits).encode())
    before, now = _values(document), _values(after)
    differ = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
    return after.root is not None and all(not fields.isdisjoint(_groups_of(path)) for path in differ)


def _groups_of(path: str) -> Iterator[str]:
    """Yield ``path`` and every group and list that it lies in."""
    while path:
        yield path
        path = path.rpartition(".")[0]


def _values(document: Document) -> dict[str, str]:
    return {path: composed(" ".join(s.text.split())) for path, s in document.scalars.items()}


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` after the ``edits``; of two that overlap, the one that begins first, or is named first, is made."""
    pieces, done = [], 0
    for edit in sorted(dict.fromkeys(edits), key=lambda edit: (edit.start, edit.end)):
        if edit.start >= done:
            pieces += [text[done : edit.start], edit.text]
            done = edit.end
    return "".join((*pieces, text[done:]))
