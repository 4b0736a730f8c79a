"""Plots of a table as coordinates: values with their spread, and values against size and year. Templates draw them."""

from __future__ import annotations

from dataclasses import dataclass
from math import log10

from rsfm.merge import Catalog
from rsfm.model import Handle
from rsfm.results import Measured, Table

LEFT, RIGHT, STEP, TOP = 240, 612, 18, 12
"""Of a dot plot, in units of its view box: where values begin and end, how far rows are apart, and the margin above."""
FEWEST = 3
"""So many points make a scatter plot."""
_TICKS = 4
_SIDE = 240
_MARGIN = 36


@dataclass(frozen=True, kw_only=True)
class Dot:
    """One value: its place, the ends of its spread, and what it is."""

    x: float
    y: float
    low: float
    high: float
    name: str
    said: str
    own: bool
    """Whether the model's own authors measured it: another sign."""


@dataclass(frozen=True, kw_only=True)
class Tick:
    """One number at an axis."""

    at: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Plot:
    """A dot plot: a row for each value, the better ones above."""

    height: int
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]


@dataclass(frozen=True, kw_only=True)
class Scatter:
    """Values against something else."""

    what: str
    """``parameters`` or ``year``."""
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    side: int = _SIDE


def plot_of(table: Table, names: list[str]) -> Plot:
    """Return the dot plot of ``table``, whose rows are called ``names``."""
    values = [row.measured for row in table.rows]
    low, high = _span([end for v in values for end in _ends(v)])

    def at(value: float) -> float:
        return round(LEFT + (value - low) / (high - low) * (RIGHT - LEFT), 1)

    dots = []
    for number, (value, name) in enumerate(zip(values, names, strict=True)):
        ends = _ends(value)
        y = TOP + STEP * number + STEP // 2
        dots.append(_dot(value, name, at(value.value or 0), y, at(ends[0]), at(ends[1])))
    ticks = tuple(Tick(at=at(value), text=f"{value:.4g}") for value in _steps(low, high))
    return Plot(height=TOP + STEP * (len(values) + 1) + 8, ticks=ticks, dots=tuple(dots))


def scatters_of(table: Table, names: list[str], catalog: Catalog) -> list[Scatter]:
    """Return the values of ``table`` against number of parameters and year, as far as they are known of enough models."""
    known: dict[str, list[tuple[float, Measured, str]]] = {"parameters": [], "year": []}
    for row, name in zip(table.rows, names, strict=True):
        value = row.measured
        paper = catalog.by_id.get(value.paper_id) if value.paper_id else None
        variant = paper.entry.models.get(Handle(value.variant)) if paper else None
        if variant and variant.parameters:
            known["parameters"].append((log10(variant.parameters.middle), value, name))
        if paper:
            known["year"].append((paper.year, value, name))
    return [_scatter(what, points) for what, points in known.items() if len({x for x, _, _ in points}) >= FEWEST]


def _scatter(what: str, points: list[tuple[float, Measured, str]]) -> Scatter:
    left, right = _span([x for x, _, _ in points])
    low, high = _span([value.value or 0 for _, value, _ in points])

    def across(x: float) -> float:
        return round(_MARGIN + (x - left) / (right - left) * (_SIDE - _MARGIN - 8), 1)

    def up(y: float) -> float:
        return round(_SIDE - _MARGIN - (y - low) / (high - low) * (_SIDE - _MARGIN - 8), 1)

    dots = [_dot(value, name, across(x), up(value.value or 0), 0, 0) for x, value, name in points]
    marks = sorted({x for x, _, _ in points})
    ends = (marks[0], marks[-1])
    return Scatter(
        what=what,
        across=tuple(Tick(at=across(x), text=_count(10**x) if what == "parameters" else f"{x:.0f}") for x in ends),
        up=tuple(Tick(at=up(y), text=f"{y:.4g}") for y in _steps(low, high)),
        dots=tuple(dots),
    )


def _dot(value: Measured, name: str, x: float, y: float, low: float, high: float) -> Dot:
    spread = f" ± {value.spread:.2g}" if value.spread else ""
    return Dot(x=x, y=y, low=low, high=high, name=name, said=f"{value.value:.4g}{spread}", own=not value.by)


def _ends(value: Measured) -> tuple[float, float]:
    middle, spread = value.value or 0, value.spread or 0
    return middle - spread, middle + spread


def _span(values: list[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    margin = (high - low) * 0.05 or abs(high) * 0.05 or 1
    return low - margin, high + margin


def _steps(low: float, high: float) -> list[float]:
    return [low + (high - low) * step / _TICKS for step in range(_TICKS + 1)]


def _count(number: float) -> str:
    return f"{number / 1e9:.3g}B" if number >= 1e9 else f"{number / 1e6:.3g}M"  # noqa: PLR2004
