"""``papers/_history.jsonl``: what happened, an event a line, in canonical JSON; lines are only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rsfm.history import Change, Happening, what_of
from rsfm.locales import Localized
from rsfm.problems import Place, Problem, Severity, visible
from rsfm.store.files import read_regular, replace_text

HISTORY = "_history.jsonl"
"""Name of the file inside ``papers/``."""
_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True, kw_only=True)
class History:
    """What was written down, and the state of ``papers/`` up to which it goes."""

    happenings: tuple[Happening, ...] = ()
    until: str = ""
    """The commit of the state that was looked at last."""


def load_history(papers: Path, shown: str) -> tuple[History, list[Problem]]:
    """Read the history; where it is missing there is none, where a line is broken that is a problem."""
    try:
        return read_history(papers), []
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        problem = Problem(
            code="RA030",
            severity=Severity.ERROR,
            place=Place(path=f"{shown}/{HISTORY}"),
            field="",
            message=Localized(zh=f"无法读取：{visible(str(error))}", en=f"cannot be read: {visible(str(error))}"),
            hint=Localized(zh="用 git 恢复它。", en="Restore it with git."),
        )
        return History(), [problem]


def read_history(papers: Path) -> History:
    """Return the history; an empty one where there is no file. Raises OSError, and ValueError and the like."""
    try:
        text = read_regular(papers / HISTORY, _LIMIT).decode("utf-8")
    except FileNotFoundError:
        return History()
    lines = [json.loads(line) for line in text.splitlines() if line]
    until = next((str(line["commit"]) for line in reversed(lines) if "commit" in line), "")
    return History(happenings=tuple(map(_happening, lines)), until=until)


def append_history(papers: Path, happenings: Iterable[Happening], commit: str = "") -> int:
    """Add what is not there yet, with the ``commit`` of the state; return how many events. Raises as ``read_history``."""
    known = {each.key for each in read_history(papers).happenings}
    new = {each.key: each for each in happenings if each.key not in known}
    if new:
        path = papers / HISTORY
        before = read_regular(path, _LIMIT).decode("utf-8") if path.exists() else ""
        replace_text(path, before + "".join(_line(each, commit) for each in new.values()))
    return len(new)


def _line(value: Happening, commit: str) -> str:
    said: dict[str, Any] = {name: each for name, each in vars(value).items() if each} | {"commit": commit}
    said["changes"] = [{name: text for name, text in vars(each).items() if text is not None} for each in value.changes]
    kept = {name: each for name, each in said.items() if each}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, default=date.isoformat) + "\n"


def _happening(line: dict[str, Any]) -> Happening:
    found = Happening(
        date=str(line["date"]),
        seen=date.fromisoformat(line["seen"]),
        what=what_of(line["what"]),
        paper_id=str(line.get("paper_id", "")),
        name=str(line.get("name", "")),
        of=str(line.get("of", "")),
        source=str(line.get("source", "")),
        changes=tuple(
            Change(field=each["field"], was=each.get("was"), now=each.get("now")) for each in line.get("changes", ())
        ),
        papers=tuple(map(str, line.get("papers", ()))),
    )
    _ = found.day  # a date that is none is found out here
    return found
