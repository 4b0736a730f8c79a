"""Mending what has one right answer: edits of a file's text that leave every other character where it was."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rsfm.checks import check_entry
from rsfm.checks.letters import composed
from rsfm.problems import Edit, Problem
from rsfm.source import Document, read
from rsfm.store import EntryFile, Library, read_entry

_ROUNDS = 8
"""Edits that overlap wait for the next round; a file needs two or three."""


def mended(library: Library, file: EntryFile, today: date | None = None) -> str | None:
    """Return the text of ``file`` with everything mended that has one right answer, or ``None`` where nothing has."""
    before = file
    for _ in range(_ROUNDS):
        document = file.document
        edits = [edit for problem in check_entry(library, file, today) for edit in _safe(document, problem)]
        changed = apply(document.text, edits)
        if changed == document.text:
            break
        file = read_entry(document.path, changed.encode(), library.taxonomy)
    marked = any(problem.code == "RA005" for problem in before.problems) and before.document.root is not None
    return file.document.text if marked or file.document.text != before.document.text else None


def _safe(document: Document, problem: Problem) -> tuple[Edit, ...]:
    """Return the edits of ``problem``, or none where they would change more than they say.

    Moving fields and cutting blanks must leave every value as it was, white space aside.
    """
    if not problem.edits:
        return ()
    after = read(document.path, apply(document.text, problem.edits).encode())
    if after.root is None:
        return ()
    before, now = _values(document), _values(after)
    differ = {path for path in before.keys() | now.keys() if before.get(path) != now.get(path)}
    return problem.edits if differ <= {problem.field} else ()


def _values(document: Document) -> dict[str, str]:
    return {path: composed(" ".join(s.text.split())) for path, s in document.scalars.items()}


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` after the ``edits``; of two that overlap, the one that begins first is made."""
    pieces, done = [], 0
    for edit in sorted(set(edits), key=lambda edit: (edit.start, edit.end)):
        if edit.start >= done:
            pieces += [text[done : edit.start], edit.text]
            done = edit.end
    return "".join((*pieces, text[done:]))
