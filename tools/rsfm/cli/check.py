"""``rsfm check``: every problem of every file, in one run."""

from __future__ import annotations

import argparse

from rsfm.checks import check
from rsfm.locales import Locale
from rsfm.problems import Severity
from rsfm.store import load

NAME = "check"
HELP = "report every problem in papers/"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--locale", type=Locale, choices=list(Locale), default=None, help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Print the problems and a last line that counts them; return 1 if there are any."""
    locale = options.locale or Locale.of_environment()
    library = load(options.papers)
    problems = check(library)
    for problem in problems:
        print(problem.text(locale))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = {"files": len(library.files), "errors": errors, "warnings": len(problems) - errors}
    last = {
        Locale.ZH: "{files} 个条目：{errors} 个错误，{warnings} 个警告",
        Locale.EN: "{files} entries: {errors} errors, {warnings} warnings",
    }
    print(last[locale].format(**counts))
    return 1 if problems else 0
