"""What servers said is stored in one canonical form, read back strictly, and joined with the entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from rsfm import ids
from rsfm.model import ArxivId, Doi, Provenance, Publication, Repository, RepositoryName, Snapshot
from rsfm.store.canonical import from_json, to_json
from rsfm.store.confirmed import FILE, as_confirmed, load_days, write_days
from rsfm.store.history import HISTORY, History, load_history
from rsfm.store.proofs import PROOFS, load_proofs, read_proofs
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB

DAY = date(2025, 5, 6)
SNAPSHOT = Snapshot(
    arxiv_id=ArxivId("2501.90001"),
    title="An Invented Tale",
    authors=("Ada Example", "李示例"),
    published=date(2025, 1, 2),
    provenance=Provenance.ARXIV_API,
    confirmed=DAY,
    version=3,
    withdrawn=True,
)
PUBLICATION = Publication(
    doi=Doi("10.1000/(sici)1-2<3>"),
    title="An Invented Tale",
    authors=("Ada Example",),
    published="2025-05",
    provenance=Provenance.CROSSREF_API,
    confirmed=DAY,
)
REPOSITORY = Repository(
    name=RepositoryName("ada/tale.py"), stars=5, pushed=DAY, provenance=Provenance.GITHUB_API, confirmed=DAY
)


@pytest.mark.parametrize("value", [SNAPSHOT, PUBLICATION, REPOSITORY], ids=lambda value: type(value).__name__)
def test_what_is_written_is_read_back(value: Snapshot | Publication | Repository) -> None:
    assert from_json(type(value), to_json(value)) == value


def test_the_form_is_canonical() -> None:
    assert to_json(SNAPSHOT) == (
        '{\n  "arxiv_id": "2501.90001",\n  "authors": [\n    "Ada Example",\n    "李示例"\n  ],\n'
        '  "confirmed": "2025-05-06",\n  "provenance": "arxiv-api",\n  "published": "2025-01-02",\n'
        '  "title": "An Invented Tale",\n  "version": 3,\n  "withdrawn": true\n}\n'
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"An Invented Tale"', "7"),
        ('"An Invented Tale"', "null"),
        ('"version": 3', '"version": "3"'),
        ('"version": 3', '"version": true'),
        ('"withdrawn": true', '"withdrawn": 1'),
        ('"2025-01-02"', '"yesterday"'),
        ('"arxiv-api"', '"hearsay"'),
        ('"李示例"', "5"),
        ('"title"', '"titel"'),
        ('"authors": [', '"authors": [['),
        (
            "{",
            "",
        ),
    ],
)
def test_a_value_of_another_type_is_not_read(old: str, new: str) -> None:
    text = to_json(SNAPSHOT)
    assert old in text
    with pytest.raises((ValueError, TypeError)):
        from_json(Snapshot, text.replace(old, new, 1))


def test_every_shelf_knows_its_own(tmp_path: Path) -> None:
    assert ARXIV.write(tmp_path, SNAPSHOT)
    assert CROSSREF.write(tmp_path, PUBLICATION)
    assert GITHUB.write(tmp_path, REPOSITORY)
    assert not GITHUB.write(tmp_path, REPOSITORY)
    assert ARXIV.load(tmp_path, "papers") == ({"2501.90001": SNAPSHOT}, [])
    assert CROSSREF.load(tmp_path, "papers") == ({PUBLICATION.doi: PUBLICATION}, [])
    assert GITHUB.load(tmp_path, "papers") == ({"ada/tale.py": REPOSITORY}, [])
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.json")) == [
        "_arxiv/2501.90001.json",
        "_crossref/10.1000_(sici)1-2_3_.json",
        "_github/ada_tale.py.json",
    ]


def test_a_snapshot_under_another_name_is_a_problem(tmp_path: Path) -> None:
    ARXIV.write(tmp_path, SNAPSHOT)
    (tmp_path / "_arxiv" / "2501.90001.json").rename(tmp_path / "_arxiv" / "2501.90002.json")
    found, (problem,) = ARXIV.load(tmp_path, "papers")
    assert found == {}
    assert (problem.code, problem.place.path) == ("RA030", "papers/_arxiv/2501.90002.json")


@pytest.mark.parametrize("name", [".json", ".2501.90002.json", "_2501.90002.json", "notes.txt", "2501.90002.json.bak"])
def test_a_file_that_is_no_snapshot_is_a_problem(name: str, tmp_path: Path) -> None:
    ARXIV.write(tmp_path, SNAPSHOT)
    stray = to_json(replace(SNAPSHOT, arxiv_id=ArxivId(name.removesuffix(".json"))))
    (tmp_path / "_arxiv" / name).write_text(stray, encoding="utf-8")
    found, (problem,) = ARXIV.load(tmp_path, "papers")
    assert found == {"2501.90001": SNAPSHOT}
    assert (problem.code, problem.place.path) == ("RA030", f"papers/_arxiv/{name}")


def test_what_other_programs_hide_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    ARXIV.write(tmp_path, SNAPSHOT)
    (tmp_path / "_arxiv" / ".gitkeep").touch()
    assert ARXIV.load(tmp_path, "papers") == ({"2501.90001": SNAPSHOT}, [])


def test_what_a_killed_writer_left_is_not_read(tmp_path: Path) -> None:
    ARXIV.write(tmp_path, SNAPSHOT)
    (tmp_path / "_arxiv" / ".writing-abc.json").write_text("{", encoding="utf-8")
    assert ARXIV.load(tmp_path, "papers") == ({"2501.90001": SNAPSHOT}, [])


def test_a_night_without_news_changes_one_line(tmp_path: Path) -> None:
    keys = [f"2501.{90000 + number}" for number in range(200)]
    write_days(tmp_path, {"_arxiv": dict.fromkeys(keys, DAY)})
    before = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    write_days(tmp_path, {"_arxiv": dict.fromkeys(keys, date(2025, 5, 7))})
    after = (tmp_path / FILE).read_text(encoding="utf-8").splitlines()
    assert len([line for line in after if line not in before]) == 1


def test_a_day_is_kept_for_each_value_and_a_fact_sheet_has_its_own(tmp_path: Path) -> None:
    later = date(2025, 5, 8)
    write_days(tmp_path, {"_arxiv": {"2501.90001": later, "2501.90002": date(2025, 5, 7)}})
    days, problems = load_days(tmp_path, "papers")
    values = {
        "2501.90001": SNAPSHOT,
        "2501.90002": SNAPSHOT,
        "2501.90003": replace(SNAPSHOT, provenance=Provenance.FACT_SHEET),
        "2501.90004": replace(SNAPSHOT, confirmed=date(2025, 5, 9)),
    }
    confirmed = {key: value.confirmed.day for key, value in as_confirmed(values, days, "_arxiv").items()}
    assert problems == []
    assert confirmed == {"2501.90001": 8, "2501.90002": 7, "2501.90003": 6, "2501.90004": 9}


@pytest.mark.parametrize("text", ["", "[]", '{"_arxiv": {}}', '{"_arxiv": {"latest": "soon"}}', '{"_arxiv": 5}'])
def test_broken_days_are_a_problem_and_the_dates_inside_stand(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    days, (problem,) = load_days(tmp_path, "papers")
    assert (days, problem.code) == ({}, "RA030")


@pytest.mark.parametrize("text", ["{", "[]", '{"one": "2"}', '{"one": 0}', '{"one": true}'])
def test_broken_counts_of_misses_are_a_problem(text: str, tmp_path: Path) -> None:
    (tmp_path / PROOFS).parent.mkdir()
    (tmp_path / PROOFS).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError):
        read_proofs(tmp_path)
    misses, (problem,) = load_proofs(tmp_path, "papers")
    assert (misses, problem.code) == ({}, "RA030")


@pytest.mark.parametrize(
    "text", ["{", "[]", '"word"', '{"date": "2025-01-01", "seen": "2025-01-01", "what": "hearsay"}']
)
def test_a_broken_history_is_a_problem(text: str, tmp_path: Path) -> None:
    (tmp_path / HISTORY).write_text(text + "\n", encoding="utf-8")
    history, (problem,) = load_history(tmp_path, "papers")
    assert (history, problem.code) == (History(), "RA030")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://github.com/Ada/Tale.py", "ada/tale.py"),
        ("https://www.github.com/ada/tale.git", "ada/tale"),
        ("https://github.com/ada/tale/tree/main/x?y#z", "ada/tale"),
        ("https://github.com/ada", None),
        ("https://github.com/ada/..", None),
        ("https://github.com/", None),
        ("http://github.com/ada/tale", None),
        ("https://gitlab.com/ada/tale", None),
        ("https://github.com.example.org/ada/tale", None),
    ],
)
def test_a_repository_is_read_from_its_address(url: str, name: str | None) -> None:
    assert ids.repository_of(url) == name
