"""A build after other builds makes, to the byte, what a build from nothing makes, and links what stayed the same."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from invented import ENTRY, copy_few, copy_project
from rsfm.cli import main
from rsfm.site.folder import Outside, SiteFolder

ROUNDS = 3


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project with a few real papers, in which this process works."""
    copy_project(tmp_path)
    copy_few(tmp_path / "papers", "mtp")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "machine"))
    return tmp_path


def built(project: Path) -> Path:
    assert main(["--papers", str(project / "papers"), "build", "--site-dir", "site"]) == 0
    return project / "site"


def built_from_nothing(project: Path) -> Path:
    elsewhere = project / "elsewhere"
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(project / "papers", elsewhere / "papers")
    assert main(["--papers", str(elsewhere / "papers"), "build", "--site-dir", str(elsewhere / "site")]) == 0
    return elsewhere / "site"


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def edit(pattern: str, new: str) -> Callable[[Path, random.Random], None]:
    """Return an edit that replaces the first match of ``pattern`` in a file."""

    def apply(file: Path, _: random.Random) -> None:
        text = file.read_text()
        changed = re.sub(pattern, new, text, count=1, flags=re.MULTILINE)
        assert changed != text, f"{file.name}: nothing to edit"
        file.write_text(changed)

    return apply


def add(papers: Path, chosen: random.Random) -> None:
    name = f"Lens{chosen.randrange(10**6)}"
    (papers / f"{name.lower()}.yml").write_text(ENTRY.format(name=name, title=f"An Invented Model Called {name}"))


def any_added(papers: Path, chosen: random.Random) -> Path:
    return chosen.choice(sorted(papers.glob("lens*.yml")))


def rename(papers: Path, chosen: random.Random) -> None:
    file = any_added(papers, chosen)
    file.rename(papers / f"lens{chosen.randrange(10**6)}.yml")


def delete(papers: Path, chosen: random.Random) -> None:
    any_added(papers, chosen).unlink()


def retitle(papers: Path, chosen: random.Random) -> None:
    edit(r"^title: .*", f"title: A Title of Number {chosen.randrange(10**6)}")(any_added(papers, chosen), chosen)


def of_papers(name: str, pattern: str, new: str) -> Callable[[Path, random.Random], None]:
    return lambda papers, chosen: edit(pattern, new)(papers / name, chosen)


def of_site(name: str, pattern: str, new: str) -> Callable[[Path, random.Random], None]:
    return lambda papers, chosen: edit(pattern, new)(papers.with_name("site_src") / name, chosen)


COMMON = [add, rename, delete, retitle]
SELDOM = [
    of_papers("_taxonomy.yml", r"en: ([A-Z][a-z]+)", r"en: \1 x"),
    of_papers("mtp.yml", r"^(    en: >-\n)( +)", r"\1\2It is an invented sentence. "),
    of_site("messages/en.yml", r"^(site_name: .*)", r"\1s"),
    of_site("templates/list.html", r"</h1>", "</h1><p>A new line.</p>"),
    of_site("docs/en/about.md", r"\Z", "\nAn added sentence.\n"),
    of_site("docs/assets/css/atlas.css", r"\A", "/* changed */\n"),
]


def test_builds_after_random_edits_are_those_from_nothing(project: Path):
    chosen = random.Random(11)  # noqa: S311 -- the same edits in every run
    papers = project / "papers"
    seldom = list(SELDOM)
    chosen.shuffle(seldom)
    add(papers, chosen)
    built(project)
    for number in range(ROUNDS):
        edits = [add, *chosen.choices(COMMON, k=3), *seldom[number::ROUNDS]]
        for each in edits:
            each(papers, chosen)
        after, clean = contents(built(project)), contents(built_from_nothing(project))
        assert after.keys() == clean.keys()
        assert [name for name in clean if after[name] != clean[name]] == [], f"round {number}: {edits}"


def test_what_stays_the_same_is_the_same_file(project: Path):
    add(project / "papers", random.Random(1))  # noqa: S311
    before = {name: (project / "site" / name).stat().st_ino for name in contents(built(project))}
    retitle(project / "papers", random.Random(1))  # noqa: S311
    site = built(project)
    same = {
        name for name, number in before.items() if (site / name).is_file() and (site / name).stat().st_ino == number
    }
    assert "en/papers/mtp/index.html" in same
    assert "zh/papers/mtp/index.md" in same
    assert f"en/papers/{any_added(project / 'papers', random.Random(1)).stem}/index.html" not in same  # noqa: S311
    assert {file.stat().st_nlink for file in site.rglob("*") if file.is_file()} == {1}, "the old site is gone"


def test_only_the_same_regular_file_is_linked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    old = tmp_path / "old"
    old.mkdir()
    (tmp_path / "mine").write_text("same")
    (old / "link").symlink_to(tmp_path / "mine")
    (old / "same").write_text("same")
    (old / "other").write_text("different")
    (old / "folder").mkdir()
    new = SiteFolder(tmp_path / "new", old)
    for name in ("link", "same", "other", "folder", "nowhere"):
        new.write(name, "same")
    written = {path.name: path for path in (tmp_path / "new").iterdir()}
    assert all(path.read_text() == "same" and not path.is_symlink() for path in written.values())
    assert [name for name, path in written.items() if path.stat().st_nlink > 1] == ["same"]
    monkeypatch.setattr(os, "link", refuse)
    SiteFolder(tmp_path / "copied", old).write("same", "same")
    assert (tmp_path / "copied/same").read_text() == "same"
    assert (tmp_path / "copied/same").stat().st_nlink == 1


def test_only_files_with_their_digests_are_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    old = tmp_path / "old"
    old.mkdir()
    (old / "page").write_text("page")
    (old / "twin").write_text("twin")
    (old / "edited").write_text("by hand")
    (old / "link").symlink_to(old / "page")
    page, twin = (sha256(text).digest() for text in (b"page", b"twin"))
    new = SiteFolder(tmp_path / "new", old)
    for other in (("edited", twin), ("link", page), ("nowhere", page)):
        assert not new.take(("page", page), other), other
    assert not (tmp_path / "new/page").exists(), "all or nothing"
    assert new.take(("page", page), ("twin", twin))
    assert (tmp_path / "new/page").stat().st_ino == (old / "page").stat().st_ino
    with pytest.raises(Outside):
        new.write("page", "another")
    monkeypatch.setattr(os, "link", refuse)
    assert SiteFolder(tmp_path / "copied", old).take(("page", page))
    assert (tmp_path / "copied/page").read_text() == "page"
    assert not SiteFolder(tmp_path / "first").take(("page", page)), "there is no earlier site"


def refuse(*_: object) -> None:
    raise PermissionError
