"""One event of the history: what entries say happened, and what happened to entries, in one vocabulary."""

from __future__ import annotations

import datetime
import hashlib
import json
from dataclasses import dataclass

from rsfm.model import ChangeKind, EventKind

BULK = 30
"""So many entries that arrive at once are one event: the catalog was loaded."""
NEWS_DAYS = 60
"""What is learnt so many days after it happened is no news."""


What = EventKind | ChangeKind


@dataclass(frozen=True, kw_only=True)
class Change:
    """One field that says something else than before."""

    field: str
    """Its dotted path: ``venue.name``, ``variants.base.parameters``."""
    was: str | None = None
    """Nothing where it was not known, or is too long to repeat."""
    now: str | None = None


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One event with its date."""

    date: str
    """When it happened: a day or a month."""
    seen: datetime.date
    """When the catalog learnt of it."""
    what: What
    paper_id: str = ""
    """Empty for what concerns many entries."""
    told_as: str = ""
    """The paper_id that the entry had when this was told first, where it has another now."""
    name: str = ""
    """What the paper was called then: it may be gone."""
    of: str = ""
    """The variant, data set or benchmark meant."""
    source: str = ""
    changes: tuple[Change, ...] = ()
    papers: tuple[str, ...] = ()
    """The entries that came at once."""

    @property
    def day(self) -> datetime.date:
        """The date as a day; a month is its first day."""
        return datetime.date.fromisoformat(self.date if len(self.date) > len("2024-05") else f"{self.date}-01")

    @property
    def key(self) -> str:
        """What tells it from every other event, for ever: never the wording of it."""
        steps = [
            self.told_as or self.paper_id or "catalog",
            self.what.value,
            self.date,
            *([self.of] if self.of else []),
        ]
        if self.what in (ChangeKind.CHANGED, ChangeKind.CORRECTED):
            said = json.dumps([[change.field, change.was, change.now] for change in self.changes])
            steps.append(hashlib.sha256(said.encode()).hexdigest()[:8])
        return "/".join(steps)

    @property
    def is_news(self) -> bool:
        """Whether readers should be told: it is of interest, and was learnt soon after it happened."""
        return self.what is not ChangeKind.CHANGED and (self.seen - self.day).days <= NEWS_DAYS

    @property
    def order(self) -> tuple[datetime.date, str]:
        """Sort key: by day, then by key."""
        return (self.day, self.key)
