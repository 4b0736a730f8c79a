"""When each stored value was last confirmed: one small file, so that a night without news changes one line.

A snapshot whose facts have not changed is not rewritten, so its own date says when it was written. Later
confirmations are kept here: for each folder the latest day, and the exceptions that were confirmed before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from rsfm.locales import Localized
from rsfm.model import Provenance, Publication, Repository, Snapshot
from rsfm.problems import Problem
from rsfm.store.canonical import from_json, to_json
from rsfm.store.faults import unreadable
from rsfm.store.files import read_regular, replace_text

V = TypeVar("V", Snapshot, Publication, Repository)

FILE = "_confirmed.json"


@dataclass(frozen=True, kw_only=True)
class Days:
    """When the values of one folder were confirmed."""

    latest: date
    earlier: dict[str, date] = field(default_factory=dict)
    """Those that were not confirmed on the latest day, by key."""


def load_days(papers: Path, shown: str) -> tuple[dict[str, Days], list[Problem]]:
    """Read the days by folder; where they are missing or broken, the dates inside the snapshots stand."""
    try:
        return from_json(dict[str, Days], read_regular(papers / FILE).decode("utf-8")), []
    except FileNotFoundError:
        return {}, []
    except (OSError, ValueError, TypeError, RecursionError) as error:
        return {}, [unreadable(f"{shown}/{FILE}", error, _HINT)]


def as_confirmed(values: Mapping[str, V], days: Mapping[str, Days], folder: str) -> dict[str, V]:
    """Return the values with the later of their own date and the one kept in ``days``.

    A fact sheet is what people copied: no server has confirmed it.
    """
    if folder not in days:
        return dict(values)
    latest, earlier = days[folder].latest, days[folder].earlier
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
    for folder, days in confirmed.items():
        if days:
            latest = max(days.values())
            values[folder] = Days(latest=latest, earlier={key: day for key, day in days.items() if day < latest})
    return bool(values) and replace_text(papers / FILE, to_json(values))


_HINT = Localized(zh="删除它，再运行 rsfm fetch。", en="Delete it and run rsfm fetch.")
