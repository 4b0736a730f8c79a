"""The entry that a benchmark names as its own is one of the catalog."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from rsfm.locales import Localized
from rsfm.model.results import Benchmarks
from rsfm.problems import Problem, Severity, visible
from rsfm.source import Document, read
from rsfm.store.files import read_regular

_FORMER = "former_ids"


def unknown_entries(entries: Sequence[Path], document: Document, defined: Benchmarks) -> Iterator[Problem]:
    """Yield a problem for each ``entry`` of a benchmark that is not among the files ``entries``."""
    known = {path.stem for path in entries}
    missing = {name: one.entry for name, one in defined.benchmarks.items() if one.entry and one.entry not in known}
    present = _renamed(entries) if missing else {}
    for name, entry in missing.items():
        shown, now = visible(entry), present.get(entry)
        near = None if now else next(iter(get_close_matches(entry, known, n=1, cutoff=0.6)), None)
        yield Problem(
            code="RA450",
            severity=Severity.ERROR,
            place=document.place(f"{name}.entry"),
            field=f"{name}.entry",
            message=Localized(zh=f"{shown} 已改名为 {now}", en=f"{shown} was renamed to {now}")
            if now
            else Localized(zh=f"目录里没有 {shown}", en=f"there is no entry {shown}"),
            hint=Localized(zh=f"写 {now}。", en=f"Write {now}.")
            if now
            else Localized(zh=f"是否想写 {near}？", en=f"Did you mean {near}?")
            if near
            else Localized(zh="先加入那个条目，或删去 entry。", en="Add that entry first, or leave entry out."),
        )


def _renamed(entries: Sequence[Path]) -> dict[str, str]:
    """Return the present paper_id by every former one. Few entries have any, so the others are not taken apart."""
    found: dict[str, str] = {}
    for path in entries:
        # What cannot be read is told of where entries are read.
        with suppress(OSError):
            data = read_regular(path)
            scalars = read(path.name, data).scalars if _FORMER.encode() in data else {}
            found |= {scalar.text: path.stem for field, scalar in scalars.items() if field.partition(".")[0] == _FORMER}
    return found
