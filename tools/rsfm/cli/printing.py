"""Papers at a shell: as a table, JSON, BibTeX or CSV."""

from __future__ import annotations

import argparse
import unicodedata
from collections.abc import Sequence
from typing import Any

from rsfm.export.api import one_line
from rsfm.export.api.columns import row
from rsfm.export.api_papers import table
from rsfm.export.bibtex import bibtex
from rsfm.locales import Locale
from rsfm.merge import Paper
from rsfm.problems import visible
from rsfm.render.numbers import short

_COLUMNS = ("paper_id", "year", "venue", "family", "parameters", "code", "weights", "name")
_LONGEST = 40


def add_format(parser: argparse.ArgumentParser) -> None:
    """Add the flag that says how papers are printed."""
    parser.add_argument("--format", choices=("table", "json", "bib", "csv"), default="table", help="how to print it")


def printed(papers: Sequence[Paper], form: str) -> str:
    """Return ``papers`` in one of the forms; JSON is a paper a line."""
    if form == "json":
        return "".join(one_line(row(paper)) for paper in papers)
    if form == "bib":
        return "\n".join(map(bibtex, papers))
    if form == "csv":
        return table(papers).replace("\r\n", "\n")
    rows = [[_shown(flat.get(name)) for name in _COLUMNS] for flat in map(row, papers)]
    return aligned([list(_COLUMNS), *rows])


def facts_side_by_side(papers: Sequence[Paper]) -> str:
    """Return every fact that any of ``papers`` has, a line each, and a column for each paper."""
    flat = [row(paper) for paper in papers]
    names = dict.fromkeys(name for each in flat for name in each if name not in ("title", "authors"))
    return aligned([[name, *(_shown(each.get(name)) for each in flat)] for name in names])


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as columns; Chinese characters take two places."""
    if not rows:
        return ""
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(cells, widths, strict=True)).rstrip()
        for cells in rows
    )
    return "\n".join(lines) + "\n"


def _shown(value: Any) -> str:
    if value is None:
        return "?"
    if isinstance(value, dict):
        ends = [short(end, Locale.EN) for end in dict.fromkeys(value.values())]
        text = "-".join(ends) if len(value) > 1 else f"{'>' if 'min' in value else '<'} {ends[0]}"
    else:
        text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    text = visible(text, 1000)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
