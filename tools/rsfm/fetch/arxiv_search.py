"""Asks arXiv for papers by words instead of ids; what it answers is judged as strictly."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import arxiv

from rsfm import ids
from rsfm.fetch.arxiv_client import believed
from rsfm.fetch.arxiv_entry import ATOM, entry_id
from rsfm.fetch.arxiv_feed import Feed, read_feed, sifted, totals_of
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.reply import Reply
from rsfm.fetch.transport import Transport
from rsfm.model import ArxivId, Snapshot
from rsfm.problems import visible

PAGE_LIMIT = 100
"""Most papers that one question may bring: arXiv answers larger ones late or not at all."""


MOST_PAPERS = 2000
"""Most papers of one search: of more, the oldest are left out, and the report says so."""
_TERMS_AT_ONCE = 10


@dataclass(frozen=True, kw_only=True)
class Search:
    """What a search of some days brought."""

    papers: dict[ArxivId, Snapshot]
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
            pages, start, total = pages + 1, start + limit, page.total
            found.papers.update({one.arxiv_id: one for one in page.papers})
    return replace(found, pages=pages)


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of a search."""

    papers: tuple[Snapshot, ...]
    """Entries that are wrong in themselves are left out."""
    total: int
    """How many papers all pages have."""


def search_arxiv(
    transport: Transport, api_url: str, query: str, limit: int = PAGE_LIMIT, start: int = 0
) -> Page | Refusal:
    """Return ``limit`` papers that match ``query``, newest first, from the one numbered ``start``.

    A refusal instead means that the answer as a whole was not believed, or did not come.
    """
    total = 0

    def judge(reply: Reply) -> Feed | Refusal:
        nonlocal total
        root = read_feed(reply)
        if isinstance(root, Refusal):
            return root
        total = _total(root)
        return _misfit(root, min(limit, max(0, total - start))) or sifted(root, transport.clock)

    search = arxiv.Search(
        query=query,
        max_results=start + limit,
        sort_by=arxiv.SortCriterion.SubmittedDate,
        sort_order=arxiv.SortOrder.Descending,
    )
    answer = believed(transport, api_url, search, judge, start=start)
    return answer if isinstance(answer, Refusal) else Page(papers=tuple(answer.snapshots.values()), total=total)


def _total(root: ET.Element) -> int:
    totals = totals_of(root)
    return int(totals[0][:_DIGITS]) if len(totals) == 1 and totals[0].isascii() and totals[0].isdigit() else -1


_DIGITS = 9


def _misfit(root: ET.Element, expected: int) -> Refusal | None:
    """Return why the feed is not one whole page of answers, each paper at most once."""
    entries = root.findall(f"{ATOM}entry")
    if len(entries) != expected or _total(root) < 0:
        claimed = visible(", ".join(totals_of(root))) or "?"
        return refusal(
            Fault.COUNT,
            f"声称 {claimed} 条，实有 {len(entries)} 条",
            f"claims {claimed} entries and has {len(entries)}",
            again=True,
        )
    named = [entry_id(entry).arxiv_id for entry in entries]
    if not all(map(ids.is_arxiv_id, named)):
        return refusal(Fault.FIELD_MISSING, "有条目没有编号", "an entry has no id", again=True)
    if len(set(named)) < len(named):
        return refusal(Fault.TWICE, "有论文出现不止一次", "holds a paper more than once", again=True)
    return None
