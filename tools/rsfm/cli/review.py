"""``rsfm review``: sum up what a pull request does to the catalog, for the people who merge it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rsfm.cli import add_locale, add_to_step_summary, refusing
from rsfm.github.review import review, to_markdown
from rsfm.site.excerpt import take_pages
from rsfm.store import load


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--base", type=Path, required=True, metavar="DIR", help="papers/ as it was before")
    parser.add_argument("--by-tool", action="store_true", help="a tool made the change: its files may differ")
    parser.add_argument(
        "--sites", type=Path, nargs=2, metavar=("BEFORE", "AFTER"), help="built sites to take the pages from"
    )
    parser.add_argument("--pages", type=Path, metavar="DIR", help="put the pages that differ there, before and after")
    add_locale(parser)


def run(options: argparse.Namespace) -> int:
    """Print the summary; return 1 where files were changed by hand that only tools write, 2 where it cannot be done."""
    locale = options.locale
    with refusing(OSError):
        found = review(load(options.base), load(options.papers), (options.base, options.papers))
        text = to_markdown(found, locale, by_tool=options.by_tool)
        add_to_step_summary(lambda: text)
        if options.sites and options.pages:
            for site, when in zip(options.sites, ("before", "after"), strict=True):
                take_pages(site, found.paper_ids, options.pages / when)
    sys.stdout.write(text)
    return 1 if found.by_hand and not options.by_tool else 0
