"""Asks Crossref about papers that have a DOI and no arXiv id, one at a time, and judges what it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.garbled import garbled
from rsfm.fetch.proof import object_of
from rsfm.fetch.reply import Reply, unexpected
from rsfm.fetch.transport import Transport
from rsfm.model import Doi, Provenance, Publication
from rsfm.problems import visible

API_URL = "https://api.crossref.org/works"
MEDIA_TYPE = "application/json"

_STRIKES = 5
"""Refusals in a row after which Crossref is left alone."""
_TAG = re.compile(
    r"</?(?:i|b|em|strong|sub|sup|scp|tt|u|title|jats:[a-z-]+|mml:[a-z-]+)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_LIMIT = 1000
_OK, _NOT_FOUND = 200, 404
_DATES = ("published", "issued")

Outcome = Publication | Refusal | None


def ask_for_all(transport: Transport, api_url: str, asked: Sequence[Doi]) -> Iterator[tuple[Doi, Outcome]]:
    """Ask about each DOI, and yield each once; ``None`` where Crossref does not have it."""
    strikes = 0
    for doi in asked:
        if strikes >= _STRIKES:
            yield doi, refusal(Fault.NOT_ASKED, "Crossref 一直答非所问", "Crossref keeps answering badly")
            continue
        outcome = _ask(transport, api_url, doi)
        strikes = strikes + 1 if isinstance(outcome, Refusal) else 0
        yield doi, outcome


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
        judged = answer if isinstance(answer, Refusal) else _publication(answer, doi, address, today)
        return judged if isinstance(judged, Refusal) else (judged,)

    outcome = transport.ask(url, judge, accept=MEDIA_TYPE)
    return outcome if isinstance(outcome, Refusal) else outcome[0]


def _publication(answer: dict[str, Any], doi: Doi, source: str, today: date) -> Publication | Refusal:
    work = answer.get("message")
    if answer.get("status") != "ok" or answer.get("message-type") != "work" or not isinstance(work, dict):
        return refusal(Fault.ERROR_ENTRY, "Crossref 没有给出作品", "Crossref gives no work", again=True)
    if str(work.get("DOI", "")).lower() != doi:
        shown = visible(str(work.get("DOI", "?")))
        return refusal(Fault.UNASKED, f"回答的是 {shown}", f"is about {shown}, which was not asked for", again=True)
    title = _first_text(work.get("title"))
    authors = _authors(work.get("author"))
    published = next((day for name in _DATES if (day := _day(work.get(name), today))), None)
    for name, value in (("title", title), ("author", authors), ("published", published)):
        if not value:
            return refusal(Fault.FIELD_MISSING, f"{name} 缺失或有错", f"{name} is missing or wrong")
    container = _first_text(work.get("container-title"))
    for text in (title or "", container or "", *authors):
        if (piece := garbled(text)) or len(text) > _LIMIT:
            shown = visible(piece or text, 20)
            return refusal(Fault.GARBLED, f"有乱码（{shown}）", f"is garbled ({shown})")
    return Publication(
        doi=doi,
        title=title or "",
        authors=authors,
        container=container,
        published=published or "",
        provenance=Provenance.CROSSREF_API,
        confirmed=today,
        source=source,
    )


def _first_text(value: Any) -> str | None:
    """Return the first text of a list, without the marks of italics and formulas that publishers leave in titles."""
    if not isinstance(value, list) or not value or not isinstance(value[0], str):
        return None
    return " ".join(_TAG.sub("", value[0]).split()) or None


def _authors(value: Any) -> tuple[str, ...]:
    """Return the names in order; none at all where one cannot be read, because a list with gaps would lie."""
    names = []
    for person in value if isinstance(value, list) else ():
        parts = [person.get(part) for part in ("given", "family")] if isinstance(person, dict) else [None]
        name = " ".join(part for part in parts if isinstance(part, str)) or (
            person.get("name") if isinstance(person, dict) else None
        )
        if not isinstance(name, str) or not name.strip():
            return ()
        names.append(" ".join(name.split()))
    return tuple(names)


def _day(value: Any, today: date) -> str | None:
    """Return a date as exactly as it is given, if it is possible: ``{"date-parts": [[2024, 3]]}`` is ``2024-03``."""
    try:
        (parts,) = value["date-parts"]
        day = date(*(*parts, 1, 1)[:3])
    except (TypeError, KeyError, ValueError):
        return None
    # Journals date issues ahead, but not by years.
    if not 1 <= len(parts) <= 3 or not date(1950, 1, 1) <= day <= today.replace(year=today.year + 2, day=1):  # noqa: PLR2004
        return None
    return day.isoformat()[: (4, 7, 10)[len(parts) - 1]]
