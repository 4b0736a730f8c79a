"""The rules that need more than one value to judge, run over the whole catalog at once.

They lie in packages by what they are about; beside these are what rules look at and what they ask of a text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import islice

from rsfm.checks import facts, form, identity, links, publication, text
from rsfm.checks.draft import Draft, Shelf
from rsfm.checks.rules import OF_ENTRIES, OF_THE_CATALOG, RULES, Rule, Topic
from rsfm.locales import Localized
from rsfm.model import Publication, Snapshot
from rsfm.problems import Problem, in_order
from rsfm.store import EntryFile, Library, nothing_collected

__all__ = ["RULES", "TOPICS", "Rule", "Topic", "check", "check_entry", "said_of"]

TOPICS = (form, text, identity, publication, facts, links)
"""Where the generators of the rules are; importing them enters these."""
LIMIT = 200
"""A rule says at most so much about one file, and then that there is more: a hostile one could break it endlessly."""
MORE = Localized(zh="同类问题还有更多，未逐一列出", en="there is more of this kind in the file, not listed one by one")


@nothing_collected()
def check(library: Library, today: date | None = None) -> list[Problem]:
    """Return every problem of ``library``, in the order of files and lines: those of reading and those of the rules.

    ``today`` stands in for the date of the machine.
    """
    today = today or date.today()
    return in_order(
        [*library.problems, *judge(library, today), *judge_example(library, today), *compare(library, today)]
    )


def judge(library: Library, today: date) -> Iterator[Problem]:
    """Yield what the rules say of each entry by itself."""
    for file in library.files:
        if file.document.root:
            yield from _judged(_draft(file, library, today))


def judge_example(library: Library, today: date) -> Iterator[Problem]:
    """Yield what the rules say of ``_example.yml``."""
    if (example := library.example) and example.document.root:
        yield from _judged(_draft(example, library, today, is_example=True))


def compare(library: Library, today: date) -> Iterator[Problem]:
    """Yield what the rules say of entries beside each other."""
    # Drafts of their own: what the others looked up and kept for one entry is not kept for a thousand.
    shelf = Shelf(drafts=tuple(_draft(file, library, today) for file in library.files if file.document.root))
    for code, generators in OF_THE_CATALOG.items():
        yield from (RULES[code].problem(found) for find in generators for found in find(shelf))


def check_entry(library: Library, file: EntryFile, today: date | None = None) -> list[Problem]:
    """Return the problems of one entry by itself: ``file`` need not be in ``library``, which gives snapshots."""
    if not file.document.root:
        return in_order(list(file.problems))
    return in_order([*file.problems, *_judged(_draft(file, library, today or date.today()))])


def _judged(draft: Draft) -> Iterator[Problem]:
    for code, generators in OF_ENTRIES.items():
        findings = (found for find in generators for found in find(draft))
        for count, found in enumerate(islice(findings, LIMIT + 1)):
            problem = RULES[code].problem(found)
            yield problem if count < LIMIT else replace(problem, message=MORE)


def _draft(file: EntryFile, library: Library, today: date, *, is_example: bool = False) -> Draft:
    snapshot, publication = said_of(file, library)
    return Draft(
        file=file, snapshot=snapshot, publication=publication, today=today, library=library, is_example=is_example
    )


def said_of(file: EntryFile, library: Library) -> tuple[Snapshot | None, Publication | None]:
    """Return what arXiv and Crossref said of the paper in ``file``."""
    arxiv_id, doi = file.values.get("arxiv_id", ""), file.values.get("doi", "")
    return library.snapshots.get(arxiv_id), library.publications.get(doi.lower())
