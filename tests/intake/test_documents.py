"""What the documents for contributors tell people to type exists, in both languages alike, on one screen."""

import json
import re
from pathlib import Path

import pytest
import yaml

from invented import PROJECT
from rsfm.cli import VERBS

GUIDES = [
    *(PROJECT / name for name in ("CONTRIBUTING.md", "CONTRIBUTING.zh.md", "README.md", "README.zh.md")),
    *(PROJECT / f"site_src/docs/{locale}/{name}.md" for locale in ("zh", "en") for name in ("contribute", "rules")),
]


def commands(path: Path) -> set[str]:
    code = "\n".join(re.findall(r"`+([^`]+)`+", path.read_text("utf-8")))
    return set(re.findall(r"(?m)(?:^|/)((?:rsfm|make) [a-z]+)", code))


@pytest.mark.parametrize("path", GUIDES, ids=[str(path.relative_to(PROJECT)) for path in GUIDES])
def test_every_command_exists(path: Path):
    targets = set(re.findall(r"(?m)^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8")))
    known = {f"rsfm {verb}" for verb in VERBS} | {f"make {target}" for target in targets}
    assert commands(path) and commands(path) <= known


@pytest.mark.parametrize("path", GUIDES, ids=[str(path.relative_to(PROJECT)) for path in GUIDES])
def test_every_link_into_the_repository_leads_somewhere(path: Path):
    text = path.read_text("utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        if target.startswith("../../issues/new?template="):
            assert (PROJECT / ".github/ISSUE_TEMPLATE" / target.partition("=")[2]).is_file()
        elif not target.startswith("../../issues"):
            assert (path.parent / target).exists(), target


def test_both_languages_tell_the_same_commands():
    one, other = (commands(PROJECT / name) for name in ("CONTRIBUTING.md", "CONTRIBUTING.zh.md"))
    assert one == other >= {"rsfm add", "rsfm check", "rsfm import", "make check", "make serve"}


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.zh.md", "CODE_OF_CONDUCT.md", "GOVERNANCE.md"])
def test_a_document_is_one_screen(name: str):
    assert len((PROJECT / name).read_text("utf-8").splitlines()) <= 60


def test_editors_are_led_to_the_schema_and_the_hooks_to_entries_alone():
    settings = json.loads((PROJECT / ".vscode/settings.json").read_text("utf-8"))
    ((schema, globs),) = settings["yaml.schemas"].items()
    assert (PROJECT / schema).is_file()
    papers = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / "papers").glob("*.yml")}
    entries = {path for path in papers if not path.startswith("papers/_")}
    covered = {path.relative_to(PROJECT).as_posix() for glob in globs for path in PROJECT.glob(glob)}
    assert covered == entries | {"papers/_example.yml"}
    (hook,) = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {path for path in papers if re.search(hook["files"], path)} == entries
    container = json.loads((PROJECT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    assert container["postCreateCommand"] == "make .venv/.ready"
