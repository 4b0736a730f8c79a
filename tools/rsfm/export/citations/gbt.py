"""GB/T 7714—2015 as plain text (sequential numbering style), with 等 or et al. and the mark of the kind of document."""

from __future__ import annotations

from rsfm.export.citations.reference import Reference, WorkKind
from rsfm.model.people import Name

_NAMED = 3
"""Authors who are named; the others are 等 or et al."""


def gbt(cited: Reference) -> str:
    """Return ``cited`` as GB/T 7714—2015 writes it."""
    parts = [_authors(cited), f"{cited.title}{_mark(cited)}{_where(cited)}"]
    if _online(cited):
        parts.append(cited.url)
    if cited.doi and cited.kind is not WorkKind.PREPRINT:
        parts.append(f"DOI: {cited.doi}")
    return ". ".join(filter(None, parts)) + "."


def _online(cited: Reference) -> bool:
    return bool(cited.url) and cited.kind in (WorkKind.PREPRINT, WorkKind.OTHER)


def _authors(cited: Reference) -> str:
    names = [_name(name) for name in cited.authors[:_NAMED]]
    if len(cited.authors) > _NAMED:
        first = cited.authors[0]
        names.append("等" if first.is_chinese or (cited.chinese and not first.given) else "et al")
    return ", ".join(names)


def _name(name: Name) -> str:
    """Family name in capitals, then initials without full stops; a Chinese name and a group's as they are."""
    if name.is_chinese:
        return name.family + name.given
    if not name.given:
        return name.family
    initials = name.initials.replace(".", "").replace("-", " ")
    return " ".join(filter(None, (name.family.upper(), initials, name.suffix.rstrip("."))))


def _mark(cited: Reference) -> str:
    if cited.kind is WorkKind.ARTICLE:
        return "[J]"
    if cited.kind is WorkKind.CONFERENCE:
        return "[C]"
    return "[EB/OL]" if cited.url else "[Z]"


def _where(cited: Reference) -> str:
    pages = "-".join(filter(None, (cited.first_page, cited.last_page)))
    if cited.kind is WorkKind.ARTICLE:
        volume = cited.volume + (f"({cited.issue})" if cited.issue else "")
        place = ", ".join(filter(None, (cited.container, str(cited.year), volume)))
        return f". {place}: {pages}" if pages else f". {place}"
    if cited.kind is WorkKind.CONFERENCE:
        place = ", ".join(filter(None, (cited.publisher, str(cited.year))))
        return f"//{cited.container}. {place}" + (f": {pages}" if pages else "")
    when = f"({cited.published.isoformat()})" if cited.published else ""
    seen = f"[{cited.looked_at.isoformat()}]" if cited.url else ""
    publisher = ", ".join(filter(None, (cited.container, str(cited.year))))
    return f". {publisher}{when}{seen}"
