"""``rsfm serve``: the site on this machine, rebuilt whenever an entry, a template or a page is saved."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys

from rsfm.cli.build import time_of_commit
from rsfm.locales import Locale

ADDRESS = "RSFM_ADDRESS"
"""The variable of the environment that says where to listen."""
_CANNOT_RUN = 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    usual = os.environ.get(ADDRESS) or "127.0.0.1:8000"
    parser.add_argument("--address", default=usual, metavar="HOST:PORT", help=f"where to listen (or ${ADDRESS})")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; return 2 where it cannot. An entry with errors is named and left out."""
    if why := _why_not(options.address):
        zh = Locale.of_environment() is Locale.ZH
        other = f"换一个：--address 或 {ADDRESS}" if zh else f"choose another by --address or {ADDRESS}"
        print(f"rsfm: {options.address}: {why}; {other}", file=sys.stderr)
        return _CANNOT_RUN
    environment = {"SOURCE_DATE_EPOCH": time_of_commit(), "NO_MKDOCS_2_WARNING": "1", **os.environ}
    environment |= {"RSFM_PAPERS": str(options.papers.resolve()), "RSFM_SITE_URL": f"http://{options.address}/"}
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", options.address]
    try:
        return subprocess.run(command, env=environment, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _why_not(address: str) -> str:
    """Return why nobody can listen at ``address``, or an empty text."""
    host, _, port = address.rpartition(":")
    host = host.strip("[]")
    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((host, int(port)))
    except (OSError, ValueError, OverflowError) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""
