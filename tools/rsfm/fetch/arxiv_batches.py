"""Asks arXiv about any number of papers: a hundred at a time, in halves where one paper spoils an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rsfm.fetch.arxiv_api import ask_arxiv
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.transport import Transport
from rsfm.model import ArxivId, Snapshot

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
            yield from ((one, _bad_luck()) for one in batch)
            continue
        answer = ask_arxiv(transport, api_url, batch, tries=_TRIES_FOR_A_HALF if is_half else None)
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
        yield from answer.snapshots.items()
        yield from answer.refused.items()
        absent += [one for one in batch if one not in answer.snapshots and one not in answer.refused]
    # A server that had nothing of anything has lost its data, not these papers.
    yield from (
        (one, None if believable else refusal(Fault.EMPTY, "回答是空的", "the feed is empty")) for one in absent
    )


def _bad_luck() -> Refusal:
    return refusal(Fault.NOT_ASKED, "arXiv 一直答非所问", "arXiv keeps answering badly")
