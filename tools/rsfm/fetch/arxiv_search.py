"""Asks arXiv for papers by words instead of ids; what it answers is judged as strictly."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from types import SimpleNamespace

import arxiv

from rsfm import ids
from rsfm.fetch.arxiv_api import _Refused, _snapshot
from rsfm.fetch.arxiv_entry import ATOM, entry_id
from rsfm.fetch.arxiv_feed import _OPENSEARCH, MEDIA_TYPE, Feed, _is_error, _root, _sifted
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.proof import text_of
from rsfm.fetch.reply import Reply, unexpected
from rsfm.fetch.transport import Transport
from rsfm.model import Snapshot
from rsfm.problems import visible

PAGE_LIMIT = 100
"""Most papers that one question may bring: arXiv answers larger ones late or not at all."""
_OK = 200
_BAD_REQUEST = 400


class _SearchSession:
    """Stands where the package's client keeps its session, as in ``arxiv_api``."""

    def __init__(self, transport: Transport, limit: int) -> None:
        self._transport = transport
        self._limit = limit

    def get(self, url: str, headers: Mapping[str, str]) -> SimpleNamespace:
        clock = self._transport.clock

        def judge(reply: Reply) -> Feed | Refusal:
            root = _judge(reply, self._limit)
            return root if isinstance(root, Refusal) else _sifted(root, clock)

        feed: Feed | Refusal = self._transport.ask(url, judge, accept=MEDIA_TYPE)
        if isinstance(feed, Refusal):
            raise _Refused(feed)
        return SimpleNamespace(status_code=200, content=feed.body)


def search_arxiv(transport: Transport, api_url: str, query: str, limit: int = PAGE_LIMIT) -> list[Snapshot] | Refusal:
    """Return the newest papers that match ``query``, at most ``limit``; entries that are wrong in themselves are left out.

    A refusal instead means that the answer as a whole was not believed, or did not come.
    """
    client = arxiv.Client(page_size=limit, delay_seconds=0.0, num_retries=0)
    client.query_url_format = api_url.replace("{", "{{").replace("}", "}}") + ("&{}" if "?" in api_url else "?{}")
    client._session = _SearchSession(transport, limit)  # type: ignore[assignment]
    search = arxiv.Search(
        query=query,
        max_results=limit,
        sort_by=arxiv.SortCriterion.SubmittedDate,
        sort_order=arxiv.SortOrder.Descending,
    )
    try:
        results = list(client.results(search))
    except _Refused as error:
        return error.refused
    today = transport.clock.now().date()
    return [_snapshot(result, api_url, today) for result in results]


def _judge(reply: Reply, limit: int) -> ET.Element | Refusal:
    """Return the feed in ``reply`` if it is one whole page of answers, each paper at most once."""
    if reply.status == _BAD_REQUEST:
        return refusal(Fault.BAD_REQUEST, "服务器不接受查询", "the server rejects the query", status=reply.status)
    if reply.status != _OK:
        return unexpected(reply)
    text = text_of(reply, MEDIA_TYPE)
    root = text if isinstance(text, Refusal) else _root(text)
    if isinstance(root, Refusal):
        return root
    entries = root.findall(f"{ATOM}entry")
    if any(_is_error(entry) for entry in entries):
        return refusal(Fault.ERROR_ENTRY, "arXiv 报错", "arXiv reports an error", again=True)
    totals = [(total.text or "").strip() for total in root.findall(f"{_OPENSEARCH}totalResults")]
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
    return root
