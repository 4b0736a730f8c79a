"""``rsfm announce``: put a report of discovery into the one issue that curators watch."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rsfm.forge.commands import CommandFailed, Commands
from rsfm.forge.issue import announce

NAME = "announce"
HELP = "open or renew the issue of candidates (for the nightly run)"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("report", type=Path, metavar="FILE", help="what rsfm discover --markdown wrote")


def run(options: argparse.Namespace) -> int:
    """Announce and say what was done; return 2 where it could not be done.

    Where arXiv did not answer there is no report, and the issue stays as it is.
    """
    try:
        report = options.report.read_text(encoding="utf-8")
        print(announce(Commands(options.papers.resolve().parent), report))
    except FileNotFoundError:
        print(f"{options.report} was not written: the issue stays as it is.")
    except (OSError, ValueError, CommandFailed) as error:
        print(f"rsfm announce: {error}", file=sys.stderr)
        return 2
    return 0
