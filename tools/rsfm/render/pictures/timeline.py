"""When models of each family appeared: a lane for each family, a dot for each model, piled up by the quarter."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.merge import Catalog, Paper
from rsfm.render.pictures.scale import Scale, ScaleMark, when

WIDTH = 900
_LEFT, _RIGHT, _TOP = 8, 880, 20
_DOT = 7
_HEAD = 34
"""Above the dots of a lane: its name and the names of models."""
_QUARTERS = 4
_NAMED = 7
"""So many models of a lane are named: those on which most others stand."""
_LETTER = 6.4
_MODEL = "model"


@dataclass(frozen=True, kw_only=True)
class TimelineDot:
    """One model."""

    paper: Paper
    x: float
    y: float
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Lane:
    """The models of one family, the oldest first."""

    family: str
    top: float
    base: float
    dots: tuple[TimelineDot, ...]


@dataclass(frozen=True, kw_only=True)
class Timeline:
    """All lanes with the years they share."""

    lanes: tuple[Lane, ...]
    years: tuple[ScaleMark, ...]
    height: float
    width: int = WIDTH
    left: int = _LEFT
    right: int = _RIGHT


def timeline(catalog: Catalog) -> Timeline:
    """Return every paper that presents a model, by family and time."""
    by_family = {
        family: [paper for paper in reversed(papers) if _MODEL in paper.entry.kinds]
        for family, papers in catalog.by_family.items()
    }
    times = [when(paper) for papers in by_family.values() for paper in papers]
    if not times:
        return Timeline(lanes=(), years=(), height=_TOP)
    across = Scale(low=int(min(times)), high=int(max(times)) + 1, start=_LEFT, end=_RIGHT)
    lanes, top = [], float(_TOP)
    for family, papers in sorted(by_family.items(), key=lambda item: -len(item[1])):
        if papers:
            lane = _lane(family, papers, across, top, catalog)
            lanes.append(lane)
            top = lane.base + 8
    years = tuple(ScaleMark(at=across(year), text=str(year)) for year in range(int(across.low), int(across.high)))
    return Timeline(lanes=tuple(lanes), years=years, height=top + 4)


def _lane(family: str, papers: list[Paper], across: Scale, top: float, catalog: Catalog) -> Lane:
    piles: dict[float, list[Paper]] = {}
    for paper in papers:
        piles.setdefault(int(when(paper) * _QUARTERS) / _QUARTERS, []).append(paper)
    base = top + _HEAD + _DOT * max(map(len, piles.values()))
    labels = _labels(papers, piles, across, catalog)
    dots = [
        TimelineDot(
            paper=paper,
            x=across(quarter + 0.5 / _QUARTERS),
            y=round(base - _DOT * (number + 0.5), 1),
            label=labels.get(paper.paper_id, ""),
        )
        for quarter, pile in sorted(piles.items())
        # Those that are named lie on top, under their names.
        for number, paper in enumerate(sorted(pile, key=lambda each: each.paper_id in labels))
    ]
    return Lane(family=family, top=top, base=base, dots=tuple(dots))


def _labels(papers: list[Paper], piles: dict[float, list[Paper]], across: Scale, catalog: Catalog) -> dict[str, str]:
    """Return the names that are shown: of those on which most stand, as far as they cover no dot and no other name."""
    found: dict[str, str] = {}
    taken: list[tuple[float, float]] = []
    for paper in sorted(papers, key=lambda each: (-catalog.named_by.get(each.paper_id, 0), each.newness)):
        own = int(when(paper) * _QUARTERS) / _QUARTERS
        half = _LETTER * len(paper.entry.name) / 2 + 4
        left, right = across(own + 0.5 / _QUARTERS) - half, across(own + 0.5 / _QUARTERS) + half
        beside = [pile for start, pile in piles.items() if left < across(start + 0.5 / _QUARTERS) < right]
        free = all(right < start or left > end for start, end in taken)
        if free and left > _LEFT and right < WIDTH and max(map(len, beside)) <= len(piles[own]):
            taken.append((left, right))
            found[paper.paper_id] = paper.entry.name
        if len(found) == _NAMED:
            break
    return found
