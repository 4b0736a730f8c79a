"""What happened, as readers are told: the history that was written down, and what entries say that it does not have yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from rsfm.history.happening import Happening
from rsfm.history.states import added
from rsfm.model import ChangeKind, Entry

_WEEK = timedelta(days=7)


def news(entries: Iterable[Entry], history: Iterable[Happening]) -> tuple[Happening, ...]:
    """Return every event, newest first, each once; ``Happening.is_news`` says which are worth telling."""
    entries = tuple(entries)
    present: dict[str, str] = {former: entry.paper_id for entry in entries for former in entry.former_ids}
    found = {_today(each): each for each in (_of_present(each, present) for each in history)}
    known = {each.paper_id for each in found.values() if each.what is ChangeKind.ADDED}
    known |= {paper_id for each in found.values() for paper_id in each.papers}
    first: dict[str, str] = {entry.paper_id: entry.first_id for entry in entries if entry.former_ids}
    for each in (*added([entry for entry in entries if entry.paper_id not in known]), *_said(entries)):
        found.setdefault(each.key, replace(each, told_as=first.get(each.paper_id, "")))
    return tuple(sorted(found.values(), key=lambda each: each.order, reverse=True))


def _said(entries: Iterable[Entry]) -> Iterator[Happening]:
    """Yield what the entries themselves say happened."""
    for entry in entries:
        for event in entry.events:
            # Nobody wrote down when this was learnt: at the earliest when the entry came.
            yield Happening(
                date=event.date,
                seen=entry.added,
                what=event.what,
                paper_id=entry.paper_id,
                name=entry.name,
                of=event.of or "",
                source=event.source or "",
            )


def _of_present(event: Happening, present: Mapping[str, str]) -> Happening:
    """Return ``event`` of the entries as they are called now; it keeps the key by which it was told."""
    papers = tuple(present.get(paper_id, paper_id) for paper_id in event.papers)
    if event.paper_id in present:
        return replace(event, paper_id=present[event.paper_id], told_as=event.paper_id, papers=papers)
    return replace(event, papers=papers)


def _today(event: Happening) -> str:
    """Return the key that ``event`` would have were it told today: of a renamed entry it is told once all the same."""
    return replace(event, told_as="").key


def last_week(events: Sequence[Happening]) -> list[Happening]:
    """Return those of ``events`` of the seven days up to the last one, newest first as they are."""
    if not events:
        return []
    last = max(event.day for event in events)
    return [event for event in events if last - event.day < _WEEK]
