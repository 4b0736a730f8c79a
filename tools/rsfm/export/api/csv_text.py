"""Tables as CSV (RFC 4180) that a spreadsheet opens without running anything that a stranger typed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

SEPARATOR = "; "
"""Between the values of one cell."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With these, and their full-width twins, a spreadsheet begins a formula."""


def csv_text(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table as CSV; numbers stay numbers, nothing known is an empty cell."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, list):
        return _safe(SEPARATOR.join(map(str, value)))
    return _safe(value) if isinstance(value, str) else value


def _safe(text: str) -> str:
    """Put an apostrophe before what would be a formula, as spreadsheets do themselves to show such a text."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
