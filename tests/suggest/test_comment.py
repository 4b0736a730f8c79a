"""What ``rsfm comment`` leaves on GitHub: comments below lines, each once, and never a verdict."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import pytest

from invented import PROJECT
from suggest.conftest import Contribution, contribution, entry, forge, server

__all__ = ["contribution", "forge", "server"]

TWO = entry(name="name: TerraLens ", family="family: visual ")


@pytest.fixture
def offered(contribution: Contribution) -> Contribution:
    contribution.offer({"terralens.yml": TWO})
    assert len(contribution.said()) == 2
    return contribution


def test_all_comments_are_one_review_of_that_commit(offered: Contribution):
    assert offered.comment() == 0
    (review,) = offered.posted()
    assert (review["event"], review["commit_id"]) == ("COMMENT", offered.head)
    assert [(c["path"], c["line"], c["side"]) for c in review["comments"]] == [
        ("papers/terralens.yml", 1, "RIGHT"),
        ("papers/terralens.yml", 3, "RIGHT"),
    ]
    (call,) = offered.forge.called("api --silent")
    assert "repos/atlas/atlas/pulls/7/reviews" in call["arguments"]


def test_several_lines_have_both_ends_on_one_side(contribution: Contribution):
    contribution.offer({"terralens.yml": entry(extra="authors:\n  - Cy Wrong\n")})
    contribution.said()
    contribution.comment()
    (comment,) = contribution.posted()[0]["comments"]
    assert (comment["start_line"], comment["start_side"], comment["line"]) == (7, "RIGHT", 8)


def test_where_a_token_may_comment_nothing_of_anybody_else_runs(offered: Contribution):
    """Without the folder of installed packages, as the workflow calls it."""
    words = ["comment", str(offered.folder / "review.json"), "--event", str(offered.folder / "event.json")]
    command = [sys.executable, "-S", "-m", "rsfm", "--papers", str(offered.forge.papers), *words]
    subprocess.run(command, env=os.environ | {"PYTHONPATH": str(PROJECT / "tools")}, check=True)
    assert len(offered.posted()) == 1


def test_a_second_run_says_nothing_again(offered: Contribution, capsys: pytest.CaptureFixture[str]):
    offered.comment()
    assert offered.comment() == 0
    assert len(offered.posted()) == 1
    assert "said before" in capsys.readouterr().out


def test_after_another_commit_only_what_is_new_is_said(offered: Contribution):
    offered.comment()
    offered.offer({"terralens.yml": "# above\n" + TWO.replace("kinds: model", "kinds: model ")})
    assert len(offered.said()) == 3
    offered.comment()
    assert [c["line"] for c in offered.posted()[1]["comments"]] == [5]


def known(offered: Contribution, **changes: Any) -> None:
    """Let GitHub know comments that are there already."""
    offered.comment()
    comments = offered.forge.read()["comments"]
    offered.forge.says(comments=[comment | changes for comment in comments], calls=[])


def test_a_comment_that_stands_is_not_repeated_wherever_it_is_now(offered: Contribution):
    known(offered, line=99)
    offered.comment()
    assert not offered.posted()


def test_nor_is_one_whose_line_ends_github_has_changed(offered: Contribution):
    offered.comment()
    comments = offered.forge.read()["comments"]
    offered.forge.says(comments=[one | {"body": one["body"].replace("\n", "\r\n")} for one in comments], calls=[])
    offered.comment()
    assert not offered.posted()


@pytest.mark.parametrize(
    "changes",
    [
        {"line": None},
        {"user": {"login": "bo"}},
        {"user": None},
        {"path": "papers/orbittalk.yml"},
        {"body": "Something else"},
    ],
)
def test_what_is_out_of_date_or_somebody_elses_or_elsewhere_does_not_count(
    offered: Contribution, changes: dict[str, Any]
):
    known(offered, **changes)
    offered.comment()
    assert len(offered.posted()[0]["comments"]) == 2


def test_of_two_comments_that_say_the_same_both_are_posted_once(contribution: Contribution):
    contribution.offer({"terralens.yml": entry(extra="# x \n# y\n# x \n")})
    contribution.said()
    contribution.comment()
    contribution.comment()
    assert [[c["line"] for c in review["comments"]] for review in contribution.posted()] == [[7, 9]]


@pytest.mark.parametrize(
    "changes", [{"state": "closed"}, {"head": {"sha": "1" * 40}}, {"base": {"ref": "other"}}], ids=str
)
def test_a_pull_request_that_has_moved_on_is_left_alone(offered: Contribution, changes: dict[str, Any]):
    offered.forge.says(pull=offered.forge.read()["pull"] | changes)
    assert offered.comment() == 0
    assert not offered.posted()


FINE = {"path": "papers/terralens.yml", "line": 1, "body": "x"}


def test_what_kind_of_review_it_is_does_not_come_from_the_file(offered: Contribution):
    comment = FINE | {"side": "LEFT", "in_reply_to": 1, "commit_id": "x"}
    assert offered.comment({"event": "APPROVE", "commit_id": "x", "body": "y", "comments": [comment]}) == 0
    (review,) = offered.posted()
    assert review == {
        "event": "COMMENT",
        "commit_id": offered.head,
        "body": "y",
        "comments": [FINE | {"side": "RIGHT"}],
    }


NO_COMMENTS = (
    {},
    [],
    "text",
    None,
    FINE | {"path": "../etc/passwd"},
    FINE | {"path": "tools/rsfm/__init__.py"},
    FINE | {"path": 1},
    FINE | {"line": "1"},
    FINE | {"line": True},
    FINE | {"start_line": "1"},
    FINE | {"body": ""},
    FINE | {"body": 1},
    FINE | {"body": "x" * 65_537},
)
NO_REVIEWS = ({}, [], {"comments": [FINE]}, {"body": 1, "comments": [FINE]}, "text", 1)


def test_a_file_of_another_shape_is_refused_without_a_traceback(offered: Contribution):
    reviews = (*NO_REVIEWS, *({"body": "y", "comments": [comment]} for comment in NO_COMMENTS))
    taken = [review for review in reviews if offered.comment(review) != 2]
    assert taken == [] and offered.posted() == []


@pytest.mark.parametrize("verb", ["api --paginate", "api --silent", "api repos/atlas/atlas/pulls/7"])
def test_a_failing_command_is_named(offered: Contribution, verb: str, capsys: pytest.CaptureFixture[str]):
    offered.forge.says(fails=[verb])
    assert offered.comment() == 2
    assert "gh api" in capsys.readouterr().err
