"""The door to the network is polite whatever happens behind it."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import timedelta
from email.utils import format_datetime
from itertools import pairwise
from random import Random
from threading import Event, Thread

import pytest

from fetch.clocks import StillClock
from fetch.stand_in import Answer, Fault, StandIn
from rsfm.fetch.faults import Fault as Kind
from rsfm.fetch.faults import Refusal
from rsfm.fetch.manners import MINIMUM_INTERVAL, Manners
from rsfm.fetch.reply import Reply, unexpected
from rsfm.fetch.transport import Transport


def believed(reply: Reply) -> str | Refusal:
    return reply.body.decode() if reply.status == 200 else unexpected(reply)


@pytest.fixture
def door(clock: StillClock) -> Callable[..., Transport]:
    def make(**manners: object) -> Transport:
        return Transport(Manners(**manners), clock=clock, dice=Random(3))  # type: ignore[arg-type]  # noqa: S311

    return make


@pytest.fixture
def silent_port() -> Iterator[int]:
    """A port that accepts connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def answers(*those: Answer) -> list[Fault | None]:
    return [lambda *_, answer=answer: answer for answer in those]


OK = Answer(b"fine")


def test_starts_are_three_seconds_apart_whatever_the_answers_were(
    server: StandIn, door: Callable[..., Transport]
) -> None:
    transport = door()
    server.always = lambda *_: OK
    server.faults = answers(Answer(status=500), Answer(reset=True), OK, Answer(status=301), Answer(status=404), OK)
    for _ in range(4):
        transport.ask(server.arxiv_url + "?id_list=a", believed)
        transport.send(server.arxiv_url + "?id_list=a")
    times = [request.at for request in server.requests]
    assert len(times) == 10
    assert min(later - earlier for earlier, later in pairwise(times)) >= MINIMUM_INTERVAL
    assert server.most_connections == 1


def test_the_interval_can_be_longer_and_never_shorter(server: StandIn, door: Callable[..., Transport]) -> None:
    transport = door(interval=7.5)
    server.always = lambda *_: OK
    for _ in range(3):
        transport.send(server.arxiv_url + "?id_list=a")
    assert [request.at for request in server.requests] == pytest.approx([0.0, 7.51, 15.02])
    for interval in (2.9, 0.0, -1.0, float("nan")):
        with pytest.raises(ValueError, match="below"):
            Manners(interval=interval)


def test_pauses_double_and_are_shaken_within_their_half(clock: StillClock, server: StandIn) -> None:
    server.always = lambda *_: Answer(status=500)
    pauses: list[float] = []
    transport = Transport(
        Manners(tries=6),
        clock=clock,
        dice=Random(1),  # noqa: S311 -- dice of a game
        on_pause=lambda _, seconds: pauses.append(seconds),
    )
    outcome = transport.ask(server.arxiv_url + "?id_list=a", believed)
    assert isinstance(outcome, Refusal)
    assert (outcome.fault, outcome.status, len(server.requests)) == (Kind.SERVER_ERROR, 500, 6)
    for pause, longest in zip(pauses, (3, 6, 12, 24, 48), strict=True):
        assert longest / 2 <= pause <= longest
    assert len({pause / longest for pause, longest in zip(pauses, (3, 6, 12, 24, 48), strict=True)}) == 5


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("as_date", [False, True])
def test_a_server_that_names_a_time_is_not_asked_before(
    status: int, as_date: bool, clock: StillClock, server: StandIn, door: Callable[..., Transport]
) -> None:
    moment = format_datetime(clock.now() + timedelta(seconds=100), usegmt=True)
    server.faults = answers(Answer(status=status, headers={"Retry-After": moment if as_date else "100"}), OK)
    assert door().ask(server.arxiv_url + "?id_list=a", believed) == "fine"
    assert server.requests[1].at - server.requests[0].at >= 100


def test_a_server_that_asks_for_too_much_patience_is_left_alone_for_the_run(
    server: StandIn, door: Callable[..., Transport]
) -> None:
    transport = door()
    server.faults = answers(Answer(status=429, headers={"Retry-After": "3600"}))
    first = transport.ask(server.arxiv_url + "?id_list=a", believed)
    second = transport.ask(server.arxiv_url + "?id_list=b", believed)
    assert isinstance(first, Refusal)
    assert isinstance(second, Refusal)
    assert (first.fault, second.fault, len(server.requests)) == (Kind.THROTTLED, Kind.NOT_ASKED, 1)


@pytest.mark.parametrize("text", ["", "-5", "soon", "1e3", "٣", "Thu, 32 Foo 2025", "Tue, 06 May 1999 00:00:00 GMT"])
def test_a_time_to_wait_that_makes_no_sense_is_passed_over(
    text: str, server: StandIn, door: Callable[..., Transport]
) -> None:
    headers = {"Retry-After": text.encode().decode("latin-1")}
    server.faults = answers(Answer(status=503, headers=headers), OK)
    assert door().ask(server.arxiv_url + "?id_list=a", believed) == "fine"
    assert 3 <= server.requests[1].at <= 6


def test_a_host_that_never_answers_is_given_up(server: StandIn, door: Callable[..., Transport]) -> None:
    transport = door(tries=2)
    server.always = lambda *_: Answer(reset=True)
    faults = [transport.ask(f"{server.arxiv_url}?id_list={i}", believed) for i in range(4)]
    assert [outcome.fault for outcome in faults if isinstance(outcome, Refusal)] == [
        Kind.BROKEN_OFF,
        Kind.BROKEN_OFF,
        Kind.NOT_ASKED,
        Kind.NOT_ASKED,
    ]
    assert len(server.requests) == 4


@pytest.mark.parametrize(
    ("status", "asked"), [(400, 1), (403, 1), (404, 1), (406, 1), (301, 1), (429, 4), (500, 4), (503, 4)]
)
def test_only_what_may_pass_is_asked_again(
    status: int, asked: int, server: StandIn, door: Callable[..., Transport]
) -> None:
    server.always = lambda *_: Answer(status=status)
    assert isinstance(door().ask(server.arxiv_url + "?id_list=a", believed), Refusal)
    assert len(server.requests) == asked


def test_requests_say_who_asks_and_what_for(server: StandIn, door: Callable[..., Transport]) -> None:
    server.always = lambda *_: OK
    door().ask(server.arxiv_url + "?id_list=a", believed, accept="text/x-invented")
    door(contact="curator@invented.example").ask(server.arxiv_url + "?id_list=a", believed)
    page, mail = (request.headers for request in server.requests)
    assert page["user-agent"].startswith("rsfm-atlas/")
    assert page["user-agent"].endswith(" (+https://github.com/rsfm-atlas/rsfm-atlas)")
    assert page["accept"] == "text/x-invented"
    assert mail["user-agent"].endswith(" (mailto:curator@invented.example)")


@pytest.mark.parametrize("contact", ["a\r\nX: y", "a b", "(x)", "é@example.org", '"'])
def test_a_contact_that_no_header_can_carry_is_refused(contact: str) -> None:
    with pytest.raises(ValueError, match="contact"):
        Manners.of_environment({"RSFM_CONTACT": contact})


def test_passwords_and_cookies_stay_at_home(
    server: StandIn,
    door: Callable[..., Transport],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / ".netrc").write_text("machine 127.0.0.1 login invented password secret\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("NETRC", str(home / ".netrc"))
    server.always = lambda *_: Answer(b"fine", headers={"Set-Cookie": "seen=1; Path=/"})
    transport = door()
    for _ in range(2):
        transport.send(server.arxiv_url + "?id_list=a")
    assert all("authorization" not in request.headers for request in server.requests)
    assert all("cookie" not in request.headers for request in server.requests)


def test_redirects_are_answers_and_are_not_followed(server: StandIn, door: Callable[..., Transport]) -> None:
    server.always = lambda *_: Answer(b"x" * 100, status=302, headers={"Location": "/elsewhere"})
    reply = door().send(server.arxiv_url + "?id_list=a")
    assert isinstance(reply, Reply)
    assert (reply.status, reply.location, len(server.requests)) == (302, f"{server.origin}/elsewhere", 1)


def test_the_body_of_a_redirect_is_limited_like_any_other(server: StandIn, door: Callable[..., Transport]) -> None:
    server.always = lambda *_: Answer(b"x" * 5000, status=302, headers={"Location": "/elsewhere"})
    outcome = door(body_limit=4000).send(server.arxiv_url + "?id_list=a")
    assert isinstance(outcome, Refusal)
    assert outcome.fault is Kind.TOO_LARGE


def test_a_connection_lasts_for_one_answer(door: Callable[..., Transport]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        accepted = []

        def answer_and_stay() -> None:
            for _ in range(2):
                accepted.append(listening.accept()[0])
                accepted[-1].recv(4096)
                accepted[-1].sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfine")

        Thread(target=answer_and_stay, daemon=True).start()
        transport = door(read=1.0)
        for number in (1, 2):
            reply = transport.send(f"http://127.0.0.1:{listening.getsockname()[1]}/")
            assert isinstance(reply, Reply)
            assert (reply.body, len(accepted)) == (b"fine", number)
    for connection in accepted:
        connection.close()


def test_silence_ends_in_a_timeout(silent_port: int, door: Callable[..., Transport]) -> None:
    outcome = door(read=0.05).send(f"http://127.0.0.1:{silent_port}/")
    assert isinstance(outcome, Refusal)
    assert (outcome.fault, outcome.again) == (Kind.TIMEOUT, True)


def test_a_pause_within_the_answer_ends_in_a_timeout(door: Callable[..., Transport]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stuck:

        def answer_half() -> None:
            connection, _ = stuck.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")
                connection.recv(1)

        Thread(target=answer_half, daemon=True).start()
        outcome = door(read=0.2).send(f"http://127.0.0.1:{stuck.getsockname()[1]}/")
    assert isinstance(outcome, Refusal)
    assert outcome.fault is Kind.TIMEOUT


@pytest.mark.parametrize("drop", [b"x", b"\r\n\r\nHTTP/1.1 100 Continue\r\nX: "])
def test_an_answer_that_never_comes_to_the_point_ends_in_a_timeout(drop: bytes, door: Callable[..., Transport]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as dripping:

        def drip() -> None:
            connection, _ = dripping.accept()
            with connection, suppress(OSError):
                connection.sendall(b"HTTP/1.1 100 Continue\r\nX: ")
                while True:
                    connection.sendall(drop)
                    pause.wait(0.01)

        pause = Event()
        Thread(target=drip, daemon=True).start()
        outcome = door(total=0.3).send(f"http://127.0.0.1:{dripping.getsockname()[1]}/")
    assert isinstance(outcome, Refusal)
    assert outcome.fault is Kind.TIMEOUT
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://[::1/", "ftp://127.0.0.1/", "http:///x", "x"])
def test_no_address_raises(url: str, door: Callable[..., Transport]) -> None:
    outcome = door(tries=1).ask(url, believed)
    assert isinstance(outcome, Refusal)
    assert outcome.fault in {Kind.UNREACHABLE, Kind.NOT_HTTP}


def test_success_is_not_asked_for_twice(server: StandIn, door: Callable[..., Transport]) -> None:
    server.always = lambda *_: OK
    assert door().ask(server.arxiv_url + "?id_list=a", believed) == "fine"
    assert len(server.requests) == 1
