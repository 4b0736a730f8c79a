"""Tables as rows of text for machines: what every value depends on, in the unit of its benchmark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rsfm.results.comparison import BenchmarkResults
from rsfm.results.measured import Measured
from rsfm.results.tables import Row

COLUMNS = (
    *("paper_id", "variant", "benchmark", "split", "metric", "value", "protocol"),
    *("unit", "better", "spread", "typed", "rank", "of", "ties", "head", "inputs", "note", "origin", "measured_by"),
    *("reported_in", "source", "commit", "not_comparable"),
)
"""What a row begins with is a promise, the same as that of results.csv."""


def rows_of(results: Iterable[BenchmarkResults]) -> Iterator[tuple[object, ...]]:
    """Yield a row for each value: those of tables with their ranks, then what is not comparable, with the reason."""
    for each in results:
        for table in each.tables:
            for row in table.rows:
                yield _row(each, row.measured, row)
        for out in each.left_out:
            yield _row(each, out.measured, None, out.reason)


def _row(each: BenchmarkResults, value: Measured, row: Row | None, reason: str = "") -> tuple[object, ...]:
    metric = next((metric for name, metric in each.benchmark.metrics.items() if name == value.metric), None)
    return (
        *(value.paper_id, value.variant, value.on, value.split, value.metric, value.value, value.how),
        *(metric.unit if metric else None, metric.better.value if metric else None, value.spread, value.typed),
        *(row.rank if row else None, row.of or None if row else None, "yes" if row and row.ties else None),
        *(value.head, value.inputs, value.note or None, value.origin.value, value.by or "authors"),
        *(value.reported_in, value.source, value.commit or None, reason or None),
    )
