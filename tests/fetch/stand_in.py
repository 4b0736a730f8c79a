"""A real HTTP server on loopback that speaks as arXiv, Crossref and GitHub do, and misbehaves on demand."""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from fetch.clocks import StillClock
from fetch.invented import InventedPaper, crossref_work, entry_xml, feed_xml, github_repository

ATOM = "application/atom+xml; charset=utf-8"
JSON = "application/json; charset=utf-8"


@dataclass
class Answer:
    """What goes over the wire."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    """These bytes instead of an HTTP answer."""
    declared: int | None = None
    """A content length that is not the true one."""
    drip: float = 0.0
    """Seconds of the injected clock that pass before each byte of the body."""
    reset: bool = False
    """Break the connection instead of ending it."""


@dataclass(frozen=True)
class Request:
    """What arrived, and when by the injected clock."""

    at: float
    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]

    @property
    def ids(self) -> list[str]:
        return self.query["id_list"][0].split(",")


Fault = Callable[["StandIn", list[str]], Answer]
"""Makes an answer to a list of arXiv ids, to one DOI or to one ``owner/name``."""


class StandIn:
    """The server. ``faults`` are used up one by one; after them ``always`` answers, and where it is ``None``, the truth."""

    def __init__(self, clock: StillClock, papers: list[InventedPaper]) -> None:
        self.clock = clock
        self.papers = {one.arxiv_id: one for one in papers}
        self.works: dict[str, dict[str, Any]] = {}
        self.repositories: dict[str, dict[str, Any]] = {}
        self.requests: list[Request] = []
        self.faults: list[Fault | None] = []
        self.always: Fault | None = None
        self.open_connections = 0
        self.most_connections = 0
        self.closed = Condition()
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = 5

            def setup(self) -> None:
                super().setup()
                with stand_in.closed:
                    # Whoever asks one after the other has closed the last connection: its thread may not know yet.
                    stand_in.closed.wait_for(lambda: stand_in.open_connections == 0, timeout=1)
                    stand_in.open_connections += 1
                    stand_in.most_connections = max(stand_in.most_connections, stand_in.open_connections)

            def finish(self) -> None:
                with suppress(OSError):
                    super().finish()
                with stand_in.closed:
                    stand_in.open_connections -= 1
                    stand_in.closed.notify_all()

            def do_GET(self) -> None:
                with suppress(OSError):
                    self.deliver(stand_in.answer(self))

            def deliver(self, answer: Answer) -> None:
                if answer.raw is not None:
                    self.wfile.write(answer.raw)
                elif not answer.reset:
                    self.send_response(answer.status)
                    for name, value in answer.headers.items():
                        self.send_header(name, value)
                    if "Transfer-Encoding" not in answer.headers:
                        length = len(answer.body) if answer.declared is None else answer.declared
                        self.send_header("Content-Length", str(length))
                    self.end_headers()
                    for byte in answer.body if answer.drip else ():
                        stand_in.clock.elapsed += answer.drip
                        self.wfile.write(bytes([byte]))
                        self.wfile.flush()
                    if not answer.drip:
                        self.wfile.write(answer.body)
                self.close_connection = True
                if answer.reset:
                    # Linger for no time: the peer gets a reset, not an end.
                    self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                    self.connection.close()

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self.server.server_address[1]}"
        Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def arxiv_url(self) -> str:
        return f"{self.origin}/api/query"

    @property
    def crossref_url(self) -> str:
        return f"{self.origin}/works"

    @property
    def github_url(self) -> str:
        return f"{self.origin}/gh"

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler: BaseHTTPRequestHandler) -> Answer:
        parts = urlsplit(handler.path)
        request = Request(
            at=self.clock.monotonic(),
            method=handler.command,
            path=unquote(parts.path),
            query=parse_qs(parts.query),
            headers={name.lower(): value for name, value in handler.headers.items()},
        )
        self.requests.append(request)
        if parts.path == "/api/query":
            asked = request.ids
        else:
            asked = [request.path.partition("/works/")[2] or request.path.partition("/gh/")[2].removeprefix("repos/")]
        fault = self.faults.pop(0) if self.faults else self.always
        return (fault or truth)(self, asked)

    def entries(self, asked: list[str]) -> list[str]:
        return [entry_xml(self.papers[one]) for one in asked if one in self.papers]


def atom(text: str | bytes, **more: Any) -> Answer:
    """Return an answer that says it is a feed."""
    body = text.encode() if isinstance(text, str) else text
    return Answer(body=body, headers={"Content-Type": ATOM} | more.pop("headers", {}), **more)


def as_json(value: Any, status: int = 200, **headers: str) -> Answer:
    """Return an answer in JSON."""
    return Answer(body=json.dumps(value).encode(), status=status, headers={"Content-Type": JSON} | headers)


def truth(server: StandIn, asked: list[str]) -> Answer:
    """What an honest server says."""
    path = server.requests[-1].path
    if path == "/api/query":
        return atom(feed_xml(server.entries(asked)))
    (one,) = asked
    if path.startswith("/works/"):
        return as_json(server.works[one]) if one in server.works else Answer(b"Resource not found.", 404)
    if one in server.repositories:
        return as_json(server.repositories[one])
    return as_json({"message": "Not Found", "status": "404"}, 404)


__all__ = ["Answer", "Fault", "Request", "StandIn", "as_json", "atom", "crossref_work", "github_repository", "truth"]
