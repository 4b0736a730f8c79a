"""How many papers each year brought, by family, and how open their code and weights are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rsfm.merge import Catalog
from rsfm.model import Availability
from rsfm.render.pictures.scale import Scale, ScaleMark, marks, round_top

WIDTH, HEIGHT = 400, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 30, 396, 16, 238
STATES = (Availability.OPEN, Availability.ANNOUNCED, Availability.NONE, Availability.UNKNOWN)
"""From the most open to what nobody wrote down; where there is nothing to release, nothing is counted."""
_ROW = 24
_BAR = (64, 346)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of a bar."""

    name: str
    """A term of family, or a state."""
    count: int
    at: float
    length: float


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One year."""

    year: int
    at: float
    total: int
    top: float
    pieces: tuple[Piece, ...]

    def count(self, name: str) -> int:
        """Return how many there are of ``name``."""
        return next((piece.count for piece in self.pieces if piece.name == name), 0)


@dataclass(frozen=True, kw_only=True)
class YearBars:
    """A bar for each year, in pieces by family."""

    bars: tuple[Bar, ...]
    families: tuple[str, ...]
    """Those that occur, the largest first, as they are piled up."""
    thickness: float
    axis: tuple[ScaleMark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = _BOTTOM
    left: int = _LEFT
    right: int = _RIGHT


def papers_by_year(catalog: Catalog) -> YearBars:
    """Return the papers of every year from the first to the last, those without any too."""
    families = tuple(sorted(catalog.by_family, key=lambda term: -len(catalog.by_family[term])))
    counts = {year: Counter(paper.entry.family for paper in papers) for year, papers in catalog.by_year.items()}
    years = range(min(counts, default=0), max(counts, default=-1) + 1)
    top = round_top(max((count.total() for count in counts.values()), default=1))
    up = Scale(low=0, high=top, start=_BOTTOM, end=_TOP)
    step = (_RIGHT - _LEFT) / max(1, len(years))
    bars: list[Bar] = []
    for number, year in enumerate(years):
        below, pieces = 0, []
        count = counts.get(year, Counter())
        for family in families:
            if own := count[family]:
                at = up(below + own)
                pieces.append(Piece(name=family, count=own, at=at, length=round(up(below) - at, 1)))
                below += own
        middle = round(_LEFT + step * (number + 0.5), 1)
        bars.append(Bar(year=year, at=middle, total=below, top=up(below), pieces=tuple(pieces)))
    return YearBars(
        bars=tuple(bars), families=families, thickness=round(min(34, step * 0.72), 1), axis=marks(top, up)[1:]
    )


@dataclass(frozen=True, kw_only=True)
class Openness:
    """For each year the shares of what can be had."""

    what: str
    """``code`` or ``weights``."""
    bars: tuple[Bar, ...]
    height: int
    states: tuple[Availability, ...] = STATES
    width: int = WIDTH
    thickness: int = _ROW - 6


def openness(catalog: Catalog, what: str) -> Openness:
    """Return the shares of each state of ``what``, the latest year first."""
    bars: list[Bar] = []
    for year, papers in catalog.by_year.items():
        states = Counter(getattr(paper.entry, what).state for paper in papers)
        total = sum(states[state] for state in STATES)
        if not total:
            continue
        along = Scale(low=0, high=total, start=_BAR[0], end=_BAR[1])
        before, pieces = 0, []
        for state in STATES:
            if own := states[state]:
                length = round(along(before + own) - along(before), 1)
                pieces.append(Piece(name=state.value, count=own, at=along(before), length=length))
                before += own
        at = 4 + _ROW * len(bars)
        bars.append(Bar(year=year, at=at, total=total, top=0, pieces=tuple(pieces)))
    return Openness(what=what, bars=tuple(bars), height=8 + _ROW * len(bars))
