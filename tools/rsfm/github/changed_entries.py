"""A pull request as data: the entries it changes, and the lines of them on which GitHub takes a comment.

Its commits are fetched and read one blob at a time, by hash; nothing of them is ever checked out or run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rsfm.github.commands import Commands
from rsfm.github.pull_request import PullRequest
from rsfm.source import SIZE_LIMIT

_MOST_FILES = 300
"""GitHub shows no more files of a pull request, and takes no comment on one that it does not show."""
_ENTRY = re.compile(r"[a-z0-9][a-z0-9-]*\.yml")
_CHANGE = re.compile(r":\d{6} (?P<mode>\d{6}) (?P<old>[0-9a-f]+) (?P<new>[0-9a-f]+) (?P<kind>[AMR])\d*\t(?P<names>.+)")
"""A line of ``git diff-tree`` about what is new, changed or renamed, which excludes what was a link before.

A name with anything odd in it stands in quotation marks there, and is no entry's.
"""
_REGULAR = frozenset(["100644", "100755"])
_HUNK = re.compile(rb"^@@ -[0-9,]+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


class MovedOn(Exception):
    """The pull request has other commits by now; the run for those says what there is to say."""


@dataclass(frozen=True, kw_only=True)
class ChangedEntry:
    """One entry that is new, changed or renamed."""

    path: str
    data: bytes
    hunks: tuple[range, ...]
    """The lines of each piece of the difference, counted from 1: a comment may stand on these and span no two pieces."""

    def takes(self, first: int, last: int) -> bool:
        """Say whether GitHub takes a comment on these lines."""
        return any(first in hunk and last in hunk for hunk in self.hunks)


def changed_entries(run: Commands, pull: PullRequest, papers: str) -> tuple[ChangedEntry, ...]:
    """Fetch the pull request next to its base, which is checked out, and return the entries that it changes.

    ``papers`` is the catalog's folder. What is no regular file, has no entry's name or is too long is left out: the
    checks of the pull request refuse it. Raises CommandFailed and MovedOn.
    """
    ref = f"refs/pull/{pull.number}/head"
    run("git", "fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "origin", ref)
    if run("git", "rev-parse", "FETCH_HEAD").strip() != pull.head:
        raise MovedOn
    common = run("git", "merge-base", "HEAD", pull.head).strip()
    # Plumbing, which no configuration changes; renames are found as GitHub finds them, or the lines would differ.
    listed = ("git", "-c", "core.quotePath=true", "diff-tree", "-r", "--find-renames", "--no-abbrev", common, pull.head)
    lines = run(*listed).splitlines()[:_MOST_FILES]
    return tuple(entry for line in lines for entry in _changed(run, line, papers))


def _changed(run: Commands, line: str, papers: str) -> Iterator[ChangedEntry]:
    found = _CHANGE.fullmatch(line)
    path = found["names"].rpartition("\t")[2] if found else ""
    if not found or not path.startswith(f"{papers}/") or not _ENTRY.fullmatch(path.removeprefix(f"{papers}/")):
        return
    if found["mode"] not in _REGULAR or int(run("git", "cat-file", "-s", found["new"])) > SIZE_LIMIT:
        return
    data = run.raw("git", "cat-file", "blob", found["new"])
    if found["kind"] == "A":
        yield ChangedEntry(path=path, data=data, hunks=(range(1, len(data.splitlines()) + 1),))
        return
    compared = ("--unified=3", "--no-color", "--no-ext-diff", "--no-textconv", found["old"], found["new"])
    pieces = _HUNK.findall(run.raw("git", "diff", *compared))
    hunks = (range(int(start), int(start) + int(count or 1)) for start, count in pieces)
    yield ChangedEntry(path=path, data=data, hunks=tuple(hunks))
