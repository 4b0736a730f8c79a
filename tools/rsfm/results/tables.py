"""Tables: one benchmark, split, metric and protocol each; ranks only among rows that are alike in all that varies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from rsfm.model import Benchmark, Better, Handle
from rsfm.results.comparing import conditions, not_in_a_table, tied, unstated
from rsfm.results.measured import Measured


class TableKey(NamedTuple):
    """What all values of a table have in common."""

    on: str
    split: str
    metric: str
    how: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """One value in its table."""

    measured: Measured
    rank: int | None = None
    """Its place among the rows it may be compared with; ``None`` where there is no contest."""
    of: int = 0
    """How many rows that contest has."""
    ties: bool = False
    """Whether another row has the same rank."""
    contest: int | None = None
    """Which contest of the table it is part of, from 1."""

    @property
    def best(self) -> bool:
        """Whether nothing in its contest is better."""
        return self.rank == 1


@dataclass(frozen=True, kw_only=True)
class Table:
    """What may stand side by side."""

    key: TableKey
    rows: tuple[Row, ...]
    """The better value first."""

    @property
    def models(self) -> int:
        """How many models it has; sizes of one model are one."""
        return len({row.measured.model for row in self.rows})

    @property
    def contests(self) -> int:
        """How many contests it has."""
        return max((row.contest or 0 for row in self.rows), default=0)


def tables_of(values: Iterable[Measured], benchmarks: Mapping[Handle, Benchmark]) -> tuple[Table, ...]:
    """Return every table, in the order of the benchmarks, then by split, metric and protocol."""
    groups: dict[TableKey, list[Measured]] = {}
    for value in values:
        if value.on in benchmarks and not not_in_a_table(value):
            groups.setdefault(TableKey(value.on, value.split, value.metric, value.how), []).append(value)
    order = {name: place for place, name in enumerate(benchmarks)}
    keys = sorted(groups, key=lambda key: (order[Handle(key.on)], *key[1:]))
    return tuple(_table(key, groups[key], benchmarks[Handle(key.on)]) for key in keys)


def _table(key: TableKey, values: list[Measured], benchmark: Benchmark) -> Table:
    higher = benchmark.metrics[Handle(key.metric)].better is Better.HIGHER
    ordered = sorted(
        values, key=lambda v: (-(v.value or 0) if higher else (v.value or 0), v.model, v.variant, v.source)
    )
    contests: dict[tuple[str, ...], list[int]] = {}
    for place, value in enumerate(ordered):
        if not value.tuned_on and not unstated(value, benchmark):
            contests.setdefault((value.by, *conditions(value, benchmark)), []).append(place)
    rows = [Row(measured=value) for value in ordered]
    number = 0
    for places in contests.values():
        # Sizes of one model are no contest.
        if len({ordered[place].model for place in places}) > 1:
            number += 1
            for place, row in zip(places, _ranked([rows[place] for place in places]), strict=True):
                rows[place] = replace(row, contest=number)
    return Table(key=key, rows=tuple(rows))


def _ranked(rows: list[Row]) -> list[Row]:
    """Give ranks to rows in order, the best first: what is within the spread of the first of a rank shares it."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and tied(groups[-1][0].measured, row.measured):
            groups[-1].append(row)
        else:
            groups.append([row])
    ranked: list[Row] = []
    for group in groups:
        rank = len(ranked) + 1
        ranked += [replace(row, rank=rank, of=len(rows), ties=len(group) > 1) for row in group]
    return ranked
