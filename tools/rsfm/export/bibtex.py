"""BibTeX: one reference as a reader pastes it into a bibliography, for BibTeX, biblatex and what reads their files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

from rsfm import ids
from rsfm.export import export
from rsfm.export.citations.reference import UNCONFIRMED
from rsfm.locales import Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import VenueKind, VenueState
from rsfm.model.people import Name, name_in_bibliography, name_of
from rsfm.model.venue_names import VENUES
from rsfm.model.venues import short_name

_SPECIAL = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_LONE_BRACES = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
"""Readers count braces, those with a backslash too: one without its other half would end the file for them."""
_KINDS = {VenueKind.JOURNAL: ("article", "journal"), VenueKind.CONFERENCE: ("inproceedings", "booktitle")}
"""BibTeX's kind of entry and its field for the venue, by kind of venue."""
_VERBATIM = {"doi", "url", "eprint"}
"""Fields that are printed as they are typed: they may not be escaped."""


@export(
    "api/papers.bib",
    label=Localized(zh="BibTeX", en="BibTeX"),
    about=Localized(zh="全部论文的参考文献条目", en="a reference for every paper"),
)
def papers_bib(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the references of all papers, newest first."""
    yield "api/papers.bib", "\n".join(map(bibtex, catalog.papers))


def bibtex(paper: Paper) -> str:
    """Return ``paper`` as one BibTeX entry: the published version, else the preprint.

    It is ``misc`` where nobody said whether its venue is a journal.
    """
    entry, snapshot = paper.entry, paper.snapshot
    names = _names(paper)
    kind, fields = _appeared(paper)
    fields = {
        "title": "{" + _escaped(entry.title) + "}",
        "author": " and ".join(map(_author, names)),
        "year": str(paper.year),
        **fields,
        "eprint": entry.arxiv_id or "",
        "archivePrefix": "arXiv" if entry.arxiv_id else "",
        "primaryClass": (snapshot.primary_category or "" if snapshot else "") if entry.arxiv_id else "",
        "doi": paper.doi or "",
        # Styles do not print it.
        "annote": UNCONFIRMED if paper.doi_unconfirmed else "",
        "url": _url(paper),
    }
    typed = {name: _verbatim(value) if name in _VERBATIM else value for name, value in fields.items() if value}
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in typed.items())
    return f"@{kind}{{{_key(paper, names)},\n{lines}}}\n"


def _appeared(paper: Paper) -> tuple[str, dict[str, str]]:
    """Return the kind of entry and what it says of journal or proceedings."""
    venue, said = paper.entry.venue, paper.publication
    if venue.state is VenueState.PREPRINT and paper.entry.arxiv_id:
        return "misc", {}
    kind, field = _KINDS.get(venue.kind, ("misc", "howpublished"))  # type: ignore[arg-type]
    known = VENUES.get(short_name(venue.name) or "")
    full = known.cited if known else (said.container if said else None) or venue.name
    if venue.workshop:
        full = f"{full} Workshops ({venue.workshop})"
    elif venue.track:
        full = f"{full} ({venue.track})"
    pages = venue.pages or (said.pages if said else None) or ""
    return kind, {
        field: _escaped(full),
        "volume": _escaped(venue.volume or (said.volume if said else None) or ""),
        "number": _escaped(venue.issue or (said.issue if said else None) or ""),
        "pages": _escaped(re.sub(r"(?<=\w)\s*[-–—]+\s*(?=\w)", "--", pages)),
        "publisher": _escaped((said.publisher if said else None) or (known.publisher if known else "")),
    }


def _names(paper: Paper) -> list[Name]:
    """Return the authors of what is cited, with the parts that the publisher gave where it gave them."""
    given = map(name_in_bibliography, paper.publication.cited if paper.publication else ())
    parts = {name.shown: name for name in given}
    return [parts.get(name) or name_of(name) for name in paper.cited_authors]


def _author(name: Name) -> str:
    """Return a name so that nothing splits it or turns it around."""
    if name.is_organisation or (" and " in f" {name.cited} "):
        return "{" + _escaped(name.shown) + "}"
    if name.is_chinese:
        return _escaped(name.shown)
    parts = [name.family, *([name.suffix] if name.suffix else []), name.given]
    safe = [f"{{{part}}}" if "," in part else part for part in map(_escaped, parts)]
    return ", ".join(safe) if name.given or name.suffix else safe[0]


def _url(paper: Paper) -> str:
    """Return where the cited version can be read."""
    entry = paper.entry
    if entry.venue.state is VenueState.PREPRINT and entry.arxiv_id:
        return ids.arxiv_url(entry.arxiv_id)
    return entry.links.paper or (ids.doi_url(paper.doi) if paper.doi else "")


def _escaped(text: str) -> str:
    special = _SPECIAL if _is_balanced(text) else _SPECIAL | _LONE_BRACES
    return "".join(special.get(char, char) for char in text)


def _is_balanced(text: str) -> bool:
    depths = list(accumulate((char == "{") - (char == "}") for char in text))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)


def _verbatim(text: str) -> str:
    return text.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _key(paper: Paper, names: list[Name]) -> str:
    """First author's family name, year of the first version and first paper_id: readable, ASCII, unique.

    It stays the same when a preprint is published, and when the entry is renamed.
    """
    year = ids.arxiv_year(paper.entry.arxiv_id) if paper.entry.arxiv_id else paper.year
    first = name_of(paper.authors[0]) if paper.authors else (names[0] if names else Name(family=""))
    family = re.sub(r"^(?:the|a) ", "", first.family, flags=re.IGNORECASE)
    plain = unicodedata.normalize("NFKD", family).encode("ascii", "ignore").decode()
    return f"{re.sub('[^a-z]', '', plain.lower())}{year}{paper.entry.first_id.replace('-', '')}"
