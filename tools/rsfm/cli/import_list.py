"""``rsfm import``: an awesome-style list becomes drafts of entries and a report of everything wrong with it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rsfm.contribute.lists.drafts import draft
from rsfm.contribute.lists.readable import SIZE_LIMIT, Unreadable, readable
from rsfm.contribute.lists.report import Review, as_json, as_markdown, review
from rsfm.fetch.manners import SystemClock
from rsfm.locales import Locale
from rsfm.model import Taxonomy
from rsfm.problems import visible
from rsfm.store import load
from rsfm.store.files import replace_text
from rsfm.store.new_entry import create_entry

NAME = "import"
HELP = "read an awesome-style Markdown list: drafts of its new papers, and a report of what is wrong with it"
_CLEAN, _FOUND, _CANNOT_RUN = 0, 1, 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("list", type=Path, metavar="LIST.md", help="the list: bullets or tables, Chinese or English")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write drafts of the papers the catalog does not have here"
    )
    parser.add_argument("--all", action="store_true", help="draft those the catalog has, too")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the report here instead of printing it")
    parser.add_argument("--format", choices=("markdown", "json"), default="markdown", help="how the report is written")
    parser.add_argument("--locale", type=Locale, choices=list(Locale), default=None, help="language of the report")


def run(options: argparse.Namespace) -> int:
    """Report on one list; return 0 where nothing is wrong with it, 1 where something is, 2 where nothing could begin."""
    locale = options.locale or Locale.of_environment()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    shown = visible(options.list.name, 200)
    try:
        with options.list.open("rb") as file:
            text = readable(file.read(SIZE_LIMIT + 1))
        library = load(options.papers)
        reviewed = review(options.list.name, text, library)
        drafts = _write_drafts(reviewed, library.taxonomy, options, locale) if options.out else []
        report = as_json(reviewed, drafts) if options.format == "json" else as_markdown(reviewed, drafts, locale)
        if options.report:
            replace_text(options.report, report)
    except Unreadable as refused:
        print(f"rsfm: {shown}: {refused.why.best(locale)}", file=sys.stderr)
        return _FOUND
    except OSError as error:
        print(f"rsfm: {visible(str(error.filename or shown), 200)}: {error.strerror}", file=sys.stderr)
        return _CANNOT_RUN
    if not options.report:
        sys.stdout.write(report)
    counts = len(reviewed.known), len(reviewed.new), len(reviewed.faults), len(drafts)
    zh = "论文 {}，其中新论文 {}；问题 {}；草稿 {}".format(*counts)
    en = "papers {}, new {}; faults {}; drafts {}".format(*counts)
    print(f"rsfm import: {zh if locale is Locale.ZH else en}", file=sys.stderr)
    return _FOUND if reviewed.faults else _CLEAN


def _write_drafts(reviewed: Review, taxonomy: Taxonomy, options: argparse.Namespace, locale: Locale) -> list[str]:
    """Write a file for each paper to draft and return their paths; what is there already stays as it is.

    Raises OSError where the folder cannot be written.
    """
    wanted = reviewed.known if options.all else reviewed.new
    if wanted:
        options.out.mkdir(parents=True, exist_ok=True)
    today = SystemClock().now().date()
    written = []
    for one in wanted:
        source = f"{reviewed.name}:{one.item.line}"
        paper_id, text = draft(one, taxonomy, source, today, locale)
        try:
            written.append(str(create_entry(options.out, paper_id, text)))
        except FileExistsError:
            there = "已存在，没有改动" if locale is Locale.ZH else "is there already and stays as it is"
            print(f"rsfm import: {options.out / paper_id}.yml {there}", file=sys.stderr)
    return written
