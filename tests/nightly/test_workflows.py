"""What must hold for every workflow, and that each calls only commands that exist."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
import yaml

from invented import ENTRY, papers_folder
from rsfm import cli
from rsfm.source import Mapping, Node, Scalar, Sequence, read

REPOSITORY = Path(__file__).parents[2]
WORKFLOWS = sorted((REPOSITORY / ".github/workflows").glob("*.yml"))
OFFICIAL = re.compile(r"actions/[a-z-]+@[0-9a-f]{40}")
VERSION = re.compile(r"uses: +\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
READ_ONLY = {"contents": "read", "pages": "read", "actions": "read"}


def tree(path: Path) -> Mapping:
    document = read(path.name, path.read_bytes())
    assert document.root is not None, document.problems
    return document.root


def child(node: Node, *names: str) -> Node | None:
    for name in names:
        if not isinstance(node, Mapping) or name not in node.items:
            return None
        node = node.items[name]
    return node


def text(node: Node | None) -> str | None:
    return node.text if isinstance(node, Scalar) else None


def jobs(path: Path) -> dict[str, Mapping]:
    found = child(tree(path), "jobs")
    assert isinstance(found, Mapping)
    return {name: job for name, job in found.items.items() if isinstance(job, Mapping)}


def steps(path: Path) -> Iterator[tuple[str, Mapping]]:
    for name, job in jobs(path).items():
        listed = job.items.get("steps")
        for step in listed.items if isinstance(listed, Sequence) else ():
            assert isinstance(step, Mapping)
            yield name, step


def permissions(job: Mapping) -> dict[str, str | None]:
    granted = job.items.get("permissions")
    assert isinstance(granted, Mapping), "a job without permissions of its own"
    return {name: text(value) for name, value in granted.items.items()}


every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def test_the_workflows_are_there() -> None:
    names = ["ci.yml", "intake.yml", "nightly.yml", "pages.yml", "pull_request.yml", "release.yml", "suggest.yml"]
    assert [path.name for path in WORKFLOWS] == names


@every_workflow
def test_a_workflow_grants_nothing_by_itself_and_each_job_says_what_it_needs(path: Path) -> None:
    granted = child(tree(path), "permissions")
    assert isinstance(granted, Mapping)
    assert not granted.items
    for job in jobs(path).values():
        assert permissions(job)


@every_workflow
def test_a_workflow_runs_in_a_concurrency_group(path: Path) -> None:
    assert text(child(tree(path), "concurrency", "group"))


@every_workflow
def test_every_job_has_a_time_limit_unless_the_workflow_it_calls_has(path: Path) -> None:
    for job in jobs(path).values():
        assert ("timeout-minutes" in job.items) != ("uses" in job.items)


@every_workflow
def test_every_action_is_official_and_pinned_to_a_commit_with_its_version_beside(path: Path) -> None:
    used = [used for _, step in steps(path) if (used := text(step.items.get("uses")))]
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "uses: actions/" in line]
    assert len(used) == len(lines)
    assert all(OFFICIAL.fullmatch(name) for name in used)
    assert all(VERSION.search(line) for line in lines), lines


def test_one_action_is_pinned_to_one_commit_everywhere() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for _, step in steps(path):
            if used := text(step.items.get("uses")):
                name, _, commit = used.partition("@")
                pins.setdefault(name, set()).add(commit)
    assert {name: len(commits) for name, commits in pins.items()} == dict.fromkeys(pins, 1)


@every_workflow
def test_no_checkout_leaves_a_token_behind(path: Path) -> None:
    for _, step in steps(path):
        if (text(step.items.get("uses")) or "").startswith("actions/checkout@"):
            assert text(child(step, "with", "persist-credentials")) == "false"


@every_workflow
def test_no_command_has_an_expression_in_it(path: Path) -> None:
    for _, step in steps(path):
        assert "${{" not in (text(step.items.get("run")) or "")


def test_what_runs_for_pull_requests_may_write_nothing_and_sees_no_secret() -> None:
    asked = [path for path in WORKFLOWS if re.search("^  pull_request:", path.read_text("utf-8"), re.MULTILINE)]
    assert [path.name for path in asked] == ["ci.yml", "pull_request.yml"]
    for path in asked:
        words = path.read_text(encoding="utf-8")
        assert "pull_request_target" not in words
        assert "secrets." not in words
        assert "github.token" not in words
        assert all(permissions(job) == {"contents": "read"} for job in jobs(path).values())


def test_the_job_that_talks_to_strangers_may_write_nothing() -> None:
    job = jobs(REPOSITORY / ".github/workflows/nightly.yml")["refresh"]
    assert permissions(job).items() <= READ_ONLY.items()


@pytest.mark.parametrize(("workflow", "extra"), [("pages", "previews"), ("release", "parquet")])
def test_what_is_published_is_made_with_the_packages_of_the_site_and_those_of_one_extra(
    workflow: str, extra: str
) -> None:
    scripts = [text(step.items.get("run")) or "" for _, step in steps(REPOSITORY / f".github/workflows/{workflow}.yml")]
    (install,) = (script for script in scripts if script.startswith("make "))
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [re.split("[>=]", package)[0] for package in project["optional-dependencies"][extra]]
    assert sorted(install.split(" #")[0].split()[1:]) == sorted(f".venv/.with-{name}" for name in wanted)
    lock = (REPOSITORY / "requirements-all.lock").read_text(encoding="utf-8")
    for name in wanted:
        requirement = distribution(name).requires or []
        assert [one for one in requirement if "extra ==" not in one] == [], "it is installed without what it needs"
        assert re.search(rf"(?m)^{name}==", lock)


PYYAML = "PyYAML"
"""What the steps that may write need besides Python itself, by the verb that they run."""
NEEDED = {"adopt": [PYYAML], "history": [PYYAML], "propose": [PYYAML], "announce": [], "comment": []}


def jobs_that_may_write() -> dict[str, list[str]]:
    """The scripts of every job whose token may change the repository, an issue or a pull request."""
    found = {}
    for path in WORKFLOWS:
        for name, job in jobs(path).items():
            changes = {scope for scope, right in permissions(job).items() if right == "write"} - {"pages", "id-token"}
            if changes:
                found[f"{path.stem}.{name}"] = [
                    text(step.items.get("run")) or "" for of, step in steps(path) if of == name
                ]
    return found


def test_where_a_token_may_write_nothing_is_installed_but_one_package_of_the_lock(tmp_path: Path) -> None:
    found = jobs_that_may_write()
    assert {"nightly.propose", "nightly.announce", "suggest.comment", "release.release"} <= found.keys()
    assert [name for name, scripts in found.items() if re.search(r"\bmake |\.venv/", " ".join(scripts))] == []
    (script,) = (script for scripts in found.values() for script in scripts if "pip install" in script)
    chosen, install = script.splitlines()
    subprocess.run(["bash", "-euc", chosen], cwd=REPOSITORY, env={"RUNNER_TEMP": str(tmp_path)}, check=True)  # noqa: S607
    first, *others = (tmp_path / "needed.lock").read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"pyyaml==[\d.]+ \\", first)
    assert all(line.startswith(("    --hash=sha256:", "    # via")) for line in others)
    assert {"--require-hashes", "--no-deps"} <= set(install.split())


@pytest.mark.parametrize("verb", list(NEEDED))
def test_what_runs_where_a_token_may_write_needs_no_more_than_that(tmp_path: Path, verb: str) -> None:
    packages = tmp_path / "packages"
    packages.mkdir()
    for module in ("yaml", "_yaml") if PYYAML in NEEDED[verb] else ():
        (packages / module).symlink_to(Path(yaml.__file__).parent.with_name(module))
    papers_folder(tmp_path, {"good": ENTRY.format(name="Good", title="A Good Entry")})
    shutil.copytree(tmp_path / "papers", tmp_path / "before")
    more = {"adopt": ["before"], "history": ["--before", "before", "--day", "2026-01-01"]}.get(verb, ["--help"])
    # -S: whatever else is installed here cannot be imported.
    command = [sys.executable, "-S", "-m", "rsfm", verb, *more]
    environment = os.environ | {"PYTHONPATH": f"{REPOSITORY / 'tools'}{os.pathsep}{packages}"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_night_begins_off_the_full_hour_and_ends_with_the_judgement_of_age() -> None:
    path = REPOSITORY / ".github/workflows/nightly.yml"
    schedule = child(tree(path), "on", "schedule")
    assert isinstance(schedule, Sequence)
    (cron,) = (text(child(one, "cron")) or "" for one in schedule.items)
    assert int(cron.split()[0]) not in {0, 15, 30, 45}
    assert list(jobs(path)) == ["refresh", "propose", "announce", "publish", "fresh"]


def test_the_site_is_published_whatever_became_of_the_rest_of_the_night() -> None:
    job = jobs(REPOSITORY / ".github/workflows/nightly.yml")["publish"]
    assert text(job.items["needs"]) == "refresh"
    assert text(job.items["if"]) == "${{ !cancelled() }}"


def commands() -> list[tuple[str, list[str]]]:
    """Every call of ``rsfm`` in a workflow: the workflow, and the words after ``rsfm``."""
    found = []
    for path in WORKFLOWS:
        for _, step in steps(path):
            script = (text(step.items.get("run")) or "").replace("\\\n", " ")
            script = re.sub(r"\$\([^)]*\)", "1", script).replace('"${options[@]}"', "--base base")
            for line in (line for line in script.splitlines() if "rsfm " in line):
                words = shlex.split(line.replace("python -m rsfm", "./rsfm"))
                if words and words[0].endswith("/rsfm"):
                    end = min(words.index(word) if word in words else len(words) for word in (">>", "||"))
                    found.append((path.name, words[1:end]))
    return found


@pytest.mark.parametrize(
    ("name", "words"), commands(), ids=lambda value: value[0] if isinstance(value, list) else value
)
def test_every_command_of_a_workflow_is_one_that_rsfm_understands(
    monkeypatch: pytest.MonkeyPatch, name: str, words: list[str]
) -> None:
    understood = []
    for verb in cli.VERBS:
        monkeypatch.setattr(cli.module_of(verb), "run", lambda options: understood.append(options.verb) or 0)

    assert cli.main(["--papers", str(REPOSITORY / "papers"), *words]) == 0
    assert understood == [words[0]]


def test_the_night_calls_every_verb_that_is_made_for_it() -> None:
    called = {words[0] for name, words in commands() if name in ("nightly.yml", "pages.yml")}
    made = {"fetch", "links", "results", "discover", "recall", "adopt", "history", "propose", "announce", "freshness"}
    assert called == made | {"build"}
