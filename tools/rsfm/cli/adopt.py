"""``rsfm adopt``: take over what another copy of papers/ learnt from servers."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsfm.cli import CannotRun, refusing
from rsfm.store.adopt import PARTS
from rsfm.store.files import Busy, only_writer


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("other", type=Path, metavar="DIR", help="the other copy of papers/")
    parser.add_argument("--only", choices=list(PARTS), help="take over one part; default: facts, links and proofs")


def run(options: argparse.Namespace) -> int:
    """Take it over; return 2, with nothing taken over, where the other copy cannot be read whole."""
    if not options.other.is_dir():
        raise CannotRun(f"{options.other} is not a folder.")
    parts = [options.only] if options.only else ["facts", "links", "proofs"]
    with refusing(Busy, ValueError, OSError), only_writer(options.papers):
        for part in parts:
            print(f"{part}: {PARTS[part](options.papers, options.other)} changed")
    return 0
