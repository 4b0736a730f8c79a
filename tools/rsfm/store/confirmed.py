"""When each stored value was last confirmed: one small file, so that a night without news changes one line.

A snapshot whose facts have not changed is not rewritten, so its own date says when it was written. Later
confirmations are kept here: for each folder the latest day, and the exceptions that were confirmed before it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from rsfm.locales import Localized
from rsfm.model import Provenance, Publication, Repository, Snapshot
from rsfm.problems import Place, Problem, Severity, visible
from rsfm.store.canonical import plain_json
from rsfm.store.files import read_regular, replace_text

V = TypeVar("V", Snapshot, Publication, Repository)

FILE = "_confirmed.json"
Days = dict[str, tuple[date, dict[str, date]]]
"""By folder: the latest day, and the earlier day of those that were not confirmed on it."""


def load_days(papers: Path, shown: str) -> tuple[Days, list[Problem]]:
    """Read the days; where they are missing or broken, the dates inside the snapshots stand."""
    try:
        values = json.loads(read_regular(papers / FILE).decode("utf-8"))
        days = {
            folder: (
                date.fromisoformat(one["latest"]),
                {key: date.fromisoformat(day) for key, day in one.get("earlier", {}).items()},
            )
            for folder, one in values.items()
        }
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        return {}, [_unreadable(f"{shown}/{FILE}", error)]
    return days, []


def as_confirmed(values: Mapping[str, V], days: Days, folder: str) -> dict[str, V]:
    """Return the values with the later of their own date and the one kept in ``days``.

    A fact sheet is what people copied: no server has confirmed it.
    """
    if folder not in days:
        return dict(values)
    latest, earlier = days[folder]
    return {
        key: value
        if value.provenance is Provenance.FACT_SHEET
        else replace(value, confirmed=max(value.confirmed, earlier.get(key, latest)))
        for key, value in values.items()
    }


def write_days(papers: Path, confirmed: Mapping[str, Mapping[str, date]]) -> bool:
    """Store for each folder the day on which each of its values was confirmed; return whether the file changed.

    Raises OSError; see ``replace_text``.
    """
    values = {}
    for folder, of_folder in confirmed.items():
        if of_folder:
            latest = max(of_folder.values())
            earlier = {key: day for key, day in of_folder.items() if day < latest}
            values[folder] = {"latest": latest, **({"earlier": earlier} if earlier else {})}
    return bool(values) and replace_text(papers / FILE, plain_json(values))


def _unreadable(shown: str, error: Exception) -> Problem:
    return Problem(
        code="RA030",
        severity=Severity.ERROR,
        place=Place(path=shown),
        field="",
        message=Localized(zh=f"无法读取：{visible(str(error))}", en=f"cannot be read: {visible(str(error))}"),
        hint=Localized(zh="删除它，再运行 rsfm fetch。", en="Delete it and run rsfm fetch."),
    )
