"""``rsfm links``: whether the outside addresses of every entry still lead somewhere. Advice for curators, never a gate."""

from __future__ import annotations

import argparse
import os
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rsfm import ids
from rsfm.cli import CannotRun, add_locale
from rsfm.cli.links_output import last_line, link_problem, links_json, links_markdown
from rsfm.fetch.gate import Gate, GuardedAdapter
from rsfm.fetch.link_history import nobody_answered, remember
from rsfm.fetch.links import LinkChecker, Visit
from rsfm.fetch.manners import Clock, Manners, SystemClock
from rsfm.fetch.transport import Transport
from rsfm.model import Links
from rsfm.model.register import fields_of
from rsfm.problems import Place, in_order, visible
from rsfm.store import EntryFile, load
from rsfm.store.files import Busy, only_writer, replace_text
from rsfm.store.links import Answer, read_links, write_links

_PAGE_LIMIT = 2 * 1024 * 1024
"""Bytes of a page that are read: a captcha shows itself early, and a larger answer is a file."""


class Network(NamedTuple):
    """The outside world as this verb sees it."""

    gate: Gate
    adapter: GuardedAdapter
    clock: Clock

    @classmethod
    def outside(cls) -> Network:
        """Return the real one."""
        gate = Gate()
        return cls(gate, GuardedAdapter(gate), SystemClock())


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how the outcome is printed")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="also write there what is to be mended")
    add_locale(parser)
    parser.add_argument(
        "--every",
        type=_positive,
        default=1,
        metavar="DAYS",
        help="visit fine addresses once in so many days, the others always",
    )
    parser.add_argument("--interval", type=float, default=3.0, metavar="SECONDS", help="pause between visits to a host")


def run(options: argparse.Namespace, network: Network | None = None) -> int:
    """Visit the addresses, remember what is not fine, and print it.

    Returns 1 where a curator has something to mend: an address dead for three days, moved, or private.
    """
    try:
        manners = Manners(interval=options.interval, read=15.0, total=30.0, body_limit=_PAGE_LIMIT)
        with only_writer(options.papers):
            return _visit(options, manners, network or Network.outside())
    except (Busy, ValueError, OSError) as error:
        raise CannotRun(visible(str(error), 200)) from error


def _visit(options: argparse.Namespace, manners: Manners, network: Network) -> int:
    locale = options.locale
    today = network.clock.now().date()
    states = read_links(options.papers)
    uses = {url: place for file in load(options.papers).files for url, place in _addresses(file)}
    chosen = [url for url in uses if url in states or _is_due(url, today, options.every)]
    checker = LinkChecker(network.gate, lambda: Transport(manners, clock=network.clock, adapter=network.adapter))
    findings = [_noted(finding, number, len(chosen)) for number, finding in enumerate(checker.check_all(chosen), 1)]
    if nobody_answered(findings):
        raise ConnectionError("no server could be reached; nothing was recorded")
    states = remember(states, findings, uses.keys(), today)
    write_links(options.papers, states)
    problems = in_order([problem for url, state in states.items() if (problem := link_problem(url, state, *uses[url]))])
    counts = Counter(finding.answer.value for finding in findings)
    counted = last_line(states, len(findings), counts, locale)
    if options.markdown:
        replace_text(options.markdown, links_markdown(problems, counted, locale))
    if options.format == "json":
        print(links_json(states, uses, counts))
    else:
        for problem in problems:
            print(problem.text(locale))
        print(counted)
    return 1 if problems else 0


def _positive(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def _is_due(url: str, today: date, every: int) -> bool:
    """Spread the addresses evenly over the days, without remembering when each was visited."""
    return zlib.crc32(url.encode()) % every == today.toordinal() % every


def _addresses(file: EntryFile) -> Iterator[tuple[str, tuple[Place, str]]]:
    """Every outside address of an entry with its place and field; arXiv's are confirmed by ``rsfm fetch``."""
    if (entry := file.entry) is None:
        return

    def used(field: str) -> tuple[Place, str]:
        return file.document.place(field), field

    if entry.doi:
        yield ids.doi_url(entry.doi), used("doi")
    for name in fields_of(Links):
        value = getattr(entry.links, name)
        urls = (value,) if isinstance(value, str) else value or ()
        for index, url in enumerate(urls):
            yield url, used(f"links.{name}.{index}" if len(urls) > 1 else f"links.{name}")
    for name in ("code", "weights"):
        if licence := getattr(entry, name).licence:
            yield licence.proof, used(f"{name}.licence.proof")


def _noted(finding: Visit, number: int, total: int) -> Visit:
    if os.environ.get("CI") or not sys.stderr.isatty():
        if finding.answer is not Answer.FINE:
            print(f"{finding.answer}: {visible(finding.url, 200)} ({visible(finding.reason, 200)})", file=sys.stderr)
    else:
        print(f"\r\033[K{number}/{total} {visible(finding.url)}", end="", file=sys.stderr, flush=True)
    return finding
