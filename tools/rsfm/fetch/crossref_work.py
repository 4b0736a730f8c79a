"""Judges what Crossref says of one work: which paper, by whom, where and when, and whether it was taken back."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

from rsfm.fetch.crossref_text import (
    NOTICE,
    RETRACTED,
    family_name,
    name_part,
    pages,
    plain,
    with_subtitle,
    without_endings,
)
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.garbled import garbled
from rsfm.fetch.proof import source_of
from rsfm.model import Doi, Provenance, Publication
from rsfm.model.people import Name, is_degree, name_of
from rsfm.model.venues import short_name
from rsfm.problems import visible

_SERIES = re.compile(
    r"^(?:lecture notes|communications in computer|advances in intelligent|studies in|smart innovation|ifip |springer proceedings)",
    re.IGNORECASE,
)
"""Series of books, in which the proceedings that people cite are one volume."""
_TAKEN_BACK = {"retraction", "withdrawal", "removal", "partial_retraction"}
_ABOUT_ANOTHER = {*_TAKEN_BACK, "correction", "corrigendum", "erratum", "addendum", "expression_of_concern"}
_EARLY_ACCESS = "PP"
"""What IEEE gives as volume before there is one."""
_GAP = re.compile(r"\W*(?:et al|and others|others)\W*", re.IGNORECASE)
_LIMIT = 1000
_DATES = ("published-print", "issued", "published", "published-online")
"""Where dates stand: what is cited is the year of the volume, not that of early access."""


def publication_of(answer: dict[str, Any], doi: Doi, source: str, today: date) -> Publication | Refusal:
    """Return what an answer says of the paper that was asked about, if it can be believed."""
    work = answer.get("message")
    if answer.get("status") != "ok" or answer.get("message-type") != "work" or not isinstance(work, dict):
        return refusal(Fault.ERROR_ENTRY, "Crossref 没有给出作品", "Crossref gives no work", again=True)
    if str(work.get("DOI", "")).lower() != doi:
        shown = visible(str(work.get("DOI", "?")))
        return refusal(Fault.UNASKED, f"回答的是 {shown}", f"is about {shown}, which was not asked for", again=True)
    written = with_subtitle(_first_text(work.get("title")) or "", _first_text(work.get("subtitle")) or "")
    if NOTICE.search(written) or not _ABOUT_ANOTHER.isdisjoint(_types(work.get("update-to"))):
        shown = visible(_dois(work.get("update-to")) or written, 100)
        return refusal(
            Fault.OTHER_PAPER,
            f"是关于另一篇论文的声明，不是论文：{shown}",
            f"is a notice about another paper, not a paper: {shown}",
        )
    unmarked = RETRACTED.sub("", written).strip()
    title = without_endings(unmarked)
    names = _names(work.get("author"))
    authors = tuple(name.shown for name in names)
    issue = work.get("journal-issue")
    dates = [work.get(_DATES[0]), issue.get(_DATES[0]) if isinstance(issue, dict) else None]
    dates += [work.get(name) for name in _DATES[1:]]
    days = [day for one in dates if (day := _day(one, today))]
    published = max((day for day in days if day.startswith(days[0])), key=len, default="")
    for name, value in (("title", title), ("author", authors), ("published", published)):
        if not value:
            return refusal(Fault.FIELD_MISSING, f"{name} 缺失或有错", f"{name} is missing or wrong")
    container = _container(work)
    more = {name: _line(work.get(at)) for name, at in _MORE.items()}
    more["pages"] = pages(more["pages"], _line(work.get("article-number")))
    more["volume"] = None if more["volume"] == _EARLY_ACCESS else more["volume"]
    for text in (title, container or "", *authors, *(value or "" for value in more.values())):
        if (piece := garbled(text)) or len(text) > _LIMIT:
            shown = visible(piece or text, 20)
            return refusal(Fault.GARBLED, f"有乱码（{shown}）", f"is garbled ({shown})")
    derived = [name_of(one.shown).cited for one in names]
    cited = tuple(one.cited for one in names)
    return Publication(
        doi=doi,
        title=title,
        authors=authors,
        cited=cited if list(cited) != derived else (),
        container=container,
        **more,
        published=published,
        retracted=unmarked != written or not _TAKEN_BACK.isdisjoint(_types(work.get("updated-by"))),
        provenance=Provenance.CROSSREF_API,
        confirmed=today,
        source=source_of(source),
    )


_MORE = {"volume": "volume", "issue": "issue", "pages": "page", "publisher": "publisher"}


def _line(value: Any) -> str | None:
    return plain(value) or None if isinstance(value, str) else None


def _texts(value: Any) -> list[str]:
    """Return the texts of a list as people read them."""
    return (
        list(filter(None, map(plain, (one for one in value if isinstance(one, str)))))
        if isinstance(value, list)
        else []
    )


def _first_text(value: Any) -> str | None:
    return next(iter(_texts(value if not isinstance(value, list) else value[:1])), None)


def _container(work: dict[str, Any]) -> str | None:
    """Return where it appeared: a venue that is known here, else the proceedings rather than their series."""
    found = _texts(work.get("container-title"))
    event = work.get("event")
    met = (
        [event[part] for part in ("acronym", "name") if isinstance(event.get(part), str)]
        if isinstance(event, dict)
        else []
    )
    known = next((one for one in (*found, *met) if short_name(one)), None)
    return known or next((one for one in found if not _SERIES.match(one)), next(iter(found), None))


def _types(value: Any) -> set[str]:
    return {str(one.get("type")) for one in value if isinstance(one, dict)} if isinstance(value, list) else set()


def _dois(value: Any) -> str:
    return ", ".join(str(one.get("DOI")) for one in value if isinstance(one, dict)) if isinstance(value, list) else ""


def _names(value: Any) -> list[Name]:
    """Return the names in order; none at all where one cannot be read, because a list with gaps would lie."""
    names = []
    for person in value if isinstance(value, list) else ():
        parts = person if isinstance(person, dict) else {}
        given, family, suffix, name = (_line(parts.get(part)) or "" for part in ("given", "family", "suffix", "name"))
        given, family, suffix = map(name_part, (given, family, "" if is_degree(suffix) else suffix))
        if _GAP.fullmatch(family or given or name):
            return []
        if family and "," in family:
            whole = name_of(f"{given} {family}".strip())
            names.append(replace(whole, suffix=whole.suffix or suffix))
        elif family:
            names.append(Name(family=family_name(family, given), given=given.replace(",", ""), suffix=suffix))
        elif name or given:
            names.append(Name(family=name or given, is_organisation=bool(name)))
        else:
            return []
    return names


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
