"""``rsfm schema``: the JSON Schema of an entry, for editors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rsfm.cli import Stop
from rsfm.export import json_schema
from rsfm.store import load


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it here instead of printing it")


def run(options: argparse.Namespace) -> int:
    """Print the schema, or write it; return 2 where it cannot be written."""
    text = json_schema.to_text(load(options.papers).taxonomy)
    if options.output is None:
        sys.stdout.write(text)
        return 0
    try:
        options.output.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise Stop(f"{options.output}: {fault.strerror}") from fault
    return 0
