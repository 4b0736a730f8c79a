"""``papers/_results/<harness>.csv``: reruns on disk, canonical, written by a tool and never by hand."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

from rsfm import ids
from rsfm.locales import Localized
from rsfm.model import Handle, Harness, Inputs, Protocol, Rerun, SpreadKind
from rsfm.model.results import UNSTATED
from rsfm.problems import Problem
from rsfm.store.faults import unreadable
from rsfm.store.files import read_regular, replace_text

FOLDER = "_results"
HEADER = ("address", "commit", "licence", "taken")
"""What the lines before the table say of all of it: ``# commit: 1659ccf5…``."""
COLUMNS = tuple(field.name for field in fields(Rerun))


def to_csv(harness: Harness) -> str:
    """Return the one text of ``harness``: a line of its own for each word of the header, rows in order."""
    head = "".join(f"# {name}: {getattr(harness, name)}\n" for name in HEADER)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in sorted(harness.rows, key=lambda row: (row.key, row.superseded, row.place, row.value)):
        writer.writerow(["" if (value := getattr(row, name)) is None else str(value) for name in COLUMNS])
    return head + text.getvalue()


def from_csv(name: str, text: str) -> Harness:
    """Return what ``to_csv`` wrote. Raises ValueError with the line where ``text`` is anything else."""
    lines = text.splitlines(keepends=True)
    said = {}
    for number, word in enumerate(HEADER):
        line = lines[number].rstrip("\n") if number < len(lines) else ""
        if not line.startswith(f"# {word}: "):
            raise ValueError(f"line {number + 1} must say # {word}: …")
        said[word] = line.removeprefix(f"# {word}: ")
    table = csv.reader(lines[len(HEADER) :], strict=True)
    if tuple(next(table, ())) != COLUMNS:
        raise ValueError(f"line {len(HEADER) + 1} must name the columns {','.join(COLUMNS)}")
    harness = Harness(
        name=Handle(name),
        address=said["address"],
        commit=said["commit"],
        licence=said["licence"],
        taken=date.fromisoformat(said["taken"]),
        rows=tuple(_row(cells, table.line_num + len(HEADER)) for cells in table),
    )
    if to_csv(harness) != text:
        raise ValueError("the rows are not as the tool writes them")
    keys = [row.key for row in harness.counting]
    if len(set(keys)) != len(keys):
        raise ValueError("two rows that count are about the same thing")
    return harness


def _row(cells: list[str], line: int) -> Rerun:
    if len(cells) != len(COLUMNS):
        raise ValueError(f"line {line} has {len(cells)} cells, not {len(COLUMNS)}")
    values = dict(zip(COLUMNS, cells, strict=True))
    row = Rerun(
        model=values["model"],
        on=Handle(values["on"]),
        metric=Handle(values["metric"]),
        split=Handle(values["split"]),
        how=Protocol(values["how"]),
        value=values["value"],
        unit=values["unit"],
        place=values["place"],
        commit=values["commit"],
    )
    float(row.value)
    return replace(
        row,
        head=values["head"] or UNSTATED,
        inputs=Inputs(values["inputs"]) if values["inputs"] else None,
        spread=values["spread"],
        spread_kind=SpreadKind(values["spread_kind"]) if values["spread_kind"] else None,
        runs=int(values["runs"]) if values["runs"] else None,
        note=values["note"],
        superseded=values["superseded"],
    )


def load_reruns(papers: Path, shown: str) -> tuple[dict[Handle, Harness], list[Problem]]:
    """Read every harness by name; a broken file is a problem. ``shown`` is the name of ``papers`` in places."""
    found: dict[Handle, Harness] = {}
    problems: list[Problem] = []
    for path in sorted((papers / FOLDER).glob("[!.]*.csv")):
        try:
            if not ids.is_handle(path.stem):
                raise ValueError("no name of a harness")
            found[Handle(path.stem)] = from_csv(path.stem, read_regular(path).decode("utf-8"))
        except (OSError, ValueError, csv.Error) as error:
            problems.append(unreadable(f"{shown}/{FOLDER}/{path.name}", error, _HINT, _RERUNS))
    return found, problems


def write_reruns(papers: Path, harness: Harness) -> bool:
    """Store ``harness`` atomically and return whether the file changed. Raises OSError."""
    return replace_text(papers / FOLDER / f"{harness.name}.csv", to_csv(harness))


_RERUNS = Localized(zh="重测结果", en="the reruns")
_HINT = Localized(
    zh="不要手工修改；恢复上一个版本，再运行 rsfm results take。",
    en="They are not edited by hand; restore the last version and run rsfm results take.",
)
