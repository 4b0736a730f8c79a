"""What a harness measured: values that a tool took from its published files, each with its line and commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from rsfm.model.results import UNSTATED
from rsfm.model.words import Handle, Inputs, Protocol


class SpreadKind(StrEnum):
    """What a spread says: the standard deviation over runs, or half of a 95 % confidence interval."""

    DEVIATION = "sd"
    CONFIDENCE = "ci95"


class RerunKey(NamedTuple):
    """What tells one rerun from another of the same harness."""

    on: str
    metric: str
    split: str
    how: str
    head: str
    inputs: str
    note: str
    model: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rerun:
    """One value of one model, as the harness published it."""

    model: str
    """What the harness calls it; ``known_as`` of a variant joins it to the catalog."""
    on: Handle
    metric: Handle
    split: Handle
    how: Protocol
    head: str = UNSTATED
    inputs: Inputs | None = None
    value: str
    """The number in decimal digits."""
    unit: str
    """``fraction``, ``percent`` or the unit the harness prints: nothing is inferred from the number."""
    spread: str = ""
    spread_kind: SpreadKind | None = None
    runs: int | None = None
    note: str = ""
    place: str
    """Path and lines in the harness's repository: ``results/a.csv:L2-L6``."""
    commit: str
    """The commit of that file."""
    superseded: str = ""
    """When and why a newer run took its place; empty while it counts."""

    @property
    def key(self) -> RerunKey:
        """What must differ between two reruns that both count."""
        return RerunKey(self.on, self.metric, self.split, self.how, self.head, self.inputs or "", self.note, self.model)


@dataclass(frozen=True, kw_only=True, slots=True)
class Harness:
    """All that was taken from one harness."""

    name: Handle
    address: str
    commit: str
    licence: str
    taken: date
    rows: tuple[Rerun, ...]

    @property
    def counting(self) -> tuple[Rerun, ...]:
        """The rows that no newer run superseded."""
        return tuple(row for row in self.rows if not row.superseded)
