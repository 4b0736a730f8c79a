"""RIS, which Zotero, EndNote and Mendeley read: a tag a line, ended by ``ER``."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.export.citations.reference import UNCONFIRMED, Reference, WorkKind

_TYPES = {WorkKind.ARTICLE: "JOUR", WorkKind.CONFERENCE: "CPAPER", WorkKind.PREPRINT: "UNPB", WorkKind.OTHER: "GEN"}
_END = "\r\n"


def ris(cited: Reference) -> str:
    """Return ``cited`` as one record."""
    return (
        "".join(f"{tag}  - {' '.join(value.split())}{_END}" for tag, value in _tags(cited) if value) + f"ER  - {_END}"
    )


def _tags(cited: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[cited.kind]
    yield "ID", cited.key
    yield from (("AU", name.inverted) for name in cited.authors)
    yield "TI", cited.title
    yield "PB" if cited.kind is WorkKind.PREPRINT else "T2", cited.container
    yield "PB", cited.publisher
    yield "PY", str(cited.year)
    if cited.published:
        yield "DA", f"{cited.published:%Y/%m/%d}/"
    yield "VL", cited.volume
    yield "IS", cited.issue
    yield "SP", cited.first_page
    yield "EP", cited.last_page
    yield "DO", cited.doi
    yield "N1", UNCONFIRMED if cited.doi_unconfirmed else ""
    yield "UR", cited.url
    yield "AN", f"arXiv:{cited.arxiv_id}" if cited.arxiv_id else ""
    yield "LA", "zh" if cited.chinese else "en"
    yield from (("KW", word) for word in cited.keywords)
