"""The workflows of contributions: strangers' text is data, tokens may do one thing each, and never near a fork's code."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = Path(__file__).parents[2] / ".github/workflows"
NAMES = ["intake.yml", "pull_request.yml"]
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
    assert "\npermissions: {}\n" in text and "secrets." not in text and "pull_request_target" not in text
    for job in jobs(name).values():
        assert 0 < job["timeout-minutes"] <= 30
        assert job["permissions"]


def test_what_reads_strangers_text_or_runs_their_code_may_not_write():
    for values in (jobs("intake.yml")["judge"], jobs("pull_request.yml")["review"]):
        assert values["permissions"] == {"contents": "read"}
        assert "token" not in str(values)


def test_only_main_is_checked_out_for_an_issue():
    for _, _, step in (one for one in STEPS if one[0] == "intake.yml" and "checkout" in one[2].get("uses", "")):
        assert step["with"]["ref"] == "main"
