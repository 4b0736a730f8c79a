"""What a run of fetching found: asked, new, changed, unchanged, missing, withdrawn, failed."""

from __future__ import annotations

from collections import Counter
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from typing import Any

from rsfm.fetch.faults import Refusal
from rsfm.model import Publication, Repository, Snapshot

Stored = Snapshot | Publication | Repository

NOT_FACTS = {"confirmed", "source"}
"""Fields that tell of the asking, not of the paper."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One field of one paper or repository that differs from what was stored."""

    key: str
    """arXiv id, DOI or ``owner/name``."""
    field: str
    old: Any
    """``None`` where the field was not there."""
    new: Any


@dataclass(kw_only=True)
class Report:
    """The course of a run, by key (arXiv id, DOI or ``owner/name``), in the order of the answers."""

    asked: list[str] = field(default_factory=list)
    fresh: list[str] = field(default_factory=list)
    """Confirmed recently enough not to be asked for."""
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    changes: list[Difference] = field(default_factory=list)
    """Of the changed ones what changed, of the new ones everything."""
    unchanged: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    """The server answered and does not have them; what was stored stays."""
    withdrawn: list[str] = field(default_factory=list)
    """Refreshed, and said to be withdrawn."""
    failed: dict[str, Refusal] = field(default_factory=dict)
    """What was stored stays."""
    titles: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Refreshed, but the source's title (second) is not the curated one (first)."""

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for was refreshed."""
        return not self.missing and not self.failed

    @property
    def changes_by_field(self) -> dict[str, int]:
        """How many of the changed ones changed in each field, most first."""
        new = set(self.new)
        return dict(Counter(change.field for change in self.changes if change.key not in new).most_common())

    def to_dict(self, *, dry_run: bool) -> dict[str, Any]:
        """Return the report as JSON can write it."""
        return {
            "asked": self.asked,
            "fresh": self.fresh,
            "new": self.new,
            "changed": self.changed,
            "changed_by_field": self.changes_by_field,
            "changes": [vars(change) for change in self.changes],
            "unchanged": self.unchanged,
            "missing": self.missing,
            "withdrawn": self.withdrawn,
            "failed": {
                key: {"fault": value.fault, "status": value.status, "en": value.detail.en, "zh": value.detail.zh}
                for key, value in self.failed.items()
            },
            "titles": {key: {"curated": one, "source": other} for key, (one, other) in self.titles.items()},
            "complete": self.complete,
            "dry_run": dry_run,
        }


def differences(key: str, old: Stored | None, new: Stored) -> list[Difference]:
    """Return the facts in which ``new`` differs from ``old``; for a new one, the facts it has."""
    found = []
    for f in fields(new):
        before = getattr(old, f.name) if old else (None if f.default is MISSING else f.default)
        after = getattr(new, f.name)
        if f.name not in NOT_FACTS and before != after:
            found.append(Difference(key=key, field=f.name, old=_plain(before), new=_plain(after)))
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
