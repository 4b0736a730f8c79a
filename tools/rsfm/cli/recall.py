"""``rsfm recall``: take over what the last nightly run learnt and nobody has merged yet."""

from __future__ import annotations

import argparse

from rsfm.cli import refusing
from rsfm.github.commands import CommandFailed, Commands
from rsfm.github.memory import recall
from rsfm.store.files import Busy, only_writer


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--branch", default="main", metavar="BRANCH", help="the branch whose last run counts")


def run(options: argparse.Namespace) -> int:
    """Recall and say what was taken over; return 2 where it could not be done."""
    with refusing(OSError, ValueError, CommandFailed, Busy), only_writer(options.papers):
        print(recall(Commands(options.papers.resolve().parent), options.papers, options.branch))
    return 0
