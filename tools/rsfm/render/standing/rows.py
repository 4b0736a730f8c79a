"""What a page shows of results: a row, a table, and how one paper stands; words only, nothing to compute."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.render.references import Cited
from rsfm.results import Table


@dataclass(frozen=True, kw_only=True)
class ShownRow:
    """One value as a reader sees it."""

    rank: str
    """``2nd of 7`` in words; empty where there is no contest."""
    place: int
    """The rank as a number; 0 where there is none."""
    best: bool
    contest: int | None
    model: str
    paper_id: str
    """The entry that it leads to; empty where there is none."""
    variant: str
    value: str
    typed: str
    """As its source prints it, where that differs."""
    head: str
    inputs: str
    note: str
    by: str
    parameters: str
    size: int
    """Its parameters as a number, the most where they are a range; 0 where nothing is known."""
    year: str
    family: str
    open_weights: bool
    source: Cited | None
    reason: str
    """Why it is in no table."""
    missed: bool
    """Whether it was looked for at its line and not found."""


@dataclass(frozen=True, kw_only=True)
class ShownTable:
    """One table with its caption."""

    anchor: str
    caption: str
    rows: tuple[ShownRow, ...]
    models: int
    table: Table


@dataclass(frozen=True, kw_only=True)
class ShownGroup:
    """How a paper's models stand in one table, or what they have under one protocol that has none."""

    benchmark: str
    name: str
    anchor: str
    """The table; empty where there is none."""
    split: str
    metric: str
    protocol: str
    rows: tuple[ShownRow, ...]
