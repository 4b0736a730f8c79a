"""Numbers that say of themselves how exact they are: ``303M``, ``~1B``, ``>300M``, ``2M-5M``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_FACTORS = {"": 1, "K": 10**3, "M": 10**6, "B": 10**9, "T": 10**12}
_ONE = rf"({_NUMBER}) ?([kKMBT]?)"
_FORM = re.compile(rf"([~<>≈])? ?{_ONE}(?: ?[-–] ?{_ONE})?", re.ASCII)
_SIZES = {"KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "PB": 10**15}
_SIZE = re.compile(rf"([~<>])? ?({_NUMBER}) ?([KMGTP]B)", re.ASCII)
_LARGEST = 10**18
_RESULT = re.compile(r"(-?\d+(?:\.\d+)?) ?(%?)(?: ?(?:±|\+/-|\+-) ?(\d+(?:\.\d+)?) ?%?)?(?: ?\((\d{1,4})\))?", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True)
class Quantity:
    """A number, a range, or a bound; at least one end is known."""

    typed_as_one_value: ClassVar[bool] = True

    low: float | None
    """The lower end; ``None``: it is at most ``high``."""
    high: float | None
    """The upper end; ``None``: it is more than ``low``."""
    about: bool = False
    """Whether the source says that it is no exact number."""

    @property
    def exact(self) -> bool:
        """Whether it is one number that may be plotted as such."""
        return self.low is not None and self.low == self.high

    @property
    def middle(self) -> float:
        """One number that stands for it where papers are put in order."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return sum(ends) / len(ends)


@dataclass(frozen=True, kw_only=True, slots=True)
class FileSize(Quantity):
    """How many bytes files have; typed with its unit: ``1.2 GB``."""


def quantity(text: str) -> Quantity | None:
    """Read a quantity as people type it; ``None`` where the text is none."""
    found = _FORM.fullmatch(text)
    if not found:
        return None
    mark, first, factor, second, second_factor = found.groups()
    # In a range the unit may stand at its end only: 2-5M.
    low = _times(first, factor or (second_factor if second else "") or "")
    high = _times(second, second_factor or "") if second else low
    return _made(mark, low, high, ranged=second is not None)


def file_size(text: str) -> FileSize | None:
    """Read how large a file is, with its unit: ``1.2 GB``; ``None`` where the text is none."""
    found = _SIZE.fullmatch(text)
    if not found:
        return None
    value = _number(Decimal(found[2].replace(",", "")) * _SIZES[found[3]])
    made = _made(found[1], value, value, ranged=False)
    return FileSize(low=made.low, high=made.high, about=made.about) if made else None


def _made(mark: str | None, low: float, high: float, *, ranged: bool) -> Quantity | None:
    if not 0 < low <= high < _LARGEST or (ranged and (low == high or mark in ("<", ">"))):
        return None
    if mark == ">":
        return Quantity(low=low, high=None)
    if mark == "<":
        return Quantity(low=None, high=high)
    return Quantity(low=low, high=high, about=bool(mark))


def _times(number: str, factor: str) -> float:
    return _number(Decimal(number.replace(",", "")) * _FACTORS[factor.upper()])


def _number(value: Decimal) -> float:
    return int(value) if value == value.to_integral_value() else float(value)


@dataclass(frozen=True, kw_only=True, slots=True)
class Years:
    """The years that data cover, first and last."""

    typed_as_one_value: ClassVar[bool] = True

    first: int
    last: int


def years(text: str) -> Years | None:
    """Read ``2016-2021`` or ``2019``; ``None`` where the text is neither."""
    found = re.fullmatch(r"((?:19|20)\d\d)(?: ?[-–] ?((?:19|20)\d\d))?", text, re.ASCII)
    if not found:
        return None
    first, last = int(found[1]), int(found[2] or found[1])
    return Years(first=first, last=last) if first <= last else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Measurement:
    """One value of a result as its source prints it, with its spread over several runs where that is given."""

    typed_as_one_value: ClassVar[bool] = True

    value: float
    spread: float | None = None
    runs: int | None = None
    percent: bool = False
    """Whether a percent sign was typed."""
    typed: str = ""
    """As typed, so that a page shows the digits of the source."""


def measurement(text: str) -> Measurement | None:
    """Read ``71.29``, ``0.668``, ``95.6%`` or ``64.07 ± 0.25 (5)``; ``None`` where the text is none of them."""
    found = _RESULT.fullmatch(text)
    if not found:
        return None
    return Measurement(
        value=float(found[1]),
        spread=float(found[3]) if found[3] else None,
        runs=int(found[4]) if found[4] else None,
        percent=bool(found[2]),
        typed=text,
    )
