"""``rsfm discover`` from arXiv's answers to the report."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from discover.searchable import Searchable
from fetch.clocks import StillClock
from fetch.conftest import contents
from fetch.invented import empty_catalog, entry_xml, feed_xml, paper, write_entry
from fetch.stand_in import Answer, as_json, atom
from rsfm.cli import discover, ended
from rsfm.cli import main as rsfm
from rsfm.fetch.transport import Transport
from rsfm.locales import Locale

DISCOVERY = """\
ask: [remote sensing, geospatial, SAR]
days: 4
kinds: {model: [foundation model]}
signals:
  remote_sensing: {remote sensing: 8, satellite: 3}
  foundation_model: {foundation model: 8, pretrain*: 3}
threshold: 30
"""
GOOD = "A Foundation Model for Remote Sensing"
POOR = "Counting Sheep with Satellites"
ASKED = '(all:"remote sensing" OR all:"geospatial" OR all:"SAR") AND submittedDate:[202505020000 TO 202505062359]'


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def server(clock: StillClock) -> Iterator[Searchable]:
    stand_in = Searchable(clock, [])
    stand_in.found = [entry_xml(paper(1).but(title=GOOD)), entry_xml(paper(2).but(title=POOR))]
    yield stand_in
    stand_in.close()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = empty_catalog(tmp_path)
    (folder / "_discovery.yml").write_text(DISCOVERY, encoding="utf-8")
    return folder


@pytest.fixture
def look(papers: Path, server: Searchable, clock: StillClock, tmp_path: Path) -> Callable[..., int]:
    def run(**options: Any) -> int:
        given = {
            "papers": papers,
            "api_url": server.arxiv_url,
            "markdown": tmp_path / "report.md",
            "json": tmp_path / "report.json",
            "limit": 100,
            "days": None,
            "min_interval": 3.0,
            "locale": Locale.EN,
        }
        asked = Namespace(verb="discover", **(given | options))
        return ended(asked, lambda: discover.run(asked, Transport(clock=clock)))

    return run


def found(tmp_path: Path) -> list[str]:
    return [one["title"] for one in json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["candidates"]]


def test_the_papers_of_some_days_are_asked_for_in_pages_newest_first_and_three_seconds_apart(
    look: Callable[..., int], server: Searchable
) -> None:
    server.always = lambda server, asked: atom(feed_xml(server.entries(asked)[:1] * 1, total=1))
    assert look() == 0

    (asked,) = [request.query for request in server.requests]
    assert asked["id_list"] == [ASKED]
    assert (asked["sortBy"], asked["start"], asked["max_results"]) == (["submittedDate"], ["0"], ["100"])


def test_a_second_page_is_asked_for_where_there_is_more(
    look: Callable[..., int], server: Searchable, tmp_path: Path
) -> None:
    pages = [
        [entry_xml(paper(1).but(title=GOOD)), entry_xml(paper(2).but(title=POOR))],
        [entry_xml(paper(3).but(title=GOOD))],
    ]
    server.always = lambda server, asked: atom(feed_xml(pages[len(server.requests) - 1], total=3))

    assert look(limit=2) == 0
    assert [request.query["start"] for request in server.requests] == [["0"], ["2"]]
    assert len(found(tmp_path)) == 2
    assert all(later.at - earlier.at >= 3 for earlier, later in pairwise(server.requests))


def test_what_is_found_is_ranked_and_the_catalog_is_not_touched(
    look: Callable[..., int], papers: Path, tmp_path: Path
) -> None:
    before = contents(papers)

    assert look() == 0

    assert found(tmp_path) == [GOOD]
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "1 candidates; 0 already in the atlas, 0 turned down before, 1 below the threshold." in report
    assert " · Model" in report
    assert contents(papers) == before


def test_a_second_look_writes_the_same_bytes(look: Callable[..., int], tmp_path: Path) -> None:
    look()
    first = contents(tmp_path)
    look()
    assert contents(tmp_path) == first


def test_what_the_catalog_has_is_not_proposed(look: Callable[..., int], papers: Path, tmp_path: Path) -> None:
    write_entry(papers, paper(1).but(title=GOOD))

    look()

    assert found(tmp_path) == []


def test_an_empty_answer_is_an_answer(look: Callable[..., int], server: Searchable, tmp_path: Path) -> None:
    server.found = []

    assert look() == 0
    assert "There is nothing new." in (tmp_path / "report.md").read_text(encoding="utf-8")


ONE = [entry_xml(paper(1).but(title=GOOD))]
BROKEN: dict[str, Answer] = {
    "a server error": Answer(b"", 500),
    "a throttle": Answer(b"", 429),
    "a rejection": atom(feed_xml([]), status=400),
    "a redirect": Answer(b"", 301, {"Location": "https://example.org/"}),
    "a captcha": Answer(b"<html>captcha</html>", 200, {"Content-Type": "text/html"}),
    "JSON": as_json({}),
    "nothing": atom(""),
    "a feed cut short": atom(feed_xml(ONE)[:-20]),
    "an error entry": atom(feed_xml([entry_xml(paper(1).but(title="Error"))])),
    "fewer entries than claimed": atom(feed_xml(ONE, total=2)),
    "more entries than claimed": atom(feed_xml(ONE, total=0)),
    "no count": atom(feed_xml(ONE, total="")),
    "a paper twice": atom(feed_xml(ONE * 2)),
    "an entry without id": atom(feed_xml([entry_xml(paper(1), id="")])),
    "a document type": atom(feed_xml(ONE, doctype='<!DOCTYPE feed [<!ENTITY a "b">]>')),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_an_answer_that_cannot_be_believed_adds_nothing_and_is_named(
    look: Callable[..., int], server: Searchable, tmp_path: Path, fault: str, capsys: pytest.CaptureFixture[str]
) -> None:
    server.always = lambda *_: BROKEN[fault]

    assert look() == 2
    assert not (tmp_path / "report.json").exists()
    assert "no query was answered" in capsys.readouterr().err


def test_a_page_without_an_answer_leaves_the_report_incomplete_and_says_so(
    look: Callable[..., int], server: Searchable, tmp_path: Path
) -> None:
    first = atom(feed_xml([entry_xml(paper(1).but(title=GOOD))], total=2))
    server.always = lambda server, _: first if len(server.requests) == 1 else BROKEN["a rejection"]

    assert look(limit=1) == 1
    assert found(tmp_path) == [GOOD]
    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "This report is incomplete" in report
    assert "the server rejects the request" in report


def test_a_single_entry_that_is_wrong_is_left_out(look: Callable[..., int], server: Searchable, tmp_path: Path) -> None:
    server.found = [entry_xml(paper(1).but(title=GOOD)), entry_xml(paper(2).but(title=GOOD), published="")]

    assert look() == 0
    assert len(found(tmp_path)) == 1


def test_a_passing_fault_is_asked_again(look: Callable[..., int], server: Searchable, tmp_path: Path) -> None:
    server.faults = [lambda *_: BROKEN["a server error"]]

    assert look() == 0
    assert len(server.requests) == 2


@pytest.mark.parametrize("text", [None, "ask: []\n", DISCOVERY.replace("threshold: 30", "threshold: high")])
def test_without_a_right_file_nothing_is_asked(
    look: Callable[..., int], papers: Path, server: Searchable, text: str | None
) -> None:
    if text is None:
        (papers / "_discovery.yml").unlink()
    else:
        (papers / "_discovery.yml").write_text(text, encoding="utf-8")

    assert look() == 2
    assert not server.requests


@pytest.mark.parametrize(
    "arguments", [["--limit", "0"], ["--limit", "101"], ["--min-interval", "1"], ["--api-url", "nowhere"]]
)
def test_options_that_cannot_be_meant_stop_the_run(papers: Path, arguments: list[str]) -> None:
    try:
        code = rsfm(["--papers", str(papers), "discover", *arguments])
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code == 2
