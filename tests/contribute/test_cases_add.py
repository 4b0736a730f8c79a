"""``rsfm add DOI`` believes what Crossref means, says what a person should look at, and what to do where it cannot go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contribute.conftest import Said
from fetch.invented import crossref_work
from fetch.stand_in import StandIn

DOI = "10.1000/case.1"
ADD = ("add", DOI, "--family", "visual", "--kind", "model", "--yes")
CAPITALS = "TERRACAPS: A MODEL IN CAPITALS FOR REMOTE SENSING"
NULL = {"date-parts": [[None]]}

Add = Callable[..., Said]


@pytest.fixture
def add(rsfm: Callable[..., Said], server: StandIn) -> Add:
    def run(*more: str, **changes: Any) -> Said:
        named = {"title": ["TerraCase: A Model of Satellite Images"]}
        server.works[DOI] = crossref_work(DOI, 5, **named | changes)
        return rsfm(*ADD, *more)

    return run


def test_nothing_is_said_to_be_missing_that_is_just_being_written(add: Add) -> None:
    said = add()
    assert said.code == 0
    assert "Crossref" not in said.err


def test_the_year_and_the_short_name_are_those_that_are_cited(add: Add, papers: Path) -> None:
    early = {"published": {"date-parts": [[2023, 12, 20]]}, "issued": {"date-parts": [[2024]]}}
    said = add(**early, **{"container-title": ["Computer Vision &#8211; ECCV 2024"]})
    assert said.code == 0, said.err
    text = (papers / "terracase.yml").read_text(encoding="utf-8")
    assert "  name: ECCV\n  year: 2024\n  state: published\n  kind: conference\n" in text
    assert "venue" not in said.err


def test_a_retraction_is_warned_of(add: Add, papers: Path) -> None:
    said = add(title=["RETRACTED: TerraCase: A Model of Satellite Images"])
    assert said.code == 0, said.err
    assert "the paper was retracted by its publisher" in said.err
    assert "name: TerraCase\n" in (papers / "terracase.yml").read_text(encoding="utf-8")


def test_a_notice_is_refused_with_what_to_do(add: Add) -> None:
    said = add(title=["Retraction Note to: TerraCase: A Model"])
    assert said.code == 1
    assert "Give the DOI of the paper itself" in said.err


def test_capitals_are_pointed_at_with_a_suggestion(add: Add) -> None:
    said = add(title=[CAPITALS], author=[{"given": "ADA B.", "family": "EXAMPLE"}])
    assert "Terracaps: A Model in Capitals for Remote Sensing" in said.err
    assert "Ada B. Example" in said.err


@pytest.mark.parametrize("changes", [{"author": []}, {"published": NULL, "issued": NULL}])
def test_what_time_will_not_mend_is_not_put_off(add: Add, changes: dict[str, Any]) -> None:
    said = add(**changes)
    assert said.code == 1
    assert "Time will not help: give what is known by --title, --author, --venue and --year" in said.err
    told = ("--title", "TerraCase: A Model", "--author", "Ada Example", "--venue", "IEEE TGRS", "--year", "2024")
    assert add(*told, **changes).code == 0
