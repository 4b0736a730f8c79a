"""What a preview shows is what a build publishes, before and after any edit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from invented import ENTRY, copy_few, copy_project
from rsfm.site.following import Following
from rsfm.store import load

NOT_SHOWN = {"sitemap.xml", "robots.txt"}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project with a few real papers, in which this process works."""
    copy_project(tmp_path)
    copy_few(tmp_path / "papers", "mtp")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    return tmp_path


@pytest.fixture
def said() -> list[str]:
    """Where the problems are that were told."""
    return []


@pytest.fixture
def following(project: Path, said: list[str]) -> Iterator[Following]:
    from mkdocs_hook import write_articles  # noqa: PLC0415 -- an engine takes long to load

    engine = lambda folder: write_articles(project / "mkdocs.yml", folder)  # noqa: E731
    watched = (project / "mkdocs.yml", project / "site_src")
    with closing(Following(project / "papers", engine, watched, lambda problem: said.append(str(problem.place)))) as it:
        yield it


def built(project: Path, name: str) -> Path:
    command = [sys.executable, "-m", "rsfm", "build", "--site-dir", name]
    environment = os.environ | {"PYTHONPATH": str(project / "tools")}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / name


def differences(following: Following, site: Path) -> list[str]:
    following._looked = 0.0
    preview = following.now()
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    return [name for name, file in files.items() if name not in NOT_SHOWN and preview.file(name) != file.read_bytes()]


def test_a_preview_is_the_site_before_and_after_edits(project: Path, following: Following, said: list[str]):
    papers, words = project / "papers", project / "site_src/messages/en.yml"
    assert differences(following, built(project, "before")) == []
    edits = [
        lambda: (papers / "landlens.yml").write_text(ENTRY.format(name="LandLens", title="A New Entry")),
        lambda: (papers / "landlens.yml").write_text(ENTRY.format(name="LandLens", title="A Newer Entry")),
        lambda: (papers / "mtp.yml").write_text((papers / "mtp.yml").read_text().replace("# ", "# 2 ")),
        lambda: (papers / "landlens.yml").rename(papers / "fieldlens.yml"),
        lambda: shutil.copy(papers / "fieldlens.yml", papers / "landlens.yml"),
        (papers / "landlens.yml").unlink,
        lambda: words.write_text(words.read_text().replace("Papers", "Works")),
    ]
    for edit in edits:
        edit()
        following._looked = 0.0
        assert following.now().file("en/papers/fieldlens/index.html" if edit in edits[3:] else "en/index.html")
    assert differences(following, built(project, "after")) == []
    assert said == []


def test_only_what_was_saved_is_read_again(
    project: Path, monkeypatch: pytest.MonkeyPatch, following: Following, said: list[str]
):
    preview = following.now()
    monkeypatch.setattr("rsfm.site.following.load_beside", lambda papers: pytest.fail("nothing beside entries changed"))
    (project / "papers/bad.yml").write_text("name: Bad\n")
    following._looked = 0.0
    assert following.now() is not preview
    assert said
    assert {place.partition(":")[0] for place in said} == {"papers/bad.yml"}
    assert following.now().file("en/papers/bad/index.html") is None
    assert following.now().file("en/papers/mtp/index.html")


def test_words_that_cannot_be_read_are_said_and_forgotten_when_mended(project: Path, following: Following):
    words = project / "site_src/messages/en.yml"
    good = words.read_text()
    words.write_text(good + "broken")
    for _ in range(2):
        with pytest.raises(ValueError, match=r"en\.yml"):
            following.now()
    words.write_text(good)
    following._looked = 0.0
    assert following.now().file("en/index.html")


@pytest.mark.parametrize(
    "path", ["../mkdocs.yml", "en/../../mkdocs.yml", "", "assets/", "en\0", "assets", "en/about.md"]
)
def test_nothing_but_files_of_the_site_is_shown(project: Path, path: str, following: Following):
    assert following.now().file(path) is None
    assert load(project / "papers").entries
