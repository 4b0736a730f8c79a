"""Asks arXiv for papers by words instead of ids; what it answers is judged as strictly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from rsfm import ids
from rsfm.fetch.arxiv_feed import ArxivFeed, ask_for_feed
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.transport import Transport
from rsfm.model import Snapshot

PAGE_LIMIT = 100
"""Most papers that one question may bring: arXiv answers larger ones late or not at all."""
MOST_PAPERS = 2000
"""Most papers of one search: of more, the oldest are left out, and the report says so."""
_TERMS_AT_ONCE = 10
_DIGITS = 9


@dataclass(frozen=True, kw_only=True)
class Search:
    """What a search of some days brought."""

    papers: dict[str, Snapshot]
    failures: list[tuple[str, Refusal]]
    """The questions that were not answered, and why."""
    pages: int
    """How many were."""


def search_days(
    transport: Transport, api_url: str, terms: Sequence[str], since: date, until: date, limit: int = PAGE_LIMIT
) -> Search:
    """Return every paper submitted from ``since`` to ``until`` that names one of ``terms``, page by page, newest first."""
    found = Search(papers={}, failures=[], pages=0)
    days = f"submittedDate:[{since:%Y%m%d}0000 TO {until:%Y%m%d}2359]"
    pages = 0
    for begin in range(0, len(terms), _TERMS_AT_ONCE):
        named = " OR ".join(f'all:"{term}"' for term in terms[begin : begin + _TERMS_AT_ONCE])
        start, total = 0, 1
        while start < min(total, MOST_PAPERS):
            page = search_arxiv(transport, api_url, f"({named}) AND {days}", limit, start)
            if isinstance(page, Refusal):
                found.failures.append((f"{named} ({start} …)", page))
                break
            pages, start, total = pages + 1, start + limit, _total(page)
            found.papers.update(page.snapshots)
    return replace(found, pages=pages)


def search_arxiv(
    transport: Transport, api_url: str, query: str, limit: int = PAGE_LIMIT, start: int = 0
) -> ArxivFeed | Refusal:
    """Return ``limit`` papers that match ``query``, newest first, from the one numbered ``start``."""
    question = {
        "search_query": query,
        "sortBy": "submittedDate",
        "sortOrder": "descending",
        "start": start,
        "max_results": limit,
    }
    return ask_for_feed(transport, api_url, question, lambda feed: _misfit(feed, start, limit))


def _total(feed: ArxivFeed) -> int:
    """Return how many papers all pages have; -1 where the feed does not say."""
    total = feed.totals[0] if len(feed.totals) == 1 else ""
    return int(total[:_DIGITS]) if total.isascii() and total.isdigit() else -1


def _misfit(feed: ArxivFeed, start: int, limit: int) -> Refusal | None:
    """Return why the feed is not one whole page of answers, each paper at most once."""
    total = _total(feed)
    if total < 0 or len(feed.named) != min(limit, max(0, total - start)):
        return feed.miscounted
    if not all(map(ids.is_arxiv_id, feed.named)):
        return refusal(Fault.FIELD_MISSING, "有条目没有编号", "an entry has no id", again=True)
    if len(set(feed.named)) < len(feed.named):
        return refusal(Fault.TWICE, "有论文出现不止一次", "holds a paper more than once", again=True)
    return None
