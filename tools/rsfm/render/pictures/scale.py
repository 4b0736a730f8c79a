"""From numbers to places in a picture."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.merge import Paper

_MONTHS = 12
_MIDDLE = 6


@dataclass(frozen=True, kw_only=True)
class Scale:
    """A straight line from the values ``low`` to ``high`` to the places ``start`` to ``end``."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of ``value``; where there is only one value, the middle."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return round(self.start + share * (self.end - self.start), 1)


@dataclass(frozen=True, kw_only=True)
class ScaleMark:
    """A number at an axis."""

    at: float
    text: str


def when(paper: Paper) -> float:
    """Return the time at which ``paper`` appeared, in years; the middle of what is not known more exactly."""
    year, *rest = (int(part) for part in paper.newness[0].split("-"))
    month = rest[0] if rest and rest[0] else _MIDDLE + 1
    return round(year + (month - 0.5) / _MONTHS, 3)


def round_top(value: int) -> int:
    """Return a round number that is not below ``value``, for the top of an axis."""
    step = 1
    while True:
        for factor in (1, 2, 4, 5, 10):
            if (top := factor * step) >= value:
                return top
        step *= 10


def marks(top: int, scale: Scale, count: int = 4) -> tuple[ScaleMark, ...]:
    """Return whole numbers from zero to ``top`` with their places."""
    steps = count if top % count == 0 else 5 if top % 5 == 0 else 1
    return tuple(ScaleMark(at=scale(top * step / steps), text=str(top * step // steps)) for step in range(steps + 1))
