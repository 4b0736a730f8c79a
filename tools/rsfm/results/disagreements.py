"""Disagreements: values of one model on one benchmark that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from rsfm.model import Benchmark, Handle, PaperId
from rsfm.model.results import UNSTATED
from rsfm.results.measured import Measured
from rsfm.results.units import PERCENT

POINTS = 2.0
"""How far percentages may lie apart where no source gives a spread."""
SHARE = 0.02
"""How far other values may, as a share of the larger one."""


@dataclass(frozen=True, kw_only=True)
class Disagreement:
    """What sources say of one variant on one benchmark, split and metric."""

    paper_id: PaperId
    variant: str
    on: str
    split: str
    metric: str
    sides: tuple[Measured, ...]
    """Every value that another one contradicts, the smallest first."""

    @property
    def apart(self) -> float:
        """How far the two ends lie apart, in the unit of the benchmark."""
        return round((self.sides[-1].value or 0) - (self.sides[0].value or 0), 10)


def disagreements_of(values: Iterable[Measured], benchmarks: Mapping[Handle, Benchmark]) -> tuple[Disagreement, ...]:
    """Return every disagreement, over all origins and protocols, the farthest apart first within each unit."""
    groups: dict[tuple[PaperId, str, str, str, str], list[Measured]] = {}
    for value in values:
        if value.paper_id and value.value is not None and value.on in benchmarks:
            key = (value.paper_id, value.variant, value.on, value.split, value.metric)
            groups.setdefault(key, []).append(value)
    found = []
    for (paper_id, variant, on, split, metric), some in groups.items():
        benchmark = benchmarks[Handle(on)]
        once = list({each.record: each for each in some}.values())
        pairs = [(a, b) for a, b in combinations(once, 2) if contradict(a, b, benchmark)]
        if pairs:
            sides = sorted({id(each): each for pair in pairs for each in pair}.values(), key=lambda v: v.value or 0)
            found.append(
                Disagreement(paper_id=paper_id, variant=variant, on=on, split=split, metric=metric, sides=tuple(sides))
            )
    percent = {
        (on, metric): what.unit == PERCENT
        for on, benchmark in benchmarks.items()
        for metric, what in benchmark.metrics.items()
    }
    return tuple(sorted(found, key=lambda d: (not percent[Handle(d.on), Handle(d.metric)], -d.apart, d.paper_id, d.on)))


def contradict(one: Measured, other: Measured, benchmark: Benchmark) -> bool:
    """Say whether two values of one variant, benchmark, split and metric cannot both be true.

    Two protocols that are stated and differ explain any distance; so does whatever else varies on the benchmark, and so
    do two notes.
    """
    said = zip(_stated(one, benchmark), _stated(other, benchmark), strict=True)
    if any(a != b and not _open(a) and not _open(b) for a, b in said):
        return False
    if one.value is None or other.value is None:
        return False
    apart = abs(one.value - other.value)
    spreads = [spread for spread in (one.spread, other.spread) if spread is not None]
    if spreads:
        return apart > max(spreads)
    if benchmark.metrics[Handle(one.metric)].unit == PERCENT:
        return apart > POINTS
    return apart > SHARE * max(abs(one.value), abs(other.value))


def _stated(value: Measured, benchmark: Benchmark) -> tuple[str, ...]:
    # Where notes tell runs apart, none is one too: nothing was special.
    note = value.note or ("-" if "note" in benchmark.varies else "")
    return (value.how, note, *(getattr(value, name) for name in benchmark.varies if name != "note"))


def _open(said: str) -> bool:
    return not said or said.startswith(UNSTATED)
