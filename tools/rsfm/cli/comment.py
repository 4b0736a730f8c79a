"""``rsfm comment``: put what ``rsfm suggest`` wrote below the lines of the pull request."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from rsfm.cli import refusing
from rsfm.github.commands import CommandFailed, Commands
from rsfm.github.comments import post
from rsfm.github.pull_request import PullRequest


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("review", type=Path, metavar="FILE", help="what rsfm suggest wrote")
    parser.add_argument("--event", type=Path, required=True, metavar="FILE", help="what GitHub says started the run")


def run(options: argparse.Namespace) -> int:
    """Post the comments that are not there yet and say how many; return 2 where that could not be done."""
    with refusing(OSError, ValueError, KeyError, TypeError, AttributeError, CommandFailed):
        pull = PullRequest.of_event(json.loads(options.event.read_text(encoding="utf-8")))
        review = json.loads(options.review.read_text(encoding="utf-8"))
        print(post(Commands(options.papers.resolve().parent), pull, review))
    return 0
