"""``api/v1/results.json`` and ``results.csv``: every measured value as its source prints it, with all it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rsfm.export import export
from rsfm.export.api import ROOT, lines
from rsfm.export.api.csv_text import csv_text
from rsfm.locales import Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import Harness, Metric, PaperId, Rerun, ResultOrigin
from rsfm.model.plain import plain
from rsfm.results.measured import known_models
from rsfm.results.units import WrongUnit, in_unit, spread_in_unit

COLUMNS = ("paper_id", "variant", "benchmark", "split", "metric", "value", "protocol")
"""What every row begins with; the order is a promise."""
MORE = ("unit", "better", "typed", "spread", "runs", "head", "inputs", "origin", "tuned_on", "note")
LAST = ("reported_by", "source", "measured_by", "commit")


@export(
    f"{ROOT}/results.json",
    label=Localized(zh="结果（JSON）", en="Results (JSON)"),
    about=Localized(
        zh="论文或其仓库报告的每个数值，以及评测工具重测的数值",
        en="every value that a paper or its repository reports, and the reruns of harnesses",
    ),
)
def results_json(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the values as objects; what is unknown is absent."""
    yield f"{ROOT}/results.json", lines("results", results(catalog))


@export(
    f"{ROOT}/results.csv",
    label=Localized(zh="结果（CSV）", en="Results (CSV)"),
    about=Localized(zh="每行一个数值", en="a value a row"),
)
def results_csv(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the values as a table."""
    header = (*COLUMNS, *MORE, *LAST)
    rows = ([result.get(column) for column in header] for result in results(catalog))
    yield f"{ROOT}/results.csv", csv_text(header, rows)


def results(catalog: Catalog) -> Iterator[dict[str, Any]]:
    """Yield every value: those of papers, newest first, then the reruns of each harness.

    ``paper_id`` and ``variant`` say what was measured; a model that has no entry has no ``paper_id``. ``reported_by``
    says whose entry has the value, ``measured_by`` which harness, of whose repository ``source`` is a place.
    """
    for paper in catalog.papers:
        yield from _results_of(catalog, paper)
    for harness in catalog.harnesses.values():
        yield from _reruns_of(catalog, harness)


def _results_of(catalog: Catalog, paper: Paper) -> Iterator[dict[str, Any]]:
    for result in paper.entry.results:
        benchmark = catalog.benchmarks.get(result.on)
        metric = benchmark.metrics.get(result.metric) if benchmark else None
        shared = {
            "benchmark": result.on,
            "split": result.split or (benchmark.default_split if benchmark else None),
            "metric": result.metric,
            "protocol": result.how,
            "unit": metric.unit if metric else None,
            "better": metric.better.value if metric else None,
            "head": result.head,
            "inputs": result.inputs,
            "origin": result.origin.value,
            "tuned_on": list(result.tuned_on) or None,
            "note": result.note,
            "reported_by": paper.paper_id,
            "source": result.source,
        }
        for key, value in result.values.items():
            found = {**shared, **_measured(catalog, paper, key), **plain(value)}
            yield {name: each for name, each in found.items() if each is not None}


def _reruns_of(catalog: Catalog, harness: Harness) -> Iterator[dict[str, Any]]:
    """Yield what counts of a harness, in the unit of the benchmark where the harness says which its own is."""
    known = known_models(catalog, harness.name)
    for row in harness.counting:
        benchmark = catalog.benchmarks.get(row.on)
        metric = benchmark.metrics.get(row.metric) if benchmark else None
        value, spread, unit = _in_one_unit(row, metric)
        paper_id, variant = known.get(row.model, (None, row.model))
        found = {
            "paper_id": paper_id,
            "variant": variant,
            "benchmark": row.on,
            "split": row.split,
            "metric": row.metric,
            "value": value,
            "protocol": row.how,
            "unit": unit,
            "better": metric.better.value if metric else None,
            "typed": row.value,
            "spread": spread,
            "runs": row.runs,
            "head": row.head,
            "inputs": row.inputs,
            "origin": ResultOrigin.RERUN.value,
            "note": row.note or None,
            "source": row.place,
            "measured_by": harness.name,
            "commit": row.commit or None,
        }
        yield {name: each for name, each in found.items() if each is not None}


def _in_one_unit(row: Rerun, metric: Metric | None) -> tuple[float, float | None, str]:
    """Return value and spread in the unit of ``metric``, as printed where they cannot be brought into it; and the unit."""
    value, spread = float(row.value), float(row.spread) if row.spread else None
    if metric:
        try:
            brought = None if spread is None else spread_in_unit(spread, row.unit, metric)
            return in_unit(value, row.unit, metric), brought, metric.unit
        except WrongUnit:
            pass
    return value, spread, row.unit


def _measured(catalog: Catalog, paper: Paper, key: str) -> dict[str, str | None]:
    """Return the entry and the variant that a value belongs to: this one's, another's, or a model without an entry."""
    first, slash, second = key.partition("/")
    if slash:
        return {"paper_id": first, "variant": second}
    if key in paper.entry.variants:
        return {"paper_id": paper.paper_id, "variant": key}
    if PaperId(key) in catalog.by_id:
        return {"paper_id": key, "variant": None}
    return {"paper_id": None, "variant": key}
