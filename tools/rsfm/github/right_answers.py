"""What arXiv's word makes right: the edit for a disagreement that, for the author of an entry, has one answer.

The rules themselves propose none: a curator's machine must not decide whether the entry or arXiv is right. An author
who is shown the line and accepts it decides.
"""

from __future__ import annotations

from dataclasses import replace

from rsfm.locales import Localized
from rsfm.model import Snapshot, VenueState
from rsfm.problems import Edit, Problem
from rsfm.source import Document, retyped
from rsfm.store import EntryFile

ANOTHER_PAPER = "RA401"
"""Where the title is not that of the id, nothing that arXiv says of the id is of use."""
DISAGREEMENT = frozenset([ANOTHER_PAPER, "RA402", "RA403", "RA404", "RA406", "RA413"])
"""The rules that compare an entry with what arXiv says."""
NO_SUCH_ID = Localized(zh="arXiv 没有这个编号", en="arXiv does not have this id")
COPY_THE_ID = Localized(zh="从论文的 arXiv 页面复制编号。", en="Copy the id from the paper's page on arXiv.")
_SPELLING = "RA402"
_FIRST_AUTHOR = "RA403"
_YEAR = "RA404"


def answered(problem: Problem, file: EntryFile, snapshot: Snapshot | None) -> Problem:
    """Return ``problem`` with the edit that ends it, where it is a disagreement with ``snapshot`` that one edit ends."""
    document = file.document
    scalar = document.scalars.get(problem.field)
    if snapshot is None or scalar is None:
        return problem
    if problem.code == _SPELLING:
        return replace(problem, edits=retyped(scalar, snapshot.title))
    if problem.code == _FIRST_AUTHOR:
        # The title is the id's, so the names are wrong; without them the page shows arXiv's.
        return replace(problem, field="authors", edits=_without(document, "authors"))
    if problem.code == _YEAR and file.values.get("venue.state") is VenueState.PREPRINT and not scalar.style:
        year = Edit(start=scalar.start, end=scalar.end, text=str(snapshot.published.year))
        return replace(problem, edits=(year,))
    return problem


def _without(document: Document, field: str) -> tuple[Edit, ...]:
    """Return the edit that takes the lines of a top-level field out."""
    if document.root is None or document.root.flow:
        return ()
    key, text = document.root.keys[field], document.text
    end = text.find("\n", key.start) + 1 or len(text)
    while text[end : end + 1] and text[end] in " -]":
        end = text.find("\n", end) + 1 or len(text)
    return (Edit(start=key.start, end=end, text=""),)
