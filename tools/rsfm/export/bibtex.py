"""BibTeX: one reference as a reader pastes it into a bibliography."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rsfm.export import export
from rsfm.locales import Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import VenueKind, VenueState

_SPECIAL = {c: f"\\{c}" for c in "&%$#_{}"} | {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_KINDS = {VenueKind.JOURNAL: ("article", "journal"), VenueKind.CONFERENCE: ("inproceedings", "booktitle")}
"""BibTeX's kind of entry and its field for the venue, by kind of venue."""


@export(
    "api/papers.bib",
    label=Localized(zh="BibTeX", en="BibTeX"),
    about=Localized(zh="全部论文的参考文献条目", en="a reference for every paper"),
)
def papers_bib(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the references of all papers, newest first."""
    yield "api/papers.bib", "\n".join(map(bibtex, catalog.papers))


def bibtex(paper: Paper) -> str:
    """Return ``paper`` as one BibTeX entry, ``misc`` where nobody said whether its venue is a journal."""
    entry = paper.entry
    kind, venue_field = _KINDS.get(entry.venue.kind, ("misc", "howpublished"))  # type: ignore[arg-type]
    on_arxiv = entry.venue.state is VenueState.PREPRINT and entry.arxiv_id
    fields = {
        "title": "{" + _escaped(entry.title) + "}",
        "author": " and ".join(_escaped(name) for name in paper.authors),
        "year": str(paper.year),
        venue_field: "" if on_arxiv else _escaped(entry.venue.name),
        "eprint": entry.arxiv_id or "",
        "archivePrefix": "arXiv" if entry.arxiv_id else "",
        "doi": paper.doi or "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{_key(paper)},\n{lines}}}\n"


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(char, char) for char in text)


def _key(paper: Paper) -> str:
    """First author's last name, year and paper_id: readable, ASCII and unique."""
    last = paper.authors[0].split()[-1] if paper.authors else ""
    plain = unicodedata.normalize("NFKD", last).encode("ascii", "ignore").decode()
    return f"{re.sub('[^a-z]', '', plain.lower())}{paper.year}{paper.paper_id.replace('-', '')}"
