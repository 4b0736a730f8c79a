"""What happened, as readers are told: the history that was written down, and what entries say that it does not have yet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from rsfm.history.happening import Happening
from rsfm.history.states import added
from rsfm.model import ChangeKind, Entry

_WEEK = timedelta(days=7)


def news(entries: Iterable[Entry], history: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return every event, newest first, each once; ``Happening.is_news`` says which are worth telling."""
    found = {each.key: each for each in history}
    known = {each.paper_id for each in found.values() if each.what is ChangeKind.ADDED}
    known |= {paper_id for each in found.values() for paper_id in each.papers}
    entries = tuple(entries)
    for each in added([entry for entry in entries if entry.paper_id not in known]):
        found.setdefault(each.key, each)
    for entry in entries:
        for event in entry.events:
            # Nobody wrote down when this was learnt: at the earliest when the entry came.
            told = Happening(
                date=event.date,
                seen=entry.added,
                what=event.what,
                paper_id=entry.paper_id,
                name=entry.name,
                of=event.of or "",
                source=event.source or "",
            )
            found.setdefault(told.key, told)
    return tuple(sorted(found.values(), key=lambda each: each.order, reverse=True))


def last_week(events: Sequence[Happening]) -> list[Happening]:
    """Return those of ``events`` of the seven days up to the last one, newest first as they are."""
    if not events:
        return []
    last = max(event.day for event in events)
    return [event for event in events if last - event.day < _WEEK]
