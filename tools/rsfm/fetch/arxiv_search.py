"""Asks arXiv for papers by words instead of ids; what it answers is judged as strictly."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import arxiv

from rsfm import ids
from rsfm.fetch.arxiv_client import believed
from rsfm.fetch.arxiv_entry import ATOM, entry_id
from rsfm.fetch.arxiv_feed import Feed, read_feed, sifted, totals_of
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.reply import Reply
from rsfm.fetch.transport import Transport
from rsfm.model import Snapshot
from rsfm.problems import visible

PAGE_LIMIT = 100
"""Most papers that one question may bring: arXiv answers larger ones late or not at all."""


def search_arxiv(transport: Transport, api_url: str, query: str, limit: int = PAGE_LIMIT) -> list[Snapshot] | Refusal:
    """Return the newest papers that match ``query``, at most ``limit``; entries that are wrong in themselves are left out.

    A refusal instead means that the answer as a whole was not believed, or did not come.
    """

    def judge(reply: Reply) -> Feed | Refusal:
        root = read_feed(reply)
        if isinstance(root, Refusal):
            return root
        return _misfit(root, limit) or sifted(root, transport.clock)

    search = arxiv.Search(
        query=query,
        max_results=limit,
        sort_by=arxiv.SortCriterion.SubmittedDate,
        sort_order=arxiv.SortOrder.Descending,
    )
    answer = believed(transport, api_url, search, judge)
    return answer if isinstance(answer, Refusal) else list(answer.snapshots.values())


def _misfit(root: ET.Element, limit: int) -> Refusal | None:
    """Return why the feed is not one whole page of answers, each paper at most once."""
    entries = root.findall(f"{ATOM}entry")
    totals = totals_of(root)
    total = int(totals[0]) if len(totals) == 1 and totals[0].isascii() and totals[0].isdigit() else -1
    if len(entries) != min(total, limit):
        claimed = visible(", ".join(totals)) or "?"
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
