"""What a feed tells: a paper that came, or something that happened to one, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import quote

from rsfm.history import Happening, changes_said, event_said, last_week
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import ChangeKind

AUTHORITY = "tag:rsfm-atlas.github.io,2026"
"""Begins every id (RFC 4151). It is a name, not an address: it stays when the site moves."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of a feed."""

    id: str
    title: str
    text: str
    tail: str
    """The page it leads to, below the folder of the locale."""
    published: date
    updated: date
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    """The papers it is about."""


class Items:
    """Every item of one locale, newest first."""

    def __init__(self, catalog: Catalog, locale: Locale) -> None:
        self._catalog = catalog
        self._locale = locale

    @cached_property
    def events(self) -> tuple[Item, ...]:
        """What happened and is news."""
        return tuple(self._event(event) for event in self._catalog.happenings if event.is_news)

    @cached_property
    def week(self) -> tuple[Item, ...]:
        """What happened in the last days in which something did."""
        return tuple(self._event(event) for event in last_week([e for e in self._catalog.happenings if e.is_news]))

    @cached_property
    def all(self) -> tuple[Item, ...]:
        """Papers, and what happened to them later, newest first."""
        papers = [self._paper(paper, latest) for paper, latest in self._papers()]
        # An item of its own tells that a paper came.
        came = {ChangeKind.ADDED, ChangeKind.LOADED}
        events = [self._event(each) for each in self._catalog.happenings if each.is_news and each.what not in came]
        return tuple(sorted((*papers, *events), key=lambda item: item.published, reverse=True))

    def _papers(self) -> Iterator[tuple[Paper, date]]:
        latest: dict[str, date] = {}
        for event in self._catalog.happenings:
            if event.is_news and event.what is not ChangeKind.LOADED:
                latest[event.paper_id] = max(event.seen, latest.get(event.paper_id, event.seen))
        for paper in self._catalog.papers:
            yield paper, max(paper.entry.added, latest.get(paper.paper_id, paper.entry.added))

    def _paper(self, paper: Paper, updated: date) -> Item:
        entry, locale = paper.entry, self._locale
        point = entry.prose.one_line.text.best(locale) if entry.prose and entry.prose.one_line else ""
        terms: Mapping[str, tuple[str, ...]] = {"family": (entry.family,), "task": entry.model.tasks}
        tags = [
            self._catalog.taxonomy[vocabulary][name].label.best(locale)
            for vocabulary, names in terms.items()
            for name in names
        ]
        return Item(
            id=f"{AUTHORITY}:{locale}/papers/{entry.first_id}",
            title=entry.title if entry.title.startswith(entry.name) else f"{entry.name} – {entry.title}",
            text=point or entry.title,
            tail=f"papers/{entry.paper_id}/",
            published=entry.added,
            updated=updated,
            authors=paper.authors,
            tags=tuple(dict.fromkeys(tags)),
            papers=(entry.paper_id,),
        )

    def _event(self, event: Happening) -> Item:
        locale = self._locale
        there = event.paper_id in self._catalog.by_id
        title = event_said(event, locale)
        return Item(
            id=f"{AUTHORITY}:{locale}/events/{quote(event.key)}",
            title=title,
            text=changes_said(event, locale) or title,
            tail=f"papers/{event.paper_id}/" if there else "news/",
            published=event.day,
            updated=max(event.day, event.seen),
            papers=(event.paper_id,) if event.paper_id else (),
        )
