"""What GitHub says of code repositories is judged, kept small, and asked for within its limits."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fetch.clocks import StillClock
from fetch.conftest import Outcome, contents
from fetch.invented import empty_catalog, github_repository, paper, write_entry
from fetch.stand_in import Answer, Fault, StandIn, as_json, truth
from rsfm.store import load

Fetch = Callable[..., Outcome]
NAMES = ["inventors/sheep", "inventors/clouds.v2", "ada-x/sand"]


@pytest.fixture
def coded(tmp_path: Path, server: StandIn) -> Path:
    """A catalog of two papers with three repositories between them."""
    folder = empty_catalog(tmp_path)
    links = ["https://github.com/Inventors/Sheep", "https://github.com/inventors/clouds.v2.git"]
    write_entry(folder, paper(1), links={"code": links})
    write_entry(
        folder,
        paper(2),
        links={"code": [*links, "https://github.com/ada-x/sand/tree/main/x", "https://example.org/inventors/waves"]},
    )
    for name in NAMES:
        server.repositories[name] = github_repository(name)
    return folder


def stored(papers: Path, name: str) -> dict[str, Any]:
    path = papers / "_github" / (name.replace("/", "_") + ".json")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_each_repository_is_asked_about_once(coded: Path, server: StandIn, fetch: Fetch) -> None:
    run = fetch(coded, "--github-url", server.github_url)
    assert (run.code, run.report["new"]) == (0, NAMES)
    assert [request.path for request in server.requests] == [f"/gh/repos/{name}" for name in NAMES]
    assert {request.headers["accept"] for request in server.requests} == {"application/vnd.github+json"}
    assert stored(coded, NAMES[0]) == {
        "confirmed": "2031-05-06",
        "licence": "MIT",
        "name": "inventors/sheep",
        "provenance": "github-api",
        "pushed": "2031-04-30",
        "source": f"{server.github_url}/repos/inventors/sheep",
        "stars": 1200,
    }


def test_a_paper_knows_its_repositories(coded: Path, server: StandIn, fetch: Fetch) -> None:
    server.repositories[NAMES[2]] |= {"archived": True, "license": None}
    fetch(coded, "--github-url", server.github_url)
    second = load(coded).catalog().by_id["invented-3101-00002"]  # type: ignore[index]
    assert [(one.name, one.archived, one.licence) for one in second.repositories] == [
        (NAMES[0], False, "MIT"),
        (NAMES[1], False, "MIT"),
        (NAMES[2], True, None),
    ]


@pytest.mark.parametrize(("stars", "kept"), [(0, 0), (99, 99), (101, 100), (987, 990), (1234, 1200), (45678, 46000)])
def test_stars_are_rounded_so_that_not_every_night_changes_every_file(
    stars: int, kept: int, coded: Path, server: StandIn, fetch: Fetch
) -> None:
    server.repositories[NAMES[0]]["stargazers_count"] = stars
    fetch(coded, "--github-url", server.github_url, "invented-3101-00001")
    assert stored(coded, NAMES[0])["stars"] == kept


def test_a_repository_that_is_gone_is_a_fact(coded: Path, server: StandIn, fetch: Fetch) -> None:
    fetch(coded, "--github-url", server.github_url)
    del server.repositories[NAMES[0]]
    run = fetch(coded, "--github-url", server.github_url)
    assert (run.code, run.report["changed"]) == (0, [NAMES[0]])
    assert stored(coded, NAMES[0])["exists"] is False


def test_a_repository_that_moved_is_followed_once_on_the_same_server(
    coded: Path, server: StandIn, fetch: Fetch
) -> None:
    server.faults = [
        lambda *_: Answer(status=301, headers={"Location": f"{server.github_url}/repositories/7"}),
        lambda *_: as_json(github_repository("Elsewhere/Sheep")),
    ]
    run = fetch(coded, "--github-url", server.github_url, "invented-3101-00001")
    assert run.code == 0
    assert stored(coded, NAMES[0])["moved_to"] == "Elsewhere/Sheep"
    assert server.requests[1].at - server.requests[0].at >= 3


def test_a_token_is_sent_to_github_alone(
    coded: Path, server: StandIn, fetch: Fetch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "invented-token")
    foreign = StandIn(server.clock, [])
    server.faults = [None, lambda *_: Answer(status=301, headers={"Location": f"{foreign.origin}/gh/repositories/7"})]
    run = fetch(coded, "--github-url", server.github_url, "--api-url", server.arxiv_url)
    foreign.close()
    assert run.report["failed"][NAMES[0]]["fault"] == "redirect"
    assert foreign.requests == []
    sent = {(request.path.split("/")[1], request.headers.get("authorization")) for request in server.requests}
    assert sent == {("gh", "Bearer invented-token"), ("api", None)}


def test_a_used_up_limit_is_waited_for_if_it_is_short(
    coded: Path, server: StandIn, fetch: Fetch, clock: StillClock
) -> None:
    reset = str(int(clock.now().timestamp()) + 90)
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
    server.faults = [lambda *_: as_json({"message": "rate limit"}, 403, **headers)]
    assert fetch(coded, "--github-url", server.github_url).code == 0
    assert server.requests[1].at >= 90


def test_a_used_up_limit_ends_the_asking_if_it_is_long(
    coded: Path, server: StandIn, fetch: Fetch, clock: StillClock
) -> None:
    reset = str(int(clock.now().timestamp()) + 3000)
    headers = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": reset}
    server.faults = [None]
    server.always = lambda *_: as_json({"message": "rate limit"}, 403, **headers)
    run = fetch(coded, "--github-url", server.github_url)
    assert (run.code, len(server.requests)) == (1, 2)
    assert {key: value["fault"] for key, value in run.report["failed"].items()} == {
        NAMES[1]: "throttled",
        NAMES[2]: "not-asked",
    }


def _said(**changes: Any) -> Fault:
    return lambda server, asked: as_json(github_repository(asked[0], **changes))


FAULTS: dict[str, tuple[Fault, str]] = {
    "HTML": (lambda *_: Answer(b"<html>", 200, {"Content-Type": "text/html"}), "wrong-type"),
    "cut JSON": (lambda *_: Answer(b'{"full_name"', 200, {"Content-Type": "application/json"}), "not-json"),
    "another repository": (_said(full_name="inventors/other"), "unasked"),
    "no name": (_said(full_name=None), "unasked"),
    "archived perhaps": (_said(archived="no"), "implausible"),
    "fewer stars than none": (_said(stargazers_count=-1), "implausible"),
    "stars that are no number": (_said(stargazers_count=True), "implausible"),
    "a licence that is a story": (_said(license={"spdx_id": "MIT or so"}), "implausible"),
    "never pushed": (_said(pushed_at=None), "implausible"),
    "pushed tomorrow's year": (_said(pushed_at="2049-01-01T00:00:00Z"), "implausible"),
    "a private repository": (_said(private=True), "implausible"),
    "404 by somebody else": (lambda *_: as_json({"message": "no such page"}, 404), "status"),
    "403": (lambda *_: as_json({"message": "Forbidden"}, 403), "status"),
    "451": (lambda *_: as_json({"message": "Unavailable"}, 451), "status"),
    "500": (lambda *_: Answer(status=500), "server-error"),
    "a circle": (lambda server, asked: Answer(status=301, headers={"Location": server.github_url}), "redirect"),
}


@pytest.mark.parametrize(("fault", "name"), FAULTS.values(), ids=FAULTS)
def test_a_bad_answer_changes_nothing_and_is_named(
    fault: Fault, name: str, coded: Path, server: StandIn, fetch: Fetch
) -> None:
    fetch(coded, "--github-url", server.github_url)
    before = contents(coded)
    server.always = lambda stand_in, asked: (fault if asked[0] in {NAMES[0], server.github_url, ""} else truth)(
        stand_in, asked
    )
    run = fetch(coded, "--github-url", server.github_url)
    assert (run.code, run.report["failed"][NAMES[0]]["fault"]) == (1, name)
    assert run.report["unchanged"] == NAMES[1:]
    assert {path: hashed for path, hashed in contents(coded).items() if path != "_confirmed.json"} == {
        path: hashed for path, hashed in before.items() if path != "_confirmed.json"
    }
