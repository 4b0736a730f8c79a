"""Asks arXiv about papers by their ids: a hundred at a time, in halves where one paper spoils an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from rsfm.fetch.arxiv_feed import ArxivFeed, ask_for_feed
from rsfm.fetch.faults import Fault, Refusal, left_alone, refusal
from rsfm.fetch.transport import Transport
from rsfm.model import ArxivId, Snapshot
from rsfm.problems import visible

API_URL = "https://export.arxiv.org/api/query"
BATCH = 100
"""Most ids in one request."""
_STRIKES = 12
"""Answers in a row without one paper, after which arXiv is left alone. Halving a full batch takes eight."""
_TRIES_FOR_A_HALF = 2
_ONE_PAPERS_FAULT = {
    Fault.BAD_REQUEST,
    Fault.ERROR_ENTRY,
    Fault.NOT_XML,
    Fault.WRONG_CHARSET,
    Fault.TOO_LARGE,
    Fault.COUNT,
    Fault.UNASKED,
    Fault.TWICE,
    Fault.FIELD_MISSING,
    Fault.EMPTY,
}
"""Faults of a whole answer that a single paper in it may cause."""
_ONE_PAPERS_STATUS = {413, 414, 500}
"""Statuses likewise: a paper the server stumbles over, or a question too long for it."""

Outcome = Snapshot | Refusal | None
"""What is known of one paper: a snapshot, why there is none, or ``None``: arXiv answered and does not have it."""


def ask_for_all(transport: Transport, api_url: str, asked: Sequence[ArxivId]) -> Iterator[tuple[ArxivId, Outcome]]:
    """Ask about each id until it is answered, and yield each once, as soon as it is settled."""
    waiting = [(asked[start : start + BATCH], False) for start in range(0, len(asked), BATCH)][::-1]
    absent: list[ArxivId] = []
    strikes = 0
    believable = len(asked) == 1
    while waiting:
        batch, is_half = waiting.pop()
        if strikes >= _STRIKES:
            yield from ((one, left_alone("arXiv")) for one in batch)
            continue
        answer = ask_once(transport, api_url, batch, tries=_TRIES_FOR_A_HALF if is_half else None)
        if isinstance(answer, Refusal):
            strikes += 1
            if len(batch) > 1 and (answer.fault in _ONE_PAPERS_FAULT or answer.status in _ONE_PAPERS_STATUS):
                middle = (len(batch) + 1) // 2
                waiting += [(batch[middle:], True), (batch[:middle], True)]
            else:
                yield from ((one, answer) for one in batch)
            continue
        strikes = 0 if answer.snapshots else strikes + 1
        believable = believable or bool(answer.snapshots)
        yield from ((ArxivId(key), value) for key, value in (answer.snapshots | answer.refused).items())
        absent += [one for one in batch if one not in answer.named]
    # A server that had nothing of anything has lost its data, not these papers.
    yield from (
        (one, None if believable else refusal(Fault.EMPTY, "回答是空的", "the feed is empty")) for one in absent
    )


def ask_once(
    transport: Transport, api_url: str, asked: Sequence[ArxivId], *, tries: int | None = None
) -> ArxivFeed | Refusal:
    """Ask in one request about at most a hundred papers; the answer must be about these, each at most once."""
    question = {"id_list": ",".join(asked), "max_results": len(asked)}
    return ask_for_feed(transport, api_url, question, lambda feed: _misfit(feed, asked), tries)


def _misfit(feed: ArxivFeed, asked: Collection[str]) -> Refusal | None:
    """Return why the feed as a whole is no answer to ``asked``."""
    # Until late in 2025 arXiv counted an id it does not have; asked about that one alone, it promised 1 and gave none.
    absent_but_counted = len(asked) == 1 and not feed.named and feed.totals == ("1",)
    if feed.totals not in ((), (str(len(feed.named)),)) and not absent_but_counted:
        return feed.miscounted
    if feed.starts not in ((), ("0",)):
        return refusal(Fault.COUNT, "不是第一页", "not the first page", again=True)
    named = Counter(feed.named)
    if "" in named:
        return refusal(Fault.FIELD_MISSING, "有条目没有编号", "an entry has no id", again=True)
    if strange := sorted(named.keys() - set(asked)):
        shown = visible(", ".join(strange), 100)
        return refusal(Fault.UNASKED, f"混入没有问的 {shown}", f"holds {shown}, which was not asked for", again=True)
    if repeated := sorted(name for name, times in named.items() if times > 1):
        shown = visible(", ".join(repeated), 100)
        return refusal(Fault.TWICE, f"{shown} 出现不止一次", f"holds {shown} more than once", again=True)
    if not named and len(asked) > 1:
        return refusal(Fault.EMPTY, "回答是空的", "the feed is empty", again=True)
    return None
