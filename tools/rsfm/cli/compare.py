"""``rsfm compare``: the facts of a few papers side by side."""

from __future__ import annotations

import argparse
import sys

from rsfm.cli.narrowing import add_facets, narrowed
from rsfm.cli.printing import add_format, facts_side_by_side, printed
from rsfm.cli.show import paper_called
from rsfm.store import load

MOST = 8
"""Papers that stand side by side: more do not fit on a line."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("paper_ids", nargs="*", metavar="PAPER_ID", help="two or more; or say by facets which")
    add_format(parser)
    add_facets(parser)


def run(options: argparse.Namespace) -> int:
    """Print them; return 1 where fewer than two fit, 2 where one is not there."""
    catalog = load(options.papers).catalog()
    papers = [paper_called(catalog, text) for text in options.paper_ids] or narrowed(catalog, options)
    if len(papers) <= 1:
        print(f"rsfm compare: {len(papers)} papers: there is nothing to compare.", file=sys.stderr)
        return 1
    if options.format != "table":
        sys.stdout.write(printed(papers, options.format))
        return 0
    if len(papers) > MOST:
        print(f"rsfm compare: the newest {MOST} of {len(papers)}", file=sys.stderr)
    sys.stdout.write(facts_side_by_side(papers[:MOST]))
    return 0
