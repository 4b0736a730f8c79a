"""``rsfm fetch`` asks for what it must, stores what changed, and says what happened."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from fetch.clocks import StillClock
from fetch.conftest import Outcome, contents
from fetch.invented import empty_catalog, entry_xml, feed_xml, paper, write_entry
from fetch.stand_in import Answer, StandIn, atom, truth
from rsfm.fetch.refresh import Refresh
from rsfm.fetch.report import Report
from rsfm.model import ArxivId, Provenance, Snapshot
from rsfm.store import load
from rsfm.store.files import only_writer
from rsfm.store.snapshots import ARXIV

Fetch = Callable[..., Outcome]
ALL = [f"2501.9000{number}" for number in range(1, 5)]
DAY = 86400


def stored(papers: Path, arxiv_id: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((papers / "_arxiv" / f"{arxiv_id}.json").read_text(encoding="utf-8"))
    return found


def test_a_snapshot_holds_every_field_arXiv_gives(papers: Path, server: StandIn, fetch: Fetch) -> None:
    server.papers[ALL[3]] = paper(4).but(journal_ref="J. Inv. 4", comment="Tale\n  of two lines")
    assert fetch(papers, "--api-url", server.arxiv_url).code == 0
    assert stored(papers, ALL[3]) == {
        "abstract": "We invent counting sheep over jungles and measure nothing at all, 4 times.",
        "arxiv_id": "2501.90004",
        "authors": ["Eve Voorbeeld-E4", "李示例-E4", "Gia Esempio-E4"],
        "categories": ["cs.CV", "cs.AI"],
        "comment": "Tale of two lines",
        "confirmed": "2025-05-06",
        "doi": "10.1000/invented.4",
        "journal_ref": "J. Inv. 4",
        "links": ["https://arxiv.org/abs/2501.90004v2", "https://arxiv.org/pdf/2501.90004v2"],
        "primary_category": "cs.CV",
        "provenance": "arxiv-api",
        "published": "2025-01-17",
        "source": "http://127.0.0.1/api/query?id_list=2501.90004",
        "title": "Counting Sheep over Jungles: A Tale of 4 Satellites",
        "updated": "2025-03-02",
        "version": 2,
    }


def test_what_has_not_changed_is_confirmed_and_not_rewritten(
    papers: Path, server: StandIn, fetch: Fetch, clock: StillClock
) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    before = contents(papers)
    clock.elapsed += DAY
    again = fetch(papers, "--api-url", server.arxiv_url)
    assert (again.code, again.report["unchanged"]) == (0, ALL)
    after = contents(papers)
    assert [path for path in after if after[path] != before[path]] == ["_confirmed.json"]
    assert json.loads((papers / "_confirmed.json").read_text(encoding="utf-8")) == {"_arxiv": {"latest": "2025-05-07"}}
    assert {value.confirmed.isoformat() for value in load(papers).snapshots.values()} == {"2025-05-07"}


def test_one_that_is_not_confirmed_keeps_its_day(
    papers: Path, server: StandIn, fetch: Fetch, clock: StillClock
) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    clock.elapsed += DAY
    fetch(papers, "--api-url", server.arxiv_url)
    clock.elapsed += DAY
    del server.papers[ALL[1]]
    assert fetch(papers, "--api-url", server.arxiv_url).report["missing"] == [ALL[1]]
    days = {key: value.confirmed.isoformat() for key, value in load(papers).snapshots.items()}
    assert days == dict.fromkeys(ALL, "2025-05-08") | {ALL[1]: "2025-05-07"}


def test_changes_are_told_by_field(papers: Path, server: StandIn, fetch: Fetch) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    server.papers[ALL[0]] = paper(1).but(comment="Accepted")
    server.papers[ALL[2]] = paper(3).but(comment=None, version=3, updated="2025-04-01T00:00:00Z")
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert run.report["changed"] == [ALL[0], ALL[2]]
    assert run.report["changed_by_field"] == {"comment": 2, "version": 1, "updated": 1, "links": 1}
    assert {"key": ALL[2], "field": "comment", "old": "12 pages, 3 figures", "new": None} in run.report["changes"]
    assert "asked 4, fresh 0, new 0, changed 2, unchanged 2, missing 0, withdrawn 0, failed 0" in run.out
    assert "by field: comment 2, version 1, updated 1, links 1" in run.out


def test_a_name_mended_without_a_new_version_is_stored_and_told(papers: Path, server: StandIn, fetch: Fetch) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    known = paper(1)
    mended = (known.authors[0].replace("Bo ", "Boo "), *known.authors[1:])
    server.papers[ALL[0]] = known.but(authors=mended)
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, run.report["changed"], stored(papers, ALL[0])["authors"]) == (0, [ALL[0]], list(mended))
    assert "by field: authors 1" in run.out


def test_a_dry_run_prints_the_differences_and_stores_nothing(papers: Path, server: StandIn, fetch: Fetch) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    server.papers[ALL[0]] = paper(1).but(comment="Accepted")
    before = contents(papers)
    run = fetch(papers, "--api-url", server.arxiv_url, "--dry-run")
    assert run.code == 0
    assert f"{ALL[0]}: comment: 12 pages, 3 figures → Accepted\n" in run.out
    assert contents(papers) == before
    assert run.report["dry_run"] is True


def test_a_first_run_that_fails_leaves_no_file(papers: Path, server: StandIn, fetch: Fetch) -> None:
    before = contents(papers)
    server.always = lambda *_: Answer(status=403)
    assert fetch(papers, "--api-url", server.arxiv_url).code == 1
    assert contents(papers) == before


def test_a_dry_run_of_an_empty_shelf_makes_no_folder(papers: Path, server: StandIn, fetch: Fetch) -> None:
    before = contents(papers)
    assert fetch(papers, "--api-url", server.arxiv_url, "--dry-run").code == 0
    assert contents(papers) == before
    assert not (papers / "_arxiv").exists()


@pytest.mark.parametrize(("days", "age", "asked"), [("1", 0, 0), ("1", 1, 4), ("3", 2, 0), ("3", 3, 4), ("0", 0, 4)])
def test_what_is_fresh_is_skipped(
    days: str, age: int, asked: int, papers: Path, server: StandIn, fetch: Fetch, clock: StillClock
) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    server.requests.clear()
    clock.elapsed += age * DAY
    run = fetch(papers, "--api-url", server.arxiv_url, "--max-age", days)
    assert (run.code, len(run.report["asked"]), len(run.report["fresh"])) == (0, asked, 4 - asked)
    assert len(server.requests) == bool(asked)


def test_a_fact_sheet_is_never_fresh_and_gives_way(papers: Path, server: StandIn, fetch: Fetch) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    sheet = stored(papers, ALL[0]) | {"provenance": "fact-sheet", "published": "2025-01-01", "version": 9}
    (papers / "_arxiv" / f"{ALL[0]}.json").write_text(json.dumps(sheet), encoding="utf-8")
    run = fetch(papers, "--api-url", server.arxiv_url, "--max-age", "30")
    assert run.report["changed"] == [ALL[0]]
    assert (stored(papers, ALL[0])["provenance"], stored(papers, ALL[0])["version"]) == ("arxiv-api", 2)


def test_an_id_that_is_missing_is_reported_and_kept(papers: Path, server: StandIn, fetch: Fetch) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    before = (papers / "_arxiv" / f"{ALL[2]}.json").read_bytes()
    del server.papers[ALL[2]]
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, run.report["missing"]) == (1, [ALL[2]])
    assert f"{ALL[2]}: not in the answer [missing]" in run.out
    assert (papers / "_arxiv" / f"{ALL[2]}.json").read_bytes() == before


@pytest.mark.parametrize(
    ("said", "withdrawn"),
    [
        ({"comment": "This paper has been withdrawn by the authors due to an error"}, True),
        ({"comment": "Withdrawn"}, True),
        ({"comment": "withdrawn by arXiv administrators"}, True),
        ({"summary": "This article has been withdrawn."}, True),
        ({"comment": "12 pages; money withdrawn"}, False),
        ({"summary": "We study how forces were withdrawn from deserts, in 12 images."}, False),
        ({"comment": "This work shows how a glacier withdraws"}, False),
    ],
)
def test_a_withdrawn_paper_is_stored_as_withdrawn(
    said: dict[str, str], withdrawn: bool, papers: Path, server: StandIn, fetch: Fetch
) -> None:
    server.papers[ALL[1]] = paper(2).but(**said)
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, run.report["withdrawn"]) == (0, [ALL[1]] if withdrawn else [])
    assert stored(papers, ALL[1]).get("withdrawn", False) is withdrawn


@pytest.mark.parametrize("counted", [False, True])
def test_one_id_alone_may_be_missing_whichever_way_arXiv_counts(
    counted: bool, papers: Path, server: StandIn, fetch: Fetch
) -> None:
    server.always = lambda *_: atom(feed_xml([], int(counted)))
    run = fetch(papers, "--api-url", server.arxiv_url, ALL[0])
    assert (run.code, run.report["missing"]) == (1, [ALL[0]])


def test_a_server_that_counts_missing_ids_loses_no_paper_it_has(papers: Path, server: StandIn, fetch: Fetch) -> None:
    del server.papers[ALL[1]]
    server.always = lambda stand_in, asked: atom(feed_xml(stand_in.entries(asked), len(asked)))
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (sorted(run.report["new"]), run.report["missing"]) == ([ALL[0], ALL[2], ALL[3]], [ALL[1]])


def test_a_link_with_two_dois_is_kept_as_an_address(papers: Path, server: StandIn, fetch: Fetch) -> None:
    links = '<link title="doi" href="https://doi.org/10.1/a 10.2/b" rel="related"/>'
    server.always = lambda *_: atom(feed_xml([entry_xml(paper(1), links=links)]))
    assert fetch(papers, "--api-url", server.arxiv_url, ALL[0]).code == 0
    assert stored(papers, ALL[0])["links"] == ["https://doi.org/10.1/a%2010.2/b"]


def test_an_id_may_stand_between_white_space(papers: Path, server: StandIn, fetch: Fetch) -> None:
    spaced = f"<id>\n  http://arxiv.org/abs/{ALL[0]}v2\t</id>"
    server.always = lambda *_: atom(feed_xml([entry_xml(paper(1), id=spaced)]))
    assert fetch(papers, "--api-url", server.arxiv_url, ALL[0]).report["new"] == [ALL[0]]
    assert [path.name for path in (papers / "_arxiv").iterdir()] == [f"{ALL[0]}.json"]
    assert stored(papers, ALL[0])["version"] == 2


def test_nothing_is_stored_that_was_not_asked_for(tmp_path: Path) -> None:
    report = Report()
    refresh = Refresh(papers=tmp_path, shelf=ARXIV, stored={}, entries={}, today=date(2025, 5, 6), report=report)
    stray = Snapshot(
        arxiv_id=ArxivId(""),
        title="A Tale of Nothing",
        authors=("Ada Example",),
        published=date(2025, 1, 2),
        provenance=Provenance.ARXIV_API,
        confirmed=date(2025, 5, 6),
    )
    refresh.run([ALL[0]], iter([("", stray), (ALL[0], None)]))
    assert {key: refused.fault for key, refused in report.failed.items()} == {"": "unasked"}
    assert (report.missing, list(tmp_path.iterdir())) == ([ALL[0]], [])


@pytest.mark.parametrize(
    ("said", "doi"),
    [
        ("10.1000/invented.4", "10.1000/invented.4"),
        ("https://doi.org/10.1000/invented.4", "10.1000/invented.4"),
        ("10.1000/invented.4, 10.1000/again.4", "10.1000/invented.4"),
        ("10.48550/arXiv.2501.90004 10.1000/invented.4", "10.1000/invented.4"),
        ("10.48550/arXiv.2501.90004", None),
        (" \n", None),
    ],
)
def test_only_a_publisher_gives_a_doi(said: str, doi: str | None, papers: Path, server: StandIn, fetch: Fetch) -> None:
    element = f"<arxiv:doi>{said}</arxiv:doi>"
    server.always = lambda *_: atom(feed_xml([entry_xml(paper(4), doi=element)]))
    assert fetch(papers, "--api-url", server.arxiv_url, ALL[3]).code == 0
    assert stored(papers, ALL[3]).get("doi") == doi


def test_a_title_that_differs_is_reported_and_the_entry_stays(papers: Path, server: StandIn, fetch: Fetch) -> None:
    write_entry(papers, paper(1), authors=list(paper(1).authors))
    before = contents(papers)
    server.papers[ALL[0]] = paper(1).but(title="Counting Many Sheep over Glaciers: A Tale of 1 Satellites")
    server.papers[ALL[1]] = paper(2).but(title=paper(2).title.upper().replace(":", " –"))
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert run.code == 0
    assert list(run.report["titles"]) == [ALL[0]]
    assert "Counting Many Sheep" in run.out
    assert {path: hashed for path, hashed in contents(papers).items() if path in before} == before


def test_a_title_the_entry_knows_is_no_problem(tmp_path: Path, server: StandIn, fetch: Fetch) -> None:
    papers = empty_catalog(tmp_path)
    write_entry(papers, paper(1), title="An Altogether Different Name", other_titles=[paper(1).title])
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, run.report["titles"]) == (0, {})


def test_ids_may_be_named_in_several_ways(papers: Path, server: StandIn, fetch: Fetch) -> None:
    server.papers["cs/0112017"] = paper(9).but(arxiv_id="cs/0112017", published="2001-12-10T00:00:00Z")
    words = ("2501.90001v2", "https://arxiv.org/abs/2501.90002", "invented-2501-90003", "cs/0112017", "2501.90001")
    run = fetch(papers, "--api-url", server.arxiv_url, *words)
    assert run.code == 0
    assert server.requests[0].ids == ["2501.90001", "2501.90002", "2501.90003", "cs/0112017"]
    assert sorted(path.name for path in (papers / "_arxiv").iterdir()) == [
        "2501.90001.json",
        "2501.90002.json",
        "2501.90003.json",
        "cs_0112017.json",
    ]


@pytest.mark.parametrize(
    "word", ["2501.1", "3113.00001", "nobody", "../../etc", "2501.90001,2501.90002", "", "10.1/x y"]
)
def test_a_word_that_names_nothing_stops_the_run_before_it_begins(
    word: str, papers: Path, server: StandIn, fetch: Fetch
) -> None:
    run = fetch(papers, "--api-url", server.arxiv_url, ALL[0], word)
    assert (run.code, server.requests, run.out) == (2, [], "")
    assert "is no arXiv id" in run.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--api-url", "ftp://127.0.0.1/"),
        ("--api-url", "http://"),
        ("--api-url", "nonsense"),
        ("--api-url", "http://[::1"),
    ],
)
def test_an_impossible_address_cannot_be_run(arguments: tuple[str, ...], papers: Path, fetch: Fetch) -> None:
    run = fetch(papers, *arguments)
    assert run.code == 2
    assert "no http address" in run.err


@pytest.mark.parametrize(
    "arguments", [("--min-interval", "1"), ("--min-interval", "nan"), ("--max-age", "-1"), ("--source", "bing")]
)
def test_an_impossible_option_cannot_be_run(arguments: tuple[str, ...], papers: Path, fetch: Fetch) -> None:
    with pytest.raises(SystemExit) as stopped:
        fetch(papers, *arguments)
    assert stopped.value.code == 2


def test_a_folder_without_a_catalog_cannot_be_run(tmp_path: Path, fetch: Fetch) -> None:
    assert fetch(tmp_path, "--api-url", "http://127.0.0.1:1/").code == 2


@pytest.mark.parametrize("text", ["", "family: [", "family: {}"])
def test_a_catalog_without_terms_cannot_be_run(text: str, papers: Path, server: StandIn, fetch: Fetch) -> None:
    (papers / "_taxonomy.yml").write_text(text, encoding="utf-8")
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, server.requests) == (2, [])
    assert "run rsfm check" in run.err


@pytest.mark.parametrize("folder", ["_arxiv", "_crossref", "_github"])
def test_nothing_is_written_through_a_link_out_of_the_catalog(
    folder: str, papers: Path, server: StandIn, fetch: Fetch, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (papers / folder).symlink_to(outside)
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, server.requests, list(outside.iterdir())) == (2, [], [])
    assert f"{folder} leads out" in run.err


def test_a_folder_of_entries_may_itself_be_a_link(papers: Path, server: StandIn, fetch: Fetch, tmp_path: Path) -> None:
    (tmp_path / "linked").symlink_to(papers)
    assert fetch(tmp_path / "linked", "--api-url", server.arxiv_url).code == 0


def test_a_folder_in_the_place_of_a_snapshot_costs_only_that_one(papers: Path, server: StandIn, fetch: Fetch) -> None:
    (papers / "_arxiv" / f"{ALL[1]}.json").mkdir(parents=True)
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, run.report["new"]) == (1, [ALL[0], ALL[2], ALL[3]])
    assert {key: failed["fault"] for key, failed in run.report["failed"].items()} == {ALL[1]: "not-stored"}


def test_an_interrupted_run_says_so_and_keeps_what_it_has(
    papers: Path, server: StandIn, fetch: Fetch, clock: StillClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    fetch(papers, "--api-url", server.arxiv_url, ALL[0])
    before = contents(papers)
    server.always = lambda *_: Answer(status=500)
    monkeypatch.setattr(clock, "sleep", interrupt)
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, contents(papers)) == (1, before)
    assert "interrupted" in run.err


def test_a_run_that_is_told_to_end_ends_in_order(papers: Path, server: StandIn, fetch: Fetch) -> None:
    def end(stand_in: StandIn, asked: list[str]) -> Answer:
        os.kill(os.getpid(), signal.SIGTERM)
        return truth(stand_in, asked)

    before = contents(papers)
    server.always = end
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, contents(papers)) == (1, before)
    assert "interrupted" in run.err
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_second_run_at_the_same_time_refuses(papers: Path, server: StandIn, fetch: Fetch) -> None:
    with only_writer(papers):
        run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, server.requests) == (2, [])
    assert "another rsfm is writing here" in run.err
    assert fetch(papers, "--api-url", server.arxiv_url).code == 0


def test_an_entry_that_cannot_be_read_is_named_and_the_others_are_fetched(
    papers: Path, server: StandIn, fetch: Fetch
) -> None:
    (papers / "broken.yml").write_text("name: [", encoding="utf-8")
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, run.report["new"]) == (1, ALL)
    assert run.report["failed"]["papers/broken.yml"]["fault"] == "unreadable-entry"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"arxiv_id": 5}', '{"arxiv_id": "2501.90001", "more": 1}', "[" * 9999]
)
def test_a_broken_snapshot_is_replaced(text: str, papers: Path, server: StandIn, fetch: Fetch) -> None:
    fetch(papers, "--api-url", server.arxiv_url)
    good = contents(papers)
    (papers / "_arxiv" / f"{ALL[0]}.json").write_text(text, encoding="utf-8")
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert (run.code, run.report["new"], contents(papers)) == (0, [ALL[0]], good)


def test_the_environment_may_name_the_server(
    papers: Path, server: StandIn, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RSFM_ARXIV_URL", server.arxiv_url)
    assert fetch(papers).code == 0
    assert len(server.requests) == 1


def test_the_step_summary_shows_text_as_it_is(
    papers: Path, server: StandIn, fetch: Fetch, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    fetch(papers, "--api-url", server.arxiv_url)
    summary.write_text("before\n", encoding="utf-8")
    server.papers[ALL[0]] = paper(1).but(comment="<img src=x> | [a](b) @everyone `c`\n::error::")
    fetch(papers, "--api-url", server.arxiv_url)
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n## rsfm fetch\n")
    (row,) = [line for line in text.splitlines() if line.startswith(f"| {ALL[0]} | comment |")]
    assert row.count(" | ") == 3
    assert not set("<@`[") & set(row.split(" | ")[3])


def test_lines_of_output_cannot_be_commands(papers: Path, server: StandIn, fetch: Fetch) -> None:
    server.always = lambda *_: Answer(status=301, headers={"Location": "/x%0A\x1b[31m::error::"})
    run = fetch(papers, "--api-url", server.arxiv_url)
    assert run.code == 1
    assert "\x1b" not in run.out + run.err
    assert not [line for line in (run.out + run.err).splitlines() if line.startswith("::")]


def test_the_report_may_go_to_the_output(papers: Path, server: StandIn, fetch: Fetch) -> None:
    run = fetch(papers, "--api-url", server.arxiv_url, "--json", "-")
    assert json.loads(run.out)["new"] == ALL
    assert "asked 4" in run.err


def test_messages_come_in_chinese(papers: Path, server: StandIn, fetch: Fetch) -> None:
    del server.papers[ALL[0]]
    run = fetch(papers, "--api-url", server.arxiv_url, "--locale", "zh")
    assert "回答中没有" in run.out
    assert "询问 4，仍新 0，新增 3" in run.out


@pytest.fixture
def many(tmp_path: Path, server: StandIn) -> Path:
    """A catalog of 130 entries."""
    folder = empty_catalog(tmp_path)
    server.papers = {one.arxiv_id: one for one in map(paper, range(1, 131))}
    for one in server.papers.values():
        write_entry(folder, one)
    return folder


def test_a_hundred_ids_go_into_a_request_and_none_is_asked_twice(many: Path, server: StandIn, fetch: Fetch) -> None:
    assert fetch(many, "--api-url", server.arxiv_url).code == 0
    assert [len(request.ids) for request in server.requests] == [100, 30]
    assert [request.query["max_results"] for request in server.requests] == [["100"], ["30"]]
    asked = [one for request in server.requests for one in request.ids]
    assert sorted(asked) == sorted(server.papers)
    assert all(later.at - earlier.at >= 3 for earlier, later in pairwise(server.requests))
    assert {request.headers["accept"] for request in server.requests} == {"application/atom+xml"}
    assert all(request.headers["user-agent"].startswith("rsfm-atlas/") for request in server.requests)
    assert len(list((many / "_arxiv").iterdir())) == 130


@pytest.mark.parametrize(
    ("status", "name", "requests"),
    [(400, "bad-request", 16), (413, "status", 16), (414, "status", 16), (500, "server-error", 30)],
)
def test_a_batch_that_one_id_spoils_is_halved_until_it_is_found(
    status: int, name: str, requests: int, many: Path, server: StandIn, fetch: Fetch
) -> None:
    bad = "2501.90037"
    server.always = lambda stand_in, asked: Answer(status=status) if bad in asked else truth(stand_in, asked)
    run = fetch(many, "--api-url", server.arxiv_url)
    assert (run.code, list(run.report["failed"]), len(run.report["new"])) == (1, [bad], 129)
    assert run.report["failed"][bad]["fault"] == name
    assert len(server.requests) <= requests
    served = [one for request in server.requests if bad not in request.ids for one in request.ids]
    assert len(served) == len(set(served)) == 129


def test_a_paper_that_breaks_the_feed_does_not_take_the_others_with_it(
    many: Path, server: StandIn, fetch: Fetch
) -> None:
    server.papers["2501.90042"] = paper(42).but(summary="a \x01 control")
    run = fetch(many, "--api-url", server.arxiv_url)
    assert {key: value["fault"] for key, value in run.report["failed"].items()} == {"2501.90042": "not-xml"}
    assert len(run.report["new"]) == 129


@pytest.mark.parametrize(
    "answer", [Answer(status=400), Answer(status=500), Answer(status=414), atom("<html/>"), atom("")]
)
def test_a_server_that_spoils_everything_is_left_alone_soon(
    answer: Answer, many: Path, server: StandIn, fetch: Fetch
) -> None:
    server.always = lambda *_: answer
    run = fetch(many, "--api-url", server.arxiv_url)
    assert (run.code, len(run.report["failed"])) == (1, 130)
    assert len(server.requests) <= 40


def test_an_outage_in_the_middle_loses_nothing_and_the_next_run_finishes(
    many: Path, server: StandIn, fetch: Fetch
) -> None:
    server.faults = [None]
    server.always = lambda *_: Answer(status=503)
    assert len(fetch(many, "--api-url", server.arxiv_url).report["new"]) == 100
    server.always = None
    run = fetch(many, "--api-url", server.arxiv_url, "--max-age", "1")
    assert (run.code, len(run.report["fresh"]), len(run.report["new"])) == (0, 100, 30)


def test_progress_is_told_in_plain_lines_without_a_terminal(many: Path, server: StandIn, fetch: Fetch) -> None:
    run = fetch(many, "--api-url", server.arxiv_url)
    assert "rsfm fetch: 25/130\n" in run.err
    assert run.err.endswith("rsfm fetch: 130/130\n")


def test_a_full_disk_stops_the_asking(
    many: Path, server: StandIn, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    calls = iter(range(10**6))

    def full(handle: int) -> None:
        if next(calls) > 20:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    run = fetch(many, "--api-url", server.arxiv_url, "--json", "-")
    monkeypatch.undo()
    report = json.loads(run.out)
    assert run.code == 1
    assert len(server.requests) == 1
    assert {value["fault"] for value in report["failed"].values()} == {"not-stored", "not-asked"}
    assert sorted(path.stem for path in (many / "_arxiv").iterdir()) == report["new"]
    assert ARXIV.load(many, "papers")[1] == []
