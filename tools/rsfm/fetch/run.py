"""One run of fetching, from the plan to the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from rsfm.fetch import arxiv, crossref, github
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.plan import Plan, SourceName
from rsfm.fetch.refresh import Refresh, not_stored, store_days
from rsfm.fetch.report import Report, Stored
from rsfm.fetch.transport import Transport
from rsfm.model import Entry, Provenance, Publication, Repository, Snapshot
from rsfm.store import Library
from rsfm.store.confirmed import FILE
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB, SnapshotFolder, V

Ask = Callable[[str, Sequence[Any]], Iterator[tuple[Any, V | Refusal | None]]]


def fetch(
    papers: Path,
    library: Library,
    plan: Plan,
    transport: Transport,
    *,
    max_age: int | None = None,
    dry_run: bool = False,
    token: str | None = None,
    on_settled: Callable[[str], None] = lambda _: None,
) -> Report:
    """Ask what ``plan`` says, store what is believed, and tell what happened. The caller is the only writer.

    ``max_age`` leaves out what was confirmed less than so many days ago; ``token`` is GitHub's.
    """
    report = Report()
    for path in plan.unreadable:
        report.failed[path] = refusal(Fault.UNREADABLE_ENTRY, "条目无法读取", "the entry cannot be read")
    today = transport.clock.now().date()

    def refresh(name: SourceName, shelf: SnapshotFolder[V], stored: dict[str, V], ask: Ask[V]) -> None:
        address = plan.addresses.get(name)
        if address is None:
            return
        entries = {key: entry and _as_known(entry, snapshots) for key, entry in plan.keys[name].items()}
        fresh = {key for key in entries if _fresh(stored.get(key), today, max_age)}
        due = [key for key in entries if key not in fresh]
        for key in entries:
            if key in fresh:
                report.fresh.append(key)
                on_settled(key)
        Refresh(
            papers=papers,
            shelf=shelf,
            stored=stored,
            entries=entries,
            today=today,
            report=report,
            dry_run=dry_run,
            on_settled=on_settled,
        ).run(due, ask(address, due))

    snapshots: dict[str, Snapshot] = {str(key): value for key, value in library.snapshots.items()}
    publications: dict[str, Publication] = {str(key): value for key, value in library.publications.items()}
    repositories: dict[str, Repository] = {str(key): value for key, value in library.repositories.items()}
    shelves: dict[str, Mapping[str, Stored]] = {
        ARXIV.folder: snapshots,
        CROSSREF.folder: publications,
        GITHUB.folder: repositories,
    }
    try:
        refresh(SourceName.ARXIV, ARXIV, snapshots, partial(arxiv.ask_for_all, transport))
        refresh(SourceName.CROSSREF, CROSSREF, publications, partial(crossref.ask_for_all, transport))
        refresh(SourceName.GITHUB, GITHUB, repositories, partial(github.ask_for_all, transport, token=token))
    finally:
        if not dry_run and report.asked:
            try:
                store_days(papers, shelves)
            except OSError as error:
                report.failed[FILE] = not_stored(error)
    return report


def _as_known(entry: Entry, snapshots: Mapping[str, Snapshot]) -> Entry:
    """Return ``entry`` with the authors that arXiv knows where it names none: a journal's answer is compared with them."""
    snapshot = snapshots.get(entry.arxiv_id) if entry.arxiv_id and not entry.authors else None
    return replace(entry, authors=snapshot.authors) if snapshot else entry


def _fresh(stored: Stored | None, today: date, max_age: int | None) -> bool:
    """Say whether a server confirmed ``stored`` less than ``max_age`` days ago; a day in the future was a mistake."""
    if stored is None or max_age is None or stored.provenance is Provenance.FACT_SHEET:
        return False
    return 0 <= (today - stored.confirmed).days < max_age
