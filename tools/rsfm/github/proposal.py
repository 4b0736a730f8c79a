"""The one pull request of the nightly run: what servers say differently now, field by field, for a person to merge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from rsfm.github.commands import Commands
from rsfm.markdown import harmless, table
from rsfm.store.confirmed import FILE as CONFIRMED
from rsfm.store.history import HISTORY
from rsfm.store.links import LINKS
from rsfm.store.proofs import PROOFS
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB

BRANCH = "nightly/snapshots"
TITLE = "Refresh the facts of servers"
_AUTHOR = ("github-actions[bot]", "41898282+github-actions[bot]@users.noreply.github.com")
_FOLDERS = {shelf.folder for shelf in (ARXIV, CROSSREF, GITHUB)}
_SIDE_FILES = {CONFIRMED, LINKS, HISTORY, PROOFS}
"""Written along."""
_REASONS = {HISTORY, PROOFS}
"""Those of them that are a reason to bother somebody: something happened, or a value is not where its source says."""
_ROWS = 200
_CELL = 160
"""Characters of a value in the table: the files of the pull request have all of it."""


class Unexpected(Exception):
    """Something changed that no tool may change; carries its path."""


def propose(run: Commands, papers: str, report: Mapping[str, Any], base: str) -> str:
    """Commit what changed below ``papers``, push it, open or renew the pull request, start its tests.

    Returns a sentence that says what was done. ``report`` is what ``rsfm fetch --json`` wrote. Raises CommandFailed,
    and Unexpected where a curated file changed.
    """
    changed = [PurePosixPath(path) for path in _changed(run, papers)]
    inside = [path.relative_to(papers) for path in changed]
    if strange := [path for path in inside if path.parts[0] not in _FOLDERS and str(path) not in _SIDE_FILES]:
        raise Unexpected(f"{papers}/{strange[0]} is not written by a tool")
    if not any(path.parts[0] in _FOLDERS or str(path) in _REASONS for path in inside):
        return "No facts changed: nothing to propose."
    run("git", "switch", "--quiet", "--force-create", BRANCH)
    run("git", "add", "--all", "--", papers)
    name, mail = _AUTHOR
    run("git", "-c", f"user.name={name}", "-c", f"user.email={mail}", "commit", "--quiet", "--message", TITLE)
    run("git", "push", "--quiet", "--force", "origin", f"HEAD:refs/heads/{BRANCH}")
    body = to_markdown(report)
    listed = ("--head", BRANCH, "--base", base, "--state", "open", "--json", "number", "--jq", ".[0].number // empty")
    number = run("gh", "pr", "list", *listed).strip()
    if number:
        run("gh", "pr", "edit", number, "--title", TITLE, "--body-file", "-", text=body)
        done = f"Renewed pull request {number}."
    else:
        run("gh", "pr", "create", "--head", BRANCH, "--base", base, "--title", TITLE, "--body-file", "-", text=body)
        done = "Opened a pull request."
    run("gh", "workflow", "run", "ci.yml", "--ref", BRANCH)
    return done


def _changed(run: Commands, papers: str) -> Iterator[str]:
    """Paths below ``papers`` that differ from the last commit."""
    status = run("git", "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", papers)
    return (entry[3:] for entry in status.split("\0") if entry)


def to_markdown(report: Mapping[str, Any]) -> str:
    """Return the text of the pull request: a row for each field that changed, then what a curator should look at."""
    changes = list(report.get("changes", ()))
    lines = [
        "The nightly run asked the sources again, and they say something else than what is stored. "
        "Curated entries are not touched. Merge this to show it.",
        "",
        *table(
            ("paper or repository", "field", "before", "now"),
            ([_cell(each[name]) for name in ("key", "field", "old", "new")] for each in changes[:_ROWS]),
        ),
    ]
    if len(changes) > _ROWS:
        lines += ["", f"{len(changes) - _ROWS} more changes are in the files of this pull request."]
    for name, heading in _NOTES.items():
        if keys := list(report.get(name, ())):
            lines += ["", f"**{heading}**", "", *(f"- {_cell(key)}" for key in keys[:_ROWS])]
    return "\n".join(lines) + "\n"


_NOTES = {
    "withdrawn": "Withdrawn, says the source",
    "titles": "Titles that differ from the curated ones",
    "missing": "Not in the answers; what was stored stays",
    "failed": "Not refreshed; what was stored stays",
}


def _cell(value: Any) -> str:
    if value in (None, "", []):
        return "–"
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return harmless(text[:_CELL] + ("…" if len(text) > _CELL else ""))
