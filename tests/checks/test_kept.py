"""What is kept between runs changes nothing but the time they take, and nobody else can put anything into it."""

from __future__ import annotations

import json
import os
import pickle
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from checks.invented import TODAY, entry, found_in, other
from conftest import PROJECT
from rsfm.checks import folder, judging
from rsfm.checks.folder import ENTRIES, JUDGED, check_folder, load_and_check
from rsfm.store import kept
from rsfm.store.kept import Kept, freeze, thaw

BOTH = {"terralens.yml": entry(), "orbittalk.yml": other(), "broken.yml": "name: [x", "Odd Name.yml": entry()}
SNAPSHOT = {
    "arxiv_id": "2410.01768",
    "title": "Another Title",
    "authors": ["Ada Example"],
    "published": "2024-10-02",
    "updated": "2024-10-02",
    "version": 1,
    "abstract": "An invented abstract.",
    "categories": ["cs.CV"],
    "primary_category": "cs.CV",
    "provenance": "arxiv-api",
    "confirmed": "2026-11-01",
}


def write_snapshot(papers: Path) -> None:
    (papers / "_arxiv").mkdir(exist_ok=True)
    (papers / "_arxiv/2410.01768.json").write_text(json.dumps(SNAPSHOT))


@pytest.fixture(autouse=True)
def this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "machine"))
    return tmp_path / "machine/rsfm/secret"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    found_in(tmp_path, BOTH)
    return tmp_path / "papers"


@pytest.fixture
def cache(papers: Path) -> Path:
    """The folder in which something is kept of ``papers``."""
    found = papers.with_name(".cache")
    load_and_check(papers, TODAY, found)
    return found


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are judged and not remembered, one after the other."""
    found: list[str] = []
    work = judging.Judging.judged

    def noted(self: judging.Judging, path: Path) -> judging.Judged:
        found.append(path.name)
        return work(self, path)

    monkeypatch.setattr(judging.Judging, "judged", noted)
    return found


def test_what_is_kept_is_not_judged_again_and_is_the_same(papers: Path, cache: Path, judged: list[str]):
    plain, plainly = load_and_check(papers, TODAY)
    judged.clear()
    library, problems = load_and_check(papers, TODAY, cache)
    assert judged == []
    assert problems == plainly
    assert library.entries == plain.entries
    assert library == plain
    assert check_folder(papers, TODAY, cache=cache)[0] == plainly
    assert judged == []


def test_the_real_entries_come_back_as_they_were(tmp_path: Path):
    shutil.copytree(PROJECT / "papers", tmp_path / "papers")
    for path in sorted((tmp_path / "papers").glob("[a-z]*.yml"))[40:]:
        path.unlink()
    plain = load_and_check(tmp_path / "papers", TODAY, tmp_path / ".cache")
    assert load_and_check(tmp_path / "papers", TODAY, tmp_path / ".cache") == plain
    assert len(plain[0].entries) == 40


@pytest.mark.parametrize(
    ("change", "again"),
    [
        (lambda papers: (papers / "orbittalk.yml").write_text(other(title="title: Now")), ["orbittalk.yml"]),
        (lambda papers: (papers / "orbittalk.yml").rename(papers / "orbit-talk.yml"), ["orbit-talk.yml"]),
        (lambda papers: (papers / "orbittalk.yml").unlink(), []),
        (write_snapshot, ["Odd Name.yml", "terralens.yml"]),
        (lambda papers: append(papers / "_taxonomy.yml", TERM), sorted(BOTH)),
    ],
    ids=["edited", "renamed", "deleted", "arXiv", "taxonomy"],
)
def test_only_what_changed_is_judged_again(
    papers: Path, cache: Path, judged: list[str], change: Callable[[Path], object], again: list[str]
):
    change(papers)
    library, problems = load_and_check(papers, TODAY, cache)
    assert judged == again
    plain, plainly = load_and_check(papers, TODAY)
    assert problems == plainly
    assert library == plain


TERM = """
planet:
  mars: {label: {zh: 火星, en: Mars}, definition: {zh: 一颗行星。, en: A planet.}}
"""


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


def test_another_day_and_other_code_judge_again(
    papers: Path, cache: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch
):
    check_folder(papers, TODAY + timedelta(days=1), cache=cache)
    assert judged == sorted(BOTH)
    judged.clear()
    monkeypatch.setattr(judging, "code", lambda: b"other code")
    check_folder(papers, TODAY + timedelta(days=1), cache=cache)
    assert judged == sorted(BOTH)


def test_what_nobody_needs_any_more_is_not_kept_on(papers: Path, cache: Path):
    full = (cache / JUDGED).stat().st_size
    (papers / "orbittalk.yml").unlink()
    check_folder(papers, TODAY, cache=cache)
    assert (cache / JUDGED).stat().st_size < full
    assert {path.name for path in cache.iterdir()} == {JUDGED, ENTRIES}


def test_random_edits_are_judged_as_without_a_cache(papers: Path, cache: Path):
    chosen = random.Random(3)  # noqa: S311 -- the same edits in every run
    for turn in range(25):
        name = chosen.choice(["terralens.yml", "orbittalk.yml", "third.yml", "_taxonomy.yml"])
        text = (papers / name).read_text() if (papers / name).exists() else entry(name="name: Third")
        at = chosen.randrange(len(text))
        way = chosen.choice(["cut", "double", "swap", "whole"])
        if way == "cut":
            text = text[:at] + text[at + 1 :]
        elif way == "double":
            text = text[:at] + text[at : at + 9] + text[at:]
        elif way == "swap":
            text = text.replace("2025", "2024") if "2025" in text else text.replace("2024", "2025")
        elif name != "_taxonomy.yml":
            text = chosen.choice([entry(), other()])
        (papers / name).write_text(text)
        if turn % 7 == 6:
            (papers / "third.yml").unlink(missing_ok=True)
        assert check_folder(papers, TODAY, cache=cache) == check_folder(papers, TODAY), f"turn {turn}"


@dataclass
class Evil:
    """Creates a file when it is unpickled."""

    path: str

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (self.path,)


def test_a_foreign_cache_is_neither_believed_nor_run(papers: Path, cache: Path, judged: list[str], this_machine: Path):
    good = (cache / JUDGED).read_bytes()
    evil = pickle.dumps(Evil(str(papers.with_name("broken into"))))
    this_machine.write_bytes(b"x" * 32)  # signed on another machine
    for data in (good, evil, good[:32] + evil, good[:-1], b"", b"\0" * 999):
        (cache / JUDGED).write_bytes(data)
        judged.clear()
        check_folder(papers, TODAY, cache=cache)
        assert judged == sorted(BOTH)
    assert not papers.with_name("broken into").exists()


def test_even_a_signed_value_is_of_our_own_classes_only(tmp_path: Path):
    evil = pickle.dumps(Evil(str(tmp_path / "broken into")))
    assert thaw(evil) is None
    for harmless in (freeze(pickle.loads), freeze(kept.freeze), freeze(Path("x")), b"", b"nonsense"):
        assert thaw(harmless) is None
    saved = Kept(tmp_path / "cache/some.kept")
    saved.add(b"k" * 32, evil)
    saved.save()
    assert Kept(tmp_path / "cache/some.kept").get(b"k" * 32) is None
    assert not (tmp_path / "broken into").exists()


def test_a_value_of_another_kind_is_no_judgement(papers: Path, cache: Path, judged: list[str]):
    forged = Kept(cache / JUDGED)
    forged.__dict__["_next"] = dict.fromkeys(forged.__dict__["_found"], freeze(("nothing", "wrong")))
    forged.save()
    assert check_folder(papers, TODAY, cache=cache) == check_folder(papers, TODAY)
    assert judged == sorted(BOTH) * 2


@pytest.mark.parametrize("place", ["a link", "a file", "a link in it", "a folder in it"])
def test_a_folder_that_is_none_of_ours_is_left_alone(papers: Path, tmp_path: Path, place: str):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "precious").write_text("mine")
    folder_of_cache = papers.with_name(".cache")
    if place == "a link":
        folder_of_cache.symlink_to(elsewhere)
    elif place == "a file":
        folder_of_cache.write_text("mine")
    else:
        folder_of_cache.mkdir()
        if place == "a link in it":
            (folder_of_cache / JUDGED).symlink_to(elsewhere / "precious")
        else:
            (folder_of_cache / JUDGED).mkdir()
    for _ in range(2):
        assert check_folder(papers, TODAY, cache=folder_of_cache) == check_folder(papers, TODAY)
    assert {path.name: path.read_text() for path in elsewhere.iterdir()} == {"precious": "mine"}


def test_a_machine_without_a_place_of_its_own_keeps_nothing(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    (tmp_path / "full").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "full"))
    assert check_folder(papers, TODAY, cache=papers.with_name(".cache")) == check_folder(papers, TODAY)
    assert not papers.with_name(".cache").exists()


def test_several_processes_keep_what_one_keeps(papers: Path, monkeypatch: pytest.MonkeyPatch, judged: list[str]):
    monkeypatch.setattr(folder, "WORTH_IT", 2)
    cache = papers.with_name(".cache")
    expected = check_folder(papers, TODAY, 3, cache)
    judged.clear()
    assert check_folder(papers, TODAY, 3, cache) == expected
    assert judged == []
