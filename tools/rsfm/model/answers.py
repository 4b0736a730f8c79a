"""What servers said of a paper, as stored; absent fields were not in the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rsfm.model.words import ArxivId, Doi, Provenance, RepositoryName


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """What arXiv said of one paper, as stored; absent fields were not in the source."""

    arxiv_id: ArxivId
    title: str
    authors: tuple[str, ...]
    published: date
    provenance: Provenance
    confirmed: date
    """When the source was last asked and agreed. Stored files keep the day they were written: see ``store.confirmed``."""
    source: str | None = None
    """The address that answers for this paper alone."""
    version: int | None = None
    """The latest version the source knew."""
    updated: date | None = None
    abstract: str | None = None
    comment: str | None = None
    primary_category: str | None = None
    categories: tuple[str, ...] = ()
    doi: str | None = None
    journal_ref: str | None = None
    withdrawn: bool = False
    links: tuple[str, ...] = ()
    """Addresses that arXiv gives for the paper: abstract page, PDF, publisher."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication:
    """What Crossref said of a DOI, as stored."""

    doi: Doi
    """In lower case: DOIs are blind to it."""
    title: str
    authors: tuple[str, ...]
    cited: tuple[str, ...] = ()
    """The authors as bibliographies write them, where that cannot be told from ``authors``: see ``people.Name``."""
    container: str | None = None
    """The journal or proceedings."""
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    publisher: str | None = None
    published: str
    """When it appeared in print, else at all, as exactly as is said: ``2024``, ``2024-03`` or ``2024-03-09``."""
    retracted: bool = False
    provenance: Provenance
    confirmed: date
    source: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Repository:
    """What GitHub said of the repository behind a code link, as stored."""

    name: RepositoryName
    """As the link writes it, in lower case."""
    exists: bool = True
    moved_to: str | None = None
    """Its present name, where it was renamed or handed over."""
    archived: bool = False
    licence: str | None = None
    """SPDX identifier; ``None`` where GitHub found none."""
    stars: int | None = None
    """Rounded to two digits (1,234 → 1,200): exact ones would change a hundred files every night."""
    pushed: date | None = None
    """When code last arrived."""
    provenance: Provenance
    confirmed: date
    source: str | None = None
