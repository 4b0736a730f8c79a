"""``api/v1/papers.parquet`` and ``results.parquet``: the tables of a release, in which a number is a number.

The columns are those of the CSV files; a cell may hold a list, and what is not known is null, which is all that Parquet
has for it. Texts are as they were typed: nothing runs a Parquet file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from rsfm.export import released
from rsfm.export.api import ROOT
from rsfm.export.api_papers import flat_columns, flat_row
from rsfm.export.api_results import COLUMNS, LAST, MORE, results
from rsfm.export.api_schema import api_schema
from rsfm.merge import Catalog

if TYPE_CHECKING:
    import pyarrow as pa


@released(f"{ROOT}/papers.parquet")
def papers_parquet(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Yield the main fields of all papers, newest first."""
    told = _told("papers")
    columns = {column: told[name] for name, several in flat_columns().items() for column in several}
    yield f"{ROOT}/papers.parquet", _parquet(columns, list(map(flat_row, catalog.papers)))


@released(f"{ROOT}/results.parquet")
def results_parquet(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Yield every value."""
    told = _told("results")
    yield (
        f"{ROOT}/results.parquet",
        _parquet({name: told[name] for name in (*COLUMNS, *MORE, *LAST)}, list(results(catalog))),
    )


def _told(name: str) -> Mapping[str, Mapping[str, Any]]:
    """Return what ``schema.json`` says of each field of a list, so that a column has its type though it be empty."""
    found: Mapping[str, Mapping[str, Any]] = api_schema()["$defs"][name]["properties"][name]["items"]["properties"]
    return found


def _parquet(columns: Mapping[str, Mapping[str, Any]], rows: Sequence[Mapping[str, Any]]) -> bytes:
    import pyarrow as pa  # noqa: PLC0415 -- only a release needs it, and it takes long to load
    import pyarrow.parquet as pq  # noqa: PLC0415 -- as above

    schema = pa.schema([pa.field(name, _type(told)) for name, told in columns.items()])
    cells = {name: [_cell(row.get(name), told) for row in rows] for name, told in columns.items()}
    file = io.BytesIO()
    pq.write_table(pa.table(cells, schema=schema), file, compression="zstd")
    return file.getvalue()


def _type(told: Mapping[str, Any]) -> pa.DataType:
    """Return the type of a column from what the schema says of it; an end of a range is a number."""
    import pyarrow as pa  # noqa: PLC0415 -- as above

    if told.get("type") == "array":
        return pa.list_(_type(told["items"]))
    if told.get("format") == "date":
        return pa.date32()
    if told.get("const") is True:
        return pa.bool_()
    if "$ref" in told or told.get("type") == "number":
        return pa.float64()
    return pa.int64() if told.get("type") == "integer" else pa.string()


def _cell(value: Any, told: Mapping[str, Any]) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) and told.get("format") == "date" else value
