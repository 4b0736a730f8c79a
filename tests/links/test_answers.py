"""Which of the answers each behaviour of a server stands for."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler
from itertools import pairwise

import pytest

from links.world import Page, World
from rsfm.store.links import Answer

HTML = {"Content-Type": "text/html; charset=utf-8"}


def to(target: str, status: int) -> Page:
    return Page(status=status, headers={"Location": target})


def hang_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.close()


def never_answer(handler: BaseHTTPRequestHandler) -> None:
    threading.Event().wait(0.6)
    handler.close_connection = True


def nonsense(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\x01 this is not HTTP\r\n\r\n")
    handler.close_connection = True


CASES: dict[str, tuple[Page, Answer, str]] = {
    "a file": (Page(), Answer.FINE, "HTTP 200"),
    "a page": (Page(headers=HTML, body="<h1>Code</h1>"), Answer.FINE, "HTTP 200"),
    "no content": (Page(status=204, body=""), Answer.FINE, "HTTP 204"),
    "a server that refuses HEAD": (Page(head=405), Answer.FINE, "HTTP 200"),
    "a server that knows nothing by HEAD": (Page(head=404), Answer.FINE, "HTTP 200"),
    "a server whose HEAD is broken": (Page(head=500), Answer.FINE, "HTTP 200"),
    "a download larger than any page": (Page(head=403, body="x" * 60_000), Answer.FINE, "a large file"),
    "not found": (Page(status=404), Answer.DEAD, "HTTP 404"),
    "gone": (Page(status=410), Answer.DEAD, "HTTP 410"),
    "a broken server": (Page(status=500), Answer.DEAD, "HTTP 500"),
    "a broken gateway": (Page(status=502), Answer.DEAD, "HTTP 502"),
    "accepted": (Page(status=202), Answer.BLOCKED, "HTTP 202"),
    "unauthorised": (Page(status=401), Answer.BLOCKED, "HTTP 401"),
    "forbidden": (Page(status=403), Answer.BLOCKED, "HTTP 403"),
    "not acceptable": (Page(status=406), Answer.BLOCKED, "HTTP 406"),
    "a teapot": (Page(status=418), Answer.BLOCKED, "HTTP 418"),
    "too many requests": (Page(status=429), Answer.BLOCKED, "HTTP 429"),
    "out of service": (Page(status=503), Answer.BLOCKED, "HTTP 503"),
    "a status of its own": (Page(status=999), Answer.BLOCKED, "HTTP 999"),
    "a captcha": (Page(headers=HTML, body="Please solve this CAPTCHA"), Answer.BLOCKED, "HTTP 200"),
    "a challenge": (Page(headers=HTML, body="<title>Just a moment...</title>"), Answer.BLOCKED, "HTTP 200"),
    "a challenge by header": (Page(headers={**HTML, "cf-mitigated": "challenge"}), Answer.BLOCKED, "HTTP 200"),
    "a redirect to nowhere": (Page(status=302), Answer.DEAD, "HTTP 302"),
    "a redirect to a host that is no more": (to("http://nowhere.example/x", 302), Answer.DEAD, "unknown host"),
    "a passing redirect": (to("http://beta.example/here", 302), Answer.FINE, "HTTP 200"),
    "a passing redirect of the newer kind": (to("http://beta.example/here", 307), Answer.FINE, "HTTP 200"),
    "a move": (to("http://beta.example/here", 301), Answer.MOVED, "HTTP 200"),
    "a move of the newer kind": (to("http://beta.example/here", 308), Answer.MOVED, "HTTP 200"),
    "a move to what is not there": (to("http://beta.example/lost", 301), Answer.DEAD, "HTTP 404"),
    "a move behind a wall": (to("http://beta.example/wall", 301), Answer.BLOCKED, "HTTP 403"),
    "a redirect to itself": (to("http://alpha.example/page", 302), Answer.DEAD, "redirects without end"),
}


@pytest.mark.parametrize("case", CASES)
def test_each_behaviour_has_its_answer(world: World, case: str) -> None:
    page, answer, reason = CASES[case]
    world.pages = {"alpha.example/page": page, "beta.example/here": Page(), "beta.example/wall": Page(status=403)}

    finding = world.checker().check("http://alpha.example/page")

    assert (finding.answer, finding.reason) == (answer, reason)


@pytest.mark.parametrize(
    ("behaviour", "reason"), [(hang_up, "broken-off"), (never_answer, "timeout"), (nonsense, "broken-off")]
)
def test_a_server_that_does_not_answer_counts_as_a_failure(world: World, behaviour: object, reason: str) -> None:
    world.pages["alpha.example/page"] = behaviour  # type: ignore[assignment]

    finding = world.checker().check("http://alpha.example/page")

    assert (finding.answer, finding.reason, finding.answered) == (Answer.DEAD, reason, False)


def test_a_refused_connection_counts_as_a_failure_after_every_address_was_tried(world: World) -> None:
    world.addresses["alpha.example"] = ["93.184.216.1", "93.184.216.2"]
    world.down = {"93.184.216.1", "93.184.216.2"}

    finding = world.checker().check("http://alpha.example/page")

    assert (finding.answer, finding.reason) == (Answer.DEAD, "unreachable")
    assert world.connected == ["93.184.216.1", "93.184.216.2"]


def test_a_host_with_one_working_address_is_reached(world: World) -> None:
    world.pages["alpha.example/page"] = Page()
    world.addresses["alpha.example"] = ["93.184.216.1", "93.184.216.2"]
    world.down = {"93.184.216.1"}

    assert world.checker().check("http://alpha.example/page").answer is Answer.FINE


def test_a_move_names_the_address_after_the_permanent_redirects_only(world: World) -> None:
    world.pages = {
        "alpha.example/a": to("http://alpha.example/b", 301),
        "alpha.example/b": to("http://beta.example/c", 308),
        "beta.example/c": to("http://beta.example/tonight", 302),
        "beta.example/tonight": Page(),
    }

    assert world.checker().check("http://alpha.example/a").moved_to == "http://beta.example/c"


@pytest.mark.parametrize("target", ["http://alpha.example/a/", "http://alpha.example/a#top"])
def test_a_final_slash_or_a_fragment_is_no_move(world: World, target: str) -> None:
    world.pages["alpha.example/a"] = answers = Page()
    calls: list[str] = []

    def first_redirect(handler: BaseHTTPRequestHandler) -> None:
        calls.append(handler.path)
        page = to(target, 301) if len(calls) == 1 else answers
        handler.send_response(page.status)
        for name, value in page.headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    world.pages["alpha.example/a"] = first_redirect

    assert world.checker().check("http://alpha.example/a").answer is Answer.FINE


def test_one_host_is_visited_at_its_own_pace_while_others_are_not_kept_waiting(world: World) -> None:
    for host in ("alpha.example", "beta.example"):
        world.pages |= {f"{host}/{number}": Page() for number in range(4)}

    list(world.checker().check_all(f"http://{name}" for name in world.pages))

    for host in ("alpha.example", "beta.example"):
        moments = [moment for _, name, moment in world.asked if name.startswith(host)]
        assert len(moments) == 4
        assert all(later - earlier >= 3 for earlier, later in pairwise(moments))
    assert world.clock.elapsed < 15, "eight visits in turn take no longer than four of one host"


def test_a_host_that_asks_for_rest_or_stays_silent_is_left_alone(world: World) -> None:
    world.pages |= {f"alpha.example/{number}": Page(status=429) for number in range(4)}
    world.pages |= {f"beta.example/{number}": hang_up for number in range(4)}

    findings = list(world.checker().check_all(f"http://{name}" for name in world.pages))

    answers = {host: [f.answer.value for f in findings if host in f.url] for host in ("alpha", "beta")}
    assert answers == {
        "alpha": ["blocked", "not-asked", "not-asked", "not-asked"],
        "beta": ["dead", "dead", "not-asked", "not-asked"],
    }
    assert sum(name.startswith("alpha") for _, name, _ in world.asked) == 1
