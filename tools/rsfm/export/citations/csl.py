"""CSL-JSON, which citation processors, Zotero and pandoc read."""

from __future__ import annotations

from typing import Any

from rsfm.export.citations.reference import UNCONFIRMED, Reference, WorkKind
from rsfm.model.people import Name

_TYPES = {
    WorkKind.ARTICLE: "article-journal",
    WorkKind.CONFERENCE: "paper-conference",
    WorkKind.PREPRINT: "article",
    WorkKind.OTHER: "document",
}


def csl(cited: Reference) -> dict[str, Any]:
    """Return ``cited`` as one item; what is unknown is absent."""
    day = cited.published
    pages = "-".join(filter(None, (cited.first_page, cited.last_page)))
    preprint = cited.kind is WorkKind.PREPRINT
    found: dict[str, Any] = {
        "id": cited.key,
        "type": _TYPES[cited.kind],
        "title": cited.title,
        "author": [_name(name) for name in cited.authors],
        "issued": {"date-parts": [[day.year, day.month, day.day] if day else [cited.year]]},
        "container-title": "" if preprint else cited.container,
        "publisher": cited.container if preprint else cited.publisher,
        "genre": "preprint" if preprint else "",
        "volume": cited.volume,
        "issue": cited.issue,
        "page": pages if cited.last_page or cited.kind is not WorkKind.ARTICLE else "",
        "number": f"arXiv:{cited.arxiv_id}" if preprint else "" if cited.last_page else pages,
        "DOI": cited.doi,
        "note": UNCONFIRMED if cited.doi_unconfirmed else "",
        "URL": cited.url,
        "language": "zh" if cited.chinese else "en",
    }
    return {name: value for name, value in found.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    found = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: said for part, said in found.items() if said}
