"""``rsfm verify``: proves a built site whole before it is published."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsfm.site.swap import repair
from rsfm.site.verify import verify


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR", help="the site to look at")


def run(options: argparse.Namespace) -> int:
    """Print every fault of the site; return 1 if there are any."""
    if not options.site_dir.exists():
        repair(options.site_dir.resolve())
    faults = verify(options.site_dir)
    for fault in faults:
        print(fault)
    print(f"{options.site_dir}/: {len(faults)} faults")
    return 1 if faults else 0
