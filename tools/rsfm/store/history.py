"""``papers/_history.jsonl``: what happened, an event a line, in canonical JSON; lines are only ever added."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rsfm.history import Happening
from rsfm.locales import Localized
from rsfm.problems import Problem
from rsfm.store.canonical import plain_of, typed
from rsfm.store.faults import unreadable
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
    except (OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
        hint = Localized(zh="用 git 恢复它。", en="Restore it with git.")
        return History(), [unreadable(f"{shown}/{HISTORY}", error, hint)]


def read_history(papers: Path) -> History:
    """Return the history; an empty one where there is no file. Raises OSError, ValueError and TypeError."""
    try:
        text = read_regular(papers / HISTORY, _LIMIT).decode("utf-8")
    except FileNotFoundError:
        return History()
    lines = [json.loads(line) for line in text.splitlines() if line]
    commits = [line.pop("commit", "") for line in lines]
    happenings = tuple(typed(Happening, line) for line in lines)
    _ = [each.day for each in happenings]  # a date that is none is found out here
    return History(happenings=happenings, until=next(filter(None, reversed(commits)), ""))


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
    said = plain_of(value) | ({"commit": commit} if commit else {})
    return json.dumps(said, ensure_ascii=False, sort_keys=True) + "\n"
