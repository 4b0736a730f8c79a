"""One benchmark, one unit: values are brought into it where they say what they are, and refused where they do not."""

from __future__ import annotations

from rsfm.model import Measurement, Metric

PERCENT, FRACTION = "percent", "fraction"
_WHOLE = 100.0


class WrongUnit(ValueError):
    """A value that does not say what it counts, or cannot be what it says."""


def in_unit(value: float, printed: str, metric: Metric) -> float:
    """Return ``value``, printed in the unit ``printed``, in the unit of ``metric``. Raises WrongUnit."""
    result = value * _factor(printed, metric.unit)
    # 0.956 × 100 is not 95.6 in binary; sources print ten digits at most.
    result = round(result, 10)
    low, high = (float(end) if end else None for end in (metric.low, metric.high))
    if (low is not None and result < low) or (high is not None and result > high):
        raise WrongUnit(f"{result:g} is outside {metric.low}–{metric.high}")
    return result


def spread_in_unit(spread: float, printed: str, metric: Metric) -> float:
    """Return a spread in the unit of ``metric``; it has no range."""
    return round(spread * _factor(printed, metric.unit), 10)


def _factor(printed: str, unit: str) -> float:
    if printed == unit:
        return 1.0
    if (printed, unit) == (FRACTION, PERCENT):
        return _WHOLE
    if (printed, unit) == (PERCENT, FRACTION):
        return 1 / _WHOLE
    raise WrongUnit(f"{printed} is not {unit}")


def unit_typed(value: Measurement, metric: Metric) -> str:
    """Return the unit in which a person typed ``value``. Raises WrongUnit where that is not certain."""
    if value.percent:
        return PERCENT
    if metric.unit == PERCENT and 0 < abs(value.value) <= 1:
        raise WrongUnit(
            f"{value.typed} may be a fraction or a percentage: write {value.value * _WHOLE:g}% or {value.value:g}%"
        )
    if metric.unit == FRACTION and abs(value.value) > 1:
        raise WrongUnit(f"{value.typed} is no fraction: write it as one, or with %")
    return metric.unit
