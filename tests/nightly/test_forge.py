"""What the nightly run leaves on GitHub: one pull request, one issue, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fetch.invented import paper
from nightly.conftest import Forge
from nightly.test_adopt import NEW, OLD, copy, snapshot
from rsfm.cli import main as rsfm
from rsfm.github.proposal import BRANCH, to_markdown
from rsfm.store import load
from rsfm.store.confirmed import write_days
from rsfm.store.links import Answer, LinkState, read_links, write_links
from rsfm.store.proofs import PROOFS, read_proofs, write_proofs
from rsfm.store.snapshots import ARXIV

CHANGE = {"key": "2501.90002", "field": "comment", "old": None, "new": "Accepted | at @nobody's #1"}
REPORT = {"changes": [CHANGE], "missing": ["2501.90003"], "failed": {}, "withdrawn": [], "titles": {}}


def propose(forge: Forge, report: dict[str, Any] | None = None) -> int:
    path = forge.work.parent / "fetch.json"
    path.write_text(json.dumps(REPORT if report is None else report), encoding="utf-8")
    return rsfm(["--papers", str(forge.papers), "propose", "--report", str(path)])


def learn(forge: Forge) -> None:
    ARXIV.write(forge.papers, snapshot(2, NEW, comment="Accepted"))
    write_days(forge.papers, {"_arxiv": {paper(2).arxiv_id: NEW}})


def pushed(forge: Forge) -> list[str]:
    listed = forge.git("for-each-ref", "--format=%(refname:short)", at=forge.remote)
    return [name for name in listed.split() if name != "main"]


def test_changed_facts_become_one_pull_request_and_main_stays(forge: Forge) -> None:
    before = forge.git("rev-parse", "main", at=forge.remote)
    learn(forge)

    assert propose(forge) == 0

    assert pushed(forge) == [BRANCH]
    assert forge.git("rev-parse", "main", at=forge.remote) == before
    changed = forge.git("diff", "--name-only", "main", BRANCH, at=forge.remote).split()
    assert changed == ["papers/_arxiv/2501.90002.json", "papers/_confirmed.json"]
    (created,) = forge.called("pr create")
    assert BRANCH in created["arguments"]
    assert "| 2501\\.90002 | comment | – |" in created["body"]
    (started,) = forge.called("workflow run")
    assert started["arguments"] == ["workflow", "run", "ci.yml", "--ref", BRANCH]


def test_the_next_night_renews_the_pull_request_that_is_open(forge: Forge) -> None:
    learn(forge)
    propose(forge)
    forge.git("switch", "--quiet", "main")
    forge.says(pr_list="7")
    ARXIV.write(forge.papers, snapshot(3, NEW))

    assert propose(forge) == 0

    assert len(forge.called("pr create")) == 1
    assert forge.called("pr edit")[0]["arguments"][2] == "7"
    assert forge.git("rev-list", "--count", f"main..{BRANCH}", at=forge.remote) == "1"


@pytest.mark.parametrize("what", ["nothing", "confirmations", "links"])
def test_without_changed_facts_nobody_is_bothered(forge: Forge, what: str) -> None:
    if what == "confirmations":
        write_days(forge.papers, {"_arxiv": {paper(1).arxiv_id: NEW}})
    if what == "links":
        write_links(forge.papers, {"https://example.org/": LinkState(answer=Answer.BLOCKED, since=NEW)})

    assert propose(forge) == 0

    assert not forge.calls
    assert pushed(forge) == []


def test_a_value_that_was_not_found_at_its_line_is_proposed(forge: Forge) -> None:
    write_proofs(forge.papers, {"one:aid:accuracy:large:repo#README.md:L5:70.0": 1})

    assert propose(forge) == 0

    assert len(forge.called("pr create")) == 1
    assert forge.git("show", f"{BRANCH}:papers/{PROOFS}", at=forge.remote)


def test_a_change_of_a_curated_file_stops_the_proposal(forge: Forge, capsys: pytest.CaptureFixture[str]) -> None:
    learn(forge)
    (forge.papers / "invented-2501-90001.yml").write_text("name: Changed\n", encoding="utf-8")

    assert propose(forge) == 2

    assert pushed(forge) == []
    assert "invented-2501-90001.yml is not written by a tool" in capsys.readouterr().err


def test_files_outside_papers_are_never_committed(forge: Forge) -> None:
    learn(forge)
    (forge.work / "stray.txt").write_text("stray", encoding="utf-8")

    propose(forge)

    assert "stray.txt" not in forge.git("ls-tree", "-r", "--name-only", BRANCH, at=forge.remote)


@pytest.mark.parametrize("report", [[], {"changes": [{}]}, {"changes": 5}, "text"])
def test_a_report_of_another_shape_is_refused_without_a_traceback(forge: Forge, report: Any) -> None:
    learn(forge)

    assert propose(forge, report) == 2
    assert not forge.called("pr create")


def test_a_failing_command_is_named(forge: Forge, capsys: pytest.CaptureFixture[str]) -> None:
    learn(forge)
    forge.says(fails=["pr create"])

    assert propose(forge) == 2
    assert "gh pr create" in capsys.readouterr().err


def test_the_table_has_a_row_for_each_field_and_shows_strangers_text_as_text() -> None:
    text = to_markdown(REPORT)

    (row,) = [line for line in text.splitlines() if line.startswith("| 2501")]
    assert row.replace("\\|", "").count("|") == 5
    assert "@nobody" not in text
    assert "- 2501\\.90003" in text.partition("Not in the answers")[2]


def test_a_very_long_table_is_cut_and_fits_into_a_pull_request() -> None:
    changes = [CHANGE | {"new": "x" * 10_000}] * 400

    text = to_markdown({"changes": changes})

    assert "200 more changes" in text
    assert len(text) < 65_536


REPORT_WITH_CANDIDATE = "# Candidates\n\n## 80 · A title\n"


@pytest.mark.parametrize(
    ("open_issue", "report", "verbs"),
    [
        ("", REPORT_WITH_CANDIDATE, ["issue list", "label create", "issue create"]),
        ("12", REPORT_WITH_CANDIDATE, ["issue list", "issue edit"]),
        ("12", "# Candidates\n\nThere is nothing new.\n", ["issue list", "issue edit"]),
        ("", "# Candidates\n\nThere is nothing new.\n", ["issue list"]),
    ],
)
def test_one_issue_is_kept_up_to_date(
    forge: Forge, tmp_path: Path, open_issue: str, report: str, verbs: list[str]
) -> None:
    forge.says(issue_list=open_issue)
    path = tmp_path / "discovery.md"
    path.write_text(report, encoding="utf-8")

    assert rsfm(["--papers", str(forge.papers), "announce", "candidates", str(path)]) == 0

    assert [" ".join(call["arguments"][:2]) for call in forge.calls] == verbs
    assert all(call["body"] == report for call in forge.calls if call["body"] is not None)


def test_an_announcement_that_fails_is_named(forge: Forge, tmp_path: Path) -> None:
    forge.says(fails=["issue list"])
    path = tmp_path / "discovery.md"
    path.write_text(REPORT_WITH_CANDIDATE, encoding="utf-8")

    assert rsfm(["--papers", str(forge.papers), "announce", "candidates", str(path)]) == 2


def test_without_a_report_the_issue_stays_as_it_is(forge: Forge, tmp_path: Path) -> None:
    assert rsfm(["--papers", str(forge.papers), "announce", "candidates", str(tmp_path / "missing.md")]) == 0
    assert not forge.calls


def test_last_night_is_recalled_apart_from_facts_that_nobody_merged(forge: Forge, tmp_path: Path) -> None:
    for number in (1, 2):
        ARXIV.write(forge.papers, snapshot(number, OLD))
    last = copy(tmp_path / "last", snapshot(1), snapshot(2, NEW, comment="Accepted"), latest=NEW)
    write_links(last, {"https://example.org/": LinkState(answer=Answer.DEAD, since=NEW, failed=(NEW,))})
    write_proofs(last, {"one:aid:accuracy:large:repo#README.md:L5:70.0": 1})
    forge.says(run_list="123", artifact=str(last))

    assert rsfm(["--papers", str(forge.papers), "recall"]) == 0

    now = load(forge.papers).snapshots
    assert now[snapshot(1).arxiv_id].confirmed == NEW
    assert now[snapshot(2).arxiv_id] == snapshot(2, OLD)
    assert read_links(forge.papers) == read_links(last)
    assert read_proofs(forge.papers) == read_proofs(last) != {}
    (downloaded,) = forge.called("run download")
    assert downloaded["arguments"][2:5] == ["123", "--name", "refreshed"]


@pytest.mark.parametrize(
    ("answers", "code"), [({}, 0), ({"fails": ["run list"]}, 2), ({"fails": ["run download"], "run_list": "1"}, 2)]
)
def test_a_first_night_and_a_forgetful_one_change_nothing(forge: Forge, answers: dict[str, Any], code: int) -> None:
    forge.says(**answers)

    assert rsfm(["--papers", str(forge.papers), "recall"]) == code
    assert forge.git("status", "--porcelain") == ""
