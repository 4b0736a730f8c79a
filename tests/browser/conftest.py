"""A real Chromium on a real server that publishes the site below ``/repo/``, as GitHub Pages does."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from conftest import PROJECT

PREFIX = "/repo"
expect.set_options(timeout=20_000)  # milliseconds; a busy machine is slow, not wrong


class SiteHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder below PREFIX and answers anything missing with the site's own 404 page."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX)) if path.startswith(PREFIX + "/") else "/nowhere"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Patient(http.server.ThreadingHTTPServer):
    """A page asks for dozens of files at once; five waiting connections, as usual, are too few on a busy machine."""

    request_queue_size = 128


def serve(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serve ``folder`` on loopback until the returned server is shut down."""
    handler = functools.partial(SiteHandler, directory=str(folder))
    server = Patient(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    found = PROJECT / ".cache/chromium"
    path = os.environ.get("RSFM_CHROMIUM") or (
        found.read_text().strip() if found.is_file() else shutil.which("chromium")
    )
    assert path, "no Chromium: run “make test”, or set RSFM_CHROMIUM"
    flags = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
    started = playwright.chromium.launch(executable_path=path, args=flags)
    yield started
    started.close()


@pytest.fixture(scope="session")
def base(site_dir: Path) -> Iterator[str]:
    """The address of the site's root, with a final slash."""
    with serve(site_dir) as server:
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}/"
        server.shutdown()


class Watch:
    """Everything a page did that it must not do."""

    def __init__(self, base: str) -> None:
        self.origin = base.removesuffix(f"{PREFIX}/")
        self.faults: list[str] = []
        self.expected: tuple[str, ...] = ()

    def on(self, page: Page) -> Page:
        page.on(
            "console", lambda m: self._note(f"console {m.type}: {m.text}") if m.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: self._note(f"page error: {error}"))
        page.on("dialog", lambda dialog: (self._note(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on(
            "request", lambda r: None if r.url.startswith((self.origin, "data:")) else self._note(f"request to {r.url}")
        )
        return page

    def _note(self, fault: str) -> None:
        if not any(each in fault for each in self.expected):
            self.faults.append(fault)


OpenPage = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, base: str) -> Iterator[OpenPage]:
    """Open a page in a context of its own; whatever it logs, throws or asks of others fails the test.

    ``script`` runs before the page's own scripts; ``expected`` are parts of messages that the test provokes.
    """
    contexts: list[BrowserContext] = []
    watch = Watch(base)

    def open_it(path: str = "", *, script: str = "", expected: tuple[str, ...] = (), **options: object) -> Page:
        contexts.append(browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options}))  # type: ignore[arg-type]
        if script:
            contexts[-1].add_init_script(script)
        watch.expected = expected
        page = watch.on(contexts[-1].new_page())
        page.goto(path if path.startswith("http") else base + path)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert watch.faults == []
