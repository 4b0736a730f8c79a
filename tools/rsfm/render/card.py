"""A paper on a card: the few words by which a reader recognises it in a list."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import Availability, Scope
from rsfm.render.facets import ranges_of, terms_of

AUTHORS_SHOWN = 3
"""How many authors a card names before it only counts the rest."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """Texts of one card in one locale; also what search results and favourites are drawn from."""

    paper_id: str
    tail: str
    """Address of the paper's page below the locale's folder."""
    name: str
    title: str
    point: str
    """The paper in one sentence, from the other locale where this one lacks it; may be empty."""
    point_tag: str
    """BCP 47 tag of the language ``point`` is really in."""
    authors: str
    venue: str
    family: str
    open_code: bool
    open_weights: bool
    general: bool
    """Whether the paper is outside remote sensing."""
    facets: dict[str, tuple[str, ...]]
    """Terms by which a list of papers can be narrowed, by facet."""
    ranges: dict[str, tuple[float, float]]
    """Numbers by which it can be narrowed, from the smallest to the largest, by facet."""


def cards(paper: Paper, catalog: Catalog) -> dict[Locale, Card]:
    """Return the card of ``paper`` in each locale."""
    facets, ranges = terms_of(paper.entry), ranges_of(paper.entry)
    return {locale: _card(paper, catalog, locale, facets, ranges) for locale in Locale}


def _card(
    paper: Paper,
    catalog: Catalog,
    locale: Locale,
    facets: dict[str, tuple[str, ...]],
    ranges: dict[str, tuple[float, float]],
) -> Card:
    entry = paper.entry
    one_line = entry.prose.one_line.text if entry.prose and entry.prose.one_line else None
    borrowed = one_line is not None and one_line.missing(locale)
    return Card(
        paper_id=entry.paper_id,
        tail=f"papers/{entry.paper_id}/",
        name=entry.name,
        title=entry.title,
        point=one_line.best(locale) if one_line else "",
        point_tag=(locale.other if borrowed else locale).tag,
        authors=authors_line(paper.authors, locale),
        venue=f"{entry.venue.name} {entry.venue.year}",
        family=catalog.taxonomy["family"][entry.family].label.best(locale),
        open_code=entry.code.state is Availability.OPEN,
        open_weights=entry.weights.state is Availability.OPEN,
        general=entry.scope is Scope.GENERAL,
        facets=facets,
        ranges=ranges,
    )


def authors_line(authors: tuple[str, ...], locale: Locale) -> str:
    """Return the first authors and how many more there are."""
    shown = (", " if locale is Locale.EN else "、").join(authors[:AUTHORS_SHOWN])
    if len(authors) <= AUTHORS_SHOWN:
        return shown
    return f"{shown} + {len(authors) - AUTHORS_SHOWN}" if locale is Locale.EN else f"{shown} 等 {len(authors)} 人"
