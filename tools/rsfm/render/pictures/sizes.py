"""How large models are, against the time at which they appeared."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.render.numbers import short
from rsfm.render.pictures.scale import Mark, Scale, when

WIDTH, HEIGHT = 900, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 800, 12, 368
_LABELS = 26
"""So many of the models are named in the picture, as far as there is room."""
_LETTER, _LINE = 6.4, 12


@dataclass(frozen=True, kw_only=True)
class Size:
    """One model."""

    paper: Paper
    variant: str
    x: float
    y: float
    said: str
    label: str
    """Empty where there is no room for it."""


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """All models whose number of parameters is known, the smallest first."""

    dots: tuple[Size, ...]
    across: tuple[Mark, ...]
    up: tuple[Mark, ...]
    papers: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = _RIGHT
    base: int = _BOTTOM


def sizes(catalog: Catalog, locale: Locale) -> Sizes:
    """Return the models of the catalog by size and time; the largest of a paper bears its name."""
    found = [
        (paper, variant.label or name, variant.parameters)
        for paper in catalog.papers
        for name, variant in paper.entry.models.items()
        if variant.parameters
    ]
    if not found:
        return Sizes(dots=(), across=(), up=(), papers=0)
    logs = [log10(size.middle) for _, _, size in found]
    times = [when(paper) for paper, _, _ in found]
    up = Scale(low=floor(min(logs)), high=ceil(max(logs)), start=_BOTTOM, end=_TOP)
    across = Scale(low=floor(min(times)), high=ceil(max(times)), start=_LEFT, end=_RIGHT)
    placed = sorted(
        ((across(when(paper)), up(log10(size.middle)), paper, name, size.middle) for paper, name, size in found),
        key=lambda each: each[4],
    )
    named = _named(placed, catalog)
    return Sizes(
        dots=tuple(
            Size(
                paper=paper,
                variant=str(name),
                x=x,
                y=y,
                said=short(size, locale),
                label=paper.entry.name if number in named else "",
            )
            for number, (x, y, paper, name, size) in enumerate(placed)
        ),
        across=tuple(Mark(at=across(year), text=str(year)) for year in range(int(across.low), int(across.high) + 1)),
        up=tuple(Mark(at=up(power), text=short(10**power, locale)) for power in range(int(up.low), int(up.high) + 1)),
        papers=len({paper.paper_id for paper, _, _ in found}),
    )


def _named(placed: list[tuple[float, float, Paper, str, float]], catalog: Catalog) -> set[int]:
    """Return the places of those that are named: on which most stand first, as long as no name covers another."""
    largest = {each[2].paper_id: number for number, each in enumerate(placed)}
    taken: list[tuple[float, float, float]] = []
    named: set[int] = set()
    for paper_id in sorted(largest, key=lambda each: (-catalog.named_by.get(each, 0), -largest[each])):
        x, y, paper, _, _ = placed[largest[paper_id]]
        end = x + 8 + _LETTER * len(paper.entry.name)
        if end < WIDTH and all(abs(y - other) >= _LINE or end < left or x > right for left, right, other in taken):
            taken.append((x, end, y))
            named.add(largest[paper_id])
        if len(named) == _LABELS:
            break
    return named
