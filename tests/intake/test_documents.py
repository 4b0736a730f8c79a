"""What the documents for contributors tell people to type exists, in both languages alike, on one screen."""

import re
from pathlib import Path

import pytest

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
    known = {f"rsfm {verb.NAME}" for verb in VERBS} | {f"make {target}" for target in targets}
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
