"""``rsfm check``: every problem of every file, in one run; ``--fix`` mends what has one right answer first."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from rsfm.checks import formats
from rsfm.checks.folder import cache_beside, check_folder
from rsfm.checks.mend import mended
from rsfm.cli import Stop, add_locale, add_to_step_summary
from rsfm.locales import Locale
from rsfm.problems import Problem, Severity
from rsfm.store import Library, load, mend_entry, nothing_collected
from rsfm.store.files import Busy, only_writer

FORMATS = ("text", "github", "json", "sarif")


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="report on these entries only")
    add_locale(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="how problems are written")
    parser.add_argument("--fix", action="store_true", help="mend what has one right answer, then report the rest")
    parser.add_argument("--strict", action="store_true", help="exit 1 for warnings too; without it they exit 0")


@nothing_collected()
def run(options: argparse.Namespace) -> int:
    """Print the problems; return 0 where no error is left, 1 where one is, 2 where a file to look at is not there.

    Warnings are judgement calls and do not change the exit code unless ``--strict`` is given.
    """
    locale = options.locale
    try:
        wanted = _wanted(options.papers, options.files)
        if options.fix:
            with only_writer(options.papers):
                _mend(load(options.papers), wanted)
        problems, count = check_folder(options.papers, cache=cache_beside(options.papers))
    except Busy as busy:
        raise Stop("另一个 rsfm 正在写入", "another rsfm is writing here") from busy
    except OSError as fault:
        raise Stop(f"{fault.filename}: {fault.strerror}") from fault
    if wanted is not None:
        problems, count = [problem for problem in problems if problem.place.path in wanted], len(wanted)
    _report(problems, count, options.format, locale)
    serious = [p for p in problems if options.strict or p.severity is Severity.ERROR]
    return 1 if serious else 0


def _wanted(papers: Path, files: list[Path]) -> set[str] | None:
    """Return the names, as places of problems have them, of the files to report on; ``None`` for all.

    Raises FileNotFoundError for a file that is not in the catalog.
    """
    if not files or papers.resolve() in {file.resolve() for file in files}:
        return None
    shown = papers.name or papers.resolve().name
    names = set()
    for file in files:
        if not os.path.lexists(file) or papers.resolve() not in file.absolute().parent.resolve().joinpath("_").parents:
            raise FileNotFoundError(2, "no such file in the catalog", str(file))
        inside = file.absolute().parent.resolve().relative_to(papers.resolve()) / file.name
        names.add(f"{shown}/{inside.as_posix()}")
    return names


def _mend(library: Library, wanted: set[str] | None) -> None:
    for file in library.files:
        if (wanted is None or file.document.path in wanted) and (text := mended(library, file)) is not None:
            mend_entry(file, text)


def _report(problems: list[Problem], files: int, form: str, locale: Locale) -> None:
    last = formats.counted(files, problems, locale)
    if form == "json":
        text = formats.as_json(problems, locale)
    elif form == "sarif":
        text = formats.as_sarif(problems, locale)
    elif form == "github":
        text = formats.as_annotations(problems, locale) + last + "\n"
        add_to_step_summary(lambda: formats.as_summary(problems, locale, last))
    else:
        text = formats.as_text(problems, locale) + last + "\n"
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader, such as head, has seen enough; without this Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
