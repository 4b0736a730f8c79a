"""Brings what is stored up to date with what servers answer: believed, compared, stored one by one, never undone."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Generic

from rsfm.fetch.doubt import Known, disagrees, doubt
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.report import Report, Stored, differences
from rsfm.model import Entry, Provenance, Publication, Snapshot
from rsfm.problems import visible
from rsfm.store.confirmed import write_days
from rsfm.store.snapshots import SnapshotFolder, V

_DISK_FAULTS = {errno.ENOSPC, errno.EROFS, errno.EIO, errno.EDQUOT}
"""What stops every later file too; anything else is wrong with one of them."""


@dataclass(kw_only=True)
class Refresh(Generic[V]):
    """The refreshing of one shelf."""

    papers: Path
    shelf: SnapshotFolder[V]
    stored: dict[str, V]
    """What is on the shelf, by key; kept up to date."""
    entries: Mapping[str, Entry | None]
    """The curated entry of each key, where there is one."""
    today: date
    report: Report
    dry_run: bool = False
    on_settled: Callable[[str], None] = field(default=lambda _: None)
    """Told each key as soon as its fate is known."""
    _disk_failed: bool = field(default=False, init=False)

    def run(self, keys: Iterable[str], answers: Iterator[tuple[str, V | Refusal | None]]) -> None:
        """Take the answers as they come, each key once; what was not asked for is refused. Ends early where the disk refuses to take them."""
        left = dict.fromkeys(keys)
        self.report.asked += left
        for key, answer in answers:
            if key not in left:
                shown = visible(key) or "?"
                self.report.failed[key] = refusal(Fault.UNASKED, f"没有问过 {shown}", f"{shown} was not asked for")
                continue
            del left[key]
            self._settle(key, answer)
            self.on_settled(key)
            if self._disk_failed:
                break
        for key in left:
            self.report.failed[key] = refusal(Fault.NOT_ASKED, "磁盘写不进去", "the disk takes nothing more")

    def _settle(self, key: str, answer: V | Refusal | None) -> None:
        old = self.stored.get(key)
        entry = self.entries.get(key)
        refused = answer if isinstance(answer, Refusal) else None
        if isinstance(answer, (Snapshot, Publication)):
            known = Known(entry=entry, stored=old if isinstance(old, (Snapshot, Publication)) else None)
            refused = doubt(answer, known)
        if refused:
            self.report.failed[key] = refused
        elif answer is None:
            self.report.missing.append(key)
        elif not isinstance(answer, Refusal):
            self._take(key, old, answer, entry)

    def _take(self, key: str, old: V | None, new: V, entry: Entry | None) -> None:
        changes = differences(key, old, new)
        if changes and not self.dry_run:
            try:
                self.shelf.write(self.papers, new)
            except OSError as error:
                self.report.failed[key] = not_stored(error)
                self._disk_failed = error.errno in _DISK_FAULTS
                return
        self.stored[key] = new if changes or old is None else replace(old, confirmed=self.today)
        if old is None:
            self.report.new.append(key)
        elif changes:
            self.report.changed.append(key)
        else:
            self.report.unchanged.append(key)
        self.report.changes += changes
        if isinstance(new, Snapshot) and new.withdrawn:
            self.report.withdrawn.append(key)
        if isinstance(new, (Snapshot, Publication)) and entry and disagrees(new.title, entry):
            self.report.titles[key] = (entry.title, new.title)


def not_stored(error: OSError) -> Refusal:
    """Return the refusal of a value that could not be written."""
    reason = visible(error.strerror or type(error).__name__)
    return refusal(Fault.NOT_STORED, f"无法写入：{reason}", f"cannot be written: {reason}")


def store_days(papers: Path, shelves: Mapping[str, Mapping[str, Stored]]) -> None:
    """Keep for every folder when each of its values was confirmed by its server. Raises OSError."""
    write_days(
        papers,
        {
            folder: {key: value.confirmed for key, value in of.items() if value.provenance is not Provenance.FACT_SHEET}
            for folder, of in shelves.items()
        },
    )
