"""A value of the model as data that JSON can hold. What is not known is absent: never a null that could be read as no."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from rsfm.locales import Localized
from rsfm.model.quantities import FileSize, Measurement, Quantity, Years
from rsfm.model.words import Availability, CommercialUse

_Plain = Callable[[Any], Any]
UNKNOWN = (Availability.UNKNOWN, CommercialUse.UNKNOWN)
"""Choices that say that nobody knows."""


def plain(value: Any) -> Any:
    """Return ``value`` as data that JSON can hold; ``None`` where nothing is known."""
    kind: Any = type(value)
    return None if value is None else _writer(kind)(value)


@cache
def _writer(kind: Any) -> _Plain:
    """Return what turns a value of ``kind`` into plain data."""
    if kind in _SINGLE:
        return _SINGLE[kind]
    if issubclass(kind, StrEnum):
        return lambda value: None if value in UNKNOWN else value.value
    if dataclasses.is_dataclass(kind):
        names = tuple(field.name for field in dataclasses.fields(kind))
        return lambda value: _known((name, getattr(value, name)) for name in names)
    return lambda value: value


def _known(items: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {name: said for name, value in items if value is not None and (said := plain(value)) not in (None, [], {})}


def _quantity(value: Quantity) -> dict[str, Any]:
    ends = {"min": value.low, "max": value.high, "about": value.about or None}
    return {name: end for name, end in ends.items() if end is not None}


def _measurement(value: Measurement) -> dict[str, Any]:
    said = {"value": value.value, "typed": value.typed, "spread": value.spread, "runs": value.runs}
    return {name: each for name, each in said.items() if each is not None}


_SINGLE: dict[Any, _Plain] = {
    str: str,
    int: int,
    float: float,
    bool: lambda value: value or None,
    tuple: lambda value: [plain(each) for each in value],
    dict: lambda value: _known(value.items()),
    date: date.isoformat,
    Localized: lambda value: {name: text for name, text in (("zh", value.zh), ("en", value.en)) if text},
    Measurement: _measurement,
    Years: lambda value: {"first": value.first, "last": value.last},
} | dict.fromkeys((Quantity, FileSize), _quantity)
