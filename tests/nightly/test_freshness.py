"""When data counts as too old."""

from __future__ import annotations

from argparse import Namespace
from datetime import timedelta
from pathlib import Path

import pytest

from fetch.clocks import BEGINNING, StillClock
from fetch.invented import empty_catalog, paper, write_entry
from nightly.test_adopt import NEW, OLD, snapshot
from rsfm.cli import freshness
from rsfm.locales import Locale
from rsfm.store.snapshots import ARXIV


def judge(papers: Path, days_later: int, locale: Locale = Locale.EN) -> int:
    clock = StillClock(BEGINNING + timedelta(days=days_later))
    return freshness.run(Namespace(papers=papers, days=3, locale=locale), clock)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = empty_catalog(tmp_path)
    for number in (1, 2):
        write_entry(folder, paper(number))
        ARXIV.write(folder, snapshot(number, NEW))
    return folder


@pytest.mark.parametrize(("days", "code"), [(0, 0), (1, 0), (3, 0), (4, 1), (300, 1)])
def test_data_is_too_old_after_more_than_three_days(papers: Path, days: int, code: int) -> None:
    assert judge(papers, days) == code


@pytest.mark.parametrize("locale", list(Locale))
def test_one_old_paper_is_enough_and_is_named(papers: Path, locale: Locale, capsys: pytest.CaptureFixture[str]) -> None:
    ARXIV.write(papers, snapshot(2, OLD))

    assert judge(papers, 0, locale) == 1

    told = capsys.readouterr().out
    assert "invented-2501-90002" in told
    assert "invented-2501-90001" not in told
    assert OLD.isoformat() in told


def test_a_snapshot_of_a_paper_that_left_the_catalog_does_not_count(papers: Path) -> None:
    ARXIV.write(papers, snapshot(9, OLD))

    assert judge(papers, 0) == 0


def test_a_catalog_that_nobody_ever_confirmed_is_not_fresh(tmp_path: Path) -> None:
    assert judge(empty_catalog(tmp_path), 0) == 1
