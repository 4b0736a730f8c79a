"""What one copy of papers/ takes over from another, and what it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fetch.conftest import contents
from fetch.invented import empty_catalog, paper, write_entry
from rsfm.cli import main as rsfm
from rsfm.model import ArxivId, Provenance, Snapshot
from rsfm.store import load
from rsfm.store.confirmed import write_days
from rsfm.store.links import Answer, LinkState, read_links, write_links
from rsfm.store.proofs import read_proofs, write_proofs
from rsfm.store.snapshots import ARXIV

OLD, NEW = date(2025, 5, 1), date(2025, 5, 6)


def snapshot(number: int, day: date = OLD, **facts: object) -> Snapshot:
    one = Snapshot(
        arxiv_id=ArxivId(paper(number).arxiv_id),
        title=paper(number).title,
        authors=paper(number).authors,
        published=date(2025, 1, 17),
        confirmed=day,
        provenance=Provenance.ARXIV_API,
        source="https://example.org/api",
    )
    return replace(one, **facts)  # type: ignore[arg-type]


def copy(folder: Path, *snapshots: Snapshot, latest: date) -> Path:
    folder.mkdir()
    papers = empty_catalog(folder)
    for number in range(1, 4):
        write_entry(papers, paper(number))
    for one in snapshots:
        ARXIV.write(papers, one)
    write_days(papers, {"_arxiv": {one.arxiv_id: latest for one in snapshots}})
    return papers


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return copy(tmp_path / "mine", *map(snapshot, (1, 2)), latest=OLD)


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """One paper confirmed, one changed, one new."""
    papers = copy(tmp_path / "theirs", snapshot(1), snapshot(2, NEW, comment="Accepted"), snapshot(3, NEW), latest=NEW)
    write_links(papers, {"https://example.org/": LinkState(answer=Answer.BLOCKED, since=NEW)})
    write_proofs(papers, {"one:aid:accuracy:large:repo#README.md:L5": 2})
    return papers


def adopt(mine: Path, theirs: Path, *options: str) -> int:
    return rsfm(["--papers", str(mine), "adopt", str(theirs), *options])


def days(papers: Path) -> dict[str, date]:
    return {key: one.confirmed for key, one in load(papers).snapshots.items()}


def test_facts_and_links_are_taken_over_whole(mine: Path, theirs: Path) -> None:
    assert adopt(mine, theirs) == 0

    assert load(mine).snapshots == load(theirs).snapshots
    assert read_links(mine) == read_links(theirs)
    assert read_proofs(mine) == read_proofs(theirs) != {}
    assert contents(mine) == contents(theirs)


def test_confirmations_alone_leave_facts_as_they_are_and_do_not_date_what_changed(mine: Path, theirs: Path) -> None:
    before = contents(mine)

    assert adopt(mine, theirs, "--only", "confirmations") == 0

    assert days(mine) == {paper(1).arxiv_id: NEW, paper(2).arxiv_id: OLD}
    assert {path for path, digest in contents(mine).items() if before.get(path) != digest} == {"_confirmed.json"}


def test_a_later_confirmation_of_ours_is_kept(mine: Path, theirs: Path) -> None:
    later = date(2025, 5, 9)
    write_days(mine, {"_arxiv": {paper(1).arxiv_id: later, paper(2).arxiv_id: OLD}})

    adopt(mine, theirs, "--only", "confirmations")

    assert days(mine)[paper(1).arxiv_id] == later


def test_adopting_twice_changes_nothing_more(mine: Path, theirs: Path) -> None:
    for options in ([], ["--only", "confirmations"], ["--only", "links"], ["--only", "proofs"]):
        adopt(mine, theirs, *options)
        before = contents(mine)
        assert adopt(mine, theirs, *options) == 0
        assert contents(mine) == before


def test_curated_files_of_the_other_copy_do_not_travel_along(mine: Path, theirs: Path) -> None:
    before = contents(mine)
    for path in theirs.glob("*.yml"):
        path.write_text("name: Hostile\n", encoding="utf-8")
    (theirs / "_arxiv/extra.txt").write_text("hostile", encoding="utf-8")

    adopt(mine, theirs)

    after = contents(mine)
    assert {path: after[path] for path in before if path.endswith(".yml")} == {
        path: digest for path, digest in before.items() if path.endswith(".yml")
    }
    assert not (mine / "_arxiv/extra.txt").exists()


def break_json(papers: Path) -> None:
    next((papers / "_arxiv").iterdir()).write_text("{", encoding="utf-8")


def rename(papers: Path) -> None:
    next((papers / "_arxiv").iterdir()).rename(papers / "_arxiv/2501.99999.json")


def unknown_field(papers: Path) -> None:
    path = next((papers / "_arxiv").iterdir())
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {"run": "rm"}), encoding="utf-8")


def break_days(papers: Path) -> None:
    (papers / "_confirmed.json").write_text('{"_arxiv": 1}', encoding="utf-8")


@pytest.mark.parametrize("damage", [break_json, rename, unknown_field, break_days])
@pytest.mark.parametrize("options", [[], ["--only", "confirmations"]])
def test_from_a_damaged_copy_nothing_is_taken_over(
    mine: Path, theirs: Path, damage: Callable[[Path], None], options: list[str]
) -> None:
    damage(theirs)
    before = contents(mine)

    assert adopt(mine, theirs, *options) == 2
    assert contents(mine) == before


def test_a_folder_that_is_not_there_is_refused(mine: Path, tmp_path: Path) -> None:
    assert adopt(mine, tmp_path / "nowhere") == 2
