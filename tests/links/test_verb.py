"""``rsfm links`` from the files of a catalog to the report."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest

from fetch.clocks import BEGINNING, StillClock
from fetch.invented import few_terms
from links.world import Page, World
from rsfm.cli import ended, links
from rsfm.cli import main as rsfm
from rsfm.locales import Locale
from rsfm.store.files import only_writer
from rsfm.store.links import LINKS

ENTRY = """\
name: TerraLens
title: "TerraLens: An Invented Model"
family: visual
kinds: model
venue: {name: arXiv, year: 2025, state: preprint}
arxiv_id: "2501.00010"
links:
  code:
    - https://alpha.example/code
    - https://beta.example/code
  project: https://gamma.example/project
weights:
  state: open
  licence: {name: MIT, proof: "https://delta.example/LICENSE"}
added: 2025-01-15
verified: 2025-02-01
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "_taxonomy.yml").write_text(few_terms(), encoding="utf-8")
    (folder / "terralens.yml").write_text(ENTRY, encoding="utf-8")
    return folder


@pytest.fixture
def healthy(world: World) -> World:
    for name in ("alpha.example/code", "beta.example/code", "gamma.example/project", "delta.example/LICENSE"):
        world.pages[name] = Page()
    return world


def visit(world: World, papers: Path, day: int = 0, **options: object) -> int:
    world.clock = StillClock(BEGINNING + timedelta(days=day))
    given = {
        "verb": "links",
        "papers": papers,
        "format": "text",
        "locale": Locale.EN,
        "every": 1,
        "interval": 3.0,
        "markdown": None,
    } | options
    asked = Namespace(**given)
    return ended(asked, lambda: links.run(asked, world.network()))


def test_every_address_of_an_entry_is_visited_and_arxiv_is_left_in_peace(healthy: World, papers: Path) -> None:
    assert visit(healthy, papers) == 0

    assert {name for _, name, _ in healthy.asked} == set(healthy.pages)
    assert not (papers / LINKS).exists()


def test_a_link_becomes_a_warning_on_the_third_day_and_no_earlier(
    healthy: World, papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    healthy.pages["beta.example/code"] = Page(status=404)

    assert [visit(healthy, papers, day) for day in range(3)] == [0, 0, 1]

    told = capsys.readouterr().out
    assert "papers/terralens.yml:10:7: warning: links.code.1: the link is dead (HTTP 404; failed on" in told
    assert told.splitlines()[-1].endswith(
        "3 fine, 0 moved, 1 failed, 0 closed to programs, 0 private, 0 not asked; 1 dead for three days"
    )


def test_moved_blocked_and_private_are_told_apart(
    healthy: World, papers: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    healthy.pages["alpha.example/code"] = Page(status=301, headers={"Location": "https://beta.example/code"})
    healthy.pages["gamma.example/project"] = Page(status=403)
    healthy.addresses["delta.example"] = ["10.0.0.1"]

    assert visit(healthy, papers, format="json") == 1

    told = json.loads(capsys.readouterr().out)
    assert told["answers"] == {"fine": 1, "moved": 1, "dead": 0, "blocked": 1, "private": 1, "not-asked": 0}
    assert {link["field"]: (link["answer"], link["moved_to"]) for link in told["links"]} == {
        "links.code.0": ("moved", "https://beta.example/code"),
        "links.project": ("blocked", None),
        "weights.licence.proof": ("private", None),
    }


def test_the_report_for_curators_has_a_section_for_each_address_to_mend(
    healthy: World, papers: Path, tmp_path: Path
) -> None:
    healthy.pages["alpha.example/code"] = Page(status=301, headers={"Location": "https://beta.example/code"})
    healthy.pages["gamma.example/project"] = Page(status=403)

    visit(healthy, papers, markdown=tmp_path / "links.md")

    report = (tmp_path / "links.md").read_text(encoding="utf-8")
    assert report.count("\n## ") == 1
    assert "links\\.code\\.0" in report


def test_a_page_that_blocks_programs_is_nothing_a_curator_can_mend(healthy: World, papers: Path) -> None:
    healthy.pages["gamma.example/project"] = Page(status=403)

    assert visit(healthy, papers) == 0


def test_without_a_network_nothing_is_recorded_and_the_run_fails(healthy: World, papers: Path) -> None:
    healthy.resolve = lambda host: (_ for _ in ()).throw(OSError(host))  # type: ignore[method-assign]

    assert visit(healthy, papers) == 2
    assert not (papers / LINKS).exists()


def test_an_address_that_left_the_catalog_is_forgotten(healthy: World, papers: Path) -> None:
    healthy.pages["gamma.example/project"] = Page(status=404)
    visit(healthy, papers)
    assert "gamma" in (papers / LINKS).read_text(encoding="utf-8")

    (papers / "terralens.yml").write_text(
        ENTRY.replace("  project: https://gamma.example/project\n", ""), encoding="utf-8"
    )
    visit(healthy, papers, day=1)

    assert json.loads((papers / LINKS).read_text(encoding="utf-8")) == {}


def test_fine_addresses_are_visited_once_in_so_many_days_and_troubled_ones_daily(healthy: World, papers: Path) -> None:
    healthy.pages["gamma.example/project"] = Page(status=404)
    visit(healthy, papers)

    visits = []
    for day in range(1, 5):
        healthy.asked.clear()
        visit(healthy, papers, day, every=4)
        visits.append({name for _, name, _ in healthy.asked})

    assert all("gamma.example/project" in names for names in visits)
    for name in healthy.pages.keys() - {"gamma.example/project"}:
        assert sum(name in names for names in visits) == 1


def test_curated_files_are_not_touched(healthy: World, papers: Path) -> None:
    healthy.pages["gamma.example/project"] = Page(status=404)
    before = {path.name: path.read_bytes() for path in papers.iterdir()}

    visit(healthy, papers)

    assert {path.name: path.read_bytes() for path in papers.iterdir() if path.name != LINKS} == before


@pytest.mark.parametrize("arguments", [["--interval", "1"], ["--every", "0"], ["--format", "xml"]])
def test_options_that_cannot_be_meant_stop_the_run_before_any_visit(papers: Path, arguments: list[str]) -> None:
    try:
        code = rsfm(["--papers", str(papers), "links", *arguments])
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code == 2


def test_a_broken_memory_stops_the_run(healthy: World, papers: Path) -> None:
    (papers / LINKS).write_text("{", encoding="utf-8")

    assert visit(healthy, papers) == 2
    assert not healthy.asked


def test_a_second_run_at_the_same_time_refuses(healthy: World, papers: Path) -> None:
    with only_writer(papers):
        assert visit(healthy, papers) == 2
    assert not healthy.asked


def test_a_run_that_cannot_write_keeps_what_was_remembered(
    healthy: World, papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    healthy.pages["gamma.example/project"] = Page(status=404)
    visit(healthy, papers)
    before = (papers / LINKS).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rsfm.store.files.os.fsync", full)

    assert visit(healthy, papers, day=1) == 2
    assert (papers / LINKS).read_bytes() == before
    assert {path.name for path in papers.iterdir()} == {"_taxonomy.yml", "terralens.yml", LINKS}
