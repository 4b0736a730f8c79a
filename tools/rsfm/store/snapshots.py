"""Snapshots on disk: canonical JSON, one file per arXiv id, replaced whole or not at all."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import MISSING, fields
from datetime import date
from pathlib import Path
from typing import Any

from rsfm import ids
from rsfm.locales import Localized
from rsfm.model import ArxivId, Provenance, Snapshot
from rsfm.problems import Place, Problem, Severity, visible

FOLDER = "_arxiv"
"""Folder of the snapshots inside ``papers/``."""


def to_json(snapshot: Snapshot) -> str:
    """Return the canonical text of ``snapshot``: sorted keys, real characters, final newline, nothing absent."""
    values = {
        f.name: getattr(snapshot, f.name)
        for f in fields(Snapshot)
        if f.default is MISSING or getattr(snapshot, f.name) != f.default
    }
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True, default=date.isoformat) + "\n"


def from_json(text: str) -> Snapshot:
    """Return the snapshot that ``to_json`` wrote.

    Raises ValueError, KeyError or TypeError where ``text`` is not one.
    """
    values: dict[str, Any] = json.loads(text)
    for name in ("published", "updated", "confirmed"):
        if values.get(name) is not None:
            values[name] = date.fromisoformat(values[name])
    for name in ("authors", "categories"):
        values[name] = tuple(values.get(name, ()))
    values["provenance"] = Provenance(values["provenance"])
    return Snapshot(**values)


def load_snapshots(papers: Path, shown: str) -> tuple[dict[ArxivId, Snapshot], list[Problem]]:
    """Read every snapshot below ``papers``; a broken one is a problem, not an exception.

    ``shown`` is the name of ``papers`` in places of problems.
    """
    found: dict[ArxivId, Snapshot] = {}
    problems: list[Problem] = []
    for path in sorted((papers / FOLDER).glob("*.json")):
        try:
            snapshot = from_json(path.read_text(encoding="utf-8"))
            if ids.snapshot_name(snapshot.arxiv_id) != path.name:
                raise ValueError(f"holds {snapshot.arxiv_id}")
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            problems.append(_unreadable(f"{shown}/{FOLDER}/{path.name}", error))
        else:
            found[snapshot.arxiv_id] = snapshot
    return found, problems


def _unreadable(shown: str, error: Exception) -> Problem:
    return Problem(
        code="RA030",
        severity=Severity.ERROR,
        place=Place(path=shown),
        field="",
        message=Localized(
            zh=f"快照无法读取：{visible(str(error))}", en=f"the snapshot cannot be read: {visible(str(error))}"
        ),
        hint=Localized(
            zh="不要手工修改快照；删除它，再运行 rsfm fetch。",
            en="Snapshots are not edited by hand; delete it and run rsfm fetch.",
        ),
    )


def write_snapshot(papers: Path, snapshot: Snapshot) -> bool:
    """Store ``snapshot`` atomically and return whether the file changed.

    Raises OSError; the old file is then untouched and no temporary file is left.
    """
    return replace_text(papers / FOLDER / ids.snapshot_name(snapshot.arxiv_id), to_json(snapshot))


def replace_text(path: Path, text: str) -> bool:
    """Put ``text`` in the place of ``path`` in one step, unless it is there already; return whether it was written."""
    data = text.encode()
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return True
