"""``rsfm announce``: put a report into the one issue of its topic."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsfm.cli import refusing
from rsfm.github.commands import CommandFailed, Commands
from rsfm.github.issue import TOPICS, announce


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("topic", choices=list(TOPICS), help="what the report is about")
    parser.add_argument("report", type=Path, metavar="FILE", help="what --markdown of rsfm discover or links wrote")


def run(options: argparse.Namespace) -> int:
    """Announce and say what was done; return 2 where it could not be done.

    Where there is no report, because no server could be reached, the issue stays as it is.
    """
    with refusing(OSError, ValueError, CommandFailed):
        try:
            report = options.report.read_text(encoding="utf-8")
        except FileNotFoundError:
            print(f"{options.report} was not written: the issue stays as it is.")
            return 0
        print(announce(Commands(options.papers.resolve().parent), TOPICS[options.topic], report))
    return 0
