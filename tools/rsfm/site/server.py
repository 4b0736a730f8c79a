"""The preview over HTTP, for this machine: pages that load themselves again when something was saved."""

from __future__ import annotations

import mimetypes
import socket
import time
import traceback
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import unquote, urlsplit

from rsfm.site.following import Following

_SCRIPT, _WAIT = "livereload.js", "livereload"
_PATIENCE, _PAUSE = 20.0, 0.25
"""Seconds that a page waits for a change before it asks again, and between two looks at the disk."""
_LIVERELOAD = """const here = document.currentScript;
(async () => {
  for (;;) {
    try {
      const answer = await fetch(here.src.replace(/\\.js$/, `?${here.dataset.state}`), { cache: "no-store" });
      if (answer.ok && (await answer.text()) !== here.dataset.state) return location.reload();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
})();
"""


def server_of(following: Following, address: str) -> ThreadingHTTPServer:
    """Return a server of what ``following`` shows at ``address``, ``host:port``. Raises OSError where it is taken."""
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    lock = Lock()
    begun = time.time_ns()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            """Answer with a file of the site."""
            parts = urlsplit(self.path)
            path = unquote(parts.path).lstrip("/")
            try:
                if path == _WAIT:
                    self._answer(self._next_state(parts.query).encode(), "text/plain")
                elif path == _SCRIPT:
                    self._answer(_LIVERELOAD.encode(), "text/javascript")
                else:
                    self._answer_file(path)
            except (BrokenPipeError, ConnectionResetError):
                pass  # the reader has left
            except Exception as error:  # whatever a template or an entry does, it is shown, and the next page works
                traceback.print_exc()
                self._answer(f"{error}\n".encode(), "text/plain", HTTPStatus.INTERNAL_SERVER_ERROR)

        do_HEAD = do_GET

        def _answer_file(self, path: str) -> None:
            with lock:
                preview = following.now()
                state = f"{begun}-{following.state}"
                name = f"{path}index.html" if not path or path.endswith("/") else path
                data, status = preview.file(name), HTTPStatus.OK
                if data is None and preview.file(f"{path}/index.html") is not None:
                    self.send_response(HTTPStatus.MOVED_PERMANENTLY)
                    self.send_header("Location", f"/{path}/")
                    self.end_headers()
                    return
                if data is None:
                    name, status = "404.html", HTTPStatus.NOT_FOUND
                    data = preview.file(name) or b""
            if name.endswith(".html"):
                script = f'<script src="/{_SCRIPT}" data-state="{state}"></script></body>'
                data = data.replace(b"</body>", script.encode(), 1)
            self._answer(data, mimetypes.guess_type(name)[0] or "application/octet-stream", status)

        def _next_state(self, known: str) -> str:
            """Return the state of the site once it is another than ``known``, or when the patience is over."""
            end = time.monotonic() + _PATIENCE
            while True:
                with lock:
                    following.now()
                    state = f"{begun}-{following.state}"
                if state != known or time.monotonic() > end:
                    return state
                time.sleep(_PAUSE)

        def _answer(self, data: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
            self.send_response(status)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
            self.send_header("Content-Length", str(len(data)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(data)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing of every file."""

    class PreviewServer(ThreadingHTTPServer):
        address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        daemon_threads = True

    return PreviewServer((host, int(port)), Handler)
