"""A paper as something to cite: the published version where there is one, else the preprint; every format reads this."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rsfm import ids
from rsfm.merge import Paper
from rsfm.model import VenueKind, VenueState
from rsfm.model.people import Name, name_in_bibliography, name_of
from rsfm.model.venue_names import VENUES
from rsfm.model.venues import short_name

_HAN = re.compile("[\u3400-\u9fff]")
_RANGE = re.compile(r"([A-Za-z]?\d+(?:[.:]\d+)?) ?[-–—]+ ?([A-Za-z]?\d+(?:[.:]\d+)?)")


UNCONFIRMED = "DOI not confirmed by Crossref"
"""What exports say of such a DOI, in a field that bibliographies do not print."""


class WorkKind(StrEnum):
    """What is cited."""

    ARTICLE = "article"
    CONFERENCE = "conference"
    PREPRINT = "preprint"
    OTHER = "other"
    """Something whose venue is neither a journal nor a conference: a report, software, a data set."""


@dataclass(frozen=True, kw_only=True)
class Reference:
    """What a bibliography says of one paper."""

    key: str
    """What programs know it by: it stays the same when the entry is renamed."""
    kind: WorkKind
    authors: tuple[Name, ...]
    title: str
    year: int
    container: str
    """The journal, the proceedings, or where else it appeared."""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    first_page: str = ""
    """Of an article without pages: its number."""
    last_page: str = ""
    doi: str = ""
    doi_unconfirmed: bool = False
    """Whether Crossref has not been found to keep the DOI for this paper."""
    arxiv_id: str = ""
    url: str = ""
    published: date | None = None
    """When arXiv received the first version, where that is what is cited."""
    looked_at: date
    """The day on which a curator last compared the entry with its sources."""
    keywords: tuple[str, ...] = ()

    @property
    def chinese(self) -> bool:
        """Whether the work is written in Chinese."""
        return len(_HAN.findall(self.title)) > len(self.title) / 4


def reference(paper: Paper) -> Reference:
    """Return how ``paper`` is to be cited."""
    entry, venue = paper.entry, paper.entry.venue
    if venue.state is VenueState.PREPRINT:
        kind = WorkKind.PREPRINT if entry.arxiv_id else WorkKind.OTHER
    else:
        kinds = {VenueKind.JOURNAL: WorkKind.ARTICLE, VenueKind.CONFERENCE: WorkKind.CONFERENCE}
        kind = kinds[venue.kind] if venue.kind else WorkKind.OTHER
    said = paper.publication
    known = VENUES.get(short_name(venue.name) or "")
    pages = " ".join((venue.pages or (said.pages if said else None) or "").split())
    ranged = _RANGE.fullmatch(pages)
    doi, first = paper.doi or "", paper.published
    if kind is WorkKind.PREPRINT and entry.arxiv_id and not doi:
        doi = f"10.48550/arXiv.{entry.arxiv_id}"
    return Reference(
        key=paper.entry.first_id,
        kind=kind,
        authors=_authors(paper),
        title=" ".join(entry.title.split()),
        year=paper.year,
        container="arXiv" if kind is WorkKind.PREPRINT else _container(paper),
        publisher=""
        if kind is WorkKind.PREPRINT
        else (said.publisher if said else None) or (known.publisher if known else ""),
        volume=venue.volume or (said.volume if said else None) or "",
        issue=venue.issue or (said.issue if said else None) or "",
        first_page=ranged[1] if ranged else pages,
        last_page=ranged[2] if ranged else "",
        doi=doi,
        doi_unconfirmed=paper.doi_unconfirmed,
        arxiv_id=entry.arxiv_id or "",
        url=_url(paper, doi),
        published=first if kind is WorkKind.PREPRINT and first and first.year == paper.year else None,
        looked_at=entry.verified,
        keywords=entry.keywords.en,
    )


def _authors(paper: Paper) -> tuple[Name, ...]:
    """Return the authors of what is cited, with the parts that the publisher gave where it gave them."""
    said = paper.publication
    given = {each.shown: each for each in map(name_in_bibliography, said.cited if said else ())}
    return tuple(
        found if (found := given.get(name)) and found.shown.isascii() else name_of(name) for name in paper.cited_authors
    )


def _container(paper: Paper) -> str:
    """Return the full name of the venue where it is known or the publisher gave it, else the name that the entry has."""
    venue = paper.entry.venue
    known = VENUES.get(short_name(venue.name) or "")
    said = paper.publication.container if paper.publication else None
    name = known.cited if known else said or venue.name
    return f"{name} Workshops ({venue.workshop})" if venue.workshop else name


def _url(paper: Paper, doi: str) -> str:
    entry = paper.entry
    if entry.venue.state is VenueState.PREPRINT and entry.arxiv_id:
        return ids.arxiv_url(entry.arxiv_id)
    if doi:
        return ids.doi_url(doi)
    arxiv = ids.arxiv_url(entry.arxiv_id) if entry.arxiv_id else ""
    links = (entry.links.paper, arxiv, *entry.links.project, *entry.links.code)
    return next((url for url in links if url), "")
