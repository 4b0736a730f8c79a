"""``rsfm list``: the papers that fit, newest first."""

from __future__ import annotations

import argparse
import sys

from rsfm.cli.narrowing import add_facets, narrowed
from rsfm.cli.printing import add_format, printed
from rsfm.store import load


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    add_format(parser)
    add_facets(parser)


def run(options: argparse.Namespace) -> int:
    """Print them; return 1 where there is none, 2 where a flag names what is not there."""
    found = narrowed(load(options.papers).catalog(), options)
    sys.stdout.write(printed(found, options.format))
    return 0 if found else 1
