"""Asks Lighthouse what it thinks of a built site, served with gzip as hosts do: the median of three runs of each page.

It is no test: its numbers depend on the machine. ``make lighthouse`` installs the pinned Lighthouse and calls this.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import http.server
import json
import mimetypes
import os
import subprocess
import sys
import tempfile
import threading
from functools import cache
from pathlib import Path
from statistics import median

PAGES = {"home": "en/", "explorer": "en/papers/", "paper": "en/papers/skysense/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
PATIENCE = 180  # seconds for one run
_PACKED = ("text/", "application/json", "application/javascript", "image/svg+xml", "application/xml")


@cache
def packed(path: Path) -> bytes:
    """Return the file as gzip, made once."""
    return gzip.compress(path.read_bytes(), 6)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; text goes out as gzip to whoever takes it."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if not path.is_file() or not kind.startswith(_PACKED) or "gzip" not in self.headers.get("Accept-Encoding", ""):
            super().do_GET()
            return
        body = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", kind + ("; charset=utf-8" if kind.startswith("text/") else ""))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")  # as GitHub Pages says
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def scores(lighthouse: Path, chromium: str, url: str) -> dict[str, float]:
    """Return the score of each category, from 0 to 100, of one run: mobile, with Lighthouse's own throttling."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [str(lighthouse), url, "--quiet", "--output=json", f"--output-path={report}"]
        command += [f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox"]
        environment = os.environ | {"CHROME_PATH": chromium, "TMPDIR": folder}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE)
        if not report.is_file():
            raise OSError(done.stderr.strip() or f"lighthouse ended with {done.returncode} and no report")
        said = json.loads(report.read_text(encoding="utf-8"))
    if fault := said.get("runtimeError"):
        raise OSError(f"{url}: {fault['message']}")
    return {name: 100 * (said["categories"][name]["score"] or 0) for name in CATEGORIES}


def main() -> int:
    """Print a row of scores for each page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--lighthouse", type=Path, required=True)
    parser.add_argument("--chromium", required=True)
    asked = parser.parse_args()
    if not (asked.site / "en/index.html").is_file():
        print(f"{asked.site}: there is no site; make site builds it", file=sys.stderr)
        return 2
    handler = functools.partial(Handler, directory=str(asked.site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'':<10}" + "".join(f"{name:>16}" for name in CATEGORIES))
    try:
        for name, path in PAGES.items():
            url = f"http://127.0.0.1:{server.server_port}/{path}"
            runs = [scores(asked.lighthouse, asked.chromium, url) for _ in range(RUNS)]
            print(f"{name:<10}" + "".join(f"{median(run[each] for run in runs):>16.0f}" for each in CATEGORIES))
    except (OSError, subprocess.TimeoutExpired) as fault:
        print(fault, file=sys.stderr)
        return 2
    finally:
        server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
