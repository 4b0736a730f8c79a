"""What the home page computes anew each time: what just happened, and what to take for a task."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rsfm.history import event_said
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import Availability, EventKind, PaperId

_SHOWN = 5
"""So many of each kind of news are named."""
_WEEK, _MONTH = timedelta(days=7), timedelta(days=30)
_RELEASES = (EventKind.CODE_RELEASED, EventKind.WEIGHTS_RELEASED, EventKind.DATA_RELEASED, EventKind.WEIGHTS_UPDATED)
TASKS = 9
PICKS = 3
"""Papers for each task."""
_MODEL = "model"


@dataclass(frozen=True, kw_only=True)
class News:
    """One thing that happened."""

    date: str
    text: str
    paper_id: str


@dataclass(frozen=True, kw_only=True)
class Fresh:
    """What happened lately of one kind."""

    what: str
    """``added``, ``accepted`` or ``released``."""
    week: int
    month: int
    shown: tuple[News, ...]
    """The latest of each paper, even where they are older than a month."""


def last_day(catalog: Catalog) -> date | None:
    """Return the day up to which the catalog knows anything: a build does not know what day it is."""
    return max((paper.entry.added for paper in catalog.papers), default=None)


def fresh(catalog: Catalog, locale: Locale) -> list[Fresh]:
    """Return what was added, accepted and released lately."""
    end = last_day(catalog)
    if end is None:
        return []
    added = sorted(catalog.papers, key=lambda paper: (paper.entry.added, paper.newness), reverse=True)
    found = [
        _fresh(
            "added",
            end,
            [paper.entry.added for paper in added],
            [
                News(date=paper.entry.added.isoformat(), text=paper.entry.name, paper_id=paper.paper_id)
                for paper in added[:_SHOWN]
            ],
        )
    ]
    for what, kinds in (("accepted", (EventKind.ACCEPTED,)), ("released", _RELEASES)):
        events = [
            event for event in catalog.happenings if event.what in kinds and PaperId(event.paper_id) in catalog.by_id
        ]
        told: dict[str, News] = {}
        for event in events:
            news = News(date=event.date, text=event_said(event, locale), paper_id=event.paper_id)
            told.setdefault(event.paper_id, news)
        found.append(_fresh(what, end, [event.day for event in events], list(told.values())[:_SHOWN]))
    return found


def _fresh(what: str, end: date, days: Iterable[date], shown: Iterable[News]) -> Fresh:
    days = list(days)

    def within(span: timedelta) -> int:
        return sum(timedelta(0) <= end - day < span for day in days)

    return Fresh(what=what, week=within(_WEEK), month=within(_MONTH), shown=tuple(shown))


def picks(catalog: Catalog, tasks: int = TASKS, each: int = PICKS) -> list[tuple[str, int, list[Paper]]]:
    """Return the tasks with most papers, how many they are, and the models to look at first."""
    counts = Counter(task for paper in catalog.papers for task in paper.entry.model.tasks)
    return [
        (task, count, first(catalog, lambda paper, task=task: task in paper.entry.model.tasks, each))  # type: ignore[misc]
        for task, count in counts.most_common(tasks)
    ]


def first(catalog: Catalog, fits: Callable[[Paper], bool], count: int) -> list[Paper]:
    """Return the models to look at first: those that can be had, then those on which most stand, then the newest."""

    def worth(paper: Paper) -> tuple[bool, int, bool, tuple[str, str]]:
        entry = paper.entry
        had = entry.weights.state is Availability.OPEN
        return (had, catalog.named_by.get(paper.paper_id, 0), entry.code.state is Availability.OPEN, paper.newness)

    return sorted((p for p in catalog.papers if _MODEL in p.entry.kinds and fits(p)), key=worth, reverse=True)[:count]
