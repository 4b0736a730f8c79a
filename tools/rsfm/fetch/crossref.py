"""Asks Crossref about DOIs, one at a time, and judges what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from rsfm.fetch.crossref_work import publication_of
from rsfm.fetch.faults import Refusal
from rsfm.fetch.one_by_one import one_by_one
from rsfm.fetch.proof import object_of
from rsfm.fetch.reply import Reply, unexpected
from rsfm.fetch.transport import Transport
from rsfm.model import Doi, Publication

API_URL = "https://api.crossref.org/works"
MEDIA_TYPE = "application/json"

_OK, _NOT_FOUND = 200, 404

Outcome = Publication | Refusal | None


def ask_for_all(transport: Transport, api_url: str, asked: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
    """Yield each DOI once, with what Crossref says; ``None`` where Crossref does not have it."""
    return one_by_one(asked, partial(_ask, transport, api_url), "Crossref")


def _ask(transport: Transport, api_url: str, doi: Doi) -> Outcome:
    address = f"{api_url}/{quote(doi, safe='')}"
    # Who says whom to write to is served from the polite pool.
    mail = transport.manners.mail
    url = f"{address}?mailto={quote(mail)}" if mail else address
    today = transport.clock.now().date()

    def judge(reply: Reply) -> tuple[Publication | None] | Refusal:
        if reply.status == _NOT_FOUND:
            return (None,)
        if reply.status != _OK:
            return unexpected(reply)
        answer = object_of(reply)
        judged = answer if isinstance(answer, Refusal) else publication_of(answer, doi, address, today)
        return judged if isinstance(judged, Refusal) else (judged,)

    outcome = transport.ask(url, judge, accept=MEDIA_TYPE)
    return outcome if isinstance(outcome, Refusal) else outcome[0]
