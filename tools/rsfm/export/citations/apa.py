"""APA 7 as plain text, for bibliographies that are written by hand."""

from __future__ import annotations

from rsfm import ids
from rsfm.export.citations.reference import Reference, WorkKind
from rsfm.model.people import Name

_ALL_UP_TO = 20
_FIRST = 19
"""Of more than twenty authors the first nineteen and the last are named."""


def apa(cited: Reference) -> str:
    """Return ``cited`` in the style of APA 7."""
    title = cited.title if cited.title[-1:] in "?!。？！" else f"{cited.title}."
    if cited.kind is WorkKind.PREPRINT:
        title = f"{cited.title} (arXiv:{cited.arxiv_id})."
    who = _authors(cited.authors)
    # Without an author the title takes its place.
    parts = [f"{who}{'' if who.endswith('.') else '.'} ({cited.year}).", title] if who else [title, f"({cited.year})."]
    parts += [_venue(cited), ids.doi_url(cited.doi) if cited.doi else cited.url]
    return " ".join(filter(None, parts))


def _authors(names: tuple[Name, ...]) -> str:
    shown = [_name(name) for name in names]
    if len(shown) > _ALL_UP_TO:
        return f"{', '.join(shown[:_FIRST])}, . . . {shown[-1]}"
    if len(shown) > 1:
        return f"{', '.join(shown[:-1])}, & {shown[-1]}"
    return "".join(shown)


def _name(name: Name) -> str:
    if name.is_chinese:
        return name.family + name.given
    return ", ".join(filter(None, (name.family, name.initials, name.suffix)))


def _venue(cited: Reference) -> str:
    pages = "–".join(filter(None, (cited.first_page, cited.last_page)))
    if cited.kind is WorkKind.ARTICLE:
        volume = cited.volume + (f"({cited.issue})" if cited.issue else "")
        number = pages if cited.last_page or not pages else f"Article {pages}"
        return ", ".join(filter(None, (cited.container, volume, number))) + "."
    if cited.kind is WorkKind.CONFERENCE:
        number = f" (pp. {pages})" if cited.last_page else f" (p. {pages})" if pages else ""
        return f"In {cited.container}{number}."
    return f"{cited.container}." if cited.container else ""
