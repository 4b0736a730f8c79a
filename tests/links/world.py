"""An internet of invented hosts: their names resolve to public addresses, all of which are one server on loopback."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from requests import PreparedRequest
from urllib3 import HTTPConnectionPool

from fetch.clocks import StillClock
from rsfm.cli.links import Network
from rsfm.fetch.gate import Gate, GuardedAdapter
from rsfm.fetch.links import LinkChecker
from rsfm.fetch.manners import Manners
from rsfm.fetch.transport import Transport

PUBLIC = "93.184.216.34"


@dataclass(frozen=True, kw_only=True)
class Page:
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: str = "a file"
    head: int | None = None
    """Status for HEAD where it differs."""


Behaviour = Page | Callable[[BaseHTTPRequestHandler], None]


@dataclass
class World:
    """Pages by ``host/path``, addresses by host, and a log of what was asked."""

    clock: StillClock = field(default_factory=StillClock)
    pages: dict[str, Behaviour] = field(default_factory=dict)
    addresses: dict[str, list[str]] = field(default_factory=dict)
    asked: list[tuple[str, str, float]] = field(default_factory=list)
    """Method, ``host/path`` and moment of each request."""
    connected: list[str] = field(default_factory=list)
    """Each address that a connection was opened to."""
    port: int = 0
    down: set[str] = field(default_factory=set)
    """Addresses that refuse connections."""

    def resolve(self, host: str) -> list[str]:
        if host in self.addresses:
            return self.addresses[host]
        if any(name.partition("/")[0] == host for name in self.pages):
            return [PUBLIC]
        raise socket.gaierror(socket.EAI_NONAME, "no such host")

    def connect(self, address: str, port: int, timeout: float | None) -> socket.socket:
        self.connected.append(address)
        if address in self.down:
            raise ConnectionRefusedError(address)
        return socket.create_connection(("127.0.0.1", self.port), timeout)

    def network(self) -> Network:
        gate = Gate(resolve=self.resolve, connect=self.connect)
        return Network(gate, WithoutTls(gate), self.clock)

    def checker(self) -> LinkChecker:
        network = self.network()
        manners = Manners(read=0.3, total=5.0, body_limit=20_000)
        return LinkChecker(network.gate, lambda: Transport(manners, clock=self.clock, adapter=network.adapter))


class WithoutTls(GuardedAdapter):
    """Speaks plain HTTP where https is asked for: the invented hosts have no certificates."""

    def get_connection_with_tls_context(self, request: PreparedRequest, *_: Any, **__: Any) -> HTTPConnectionPool:
        return self.poolmanager.connection_from_url((request.url or "").replace("https:", "http:", 1))


def serve(world: World) -> ThreadingHTTPServer:
    """Start the server of ``world``; the caller shuts it down."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            host = (self.headers["Host"] or "").partition(":")[0]
            name = f"{host}{self.path}".rstrip("/")
            world.asked.append((self.command, name, world.clock.monotonic()))
            page = world.pages.get(name, Page(status=404))
            if not isinstance(page, Page):
                page(self)
                return
            body = page.body.encode()
            status = page.head if self.command == "HEAD" and page.head else page.status
            self.send_response(status)
            for key, value in page.headers.items():
                self.send_header(key, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(body)

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    world.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return server
