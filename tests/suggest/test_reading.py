"""Whatever a fork pushes is data: entries are read as blobs, everything else is left out, and nothing is checked out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rsfm.github.changed_entries import MovedOn, changed_entries
from rsfm.github.commands import Commands
from rsfm.github.pull_request import PullRequest
from rsfm.source import SIZE_LIMIT
from suggest.conftest import Contribution, contribution, entry, forge, server, suggested

__all__ = ["contribution", "forge", "server"]

MENDABLE = entry(name="name: TerraLens ")
SAID = [("papers/terralens.yml", 1)]


def where(contribution: Contribution) -> list[tuple[str, int]]:
    return [(comment["path"], comment["line"]) for comment in contribution.said()]


def tree_with(contribution: Contribution, *lines: str) -> str:
    """Push a commit whose papers/ has odd entries, which git itself would not add; return its hash."""
    contribution.offer({"terralens.yml": MENDABLE})
    papers = contribution.git("ls-tree", "HEAD:papers").splitlines()
    typed = "".join(f"{line}\0" for line in sorted([*papers, *lines], key=lambda line: line.split("\t")[1]))
    run = Commands(contribution.fork)
    folder = run("git", "mktree", "-z", text=typed).strip()
    root = run("git", "mktree", text=f"040000 tree {folder}\tpapers\n").strip()
    who = ("-c", "user.name=Bo Sample", "-c", "user.email=bo@example.org")
    return contribution.push(contribution.git(*who, "commit-tree", root, "-p", "origin/main", "-m", "Odd"))


def blob(contribution: Contribution, text: str) -> str:
    return Commands(contribution.fork)("git", "hash-object", "-w", "--stdin", text=text).strip()


ODD = (
    "a\nb.yml",
    "a\tb.yml",
    "A.yml",
    '"a".yml',
    "论文.yml",
    "-x.yml",
    "a.yaml",
    "_example.yml",
    "a b.yml",
    "a\\b.yml",
)


def test_what_has_an_odd_name_is_no_entry(contribution: Contribution):
    content = blob(contribution, MENDABLE)
    above = Commands(contribution.fork)("git", "mktree", text=f"100644 blob {content}\tevil.yml\n").strip()
    files = (f"100644 blob {content}\t{name}" for name in ODD)
    tree_with(contribution, f"040000 tree {above}\t..", *files)
    assert "papers/../evil.yml" in contribution.git("ls-tree", "-r", "--name-only", contribution.head)
    assert where(contribution) == SAID


def test_a_link_is_no_entry_wherever_it_leads(contribution: Contribution):
    (contribution.papers / "passwords.yml").symlink_to("/etc/passwd")
    (contribution.papers / "taxonomy.yml").symlink_to("_taxonomy.yml")
    contribution.offer({"terralens.yml": MENDABLE})
    assert where(contribution) == SAID


def test_an_entry_that_becomes_a_link_or_was_one_is_left_out(contribution: Contribution):
    link = contribution.forge.papers / "orbittalk.yml"
    link.symlink_to("invented-2501-90001.yml")
    contribution.forge.commit("Add a link")
    contribution.git("pull", "--quiet")
    contribution.papers.joinpath("orbittalk.yml").unlink()
    contribution.papers.joinpath("invented-2501-90001.yml").unlink()
    contribution.papers.joinpath("invented-2501-90001.yml").symlink_to("orbittalk.yml")
    contribution.offer({"terralens.yml": MENDABLE, "orbittalk.yml": MENDABLE})
    assert where(contribution) == SAID


def test_another_repository_in_the_place_of_an_entry_is_left_out(contribution: Contribution):
    tree_with(contribution, f"160000 commit {'1' * 40}\tnested.yml")
    assert where(contribution) == SAID


def test_what_cannot_be_read_is_left_out(contribution: Contribution):
    evil = (b"# " + b"x" * SIZE_LIMIT, b"\xff\xfe\x00", b"\0" * 99, b"", b"{", b"a: &a [*a]\n", b"a: 1\rb: 2")
    contribution.offer({"terralens.yml": MENDABLE, **{f"evil-{i}.yml": data for i, data in enumerate(evil)}})
    assert where(contribution) == SAID


def test_what_is_too_long_for_an_entry_is_not_even_taken_in(contribution: Contribution):
    contribution.offer({"terralens.yml": MENDABLE, "evil.yml": b"#" * (SIZE_LIMIT + 1), "full.yml": b"#" * SIZE_LIMIT})
    pull = PullRequest.of_event(contribution.event)
    found = changed_entries(Commands(contribution.forge.work), pull, "papers")
    assert [one.path for one in found] == ["papers/full.yml", "papers/terralens.yml"]


def test_an_entry_that_goes_needs_nothing(contribution: Contribution):
    contribution.papers.joinpath("invented-2501-90001.yml").unlink()
    contribution.offer({"terralens.yml": MENDABLE})
    assert where(contribution) == SAID


def test_a_renamed_entry_gets_comments_only_where_it_differs(contribution: Contribution):
    old = entry(extra="# \n" + "# one\n" * 12, title="Something Else")
    contribution.forge.papers.joinpath("old.yml").write_text(old, encoding="utf-8")
    contribution.forge.commit("Add it")
    contribution.git("pull", "--quiet")
    contribution.papers.joinpath("old.yml").unlink()
    contribution.offer({"terralens.yml": old.replace("2025-02-01", "2025-02-02 ")})
    assert where(contribution) == [("papers/terralens.yml", 21)]


def test_what_a_fork_changes_elsewhere_is_never_run_nor_checked_out(contribution: Contribution):
    trap = "raise SystemExit('run')\n"
    before = sorted(path.relative_to(contribution.forge.work) for path in contribution.forge.work.rglob("*.*"))
    contribution.offer(
        {
            "terralens.yml": MENDABLE,
            "../tools/rsfm/__init__.py": trap,
            "../sitecustomize.py": trap,
            "../Makefile": "$(error run)\n",
            "../.gitattributes": "*.yml binary diff=evil filter=evil\n",
            "../.gitmodules": '[submodule "x"]\n\tpath = x\n\turl = ../evil\n',
            "../.github/workflows/suggest.yml": "on: push\n",
            "_taxonomy.yml": "family: {}\n",
        }
    )
    assert where(contribution) == SAID
    after = sorted(path.relative_to(contribution.forge.work) for path in contribution.forge.work.rglob("*.*"))
    assert [path for path in after if path.parts[0] != ".git"] == [path for path in before if path.parts[0] != ".git"]
    assert contribution.forge.git("status", "--porcelain") == ""


def test_main_may_have_moved_on_since_the_fork_was_made(contribution: Contribution):
    contribution.offer({"terralens.yml": MENDABLE})
    contribution.forge.papers.joinpath("orbittalk.yml").write_text(MENDABLE, encoding="utf-8")
    contribution.forge.commit("Add another")
    assert where(contribution) == SAID


def test_a_pull_request_that_has_moved_on_is_left_to_its_next_run(contribution: Contribution, capsys):
    contribution.offer({"terralens.yml": MENDABLE})
    event = contribution.event
    contribution.offer({"terralens.yml": MENDABLE + "# more\n"})
    contribution.event = event
    assert contribution.suggest() == (0, {})
    assert "has moved on" in capsys.readouterr().out


@pytest.mark.parametrize("event", [{}, [], {"pull_request": None}, {"pull_request": {"number": "x"}}, "text"])
def test_an_event_about_something_else_is_refused_without_a_traceback(contribution: Contribution, event):
    contribution.event = event
    assert contribution.suggest() == (2, {})


def test_a_pull_request_that_is_not_there_or_shares_no_history_is_refused(contribution: Contribution, capsys):
    contribution.offer({"terralens.yml": MENDABLE})
    contribution.event["pull_request"]["number"] = 8
    assert contribution.suggest() == (2, {})
    tree = contribution.git("rev-parse", "HEAD^{tree}")
    who = ("-c", "user.name=Bo Sample", "-c", "user.email=bo@example.org")
    contribution.push(contribution.git(*who, "commit-tree", tree, "-m", "Alone"))
    assert contribution.suggest() == (2, {})
    assert "git" in capsys.readouterr().err


def lines_of_the_difference(contribution: Contribution, path: str) -> set[int]:
    """Return the lines of the new side that the whole difference, as people see it, shows of one file."""
    shown = contribution.git("diff", "--find-renames", f"origin/main...{contribution.head}")
    (one,) = (part for part in re.split(r"(?m)^diff --git ", shown) if f"+++ b/{path}\n" in part)
    found, line = set(), 0
    for text in one.split("\n"):
        if start := re.match(r"@@ -\S+ \+(\d+)", text):
            line = int(start[1])
        elif line and text[:1] in ("+", " "):
            found.add(line)
            line += 1
    return found


def test_the_lines_that_take_a_comment_are_those_of_the_difference(contribution: Contribution):
    old = "".join(f"# line {number}\n" for number in range(40))
    contribution.forge.papers.joinpath("orbittalk.yml").write_text(old, encoding="utf-8")
    contribution.forge.commit("Add it")
    contribution.git("pull", "--quiet")
    lines = old.splitlines()
    new = ["# first", *lines[:9], *lines[12:20], "# one", "# two", *lines[20:30], "# other", *lines[31:], "# last"]
    contribution.offer({"orbittalk.yml": "\n".join(new), "terralens.yml": MENDABLE})
    pull = PullRequest.of_event(contribution.event)
    found = {one.path: one for one in changed_entries(Commands(contribution.forge.work), pull, "papers")}
    assert found.keys() == {"papers/orbittalk.yml", "papers/terralens.yml"}
    for path, one in found.items():
        assert {line for hunk in one.hunks for line in hunk} == lines_of_the_difference(contribution, path)
    hunks = found["papers/orbittalk.yml"].hunks
    assert len(hunks) > 1
    assert found["papers/orbittalk.yml"].takes(hunks[0][0], hunks[0][-1])
    assert not found["papers/orbittalk.yml"].takes(hunks[0][-1], hunks[1][0])


def test_a_suggestion_of_several_lines_does_not_span_two_pieces(contribution: Contribution):
    authors = "authors:\n" + "".join(f"  - Cy Wrong-{number}\n" for number in range(20))
    old = entry(extra=authors).replace("Cy Wrong-0", "Ada Example")
    contribution.forge.papers.joinpath("terralens.yml").write_text(old, encoding="utf-8")
    contribution.forge.commit("Add it")
    contribution.git("pull", "--quiet")
    changed = old.replace("Ada Example", "Cy Wrong-0").replace("Wrong-19", "Wrong-20")
    contribution.offer({"terralens.yml": changed})
    (comment,) = contribution.said()
    assert "RA403" in comment["body"] and suggested(comment["body"]) is None


def test_another_commit_is_not_read(contribution: Contribution, tmp_path: Path):
    contribution.offer({"terralens.yml": MENDABLE})
    contribution.event["pull_request"]["head"]["sha"] = contribution.git("rev-parse", "HEAD^")
    with pytest.raises(MovedOn):
        changed_entries(Commands(contribution.forge.work), PullRequest.of_event(contribution.event), "papers")
