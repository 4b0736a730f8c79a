"""Asks Crossref about DOIs, one at a time, and judges what it answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from rsfm.fetch.crossref_work import publication_of
from rsfm.fetch.faults import Refusal
from rsfm.fetch.one_by_one import one_by_one
from rsfm.fetch.proof import object_of
from rsfm.fetch.reply import Reply
from rsfm.fetch.transport import Transport
from rsfm.model import Doi, Publication

API_URL = "https://api.crossref.org/works"
MEDIA_TYPE = "application/json"

_NOT_FOUND = 404

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

    def judge(reply: Reply) -> Outcome:
        if reply.status == _NOT_FOUND:
            return None
        answer = object_of(reply)
        return answer if isinstance(answer, Refusal) else publication_of(answer, doi, address, today)

    return transport.ask(url, judge, accept=MEDIA_TYPE)
