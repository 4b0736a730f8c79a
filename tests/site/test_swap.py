"""A new site takes the place of the old one by renames: killed at any moment, a whole one is there or beside it."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from rsfm.site.swap import building, only_builder, repair, swap_in

FILES = ("index.html", "en/index.html", "en/papers/x/index.html", "assets/a.css")
DIED = 9
EVENTS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree"}


def make(folder: Path, text: str) -> None:
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def is_whole(folder: Path) -> bool:
    texts = {(folder / name).read_text() if (folder / name).is_file() else None for name in FILES}
    return len(texts) == 1 and texts <= {"old", "new"}


def killed_at(event: int, work: Callable[[], None]) -> bool:
    """Run ``work`` in a process of its own that dies before its write event of this number; say whether it came to that."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(name: str, _: object) -> None:
            nonlocal seen
            seen += name in EVENTS
            if seen > event:
                os._exit(DIED)  # nothing is cleaned up, as in a killed process

        try:
            sys.addaudithook(count)
            work()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, DIED)
    return code == DIED


def build_and_swap(site: Path) -> None:
    with only_builder(site):
        make(building(site), "new")
        swap_in(site)


@pytest.mark.parametrize("there", ["nothing", "a site"])
def test_a_build_killed_at_any_moment_loses_no_site(tmp_path: Path, there: str):
    deaths = 0
    while True:
        site = tmp_path / str(deaths) / "site"
        site.parent.mkdir()
        if there == "a site":
            make(site, "old")
        died = killed_at(deaths, lambda: build_and_swap(site))  # noqa: B023
        beside = [folder for folder in site.parent.iterdir() if folder.name in ("site", "site.new", "site.old")]
        assert all(map(is_whole, beside)), beside
        if there == "a site":
            assert beside, f"no site is left after event {deaths}"
        repair(site)
        assert not beside or is_whole(site)
        assert {folder.name for folder in site.parent.iterdir()} <= {"site"}, "nothing is left beside it"
        if not died:
            assert (site / "index.html").read_text() == "new"
            break
        deaths += 1
    assert deaths >= 10


def test_a_repair_killed_at_any_moment_loses_no_site(tmp_path: Path):
    for event in range(60):
        site = tmp_path / str(event) / "site"
        for name, text in (("site.new", "new"), ("site.old", "old"), ("site.trash", "old"), ("site.building", "new")):
            make(site.with_name(name), text)
        died = killed_at(event, lambda: repair(site))  # noqa: B023
        repair(site)
        assert (site / "index.html").read_text() == "new" and is_whole(site)
        assert {folder.name for folder in site.parent.iterdir()} == {"site"}
        if not died:
            return
    raise AssertionError("the repair has more steps than were tried")


def test_a_swap_that_cannot_be_finished_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    site = tmp_path / "site"
    make(site, "old")
    make(building(site), "new")
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "site":
            raise OSError(5, "Input/output error", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(OSError, match="Input/output"):
        swap_in(site)
    assert is_whole(site) and (site / "index.html").read_text() == "old"


def test_two_builders_take_turns(tmp_path: Path):
    site = tmp_path / "site"
    child = os.fork()
    if child == 0:
        for _ in range(5):
            build_and_swap(site)
        os._exit(0)
    for _ in range(5):
        build_and_swap(site)
    assert os.waitpid(child, 0)[1] == 0
    assert is_whole(site)
