"""``rsfm forms``: write GitHub's issue forms from the taxonomy and the model."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rsfm.forms import form_files
from rsfm.store import load
from rsfm.store.files import replace_text


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument(
        "--output", type=Path, default=Path(".github/ISSUE_TEMPLATE"), metavar="DIR", help="where they go"
    )


def run(options: argparse.Namespace) -> int:
    """Write the forms that have changed; return 2 where they cannot be written."""
    try:
        for name, text in form_files(load(options.papers).taxonomy).items():
            if replace_text(options.output / name, text):
                print(f"{options.output / name}")
    except OSError as fault:
        print(f"rsfm forms: {fault}", file=sys.stderr)
        return 2
    return 0
