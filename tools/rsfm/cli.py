"""The command line: one verb per thing a person wants done."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rsfm.locales import Locale
from rsfm.store import load


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 problems, 2 cannot run."""
    parser = argparse.ArgumentParser(prog="rsfm", description=__doc__)
    parser.add_argument("verb", choices=["check"])
    parser.add_argument("--papers", type=Path, default=Path("papers"))
    options = parser.parse_args(arguments)
    library = load(options.papers)
    for problem in library.problems:
        print(problem.text(Locale.of_environment()), file=sys.stdout)
    return 1 if library.problems else 0
