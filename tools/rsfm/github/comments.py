"""Puts a review below a pull request: comments only, never a verdict, and none that is there already."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from rsfm.github.commands import Commands
from rsfm.github.pull_request import PullRequest

ROBOT = "github-actions[bot]"
"""Who writes with the token of a workflow."""
_LONGEST = 65_536
"""Characters; GitHub refuses a longer comment."""
_PATH = re.compile(r"[a-z]+/[a-z0-9-]+\.yml")


def post(run: Commands, pull: PullRequest, review: Any) -> str:
    """Post what of ``review`` is not there yet, and return a sentence that says what was done.

    The first line of a comment says, unseen, what it is about. ``review`` came out of a run that read strangers' text:
    only its comments are taken from it, piece by piece; what kind of review it is, and of which commit, is said here.
    Raises CommandFailed, KeyError, TypeError and ValueError.
    """
    comments = [_comment(comment) for comment in review["comments"]]
    address = f"repos/{pull.repository}/pulls/{pull.number}"
    now = json.loads(run("gh", "api", address))
    if (now["state"], now["head"]["sha"], now["base"]["ref"]) != ("open", pull.head, pull.base):
        return "The pull request has moved on: nothing to say."
    lines = run("gh", "api", "--paginate", f"{address}/comments?per_page=100", "--jq", ".[] | tojson").splitlines()
    said = Counter(_said(comment) for comment in map(json.loads, lines) if _stands(comment))
    fresh = []
    for comment in comments:
        said.subtract([_said(comment)])
        if said[_said(comment)] < 0:
            fresh.append(comment)
    if not fresh:
        return "All of it was said before."
    words = {"event": "COMMENT", "commit_id": pull.head, "body": _text(review["body"]), "comments": fresh}
    run("gh", "api", "--silent", "--method", "POST", f"{address}/reviews", "--input", "-", text=json.dumps(words))
    return f"Posted {len(fresh)} comments."


def _stands(comment: dict[str, Any]) -> bool:
    """Say whether a comment is the robot's and still on a line: one on a line that has changed cannot be accepted."""
    return comment["user"] is not None and comment["user"]["login"] == ROBOT and comment.get("line") is not None


def _said(comment: dict[str, Any]) -> tuple[str, str]:
    """Return what makes two comments one; the line is no part of it, because it moves with every commit."""
    return comment["path"], str(comment["body"]).partition("\n")[0].strip()


def _comment(comment: Any) -> dict[str, Any]:
    """Return one comment with nothing in it but what a comment has. Raises KeyError, TypeError and ValueError."""
    path, first, last = comment["path"], comment.get("start_line"), comment["line"]
    if not _PATH.fullmatch(path) or type(last) is not int or not (first is None or type(first) is int):
        raise ValueError("no comment below the lines of an entry")
    several = {} if first is None else {"start_line": first, "start_side": "RIGHT"}
    return {"path": path, "body": _text(comment["body"]), "line": last, "side": "RIGHT", **several}


def _text(body: Any) -> str:
    if not isinstance(body, str) or not body or len(body) > _LONGEST:
        raise ValueError("no text for a comment")
    return body
