"""``rsfm import``: an awesome-style list becomes drafts of entries and a report of everything wrong with it."""

from __future__ import annotations

import argparse
import sys
from itertools import count
from pathlib import Path

from rsfm.cli import Stop, add_locale
from rsfm.fetch.manners import SystemClock
from rsfm.ids import PAPER_ID_LIMIT
from rsfm.lists.drafts import draft
from rsfm.lists.readable import SIZE_LIMIT, UnreadableList, readable
from rsfm.lists.report import ListReview, as_json, as_markdown, as_works, review
from rsfm.locales import Locale
from rsfm.model import Taxonomy
from rsfm.problems import visible
from rsfm.store import load
from rsfm.store.files import clear_unfinished, replace_text
from rsfm.store.new_entry import create_entry

_CLEAN, _FOUND = 0, 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("list", type=Path, metavar="LIST.md", help="the list: bullets or tables, Chinese or English")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write drafts of the papers the catalog does not have here"
    )
    parser.add_argument("--all", action="store_true", help="draft those the catalog has, too")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write the report here instead of printing it")
    parser.add_argument(
        "--format",
        choices=("markdown", "json", "works"),
        default="markdown",
        help="how the report is written; works: as papers/_lists.yml has them",
    )
    add_locale(parser, "report")


def run(options: argparse.Namespace) -> int:
    """Report on one list; return 0 where nothing is wrong, 1 where something is or no paper was found, 2 where it could not begin."""
    locale = options.locale
    shown = visible(options.list.name, 200)
    try:
        with options.list.open("rb") as file:
            text = readable(file.read(SIZE_LIMIT + 1))
        library = load(options.papers)
        reviewed = review(options.list.name, text, library)
        drafts = _write_drafts(reviewed, library.taxonomy, options, locale) if options.out else []
        report = _report(reviewed, drafts, options.format, locale)
        if options.report:
            replace_text(options.report, report)
    except UnreadableList as refused:
        raise Stop(f"{shown}: {refused.why.zh}", f"{shown}: {refused.why.en}", _FOUND) from refused
    except OSError as error:
        raise Stop(f"{visible(str(error.filename or shown), 200)}: {error.strerror}") from error
    if not options.report:
        sys.stdout.write(report)
    known, new, faults = map(len, (reviewed.known, reviewed.new, reviewed.faults))
    _note(
        locale,
        f"论文 {known}，其中新论文 {new}；问题 {faults}；草稿 {len(drafts)}",
        f"papers {known}, new {new}; faults {faults}; drafts {len(drafts)}",
    )
    for one in reviewed.unread:
        _note(locale, f"第 {one.line} 行没有读作论文", f"line {one.line} not read as a paper")
    for unsure in reviewed.unsure:
        line = unsure.line
        _note(locale, f"第 {line} 行拿不准是不是论文", f"line {line}: unsure whether it is a paper")
    if text.strip() and not reviewed.known:
        _note(locale, f"{shown}: 没有找到论文", f"{shown}: no paper was found in it")
        return _FOUND
    return _FOUND if reviewed.faults else _CLEAN


def _note(locale: Locale, zh: str, en: str) -> None:
    print(f"rsfm import: {zh if locale is Locale.ZH else en}", file=sys.stderr)


def _report(reviewed: ListReview, drafts: list[str], form: str, locale: Locale) -> str:
    if form == "works":
        return as_works(reviewed)
    return as_json(reviewed, drafts) if form == "json" else as_markdown(reviewed, drafts, locale)


def _write_drafts(reviewed: ListReview, taxonomy: Taxonomy, options: argparse.Namespace, locale: Locale) -> list[str]:
    """Write a file for each paper to draft and return their paths; what is there already stays as it is.

    Raises OSError where the folder cannot be written.
    """
    wanted = reviewed.known if options.all else reviewed.new
    if wanted:
        options.out.mkdir(parents=True, exist_ok=True)
        clear_unfinished(options.out)
    today = SystemClock().now().date()
    written: list[str] = []
    used: set[str] = set()
    for one in wanted:
        source = f"{reviewed.name}:{one.item.line}"
        paper_id, text = draft(one, taxonomy, source, today, locale)
        # Two papers of a list may suggest one name; a file of an earlier run may not be touched.
        name = next(name for number in count(1) if (name := _numbered(paper_id, number)) not in used)
        used.add(name)
        try:
            written.append(str(create_entry(options.out, name, text)))
        except FileExistsError:
            there = f"{options.out / name}.yml"
            _note(locale, f"{there} 已存在，没有改动", f"{there} is there already and stays as it is")
    return written


def _numbered(paper_id: str, number: int) -> str:
    return paper_id if number == 1 else f"{paper_id[: PAPER_ID_LIMIT - 5].rstrip('-')}-{number}"
