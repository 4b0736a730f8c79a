"""What every adapter has in common: strict reading of published files, with a line for all that is not understood."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from rsfm.model import Rerun
from rsfm.problems import visible


class Unreadable(ValueError):
    """A published file that is not as it was known: nothing of it is taken."""

    def __init__(self, place: str, what: str, do: str) -> None:
        super().__init__(f"{place}: {what}\n    {do}")
        self.place = place


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What was taken from files, and what was left out on purpose."""

    rows: tuple[Rerun, ...]
    left_out: Counter[str] = field(default_factory=Counter)
    """How many rows were left out, by reason."""


@dataclass(frozen=True, kw_only=True)
class Adapter:
    """How one harness publishes its results."""

    name: str
    address: str
    """Its repository."""
    licence: str
    """The licence of the files, a term of the catalog."""
    files: str
    """Which files of the repository it reads: a pattern of paths."""
    read: Callable[[str, str, str], Taken]
    """Reads the text of one file, with its path and commit. Raises Unreadable."""


def table(
    path: str, text: str, needed: Collection[str], known: Collection[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield each row of a CSV file with its line; its columns are all ``needed`` ones, and no other than ``known``."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        columns = next(reader, [])
        _columns(path, columns, needed, known)
        for cells in reader:
            if len(cells) != len(columns):
                what = f"{len(cells)} cells, {len(columns)} columns"
                do = "Look at the row: a name may hold a comma without quotes."
                raise Unreadable(f"{path}:L{reader.line_num}", what, do)
            yield reader.line_num, dict(zip(columns, cells, strict=True))
    except csv.Error as error:
        raise Unreadable(f"{path}:L{reader.line_num}", str(error), "The file is no CSV any more: look at it.") from None


def _columns(path: str, columns: list[str], needed: Collection[str], known: Collection[str]) -> None:
    for name in columns:
        if columns.count(name) > 1:
            raise Unreadable(f"{path}:L1", f"column {visible(name)!r} twice", "Ask the harness which one counts.")
        if name not in needed and name not in known:
            do = "Find out what it says; then name it in the adapter, or in what the adapter passes over."
            raise Unreadable(f"{path}:L1", f"unknown column {visible(name)!r}", do)
    if missing := [name for name in needed if name not in columns]:
        do = "It may have been renamed: compare with the unknown ones and mend the adapter."
        raise Unreadable(f"{path}:L1", f"no column {missing[0]!r}", do)


def number(text: str, place: str, column: str) -> Decimal:
    """Return the finite number that a cell holds. Raises Unreadable for NaN, nothing and all else."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        do = "Such a run has no result: ask the harness to leave it out, or take an older commit."
        raise Unreadable(place, f"{column} is {visible(text)!r}, not a number", do)
    return value


def known(names: dict[str, str], text: str, place: str, column: str) -> str:
    """Return what ``text`` means; raises Unreadable for what nobody has looked at yet."""
    if text not in names:
        do = f"Known are {', '.join(names)}: find out what it is and add it to the adapter, with a benchmark where needed."
        raise Unreadable(place, f"{column} {visible(text)!r} is not known", do)
    return names[text]


def same(text: str, wanted: Collection[str], place: str, column: str) -> None:
    """Refuse a cell that says that the row was obtained in another way than the adapter knows."""
    if text not in wanted:
        do = f"Rows were taken where it is {' or '.join(map(repr, wanted))}: another setting is another protocol."
        raise Unreadable(place, f"{column} is {visible(text)!r}", do)


def once(rows: Collection[Rerun]) -> None:
    """Refuse rows that say two things of one measurement."""
    seen: dict[object, Rerun] = {}
    for row in rows:
        if (other := seen.setdefault(row.key, row)) is not row:
            do = "A run is there twice: ask the harness which one counts."
            raise Unreadable(row.place, f"the same as {other.place} ({row.model} on {row.on})", do)


def plain(value: Decimal, digits: int) -> str:
    """Return ``value`` with at most ``digits`` decimals, without zeros at the end."""
    text = format(round(value, digits), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def lines_said(first: int, last: int) -> str:
    """Return how a reference names lines: ``L2-L6``."""
    return f"L{first}" if first == last else f"L{first}-L{last}"
