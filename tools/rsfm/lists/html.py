"""HTML inside a Markdown list: rows of tables as their cells, list items and headings as the lines of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from rsfm.lists.inline import Line, plain

_ROW = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_ROW_END = re.compile(r"</tr\s*>|</table\s*>|</tbody\s*>|</thead\s*>", re.IGNORECASE)
_CELL = re.compile(r"<(t[dh])\b([^<>]*)>(.*?)(?=</t[dh]\s*>|<t[dh]\b|$)", re.IGNORECASE)
_SPAN = re.compile(r"\b(row|col)span\s*=\s*[\"']?(\d{1,3})", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_ITEM = re.compile(r"^(\s*)<li\b[^<>]*>\s*(?:<p>)?", re.IGNORECASE)
_HEADING = re.compile(r"^\s*<h([1-6])\b[^<>]*>(.*?)(?:</h[1-6]>)?\s*$", re.IGNORECASE)
_TAGS = re.compile(
    r"</?(?:table|thead|tbody|tfoot|colgroup|col|ul|ol|details)\b[^<>]*>|</(?:li|summary)\s*>", re.IGNORECASE
)
_SUMMARY = re.compile(r"^\s*(?:<details\b[^<>]*>)?\s*<summary\b[^<>]*>(.*?)(?:</summary>)?\s*$", re.IGNORECASE)
_MOST = 60
"""Lines of one row of a table; a row that never ends is no row."""


def without_blocks(lines: Iterable[Line]) -> list[Line]:
    """Return ``lines`` with each row of an HTML table as one, at the line where it begins."""
    found: list[Line] = []
    row: list[Line] = []
    spans: dict[int, tuple[int, str]] = {}
    columns: list[str] = []
    for here in lines:
        if row or _ROW.search(here.text):
            row.append(here)
            if _ROW_END.search(here.text) or len(row) > _MOST:
                found += _rows(row, spans, columns)
                row = []
        else:
            if _TABLE.search(here.text):
                spans.clear()
                columns.clear()
            found.append(_bare(here))
    return found + [_bare(here) for here in row]


def _rows(row: list[Line], spans: dict[int, tuple[int, str]], columns: list[str]) -> Iterator[Line]:
    line = next(each.line for each in row if _ROW.search(each.text))
    for piece in _ROW.split(" ".join(each.text for each in row))[1:]:
        given = _CELL.findall(piece)
        cells = _spread([(tag, text.strip()) for _, tag, text in given], spans) if given else []
        if all(kind.lower() == "th" for kind, _, _ in given):
            columns[:] = [plain(cell).lower() for cell in cells] or columns
        else:
            named = tuple(zip_longest(columns[: len(cells)], cells, fillvalue=""))
            yield Line(text=f"| {' | '.join(cells)} |", line=line, cells=named)


def _spread(given: list[tuple[str, str]], spans: dict[int, tuple[int, str]]) -> list[str]:
    """Return the cells of a row with those that reach into it from above; ``spans`` remembers these by column."""
    cells: list[str] = []
    waiting = list(given)
    while waiting or len(cells) in spans:
        column = len(cells)
        if column in spans:
            left, text = spans.pop(column)
            if left > 1:
                spans[column] = (left - 1, text)
            cells.append(text)
            continue
        tag, text = waiting.pop(0)
        wide = {name.lower(): int(number) for name, number in _SPAN.findall(tag)}
        for each in range(max(1, wide.get("col", 1))):
            if wide.get("row", 1) > 1:
                spans[column + each] = (wide["row"] - 1, text)
            cells.append(text if not each else "")
    return cells


def _bare(here: Line) -> Line:
    """Return a line without the tags of blocks; what matters of them is said in Markdown."""
    if heading := _HEADING.match(here.text):
        return replace(here, text=f"{'#' * int(heading[1])} {heading[2]}")
    text = "" if _SUMMARY.match(here.text) else _TAGS.sub("", _ITEM.sub(r"\1- ", here.text))
    return replace(here, text=text)
