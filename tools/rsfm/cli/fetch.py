"""``rsfm fetch``: ask arXiv, Crossref and GitHub about the papers, and store what can be believed."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from rsfm.cli.fetch_output import Progress, print_report, write_step_summary
from rsfm.fetch.manners import MINIMUM_INTERVAL, Manners
from rsfm.fetch.plan import SOURCES, UnknownKey, addresses_of, plan
from rsfm.fetch.run import fetch
from rsfm.fetch.transport import Transport
from rsfm.locales import Locale
from rsfm.store import load
from rsfm.store.files import Busy, only_writer, replace_text

NAME = "fetch"
HELP = "refresh what arXiv, Crossref and GitHub say of the papers"
_CANNOT_RUN = 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
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
    parser.add_argument("--locale", type=Locale, choices=list(Locale), default=None, help="language of the messages")


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
    locale = options.locale or Locale.of_environment()
    out = sys.stderr if options.json == Path("-") else sys.stdout
    try:
        given = {source.name: getattr(options, f"{source.option}_url") for source in SOURCES}
        addresses = addresses_of(given, options.source, os.environ)
        manners = Manners.of_environment(os.environ, interval=options.min_interval)
        with only_writer(options.papers):
            library = load(options.papers)
            work = plan(library, addresses, options.ids)
            with Progress(locale, work.size) as progress:
                transport = Transport(manners, on_pause=progress.pause)
                report = fetch(
                    options.papers,
                    library,
                    work,
                    transport,
                    max_age=options.max_age,
                    dry_run=options.dry_run,
                    token=os.environ.get("GITHUB_TOKEN"),
                    on_settled=progress.settled,
                )
    except KeyboardInterrupt:
        print(
            "rsfm: interrupted; run again to finish" if locale is Locale.EN else "rsfm: 已中断，再运行一次即可完成",
            file=sys.stderr,
        )
        return 1
    except Busy:
        return _refuse(locale, "另一个 rsfm 正在写入", "another rsfm is writing here")
    except UnknownKey as error:
        shown = error.shown
        return _refuse(locale, f"{shown} 不是 arXiv 编号、DOI 或条目名", f"{shown} is no arXiv id, DOI or paper_id")
    except (OSError, ValueError) as error:
        return _refuse(locale, str(error), str(error))
    print_report(report, locale, dry_run=options.dry_run, file=out)
    try:
        write_step_summary(report, locale, dry_run=options.dry_run)
        if options.json == Path("-"):
            print(json.dumps(report.to_dict(dry_run=options.dry_run), ensure_ascii=False, indent=2))
        elif options.json:
            replace_text(options.json, json.dumps(report.to_dict(dry_run=options.dry_run), ensure_ascii=False) + "\n")
    except OSError as error:
        print(f"rsfm: {error}", file=sys.stderr)
        return 1
    return 0 if report.complete else 1


def _refuse(locale: Locale, zh: str, en: str) -> int:
    print(f"rsfm: {zh if locale is Locale.ZH else en}", file=sys.stderr)
    return _CANNOT_RUN
