"""``rsfm forms``: write GitHub's issue forms from the taxonomy and the model."""

from __future__ import annotations

import argparse
from pathlib import Path

from rsfm.cli import refusing
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
    with refusing(OSError):
        for name, text in form_files(load(options.papers).taxonomy).items():
            if replace_text(options.output / name, text):
                print(f"{options.output / name}")
    return 0
