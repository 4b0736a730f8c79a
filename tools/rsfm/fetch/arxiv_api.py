"""Asks arXiv about papers by their ids; the answer must be about these papers, each at most once."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Collection, Sequence

import arxiv

from rsfm.fetch.arxiv_client import ArxivAnswer, believed
from rsfm.fetch.arxiv_entry import ATOM, entry_id
from rsfm.fetch.arxiv_feed import OPENSEARCH, Feed, read_feed, sifted, totals_of
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.reply import Reply
from rsfm.fetch.transport import Transport
from rsfm.model import ArxivId
from rsfm.problems import visible

API_URL = "https://export.arxiv.org/api/query"


def ask_arxiv(
    transport: Transport, api_url: str, asked: Sequence[ArxivId], *, tries: int | None = None
) -> ArxivAnswer | Refusal:
    """Ask in one request about at most a hundred papers; each is believed or refused by itself.

    A refusal instead of an answer means that the answer as a whole was not believed.
    """

    def judge(reply: Reply) -> Feed | Refusal:
        root = read_feed(reply)
        if isinstance(root, Refusal):
            return root
        return _misfit(root, asked) or sifted(root, transport.clock)

    return believed(transport, api_url, arxiv.Search(id_list=list(asked), max_results=len(asked)), judge, tries)


def _misfit(root: ET.Element, asked: Collection[str]) -> Refusal | None:
    """Return why the feed as a whole is no answer to ``asked``."""
    entries = root.findall(f"{ATOM}entry")
    totals = totals_of(root)
    # Until late in 2025 arXiv counted an id it does not have; asked about that one alone, it promised 1 and gave none.
    absent_but_counted = len(asked) == 1 and not entries and totals == ["1"]
    if totals not in ([], [str(len(entries))]) and not absent_but_counted:
        said = visible(", ".join(totals)) or "?"
        return refusal(
            Fault.COUNT,
            f"声称 {said} 条，实有 {len(entries)} 条",
            f"claims {said} entries and has {len(entries)}",
            again=True,
        )
    starts = [(start.text or "").strip() for start in root.findall(f"{OPENSEARCH}startIndex")]
    if starts not in ([], ["0"]):
        return refusal(Fault.COUNT, "不是第一页", "not the first page", again=True)
    named = Counter(entry_id(entry).arxiv_id for entry in entries)
    if "" in named:
        return refusal(Fault.FIELD_MISSING, "有条目没有编号", "an entry has no id", again=True)
    if strange := sorted(named.keys() - set(asked)):
        shown = visible(", ".join(strange), 100)
        return refusal(Fault.UNASKED, f"混入没有问的 {shown}", f"holds {shown}, which was not asked for", again=True)
    if repeated := sorted(name for name, times in named.items() if times > 1):
        shown = visible(", ".join(repeated), 100)
        return refusal(Fault.TWICE, f"{shown} 出现不止一次", f"holds {shown} more than once", again=True)
    if not entries and len(asked) > 1:
        return refusal(Fault.EMPTY, "回答是空的", "the feed is empty", again=True)
    return None
