"""What happened between two states of ``papers/``: a pure function of the entries before and after."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from rsfm.history.entries import changes_of
from rsfm.history.happening import BULK, Change, Happening
from rsfm.identity import Identity, KnownPapers
from rsfm.model import ChangeKind, Entry, EventKind


def between(
    before: Iterable[Entry],
    after: Iterable[Entry],
    day_of: Mapping[str, date],
    today: date,
    *,
    unreadable: Collection[str] = (),
) -> list[Happening]:
    """Return every event from one state to the next, in order.

    ``day_of`` says when each entry was changed, ``today`` when one that it does not name was. Entries whose earlier
    state is ``unreadable`` are not compared: nobody knows what happened to them.
    """
    old = {entry.paper_id: entry for entry in before}
    new = {entry.paper_id: entry for entry in after}
    came = [entry for paper_id, entry in new.items() if paper_id not in old and paper_id not in unreadable]
    gone = [entry for paper_id, entry in old.items() if paper_id not in new]
    found: list[Happening] = []
    by_sign = KnownPapers((entry, _identity_of(entry)) for entry in came)
    for entry in list(gone):
        found_again = (
            other for other, sign, _ in by_sign.find(_identity_of(entry)) if sign.is_certain and other in came
        )
        if renamed := next(found_again, None):
            came.remove(renamed)
            gone.remove(entry)
            day = day_of.get(renamed.paper_id, today)
            found.append(_renamed(entry, renamed, day))
            found += changes_of(entry, renamed, day)
    found += added(came)
    for entry in gone:
        day = day_of.get(entry.paper_id, today)
        found.append(_of(entry, ChangeKind.REMOVED, day, day))
    for paper_id, entry in new.items():
        if paper_id in old and old[paper_id] != entry:
            found += changes_of(old[paper_id], entry, day_of.get(paper_id, today))
    return sorted(found, key=lambda each: each.order)


def added(entries: Collection[Entry]) -> Iterator[Happening]:
    """Yield that ``entries`` came; many of one day are one event."""
    by_day: dict[date, list[Entry]] = {}
    for entry in entries:
        by_day.setdefault(entry.added, []).append(entry)
    for day, came in by_day.items():
        if len(came) >= BULK:
            papers = tuple(sorted(entry.paper_id for entry in came))
            yield Happening(date=day.isoformat(), seen=day, what=ChangeKind.LOADED, papers=papers)
        else:
            yield from (_of(entry, ChangeKind.ADDED, day, day) for entry in came)


def _of(entry: Entry, what: ChangeKind, day: date, seen: date) -> Happening:
    return Happening(date=day.isoformat(), seen=seen, what=what, paper_id=entry.paper_id, name=entry.name)


def _renamed(old: Entry, new: Entry, day: date) -> Happening:
    change = Change(field="paper_id", was=old.paper_id, now=new.paper_id)
    return Happening(
        date=day.isoformat(),
        seen=day,
        what=EventKind.RENAMED,
        paper_id=new.paper_id,
        name=new.name,
        changes=(change,),
    )


def _identity_of(entry: Entry) -> Identity:
    return Identity(arxiv_id=entry.arxiv_id or "", dois=(entry.doi or "",), titles=(entry.title,))
