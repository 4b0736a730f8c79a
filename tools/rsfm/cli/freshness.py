"""``rsfm freshness``: whether the facts of every paper were confirmed recently enough."""

from __future__ import annotations

import argparse
from datetime import timedelta

from rsfm.cli import add_locale
from rsfm.fetch.manners import Clock, SystemClock
from rsfm.locales import Localized
from rsfm.store import load

_NOTHING = Localized(zh="没有任何论文的数据得到过确认。", en="No paper's data was ever confirmed.")
_FRESH = Localized(
    zh="数据最早确认于 {oldest}，{age} 天前；上限 {days} 天。",
    en="The oldest data was confirmed on {oldest}, {age} days ago; the limit is {days}.",
)
_STALE = Localized(
    zh="数据过旧：{oldest} 之后未再确认，已有 {age} 天，上限 {days} 天。涉及 {count} 篇：{papers}",
    en="The data is too old: not confirmed since {oldest}, {age} days ago; the limit is {days}. "
    "{count} papers: {papers}",
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--days", type=int, default=3, metavar="N", help="most days since the last confirmation")
    add_locale(parser)


def run(options: argparse.Namespace, clock: Clock | None = None) -> int:
    """Print how old the oldest data is; return 1 where that is more than the days allowed."""
    locale = options.locale
    today = (clock or SystemClock()).now().date()
    sources = {
        paper.paper_id: source.confirmed
        for paper in load(options.papers).catalog().papers
        if (source := paper.snapshot or paper.publication)
    }
    if not sources:
        print(_NOTHING.best(locale))
        return 1
    limit = today - timedelta(days=options.days)
    stale = sorted(paper_id for paper_id, day in sources.items() if day < limit)
    oldest = min(sources.values())
    message = _STALE if stale else _FRESH
    print(
        message.best(locale).format(
            oldest=oldest.isoformat(),
            age=(today - oldest).days,
            days=options.days,
            count=len(stale),
            papers=", ".join(stale),
        )
    )
    return 1 if stale else 0
