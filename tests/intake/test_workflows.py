"""The workflows of contributions: strangers' text is data, tokens may do one thing each, and never near a fork's code."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = Path(__file__).parents[2] / ".github/workflows"
NAMES = ["intake.yml", "pull_request.yml", "suggest.yml"]
TYPED_BY_PEOPLE = re.compile(r"event\.(issue|comment|pull_request)\.(body|title|head\.ref|head\.label)")


def jobs(name: str) -> dict[str, Any]:
    return yaml.safe_load((WORKFLOWS / name).read_text("utf-8"))["jobs"]


STEPS = [(name, job, step) for name in NAMES for job, values in jobs(name).items() for step in values["steps"]]


@pytest.mark.parametrize(("name", "job", "step"), STEPS, ids=[f"{n}-{j}-{s['name']}" for n, j, s in STEPS])
def test_a_step_is_harmless(name: str, job: str, step: dict[str, Any]):
    assert "${{" not in step.get("run", "")
    assert not TYPED_BY_PEOPLE.search(str(step.get("env", {})) + str(step.get("with", {})))
    if "uses" in step:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])
    if "actions/checkout" in step.get("uses", ""):
        assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", NAMES)
def test_a_job_may_only_do_what_it_says_and_ends(name: str):
    text = (WORKFLOWS / name).read_text("utf-8")
    assert "\npermissions: {}\n" in text and "secrets." not in text
    assert ("pull_request_target" in text) == (name == "suggest.yml")
    for job in jobs(name).values():
        assert 0 < job["timeout-minutes"] <= 30
        assert job["permissions"]


def test_what_reads_strangers_text_or_runs_their_code_may_not_write():
    readers = jobs("intake.yml")["judge"], jobs("pull_request.yml")["review"], jobs("suggest.yml")["read"]
    for values in readers:
        assert values["permissions"] == {"contents": "read"}
        assert "token" not in str(values)


@pytest.mark.parametrize("name", ["intake.yml", "suggest.yml"])
def test_only_main_is_checked_out_where_a_token_may_write(name: str):
    for _, _, step in (one for one in STEPS if one[0] == name and "checkout" in one[2].get("uses", "")):
        assert step["with"]["ref"] == "main"
        assert step["with"].keys() <= {"ref", "fetch-depth", "persist-credentials"}


def test_no_step_of_the_suggestions_fetches_or_runs_anything_of_a_fork():
    """The one command that reads a pull request never writes a file of it; everything else is the usual."""
    commands = [step["run"] for name, _, step in STEPS if name == "suggest.yml" and "run" in step]
    words = re.findall(r"(?m)^\s*(?:if \[ .*?; then )?(\S+)", "\n".join(commands))
    assert words == ["make", ".venv/bin/rsfm", "echo", "python"]
    text = (WORKFLOWS / "suggest.yml").read_text("utf-8")
    assert not re.search(r"head\.(sha|ref|repo)|merge_commit_sha|refs/pull|actions/cache|\bcache:|run-id:", text)


def test_suggestions_are_made_by_one_job_and_posted_by_another_with_the_least_a_token_can_do():
    read, comment = jobs("suggest.yml").values()
    assert comment["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert comment["needs"] == "read"
    assert [step["name"] for step in comment["steps"] if "token" in str(step.get("env", {}))] == ["Say it"]
    assert all("env" not in step for step in read["steps"])


def test_suggestions_are_for_main_and_for_entries_alone():
    event = yaml.safe_load((WORKFLOWS / "suggest.yml").read_text("utf-8"))[True]
    assert event == {"pull_request_target": {"branches": ["main"], "paths": ["papers/*.yml"]}}
