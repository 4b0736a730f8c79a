"""``rsfm fetch``: ask arXiv, Crossref and GitHub about the papers, and store what can be believed."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from rsfm.cli import Stop, add_locale, add_to_step_summary
from rsfm.cli.fetch_output import Progress, markdown, print_report
from rsfm.fetch.manners import MINIMUM_INTERVAL, Manners
from rsfm.fetch.plan import SOURCES, NoTaxonomy, SourceName, UnknownKey, addresses_of, plan
from rsfm.fetch.report import Report
from rsfm.fetch.run import fetch
from rsfm.fetch.transport import Transport
from rsfm.locales import Locale
from rsfm.store import load
from rsfm.store.files import Busy, only_writer, replace_text
from rsfm.store.snapshots import ARXIV, CROSSREF, GITHUB


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.epilog = (
        "RSFM_CONTACT says whom a server can write to (an address of mail or of a page); GITHUB_TOKEN raises GitHub's "
        "limit. Exit code: 0 all refreshed, 1 something was not, 2 cannot run."
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="arXiv ids, DOIs or paper_ids (default: all entries)")
    for source in SOURCES:
        parser.add_argument(
            f"--{source.option}-url", metavar="URL", default=None, help=f"another server (or ${source.variable})"
        )
    parser.add_argument(
        "--source",
        action="append",
        choices=[source.name for source in SOURCES],
        help="ask only here (repeatable); default: all, or only those with another server if any has one",
    )
    parser.add_argument("--max-age", type=_days, metavar="DAYS", help="skip what was confirmed less than DAYS ago")
    parser.add_argument("--dry-run", action="store_true", help="print what would change, store nothing")
    parser.add_argument(
        "--min-interval", type=_interval, default=MINIMUM_INTERVAL, metavar="SECONDS", help="pause between requests"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the report there, or to - for the output")
    add_locale(parser)


def _days(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError("write a number of days, 0 or more")
    return int(text)


def _interval(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not MINIMUM_INTERVAL <= seconds <= 3600:  # noqa: PLR2004 -- an hour
        raise argparse.ArgumentTypeError(f"write {MINIMUM_INTERVAL:g} seconds or more (at most 3600)")
    return seconds


def run(options: argparse.Namespace) -> int:
    """Refresh what was asked for; return 0 if all of it was, 1 if something was not, 2 if it could not begin."""
    locale = options.locale
    given = {source.name: getattr(options, f"{source.option}_url") for source in SOURCES}
    try:
        addresses = addresses_of(given, options.source, os.environ)
        manners = Manners.of_environment(os.environ, interval=options.min_interval)
    except ValueError as error:
        raise Stop(str(error)) from error
    for shelf in (ARXIV, CROSSREF, GITHUB):
        if shelf.leads_out(options.papers):
            raise Stop(
                f"{shelf.folder} 指向条目文件夹之外；请换成真正的文件夹",
                f"{shelf.folder} leads out of the folder of entries; make it a real folder",
            )
    try:
        with _ended_in_order(), only_writer(options.papers):
            report = _fetch(options, locale, addresses, manners)
    except Busy as busy:
        raise Stop("另一个 rsfm 正在写入", "another rsfm is writing here") from busy
    except UnknownKey as error:
        shown = error.shown
        raise Stop(f"{shown} 不是 arXiv 编号、DOI 或条目名", f"{shown} is no arXiv id, DOI or paper_id") from error
    except NoTaxonomy as error:
        raise Stop("_taxonomy.yml 无法读取：运行 rsfm check", "_taxonomy.yml cannot be read: run rsfm check") from error
    except OSError as error:
        raise Stop(str(error)) from error
    except KeyboardInterrupt as gone:
        raise Stop("已中断，再运行一次即可完成", "interrupted; run again to finish", code=1) from gone
    try:
        _tell(report, options, locale)
    except OSError as error:
        raise Stop(str(error), code=1) from error
    return 0 if report.complete else 1


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let a run that is told to end (SIGTERM) clear up after itself as one that is interrupted (Ctrl-C) does."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _fetch(
    options: argparse.Namespace, locale: Locale, addresses: Mapping[SourceName, str], manners: Manners
) -> Report:
    library = load(options.papers)
    work = plan(library, addresses, options.ids)
    with Progress(locale, work.size) as progress:
        return fetch(
            options.papers,
            library,
            work,
            Transport(manners, on_pause=progress.pause),
            max_age=options.max_age,
            dry_run=options.dry_run,
            token=os.environ.get("GITHUB_TOKEN"),
            on_settled=progress.settled,
        )


def _tell(report: Report, options: argparse.Namespace, locale: Locale) -> None:
    """Print the report and write it where it is wanted. Raises OSError."""
    values = report.to_dict(dry_run=options.dry_run)
    if options.json == Path("-"):
        print_report(report, locale, dry_run=options.dry_run, file=sys.stderr)
        print(json.dumps(values, ensure_ascii=False, indent=2))
    else:
        print_report(report, locale, dry_run=options.dry_run, file=sys.stdout)
    add_to_step_summary(lambda: markdown(report, locale, dry_run=options.dry_run))
    if options.json and options.json != Path("-"):
        replace_text(options.json, json.dumps(values, ensure_ascii=False, indent=2) + "\n")
