"""``rsfm serve``: the site on this machine, which follows every entry, template and page that is saved."""

from __future__ import annotations

import argparse
import os
import socket
from contextlib import closing
from pathlib import Path

from rsfm.cli import Stop
from rsfm.cli.build import time_of_commit
from rsfm.site import SiteSource
from rsfm.site.following import Following
from rsfm.site.server import server_of

ADDRESS = "RSFM_ADDRESS"
"""The variable of the environment that says where to listen."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    usual = os.environ.get(ADDRESS) or "127.0.0.1:8000"
    parser.add_argument("--address", default=usual, metavar="HOST:PORT", help=f"where to listen (or ${ADDRESS})")


def run(options: argparse.Namespace) -> int:
    """Serve until interrupted; return 2 where it cannot. An entry with errors is named and left out."""
    if why := _why_not(options.address):
        why = f"{options.address}: {why}; "
        raise Stop(f"{why}换一个：--address 或 {ADDRESS}", f"{why}choose another by --address or {ADDRESS}")
    os.environ.setdefault("SOURCE_DATE_EPOCH", time_of_commit())
    os.environ["RSFM_SITE_URL"] = f"http://{options.address}/"
    from mkdocs_hook import EngineError, write_articles  # noqa: PLC0415 -- an engine takes long to load

    def engine(folder: Path) -> SiteSource:
        try:
            return write_articles(Path("mkdocs.yml"), folder)
        except EngineError as error:
            raise ValueError(str(error)) from error

    say = lambda problem: print(problem.text(options.locale), flush=True)  # noqa: E731
    following = Following(options.papers, engine, (Path("mkdocs.yml"), Path("site_src")), say)
    with closing(following), server_of(following, options.address) as server:
        print(f"http://{options.address}/", flush=True)
        try:
            following.now()  # so that the first page is there as soon as the others
            server.serve_forever()
        except (OSError, ValueError) as error:
            raise Stop(str(error)) from error
        except KeyboardInterrupt:
            pass
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
