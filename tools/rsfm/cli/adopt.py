"""``rsfm adopt``: take over what another copy of papers/ learnt from servers."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rsfm.store.adopt import PARTS
from rsfm.store.files import Busy, only_writer


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("other", type=Path, metavar="DIR", help="the other copy of papers/")
    parser.add_argument("--only", choices=list(PARTS), help="take over one part; default: facts, links and proofs")


def run(options: argparse.Namespace) -> int:
    """Take it over; return 2, with nothing taken over, where the other copy cannot be read whole."""
    if not options.other.is_dir():
        print(f"rsfm adopt: {options.other} is not a folder.", file=sys.stderr)
        return 2
    parts = [options.only] if options.only else ["facts", "links", "proofs"]
    try:
        with only_writer(options.papers):
            for part in parts:
                print(f"{part}: {PARTS[part](options.papers, options.other)} changed")
    except Busy:
        print(f"rsfm adopt: another run is writing to {options.papers}.", file=sys.stderr)
        return 2
    except (ValueError, OSError) as error:
        print(f"rsfm adopt: {error}", file=sys.stderr)
        return 2
    return 0
