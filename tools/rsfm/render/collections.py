"""Papers that have something in common, each group with an address of its own: a term, a venue, an author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rsfm import ids
from rsfm.authors import authors_of_several
from rsfm.locales import Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import Term, VenueKind
from rsfm.render.facets import terms_of

OF_TERMS = ("kind", "modality", "sensor", "task", "method", "backbone", "base")
"""Vocabularies whose terms have pages here; families and years have pages of their own."""
VENUE, AUTHOR = "venue", "author"


@dataclass(frozen=True, kw_only=True)
class Collection:
    """Some papers under one name."""

    facet: str
    slug: str
    """Its part of the address."""
    label: Localized
    papers: tuple[Paper, ...]
    definition: Localized = field(default_factory=Localized)
    parent: str = ""
    """The address of the collection that holds this one, below ``browse/``: a venue holds its years."""

    @property
    def tail(self) -> str:
        """Its address below the locale's folder."""
        return f"browse/{self.facet}/{self.slug}/"


_NEIGHBOURS = 8
"""So many collections of the same facet are named beside one."""


def neighbours_of(some: Sequence[Collection]) -> dict[str, tuple[Collection, ...]]:
    """Return what is near each collection of one facet, by its slug: those that most of its papers are in as well.

    A year of a conference shares no paper with the others: beside it are all of them.
    """
    holding: dict[str, list[int]] = {}
    for place, each in enumerate(some):
        for paper in each.papers:
            holding.setdefault(paper.paper_id, []).append(place)
    years: dict[str, list[Collection]] = {}
    for each in some:
        if each.parent:
            years.setdefault(each.parent, []).append(each)
    found = {}
    for place, each in enumerate(some):
        shared = Counter(other for paper in each.papers for other in holding[paper.paper_id] if other != place)
        near = [some[other] for other, _ in sorted(shared.items(), key=lambda kept: (-kept[1], kept[0]))]
        family = years.get(each.parent or f"{each.facet}/{each.slug}/", [])
        parent = [other for other in near if family and f"{other.facet}/{other.slug}/" == each.parent]
        found[each.slug] = (*parent, *(other for other in family if other is not each)) or tuple(near[:_NEIGHBOURS])
    return found


def collections_of(catalog: Catalog) -> dict[str, list[Collection]]:
    """Return every collection by facet, those of terms in the order of the taxonomy, others by name."""
    found: dict[str, list[Collection]] = {}
    by_term: dict[str, dict[str, list[Paper]]] = {facet: {} for facet in OF_TERMS}
    for paper in catalog.papers:
        for facet, terms in terms_of(paper.entry).items():
            if facet in by_term:
                for term in terms:
                    by_term[facet].setdefault(term, []).append(paper)
    for facet, groups in by_term.items():
        found[facet] = list(_of_terms(facet, catalog.taxonomy.get(facet, {}), groups))
    found[VENUE] = list(_of_venues(catalog.papers))
    found[AUTHOR] = [
        Collection(facet=AUTHOR, slug=slug, label=Localized.same(name), papers=papers)
        for slug, name, papers in authors_of_several(catalog)
    ]
    return {facet: some for facet, some in found.items() if some}


def _of_terms(facet: str, terms: Mapping[str, Term], groups: Mapping[str, list[Paper]]) -> Iterator[Collection]:
    for name, term in terms.items():
        if name in groups:
            yield Collection(
                facet=facet, slug=name, label=term.label, definition=term.definition, papers=tuple(groups[name])
            )


def _of_venues(papers: Iterable[Paper]) -> Iterator[Collection]:
    """Yield each venue, and of a conference each of its years."""
    groups: dict[str, list[Paper]] = {}
    names: dict[str, str] = {}
    for paper in papers:
        venue = paper.entry.venue
        if slug := ids.paper_id_from(venue.name):
            groups.setdefault(slug, []).append(paper)
            names.setdefault(slug, venue.name)
            if venue.kind is VenueKind.CONFERENCE:
                year = f"{slug}-{venue.year}"
                groups.setdefault(year, []).append(paper)
                names.setdefault(year, f"{venue.name} {venue.year}")
    for slug in sorted(groups):
        held, _, year = slug.rpartition("-")
        of_year = year.isdigit() and held in groups and names[slug] != names[held]
        parent = f"{VENUE}/{held}/" if of_year else ""
        label = Localized.same(names[slug])
        yield Collection(facet=VENUE, slug=slug, label=label, papers=tuple(groups[slug]), parent=parent)
