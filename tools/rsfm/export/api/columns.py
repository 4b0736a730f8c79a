"""The columns of ``papers.csv`` and of the short list of papers: the register says which fields those are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from rsfm.merge import Paper
from rsfm.model import Availability, Entry, Gsd, Quantity
from rsfm.model.register import Field, leaves, shape_of, values_at

Column = tuple[str, tuple[str, ...], bool]
"""Its name, the paths of the fields it is filled from, and whether it holds several values."""
FIRST = ("paper_id", "name", "title", "authors", "year", "venue", "state", "published", "family", "kinds")
"""Columns that come first; the others follow in the order of the register."""


@cache
def columns() -> Mapping[str, tuple[Field, tuple[str, ...]]]:
    """Return the fields and paths of every column that the register names, by name."""
    found: dict[str, tuple[Field, tuple[str, ...]]] = {}
    for path, field in leaves(Entry).items():
        if field.uses.export and not path.startswith("defaults."):
            first, paths = found.get(field.uses.export, (field, ()))
            found[field.uses.export] = (first, (*paths, path))
    return found


def is_range(field: Field) -> bool:
    """Whether a column is a number from a smallest to a largest, and so two columns of a table."""
    return field.kind is Gsd or (isinstance(field.kind, type) and issubclass(field.kind, Quantity))


def is_list(name: str) -> bool:
    """Whether a column may hold several values."""
    field, paths = columns()[name]
    return shape_of(field.kind)[0] == "list" or (len(paths) == 1 and "*" in paths[0])


def row(paper: Paper) -> dict[str, Any]:
    """Return what is known of ``paper`` by column: texts, numbers, lists, or ``{min, max}`` over all variants.

    Where a field stands for the whole and for each variant, what is said of the whole counts.
    """
    found: dict[str, Any] = {"paper_id": paper.paper_id}
    if paper.authors:
        found["authors"] = list(paper.authors)
    if paper.published:
        found["published"] = paper.published.isoformat()
    entry = paper.entry.resolved
    for name, (field, paths) in columns().items():
        values: list[Any] = []
        for path in paths:
            values = [value for value in values_at(entry, path) if value is not Availability.UNKNOWN]
            if values:
                break
        if is_range(field):
            if span := _span(values):
                found[name] = span
        elif values:
            texts = list(dict.fromkeys(value if isinstance(value, int) else str(value) for value in values))
            found[name] = texts if is_list(name) else texts[0]
    if paper.doi:
        found["doi"] = paper.doi
    if paper.doi_unconfirmed:
        found["doi_unconfirmed"] = True
    return found


def _span(values: list[Any]) -> dict[str, float]:
    known = [value.all if isinstance(value, Gsd) else value for value in values]
    quantities = [value for value in known if value]
    lows = [value.low for value in quantities if value.low is not None]
    highs = [value.high for value in quantities if value.high is not None]
    # A bound such as “more than 1B” is no end of a range: an open end stays open.
    span = {}
    if lows and len(lows) == len(quantities):
        span["min"] = min(lows)
    if highs and len(highs) == len(quantities):
        span["max"] = max(highs)
    return span
