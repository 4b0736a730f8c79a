"""Results can be compared: benchmark, metric and split are defined, and each value fits its metric."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.identity import folded
from rsfm.locales import Localized
from rsfm.model import Benchmark, Measurement, Metric
from rsfm.model.results import UNSTATED

_SHOWN = 12
"""So many names are listed in a hint."""
_BENCHMARK = Localized(zh="评测基准", en="benchmark")
_METRIC = Localized(zh="指标", en="metric")
_SPLIT = Localized(zh="划分", en="split")


@rule("RA460")
def what_was_measured_is_defined(draft: Draft) -> Iterator[Finding]:
    """A result names a benchmark, one of its metrics and one of its splits."""
    known = draft.library.benchmarks
    for part, values in draft.parts.of("results").items() if known else ():
        if "on" not in values:
            continue
        benchmark = known.get(values["on"])
        if benchmark is None:
            yield _undefined(draft, f"{part}.on", values["on"], known, _BENCHMARK)
            continue
        if (metric := values.get("metric")) and metric not in benchmark.metrics:
            yield _undefined(draft, f"{part}.metric", metric, benchmark.metrics, _METRIC)
        split = values.get("split")
        if split and split not in (UNSTATED, *benchmark.splits):
            yield _undefined(draft, f"{part}.split", split, benchmark.splits, _SPLIT)
        elif benchmark.splits and not split and not benchmark.default_split and not draft.has(f"{part}.split"):
            listed = ", ".join([*benchmark.splits][:_SHOWN])
            yield draft.finding(f"{part}.on", "split", benchmark=values["on"], listed=listed)


def _undefined(draft: Draft, path: str, name: str, known: Mapping[Any, Any], what: Localized) -> Finding:
    right = _meant(name, known)
    listed = ", ".join([*known][:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
    return draft.finding(path, "near" if right else "listed", name=name, what=what, right=right, listed=listed)


def _meant(name: str, known: Mapping[Any, Any]) -> str:
    """Return the name in ``known`` that goes by ``name`` too, or is nearest to it."""
    for key, thing in known.items():
        others = (thing.label.zh, thing.label.en, *getattr(thing, "aliases", ()))
        if folded(name) in {folded(other) for other in others if other}:
            return str(key)
    return next(iter(get_close_matches(name, map(str, known), n=1, cutoff=0.6)), "")


@rule("RA461")
def a_value_fits_its_metric(draft: Draft) -> Iterator[Finding]:
    """Percent are typed as percent, and no value is outside what its metric can be."""
    for part, values in draft.parts.of("results").items():
        benchmark: Benchmark | None = draft.library.benchmarks.get(values.get("on", ""))
        metric = benchmark.metrics.get(values.get("metric", "")) if benchmark else None
        for path, value in values.items() if metric else ():
            if isinstance(value, Measurement) and metric:
                yield from _faults(draft, f"{part}.{path}", value, metric)


def _faults(draft: Draft, path: str, value: Measurement, metric: Metric) -> Iterator[Finding]:
    number = value.value
    low, high = (float(end) if end else None for end in (metric.low, metric.high))
    if value.percent and metric.unit not in ("percent", "fraction"):
        yield draft.finding(path, "no-percent", unit=metric.unit)
    elif metric.unit == "percent" and not value.percent and 0 < abs(number) <= 1:
        yield draft.finding(path, "percent", number=number, right=f"{number * 100:.6g}")
    elif metric.unit == "fraction" and (value.percent or abs(number) > 1):
        yield draft.finding(path, "fraction", typed=value.typed, right=f"{number / 100:.6g}")
    elif (low is not None and number < low) or (high is not None and number > high):
        least, most = "−∞" if low is None else f"{low:g}", "∞" if high is None else f"{high:g}"
        yield draft.finding(path, "range", typed=value.typed, low=least, high=most)
