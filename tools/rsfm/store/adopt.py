"""Taking over what another copy of ``papers/`` learnt from servers: typed facts only, never a file as it is.

One night's run writes into a copy that it may not publish. What comes out of it is read by the same strict rules as any
snapshot, so nothing else can travel along.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from rsfm.locales import Locale
from rsfm.model import Provenance
from rsfm.problems import Problem
from rsfm.store import confirmed
from rsfm.store.links import read_links, write_links
from rsfm.store.proofs import read_proofs, write_proofs
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB, SnapshotFolder, V

Dated = Mapping[str, Mapping[str, date]]
"""By folder and key, the day of confirmation."""


def adopt_facts(papers: Path, other: Path) -> int:
    """Take over every fact and every confirmation of ``other``; return how many files changed.

    Raises ValueError where ``other`` cannot be read whole, and then nothing is taken over; OSError where it cannot be
    written.
    """
    whole = (_whole(ARXIV, other), _whole(CROSSREF, other), _whole(GITHUB, other))
    dates = _dates(other)
    written = sum(ARXIV.write(papers, value) for value in whole[0].values())
    written += sum(CROSSREF.write(papers, value) for value in whole[1].values())
    written += sum(GITHUB.write(papers, value) for value in whole[2].values())
    return written + confirmed.write_days(papers, dates)


def adopt_confirmations(papers: Path, other: Path) -> int:
    """Take over only the days on which ``other`` confirmed facts that ``papers`` has too; return how many changed.

    A paper whose facts changed keeps its older day until somebody has looked at the change. Raises as ``adopt_facts``.
    """
    theirs = _dates(other)
    mine = {folder: dict(days) for folder, days in _dates(papers).items()}
    agreed = {
        **_agreed(ARXIV, papers, other),
        **_agreed(CROSSREF, papers, other),
        **_agreed(GITHUB, papers, other),
    }
    changed = 0
    for folder, keys in agreed.items():
        for key in keys:
            if theirs[folder].get(key, date.min) > mine[folder].get(key, date.min):
                mine[folder][key] = theirs[folder][key]
                changed += 1
    if changed:
        confirmed.write_days(papers, mine)
    return changed


def adopt_links(papers: Path, other: Path) -> int:
    """Take over what ``other`` remembers of links; return how many files changed. Raises as ``adopt_facts``."""
    return int(write_links(papers, read_links(other)))


def adopt_proofs(papers: Path, other: Path) -> int:
    """Take over which values ``other`` did not find; return how many files changed. Raises as ``adopt_facts``."""
    return int(write_proofs(papers, read_proofs(other)))


PARTS: dict[str, Callable[[Path, Path], int]] = {
    "facts": adopt_facts,
    "confirmations": adopt_confirmations,
    "links": adopt_links,
    "proofs": adopt_proofs,
}
"""What can be taken over by itself, by name."""


def _whole(shelf: SnapshotFolder[V], papers: Path) -> dict[str, V]:
    values, problems = shelf.load(papers, papers.name)
    _refuse(problems)
    return values


def _dates(papers: Path) -> Dated:
    days, problems = confirmed.load_days(papers, papers.name)
    _refuse(problems)

    def of(shelf: SnapshotFolder[V]) -> dict[str, date]:
        values = confirmed.as_confirmed(_whole(shelf, papers), days, shelf.folder)
        return {key: one.confirmed for key, one in values.items() if one.provenance is not Provenance.FACT_SHEET}

    return {ARXIV.folder: of(ARXIV), CROSSREF.folder: of(CROSSREF), GITHUB.folder: of(GITHUB)}


def _agreed(shelf: SnapshotFolder[V], papers: Path, other: Path) -> dict[str, list[str]]:
    """The keys whose facts are the same in both copies, by the shelf's folder."""
    mine, theirs = _whole(shelf, papers), _whole(shelf, other)
    return {shelf.folder: [key for key in mine if key in theirs and _facts(mine[key]) == _facts(theirs[key])]}


def _facts(value: V) -> V:
    return replace(value, confirmed=date.min, source=None)


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise ValueError("\n".join(problem.text(Locale.EN) for problem in problems))
