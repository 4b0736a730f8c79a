"""Results can be compared: benchmark, metric and split are defined, and each value fits its metric."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.identity import folded
from rsfm.model import Benchmark, Measurement, Metric
from rsfm.model.results import UNSTATED

_SHOWN = 12
"""So many names are listed in a hint."""


@rule("RA460")
def what_was_measured_is_defined(draft: Draft) -> Iterator[Finding]:
    """A result names a benchmark, one of its metrics and one of its splits."""
    known = draft.library.benchmarks
    for part, values in draft.parts.of("results").items() if known else ():
        if "on" not in values:
            continue
        benchmark = known.get(values["on"])
        if benchmark is None:
            yield _undefined(draft, f"{part}.on", values["on"], known, "评测基准", "benchmark")
            continue
        if (metric := values.get("metric")) and metric not in benchmark.metrics:
            yield _undefined(draft, f"{part}.metric", metric, benchmark.metrics, "指标", "metric")
        split = values.get("split")
        if split and split not in (UNSTATED, *benchmark.splits):
            yield _undefined(draft, f"{part}.split", split, benchmark.splits, "划分", "split")
        elif benchmark.splits and not split and not benchmark.default_split and not draft.has(f"{part}.split"):
            listed = ", ".join([*benchmark.splits][:_SHOWN])
            yield draft.finding(
                f"{part}.on",
                f"{values['on']} 没有默认划分，结果要写 split",
                f"{values['on']} has no default split, so a result names one",
                f"加上 split，可选：{listed} 或 unstated。",
                f"Add split: {listed} or unstated.",
            )


def _undefined(draft: Draft, path: str, name: str, known: Mapping[Any, Any], zh: str, en: str) -> Finding:
    right = _meant(name, known)
    listed = ", ".join([*known][:_SHOWN]) + (" …" if len(known) > _SHOWN else "")
    return draft.finding(
        path,
        f"{name} 不是定义过的{zh}",
        f"{name} is no {en} that is defined",
        (f"是否想写 {right}？" if right else f"可选：{listed}；") + "新的先写进 papers/_benchmarks.yml。",
        (f"Did you mean {right}?" if right else f"Known: {listed}.")
        + " A new one goes into papers/_benchmarks.yml first.",
    )


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
            if isinstance(value, Measurement) and metric and (fault := _fault(value, metric)):
                yield draft.finding(f"{part}.{path}", *fault)


def _fault(value: Measurement, metric: Metric) -> tuple[str, str, str, str] | None:
    number = value.value
    if value.percent and metric.unit not in ("percent", "fraction"):
        return (
            f"指标的单位是 {metric.unit}，不是百分比",
            f"the metric is in {metric.unit}, not in percent",
            "照来源写数值，不写 %。",
            "Write the value as its source has it, without %.",
        )
    if metric.unit == "percent" and not value.percent and 0 < abs(number) <= 1:
        percent = f"{number * 100:.6g}"
        return (
            f"{number:g} 是比例还是百分比？这个指标用百分比",
            f"is {number:g} a fraction or percent? The metric is in percent",
            f"写 {percent}；若确是百分之 {number:g}，写 {number:g}%。",
            f"Write {percent}, or {number:g}% if that is really meant.",
        )
    if metric.unit == "fraction" and (value.percent or abs(number) > 1):
        return (
            f"{value.typed} 不是比例，这个指标是 0 到 1 的比例",
            f"{value.typed} is no fraction, and the metric is one",
            f"写 {number / 100:.6g}。",
            f"Write {number / 100:.6g}.",
        )
    low, high = (float(end) if end else None for end in (metric.low, metric.high))
    if (low is not None and number < low) or (high is not None and number > high):
        shown = f"{'−∞' if low is None else f'{low:g}'} … {'∞' if high is None else f'{high:g}'}"
        return (
            f"{value.typed} 超出指标的范围（{shown}）",
            f"{value.typed} is outside the range of the metric ({shown})",
            "核对数值、指标和单位。",
            "Compare value, metric and unit with the source.",
        )
    return None
