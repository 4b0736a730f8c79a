"""DOIs are confirmed by Crossref, with the same doubt and the same manners as arXiv ids."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from fetch.clocks import StillClock
from fetch.conftest import Outcome, contents
from fetch.invented import crossref_work, empty_catalog, paper, write_entry
from fetch.stand_in import Answer, Fault, StandIn, as_json
from rsfm.export.api.columns import row
from rsfm.export.api.record import record
from rsfm.export.bibtex import bibtex
from rsfm.export.citations.csl import csl
from rsfm.export.citations.reference import UNCONFIRMED, reference
from rsfm.export.citations.ris import ris
from rsfm.store import load

Fetch = Callable[..., Outcome]
DOIS = [f"10.1000/invented.{number}" for number in range(1, 4)]
SPOILED = DOIS[1]


@pytest.fixture
def journals(tmp_path: Path, server: StandIn) -> Path:
    """A catalog of three papers that arXiv does not have."""
    folder = empty_catalog(tmp_path)
    for number, doi in enumerate(DOIS, 1):
        server.works[doi] = crossref_work(doi, number)
        typed = doi.upper() if number == 3 else doi
        write_entry(
            folder, paper(number), arxiv_id=None, doi=typed, venue={"name": "J", "year": "2024", "state": "published"}
        )
    return folder


def stored(papers: Path, doi: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        (papers / "_crossref" / (doi.replace("/", "_") + ".json")).read_text(encoding="utf-8")
    )
    return found


def test_a_publication_holds_what_crossref_gives(journals: Path, server: StandIn, fetch: Fetch) -> None:
    server.works[SPOILED]["message"]["title"] = [paper(2).title.replace("Sheep", "<i>Sheep</i>")]
    run = fetch(journals, "--crossref-url", server.crossref_url)
    assert (run.code, run.report["new"]) == (0, DOIS)
    assert stored(journals, SPOILED) == {
        "authors": ["Chloé Exemple-C2", "Dušan Příklad-C2", "Eve Voorbeeld-C2", "李示例-C2"],
        "confirmed": "2025-05-06",
        "container": "Journal of Invention",
        "doi": SPOILED,
        "provenance": "crossref-api",
        "published": "2024-11-05",
        "source": "http://127.0.0.1/works/10.1000%2Finvented.2",
        "title": paper(2).title,
    }


def test_a_paper_takes_its_authors_from_crossref(journals: Path, server: StandIn, fetch: Fetch) -> None:
    fetch(journals, "--crossref-url", server.crossref_url)
    catalog = load(journals).catalog()
    assert {one.authors[0] for one in catalog.papers} == {paper(number).authors[0] for number in range(1, 4)}
    assert str(catalog.confirmed) == "2025-05-06"


def test_each_doi_is_asked_once_and_politely(
    journals: Path, server: StandIn, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RSFM_CONTACT", "curator@invented.example")
    fetch(journals, "--crossref-url", server.crossref_url)
    assert [request.path for request in server.requests] == [f"/works/{doi}" for doi in DOIS]
    assert {request.query["mailto"][0] for request in server.requests} == {"curator@invented.example"}
    assert all(later.at - earlier.at >= 3 for earlier, later in pairwise(server.requests))


def test_what_has_not_changed_is_not_rewritten(
    journals: Path, server: StandIn, fetch: Fetch, clock: StillClock
) -> None:
    fetch(journals, "--crossref-url", server.crossref_url)
    before = contents(journals)
    clock.elapsed += 86400
    run = fetch(journals, "--crossref-url", server.crossref_url)
    after = contents(journals)
    assert run.report["unchanged"] == DOIS
    assert [path for path in after if after[path] != before[path]] == ["_confirmed.json"]


def test_a_doi_crossref_does_not_have_is_missing(journals: Path, server: StandIn, fetch: Fetch) -> None:
    del server.works[SPOILED]
    run = fetch(journals, "--crossref-url", server.crossref_url)
    assert (run.code, run.report["missing"], len(run.report["new"])) == (1, [SPOILED], 2)


@pytest.fixture
def preprint(tmp_path: Path, server: StandIn) -> Path:
    """A catalog of one paper that arXiv has, and that appeared in a journal."""
    folder = empty_catalog(tmp_path)
    write_entry(
        folder, paper(1), doi=DOIS[0], venue={"name": "J", "year": "2024", "state": "published", "kind": "journal"}
    )
    return folder


def test_a_doi_beside_an_arxiv_id_is_confirmed(preprint: Path, server: StandIn, fetch: Fetch) -> None:
    """The journal's own authors are cited; the paper's stay arXiv's."""
    work = crossref_work(DOIS[0], 1, volume="62", page="1-19")
    work["message"]["author"].append({"family": "Latecomer", "given": "Late"})
    server.works[DOIS[0]] = work
    before = load(preprint).catalog().papers[0]
    run = fetch(preprint, "--api-url", server.arxiv_url, "--crossref-url", server.crossref_url)
    after = load(preprint).catalog().papers[0]
    assert (run.code, before.doi_unconfirmed, after.doi_unconfirmed) == (0, True, False)
    assert after.authors == paper(1).authors
    assert after.cited_authors == (*paper(1).authors, "Late Latecomer")
    cited = bibtex(after)
    assert "volume = {62}" in cited
    assert "Latecomer, Late" in cited
    assert UNCONFIRMED not in cited


def test_a_doi_of_another_paper_stays_unconfirmed(preprint: Path, server: StandIn, fetch: Fetch) -> None:
    """It is named with the title that Crossref has, and every export says that nobody confirmed it."""
    server.works[DOIS[0]] = crossref_work(DOIS[0], 2)
    run = fetch(preprint, "--api-url", server.arxiv_url, "--crossref-url", server.crossref_url)
    assert (run.code, list(run.report["failed"])) == (1, [DOIS[0]])
    assert paper(2).title in run.err + run.out
    catalog = load(preprint).catalog()
    left = catalog.papers[0]
    assert left.doi_unconfirmed
    assert UNCONFIRMED in bibtex(left)
    assert f"N1  - {UNCONFIRMED}" in ris(reference(left))
    assert csl(reference(left))["note"] == UNCONFIRMED
    assert row(left)["doi_unconfirmed"] is True
    assert record(left, catalog)["doi_unconfirmed"] is True


def _work(**changes: Any) -> Fault:
    return lambda server, asked: as_json(crossref_work(asked[0], 2, **changes))


def _answer(**changes: Any) -> Fault:
    return lambda server, asked: as_json(crossref_work(asked[0], 2) | changes)


FAULTS: dict[str, tuple[Fault, str]] = {
    "HTML": (lambda *_: Answer(b"<html>", 200, {"Content-Type": "text/html"}), "wrong-type"),
    "a captcha": (lambda *_: Answer(b"<p>captcha", 200, {"Content-Type": "text/html"}), "captcha"),
    "cut JSON": (
        lambda server, asked: Answer(
            json.dumps(crossref_work(asked[0], 2)).encode()[:-9], 200, {"Content-Type": "application/json"}
        ),
        "not-json",
    ),
    "a list": (lambda *_: as_json([1]), "not-json"),
    "a name twice": (
        lambda *_: Answer(b'{"status": "ok", "status": "ok"}', 200, {"Content-Type": "application/json"}),
        "not-json",
    ),
    "NaN": (lambda *_: as_json({"status": float("nan")}), "not-json"),
    "deep nesting": (lambda *_: Answer(b"[" * 99999, 200, {"Content-Type": "application/json"}), "not-json"),
    "a redirect": (lambda *_: Answer(b"", 301, {"Location": "/works/10.1000/other"}), "redirect"),
    "an error": (_answer(status="failed"), "error-entry"),
    "a list of works": (_answer(**{"message-type": "work-list"}), "error-entry"),
    "no work": (_answer(message=None), "error-entry"),
    "another DOI": (_work(DOI="10.1000/other"), "unasked"),
    "no title": (_work(title=[]), "field-missing"),
    "a title that is no list": (_work(title="Tale"), "field-missing"),
    "no authors": (_work(author=None), "field-missing"),
    "an author without a name": (_work(author=[{"given": "Ada", "family": "Example"}, {}]), "field-missing"),
    "no date": (_work(issued=None, published=None), "field-missing"),
    "a date of nothing": (_work(issued={"date-parts": [[None]]}, published=None), "field-missing"),
    "a thirteenth month": (_work(issued={"date-parts": [[2024, 13]]}, published=None), "field-missing"),
    "a far year": (_work(issued={"date-parts": [[2099]]}, published=None), "field-missing"),
    "a garbled title": (_work(title=[paper(2).title + " â€“ Café"]), "garbled"),
    "another paper": (_work(title=[paper(31).title], author=[{"name": "Nobody"}]), "other-paper"),
    "500": (lambda *_: Answer(status=500), "server-error"),
}


@pytest.mark.parametrize(("fault", "name"), FAULTS.values(), ids=FAULTS)
def test_a_bad_answer_changes_nothing_and_is_named(
    fault: Fault, name: str, journals: Path, server: StandIn, fetch: Fetch
) -> None:
    fetch(journals, "--crossref-url", server.crossref_url)
    before = contents(journals)
    server.always = fault
    run = fetch(journals, "--crossref-url", server.crossref_url, SPOILED)
    assert (run.code, run.report["failed"][SPOILED]["fault"]) == (1, name)
    assert contents(journals) == before


@pytest.mark.parametrize(
    ("parts", "published"), [([2024], "2024"), ([2024, 3], "2024-03"), ([2024, 3, 9], "2024-03-09")]
)
def test_a_date_is_as_exact_as_it_was_given(
    parts: list[int], published: str, journals: Path, server: StandIn, fetch: Fetch
) -> None:
    server.works[SPOILED]["message"] |= {"issued": {"date-parts": [parts]}, "published": None}
    fetch(journals, "--crossref-url", server.crossref_url)
    assert stored(journals, SPOILED)["published"] == published


def test_a_rehearsal_with_one_stand_in_reaches_no_other_server(journals: Path, server: StandIn, fetch: Fetch) -> None:
    write_entry(journals, paper(7))
    run = fetch(journals, "--api-url", server.arxiv_url)
    assert run.report["asked"] == [paper(7).arxiv_id]
    assert {request.path for request in server.requests} == {"/api/query"}
