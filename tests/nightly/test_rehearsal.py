"""A rehearsal of whole nights, job by job as the workflow runs them, against servers and a remote on this machine."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from discover.searchable import Searchable
from discover.test_verb import DISCOVERY, GOOD
from fetch.clocks import BEGINNING, StillClock
from fetch.invented import entry_xml, paper, write_entry
from fetch.stand_in import Answer
from links.conftest import world
from links.world import Page, World
from nightly.conftest import Forge, forge
from rsfm.cli import freshness, links
from rsfm.cli import main as rsfm
from rsfm.fetch import transport
from rsfm.github.proposal import BRANCH
from rsfm.store import load

__all__ = ["forge", "world"]

PAPERS = {number: paper(number) for number in range(1, 4)}
CODE = "https://alpha.example/code/{}"


@dataclass
class Night:
    """Exit codes by step, and what the readers of the site would be shown afterwards."""

    codes: dict[str, int] = field(default_factory=dict)
    confirmed: date | None = None
    shown: dict[str, str | None] = field(default_factory=dict)
    """The comment of each paper that a reader sees."""
    site: Path | None = None


@dataclass
class Atlas:
    """The repository, the servers around it and the time."""

    forge: Forge
    arxiv: Searchable
    web: World
    clock: StillClock
    folder: Path
    nights: int = 0
    builds: bool = False
    """Whether the site is built and verified too, which takes seconds."""

    def night(self, monkeypatch: pytest.MonkeyPatch) -> Night:
        """Run every job of one night; days pass by moving the clock."""
        self.nights += 1
        self.clock.beginning = BEGINNING + timedelta(days=self.nights - 1)
        self.clock.elapsed = 0.0
        monkeypatch.setattr(transport, "SystemClock", lambda: self.clock)
        monkeypatch.setattr(transport, "Random", lambda: Random(7))  # noqa: S311 -- jitter is no secret
        monkeypatch.setattr(freshness, "SystemClock", lambda: self.clock)
        monkeypatch.setattr(links.Network, "outside", classmethod(lambda _: self.web.network()))
        night = Night()
        refreshed = self.refresh(night)
        self.propose(night, refreshed)
        self.publish(night, refreshed)
        return night

    def checkout(self, name: str) -> Path:
        """A fresh checkout of main for one job."""
        place = self.folder / f"{self.nights}-{name}"
        self.forge.git("clone", "--quiet", "--branch", "main", str(self.forge.remote), str(place))
        return place / "papers"

    def report(self, name: str) -> Path:
        return self.folder / f"{self.nights}-{name}"

    def refresh(self, night: Night) -> Path:
        papers = self.checkout("refresh")
        run = Step(papers, night)
        run("recall")
        run("fetch", "--json", str(self.report("fetch.json")))
        run("links", "--markdown", str(self.report("links.md")))
        run("discover", "--markdown", str(self.report("discovery.md")), "--json", str(self.report("discovery.json")))
        run("check")
        artifact = self.folder / f"{self.nights}-artifact"
        shutil.copytree(papers, artifact)
        self.forge.says(run_list=str(self.nights), artifact=str(artifact))
        return artifact

    def propose(self, night: Night, refreshed: Path) -> None:
        created = len(self.forge.called("pr create"))
        run = Step(self.checkout("propose"), night)
        run("adopt", str(refreshed))
        run("propose", "--report", str(self.report("fetch.json")))
        run("announce", "candidates", str(self.report("discovery.md")))
        run("announce", "links", str(self.report("links.md")))
        if len(self.forge.called("pr create")) > created:
            self.forge.says(pr_list="1")
        if self.forge.called("issue create"):
            self.forge.says(issue_list="2")

    def publish(self, night: Night, refreshed: Path) -> None:
        papers = self.checkout("publish")
        run = Step(papers, night)
        run("adopt", "--only", "confirmations", str(refreshed))
        run("check")
        if self.builds:
            os.chdir(papers.parent)
            run("build")
            run("verify")
            night.site = papers.parent / "site"
        run("freshness")
        catalog = load(papers).catalog()
        night.confirmed = catalog.confirmed
        night.shown = {one.paper_id: one.snapshot.comment if one.snapshot else None for one in catalog.papers}

    def merge(self) -> None:
        """A curator merges the open pull request."""
        self.forge.git("fetch", "--quiet", ".", f"{BRANCH}:main", at=self.forge.remote)
        self.forge.says(pr_list="")


@dataclass
class Step:
    papers: Path
    night: Night

    def __call__(self, verb: str, *arguments: str) -> None:
        code = rsfm(["--papers", str(self.papers), verb, *arguments])
        self.night.codes[verb] = max(code, self.night.codes.get(verb, 0))


@pytest.fixture
def atlas(forge: Forge, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Atlas]:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    for number, one in PAPERS.items():
        write_entry(forge.papers, one, links={"code": CODE.format(number)})
        world.pages[CODE.format(number).removeprefix("https://")] = Page()
    (forge.papers / "_discovery.yml").write_text(DISCOVERY, encoding="utf-8")
    forge.commit("Add links")
    clock = StillClock()
    arxiv = Searchable(clock, list(PAPERS.values()))
    arxiv.found = [entry_xml(paper(20).but(title=GOOD))]
    monkeypatch.setenv("RSFM_ARXIV_URL", arxiv.arxiv_url)
    world.clock = clock
    yield Atlas(forge=forge, arxiv=arxiv, web=world, clock=clock, folder=tmp_path)
    arxiv.close()


def down(*_: object) -> Answer:
    return Answer(b"", 503)


FINE = dict.fromkeys(("recall", "fetch", "links", "discover", "check", "adopt", "propose", "announce", "freshness"), 0)


def day(number: int) -> date:
    return BEGINNING.date() + timedelta(days=number - 1)


def test_a_first_night_proposes_every_fact_and_a_curator_has_to_merge_it(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = atlas.night(monkeypatch)

    assert first.codes == FINE | {"freshness": 1}, "nothing is shown before a person has looked at it"
    assert set(first.shown.values()) == {None}
    (opened,) = atlas.forge.called("pr create")
    assert opened["body"].count("| title |") == 3
    (issue,) = atlas.forge.called("issue create")
    assert GOOD in issue["body"]

    atlas.merge()
    second = atlas.night(monkeypatch)

    assert second.codes == FINE
    assert (second.confirmed, set(second.shown.values())) == (day(2), {"12 pages, 3 figures"})
    assert len(atlas.forge.called("pr create")) == 1


def test_nights_without_news_keep_the_site_fresh_and_bother_nobody(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas.night(monkeypatch)
    atlas.merge()
    main = atlas.forge.git("rev-parse", "main", at=atlas.forge.remote)
    bothered = len(atlas.forge.called("pr create")) + len(atlas.forge.called("pr edit"))

    for number in range(2, 5):
        assert atlas.night(monkeypatch).confirmed == day(number)

    assert atlas.forge.git("rev-parse", "main", at=atlas.forge.remote) == main
    assert len(atlas.forge.called("pr create")) + len(atlas.forge.called("pr edit")) == bothered
    assert len(atlas.forge.called("issue create")) == 1


def test_a_changed_fact_waits_for_a_person_and_turns_red_after_three_days(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas.night(monkeypatch)
    atlas.merge()
    atlas.night(monkeypatch)
    changed = PAPERS[2].but(comment="Accepted")
    atlas.arxiv.papers[changed.arxiv_id] = changed

    nights = [atlas.night(monkeypatch) for _ in range(4)]

    assert [night.codes["freshness"] for night in nights] == [0, 0, 1, 1]
    assert {night.confirmed for night in nights} == {day(1)}, "what main itself says of a fact that is under question"
    assert all("Accepted" not in night.shown.values() for night in nights)
    assert len(atlas.forge.called("pr create")) == 2, "one for the first facts, one for the change, renewed each night"
    assert len(atlas.forge.called("pr edit")) == 3
    assert "12 pages" in atlas.forge.called("pr edit")[-1]["body"], "the table still tells what main has"

    atlas.merge()
    after = atlas.night(monkeypatch)

    assert after.codes == FINE
    assert "Accepted" in after.shown.values()


def test_while_arxiv_is_down_the_site_shows_the_last_good_data_until_that_is_too_old(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas.night(monkeypatch)
    atlas.merge()
    atlas.night(monkeypatch)
    good = atlas.night(monkeypatch).shown
    atlas.arxiv.always = down

    nights = [atlas.night(monkeypatch) for _ in range(4)]

    assert [night.codes["fetch"] for night in nights] == [1, 1, 1, 1]
    assert [night.codes["freshness"] for night in nights] == [0, 0, 0, 1]
    assert all((night.shown, night.confirmed) == (good, day(3)) for night in nights)

    atlas.arxiv.always = None

    assert atlas.night(monkeypatch).codes == FINE


def test_a_link_is_remembered_from_night_to_night_though_nobody_merges_anything(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    atlas.night(monkeypatch)
    atlas.merge()
    atlas.web.pages["alpha.example/code/2"] = Page(status=404)

    assert [atlas.night(monkeypatch).codes["links"] for _ in range(3)] == [0, 0, 1]
    assert "failed on 2025-05-07, 2025-05-08, 2025-05-09" in capsys.readouterr().out
    (renewed,) = [call for call in atlas.forge.called("issue edit") if "links\\.code" in call["body"]]
    assert "alpha\\.example/code/2" in renewed["body"]


@pytest.mark.parametrize("seed", range(2))
def test_whatever_arxiv_answers_in_a_bad_week_no_night_shows_less_than_before(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    atlas.night(monkeypatch)
    atlas.merge()
    good = atlas.night(monkeypatch).shown
    dice = Random(seed)  # noqa: S311 -- any week will do
    faults = (
        down,
        lambda *_: Answer(b"<html>captcha</html>", 200, {"Content-Type": "text/html"}),
        lambda *_: Answer(b"", 200, {"Content-Type": "application/atom+xml"}),
        lambda *_: Answer(b"", 302, {"Location": "https://example.org/"}),
        lambda *_: Answer(reset=True),
        None,
    )
    for _ in range(3):
        atlas.arxiv.faults = [dice.choice(faults) for _ in range(6)]
        night = atlas.night(monkeypatch)
        assert night.shown == good
        assert night.codes["check"] == night.codes["propose"] == night.codes["adopt"] == 0


def test_the_report_of_discovery_is_not_part_of_what_is_committed(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    atlas.night(monkeypatch)

    committed = atlas.forge.git("ls-tree", "-r", "--name-only", BRANCH, at=atlas.forge.remote).split()

    assert not [name for name in committed if "discovery" in name and name != "papers/_discovery.yml"]
    assert len(json.loads(atlas.report("discovery.json").read_text(encoding="utf-8"))["candidates"]) == 1


def test_the_site_of_a_bad_night_is_built_from_the_last_good_data_and_whole(
    atlas: Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(atlas.folder)
    monkeypatch.setenv("RSFM_SITE_URL", "https://example.org/atlas/")
    atlas.forge.adopt_engine()
    atlas.night(monkeypatch)
    atlas.merge()
    atlas.arxiv.always = down
    atlas.builds = True

    night = atlas.night(monkeypatch)

    assert night.codes == FINE | {"fetch": 1, "discover": 2, "announce": 0, "build": 0, "verify": 0}
    assert night.site
    for one in PAPERS.values():
        page = night.site / f"en/papers/invented-{one.arxiv_id.replace('.', '-')}/index.html"
        assert one.comment is not None
        assert one.comment in page.read_text(encoding="utf-8")
