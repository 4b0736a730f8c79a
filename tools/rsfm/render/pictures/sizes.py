"""How large models are, and how much they saw in pre-training, against the time at which they appeared."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10

from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import DataRole, Quantity, TermName
from rsfm.model.register import Unit
from rsfm.render.numbers import counted, said, short
from rsfm.render.pictures.scale import Scale, ScaleMark, when

WIDTH, HEIGHT = 900, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 800, 12, 368
_LABELS = 26
"""So many of the models are named in the picture, as far as there is room."""
_LETTER, _LINE = 6.4, 12


LEARNT_IN = ("images", "samples")
"""The units in which amounts of pre-training data are near enough to stand on one scale."""


@dataclass(frozen=True, kw_only=True)
class Size:
    """One model, or the data that one was pre-trained on."""

    paper: Paper
    variant: str
    """Its name, or that of the data."""
    x: float
    y: float
    said: str
    """The number, of data with its unit."""
    label: str
    """Empty where there is no room for it."""


@dataclass(frozen=True, kw_only=True)
class Sizes:
    """All models, or data, whose number is known, the smallest first."""

    dots: tuple[Size, ...]
    across: tuple[ScaleMark, ...]
    up: tuple[ScaleMark, ...]
    papers: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = _RIGHT
    base: int = _BOTTOM


def sizes(catalog: Catalog, locale: Locale) -> Sizes:
    """Return the models of the catalog by size and time; the largest of a paper bears its name."""
    return _placed(
        [
            (paper, variant.label or name, "", variant.parameters)
            for paper in catalog.papers
            for name, variant in paper.entry.models.items()
            if variant.parameters
        ],
        catalog,
        locale,
    )


def amounts(catalog: Catalog, locale: Locale) -> Sizes:
    """Return the pre-training data of the catalog by amount and time, those that are counted in ``LEARNT_IN``.

    Data counted in two of the units is one dot, by the first of them; the largest of a paper bears the paper's name.
    """
    found = []
    for paper in catalog.papers:
        for data in paper.entry.data:
            unit = next((unit for unit in LEARNT_IN if unit in data.count), "")
            if unit and DataRole.PRETRAINING in data.role:
                found.append((paper, data.name, unit, data.count[unit]))
    return _placed(found, catalog, locale)


def _placed(found: list[tuple[Paper, str, str, Quantity]], catalog: Catalog, locale: Locale) -> Sizes:
    """Return numbers of papers in their places; each has a name, and a unit or none."""
    if not found:
        return Sizes(dots=(), across=(), up=(), papers=0)
    logs = [log10(size.middle) for *_, size in found]
    times = [when(paper) for paper, *_ in found]
    up = Scale(low=floor(min(logs)), high=ceil(max(logs)), start=_BOTTOM, end=_TOP)
    across = Scale(low=floor(min(times)), high=ceil(max(times)), start=_LEFT, end=_RIGHT)
    placed = sorted(
        ((across(when(paper)), up(log10(size.middle)), paper, name, unit, size) for paper, name, unit, size in found),
        key=lambda each: each[5].middle,
    )
    named = _named(placed, catalog)
    return Sizes(
        dots=tuple(
            Size(
                paper=paper,
                variant=str(name),
                x=x,
                y=y,
                said=_said(size, unit, catalog, locale),
                label=paper.entry.name if number in named else "",
            )
            for number, (x, y, paper, name, unit, size) in enumerate(placed)
        ),
        across=tuple(
            ScaleMark(at=across(year), text=str(year)) for year in range(int(across.low), int(across.high) + 1)
        ),
        up=tuple(
            ScaleMark(at=up(power), text=short(10**power, locale)) for power in range(int(up.low), int(up.high) + 1)
        ),
        papers=len({paper.paper_id for paper, *_ in found}),
    )


def _said(size: Quantity, unit: str, catalog: Catalog, locale: Locale) -> str:
    number = said(size, Unit.NONE, locale)
    return counted(number, catalog.taxonomy["unit"][TermName(unit)].label.best(locale)) if unit else number


def _named(placed: list[tuple[float, float, Paper, str, str, Quantity]], catalog: Catalog) -> set[int]:
    """Return the places of those that are named: on which most stand first, as long as no name covers another."""
    largest = {each[2].paper_id: number for number, each in enumerate(placed)}
    taken: list[tuple[float, float, float]] = []
    named: set[int] = set()
    for paper_id in sorted(largest, key=lambda each: (-catalog.named_by.get(each, 0), -largest[each])):
        x, y, paper, *_ = placed[largest[paper_id]]
        end = x + 8 + _LETTER * len(paper.entry.name)
        if end < WIDTH and all(abs(y - other) >= _LINE or end < left or x > right for left, right, other in taken):
            taken.append((x, end, y))
            named.add(largest[paper_id])
        if len(named) == _LABELS:
            break
    return named
