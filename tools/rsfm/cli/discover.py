"""``rsfm discover``: ask arXiv for papers the atlas may lack, and rank them for a curator. It never adds one."""

from __future__ import annotations

import argparse
import os
from datetime import timedelta
from pathlib import Path

from rsfm.cli import CannotRun, add_locale, refusing
from rsfm.discover import rank
from rsfm.discover.report import to_json, to_markdown
from rsfm.fetch.arxiv_search import PAGE_LIMIT, search_days
from rsfm.fetch.manners import MINIMUM_INTERVAL, Manners
from rsfm.fetch.plan import SourceName, addresses_of
from rsfm.fetch.transport import Transport
from rsfm.problems import visible
from rsfm.store import load
from rsfm.store.files import replace_text


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--api-url", metavar="URL", help="another server (or $RSFM_ARXIV_URL)")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the report there instead of printing it")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every candidate with its reasons there")
    parser.add_argument(
        "--limit", type=_limit, default=PAGE_LIMIT, metavar="N", help=f"papers per page, at most {PAGE_LIMIT}"
    )
    parser.add_argument("--days", type=int, metavar="N", help="how many days back (default: what _discovery.yml says)")
    parser.add_argument(
        "--min-interval", type=float, default=MINIMUM_INTERVAL, metavar="SECONDS", help="pause between requests"
    )
    add_locale(parser, "report")


def _limit(text: str) -> int:
    value = int(text)
    if not 1 <= value <= PAGE_LIMIT:
        raise argparse.ArgumentTypeError(f"write a number from 1 to {PAGE_LIMIT}")
    return value


def run(options: argparse.Namespace, transport: Transport | None = None) -> int:
    """Ask for the papers of the last days, rank and report; return 1 where some pages were not answered, 2 where none was or it cannot begin."""
    locale = options.locale
    with refusing(ValueError):
        address = addresses_of({SourceName.ARXIV: options.api_url}, [SourceName.ARXIV], os.environ)[SourceName.ARXIV]
        manners = Manners.of_environment(os.environ, interval=options.min_interval)
    library = load(options.papers)
    if (discovery := library.discovery) is None:
        raise CannotRun(f"{options.papers}/_discovery.yml is missing or has problems; see rsfm check.")
    transport = transport or Transport(manners)
    until = transport.clock.now().date()
    since = until - timedelta(days=options.days or discovery.days)
    found = search_days(transport, address, discovery.ask, since, until, options.limit)
    failures = [f"{visible(asked, 200)} – {refused.detail.best(locale)}" for asked, refused in found.failures]
    if failures and not found.pages:
        raise CannotRun("\n".join(["no query was answered.", *failures]))
    findings = rank(found.papers.values(), library, discovery)
    report = to_markdown(findings, library.taxonomy, locale, failures)
    with refusing(OSError):
        if options.markdown:
            replace_text(options.markdown, report)
        else:
            print(report)
        if options.json:
            replace_text(options.json, to_json(findings, failures))
    return 1 if failures else 0
