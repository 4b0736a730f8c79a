"""``api/v1/tables.csv`` and a file for each benchmark: every value in its table, with its rank where there is one."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.export import export
from rsfm.export.api import ROOT
from rsfm.export.api.csv_text import csv_text
from rsfm.locales import Localized
from rsfm.merge import Catalog
from rsfm.results import Comparison
from rsfm.results.table_text import COLUMNS, rows_of


@export(
    f"{ROOT}/tables.csv",
    label=Localized(zh="可比结果（CSV）", en="Comparable results (CSV)"),
    about=Localized(
        zh="论文自报与评测工具重测的数值、名次，以及不可比的原因",
        en="authors' own values and reruns with their ranks, and why a value is not comparable",
    ),
)
def tables_csv(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield all values in one table, and those of each benchmark that has any in one of its own."""
    comparison = Comparison(catalog)
    yield f"{ROOT}/tables.csv", csv_text(COLUMNS, rows_of(comparison.benchmarks.values()))
    for name, each in comparison.benchmarks.items():
        if each.values:
            yield f"{ROOT}/benchmarks/{name}.csv", csv_text(COLUMNS, rows_of([each]))
