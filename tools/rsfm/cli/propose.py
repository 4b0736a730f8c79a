"""``rsfm propose``: open or renew the pull request of what servers say differently now."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from rsfm.cli import refusing
from rsfm.github.commands import CommandFailed, Commands
from rsfm.github.proposal import Unexpected, propose


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--report", type=Path, required=True, metavar="FILE", help="what rsfm fetch --json wrote")
    parser.add_argument("--base", default="main", metavar="BRANCH", help="the branch to merge into")


def run(options: argparse.Namespace) -> int:
    """Propose and say what was done; return 2 where it could not be done."""
    with refusing(OSError, ValueError, KeyError, TypeError, AttributeError, CommandFailed, Unexpected):
        report = json.loads(options.report.read_text(encoding="utf-8"))
        papers = options.papers.resolve()
        print(propose(Commands(papers.parent), papers.name, report, options.base))
    return 0
