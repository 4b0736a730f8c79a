"""``rsfm history``: write down what happened to ``papers/`` since the last time."""

from __future__ import annotations

import argparse
import io
import re
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rsfm.cli import CannotRun, refusing
from rsfm.github.commands import CommandFailed, Commands
from rsfm.history import between
from rsfm.store import Library, load
from rsfm.store.files import Busy, only_writer
from rsfm.store.history import append_history, read_history

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--before", type=Path, metavar="DIR", help="papers/ as it was; default: as git has it")
    parser.add_argument("--day", type=date.fromisoformat, metavar="DATE", help="when it changed; needed with --before")


def run(options: argparse.Namespace) -> int:
    """Append the events and say how many; return 2, with nothing written, where a state cannot be read."""
    if (options.before is None) != (options.day is None):
        raise CannotRun("--before and --day go together.")
    with (
        refusing(Busy, OSError, ValueError, KeyError, TypeError, CommandFailed, tarfile.TarError),
        only_writer(options.papers),
    ):
        by_folder = options.before is not None
        found = _append(options.papers, options.before, {}, options.day, "") if by_folder else _by_git(options.papers)
    print(f"history: {found} events")
    return 0


def _by_git(papers: Path) -> int:
    """Compare with the commit up to which the history goes, or with nothing where there is no history."""
    folder = papers.resolve()
    git = Commands(folder.parent)
    here = git("git", "rev-parse", "HEAD").strip()
    today = date.fromisoformat(git("git", "log", "-1", "--format=%cs").strip())
    until = read_history(papers).until
    if not until:
        return _append(papers, None, {}, today, here)
    with _state(git, until, folder.name) as before:
        return _append(papers, before, _days(git, until, folder.name), today, here)


@contextmanager
def _state(git: Commands, commit: str, name: str) -> Iterator[Path]:
    """Put ``papers/`` as it was at ``commit`` into a folder of its own."""
    packed = git.raw("git", "archive", "--format=tar", commit, "--", name)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder) / name


def _days(git: Commands, since: str, name: str) -> dict[str, date]:
    """Return the day of the last commit that changed each entry."""
    text = git("git", "log", "--format=%cs", "--name-only", "--no-renames", f"{since}..HEAD", "--", name)
    found: dict[str, date] = {}
    day = date.min
    for line in text.splitlines():
        if line.endswith(".yml"):
            found.setdefault(line.rpartition("/")[2].removesuffix(".yml"), day)
        elif _DAY.fullmatch(line):
            day = date.fromisoformat(line)
    return found


def _append(papers: Path, before: Path | None, day_of: dict[str, date], today: date, commit: str) -> int:
    after = load(papers)
    if not after.entries:
        raise ValueError("no entry can be read")
    old = load(before) if before else None
    broken = _unreadable(after)
    entries = [entry for entry in old.entries if entry.paper_id not in broken] if old else []
    happenings = between(entries, after.entries, day_of, today, unreadable=_unreadable(old) if old else ())
    return append_history(papers, happenings, commit)


def _unreadable(library: Library) -> set[str]:
    return {file.document.path.rpartition("/")[2].removesuffix(".yml") for file in library.files if not file.entry}
