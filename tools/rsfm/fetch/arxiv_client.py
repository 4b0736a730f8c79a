"""The ``arxiv`` package forms the question and reads the feed; what lies between is ours.

The package alone has no timeout, no back-off and no doubt. So its client gets a session that asks through the polite
transport and hands over nothing but entries that were judged; whatever it then reads is whole and was asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from urllib.parse import urlencode

import arxiv

from rsfm.fetch.arxiv_entry import read_dois, read_entry_id
from rsfm.fetch.arxiv_feed import MEDIA_TYPE, Feed
from rsfm.fetch.faults import Refusal
from rsfm.fetch.proof import source_of
from rsfm.fetch.reply import Reply
from rsfm.fetch.transport import Transport
from rsfm.model import ArxivId, Provenance, Snapshot

_WITHDRAWN = re.compile(
    r"\b(?:paper|article|submission|manuscript|preprint|work)\b[^.]{0,40}\b(?:withdrawn|retracted|removed by arxiv)\b"
    r"|\bwithdrawn by\b|^\W*(?:withdrawn|retracted)\b",
    re.IGNORECASE,
)
_OWN_DOI = "10.48550/arxiv."
_OPENING = 200
"""Characters of an abstract within which a withdrawal is announced; later it is a story about something else."""


@dataclass(frozen=True, kw_only=True)
class ArxivAnswer:
    """What arXiv said of the papers it was asked about; an id in neither was not in the answer."""

    snapshots: dict[ArxivId, Snapshot]
    refused: dict[ArxivId, Refusal]


class _Refused(Exception):
    def __init__(self, refused: Refusal) -> None:
        super().__init__(refused.fault)
        self.refused = refused


class _Session:
    """Stands where the package's client keeps its session."""

    def __init__(self, transport: Transport, judge: Callable[[Reply], Feed | Refusal], tries: int | None) -> None:
        self._transport = transport
        self._judge = judge
        self._tries = tries
        self.refused: dict[str, Refusal] = {}

    def get(self, url: str, headers: Mapping[str, str]) -> SimpleNamespace:
        """Return what of the answer was believed. Raises _Refused where nothing was."""
        feed: Feed | Refusal = self._transport.ask(url, self._judge, accept=MEDIA_TYPE, tries=self._tries)
        if isinstance(feed, Refusal):
            raise _Refused(feed)
        self.refused = feed.refused
        return SimpleNamespace(status_code=200, content=feed.body)


def believed(
    transport: Transport,
    api_url: str,
    search: arxiv.Search,
    judge: Callable[[Reply], Feed | Refusal],
    tries: int | None = None,
    start: int = 0,
) -> ArxivAnswer | Refusal:
    """Ask ``search`` in one request and return what ``judge`` leaves of the answer.

    A refusal instead of an answer means that the answer as a whole was not believed, or did not come.
    """
    client = arxiv.Client(page_size=(search.max_results or 0) - start, delay_seconds=0.0, num_retries=0)
    session = _Session(transport, judge, tries)
    client.query_url_format = api_url.replace("{", "{{").replace("}", "}}") + ("&{}" if "?" in api_url else "?{}")
    # The one way to put a judge under the client; a test holds it in place.
    client._session = session  # type: ignore[assignment]
    try:
        results = list(client.results(search, offset=start))
    except _Refused as error:
        return error.refused
    today = transport.clock.now().date()
    snapshots = [_snapshot(result, api_url, today) for result in results]
    return ArxivAnswer(
        snapshots={snapshot.arxiv_id: snapshot for snapshot in snapshots},
        refused={ArxivId(key): value for key, value in session.refused.items()},
    )


def _snapshot(result: arxiv.Result, api_url: str, today: date) -> Snapshot:
    this = read_entry_id(result.entry_id)
    comment = _line(result.comment)
    abstract = _line(result.summary)
    # arXiv's own DOI says only that the paper is on arXiv.
    dois = [doi for doi in read_dois(result.doi or "") if not doi.lower().startswith(_OWN_DOI)]
    return Snapshot(
        arxiv_id=ArxivId(this.arxiv_id),
        version=this.version,
        title=_line(result.title),
        authors=tuple(_line(author.name) for author in result.authors),
        abstract=abstract,
        comment=comment or None,
        categories=tuple(dict.fromkeys(result.categories)),
        primary_category=result.primary_category,
        published=result.published.date(),
        updated=result.updated.date(),
        # Of two, the first is the one arXiv links to.
        doi=dois[0] if dois else None,
        journal_ref=_line(result.journal_ref) or None,
        withdrawn=bool(_WITHDRAWN.search(comment) or _WITHDRAWN.search(abstract[:_OPENING])),
        links=tuple(dict.fromkeys(link.href.replace(" ", "%20") for link in result.links)),
        provenance=Provenance.ARXIV_API,
        source=_address_of(api_url, this.arxiv_id),
        confirmed=today,
    )


def _line(text: str | None) -> str:
    """Return ``text`` without the line breaks that arXiv puts into long texts."""
    return " ".join((text or "").split())


def _address_of(api_url: str, arxiv_id: str) -> str:
    """Return the address that answers for one paper alone."""
    return source_of(f"{api_url}{'&' if '?' in api_url else '?'}{urlencode({'id_list': arxiv_id}, safe='/')}")
