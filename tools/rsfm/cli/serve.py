"""``rsfm serve``: the site on this machine, rebuilt whenever an entry, a template or a page is saved."""

from __future__ import annotations

import argparse
import subprocess
import sys

from rsfm.cli.build import engine_environment


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--address", default="127.0.0.1:8000", metavar="HOST:PORT", help="where to listen")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted. An entry with errors is named and left out instead of stopping everything."""
    environment = engine_environment(options.papers) | {"RSFM_SITE_URL": f"http://{options.address}/"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", options.address]
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0
