"""By which terms and numbers a list of papers can be narrowed; the register says which fields those are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, wraps
from typing import TypeVar

from rsfm.merge import Catalog
from rsfm.model import Availability, Entry, Gsd, PaperId, Quantity, Taxonomy, TermName
from rsfm.model.register import Facet, Field, leaves, values_at
from rsfm.results.measured import measured_in

_LICENCES = {
    "code.licence.name": "code-licence",
    "weights.licence.name": "weights-licence",
    "variants.*.weights.licence.name": "weights-licence",
}
"""A licence belongs to one thing; those of data narrow no list."""
_Found = TypeVar("_Found")


def facet_name(path: str, field: Field) -> str:
    """Return the name of a field's facet in addresses: its vocabulary, or its column in exports; empty: it has none."""
    return _LICENCES.get(path, "") if field.terms == "licence" else field.terms or field.uses.export


@cache
def _narrowing(how: Facet) -> tuple[tuple[str, str], ...]:
    """Return path and facet of every field that narrows lists in one way. Variants hold what they share."""
    found = ((path, facet_name(path, field)) for path, field in leaves(Entry).items() if field.uses.facet is how)
    return tuple((path, name) for path, name in found if name and not path.startswith("defaults."))


def _once(find: Callable[[Entry], _Found]) -> Callable[[Entry], _Found]:
    """Let an entry, which cannot change, keep what ``find`` found of it: many pages ask."""

    def found(entry: Entry) -> _Found:
        kept = vars(entry)
        if find.__name__ not in kept:
            kept[find.__name__] = find(entry)
        known: _Found = kept[find.__name__]
        return known

    return wraps(find)(found)


@_once
def terms_of(entry: Entry) -> dict[str, tuple[str, ...]]:
    """Return the terms of ``entry`` by facet, each once; a year is one too."""
    found: dict[str, dict[str, None]] = {}
    for path, name in _narrowing(Facet.TERM):
        values = values_at(entry.resolved, path)
        if path.startswith("variants."):
            # A variant that says nothing of its weights is told by the entry.
            values = [value for value in values if value is not Availability.UNKNOWN]
        found.setdefault(name, {}).update(dict.fromkeys(map(str, values)))
    return {"year": (str(entry.venue.year),), **{name: tuple(values) for name, values in found.items()}}


@_once
def ranges_of(entry: Entry) -> dict[str, tuple[float, float]]:
    """Return the numbers of ``entry`` by facet, from the smallest to the largest; what is unknown is absent."""
    found: dict[str, list[float]] = {}
    for path, name in _narrowing(Facet.RANGE):
        for value in values_at(entry.resolved, path):
            found.setdefault(name, []).extend(_ends(value))
    return {name: (min(ends), max(ends)) for name, ends in found.items() if ends}


def _ends(value: object) -> list[float]:
    if isinstance(value, Gsd):
        value = value.all
    if isinstance(value, Quantity):
        return [end for end in (value.low, value.high) if end is not None]
    return [value] if isinstance(value, (int, float)) else []


def commercial_of(terms: Mapping[str, tuple[str, ...]], taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return whether a company may use the weights, or else the code, as their licences say; empty where none is known."""
    names = terms.get("weights-licence") or terms.get("code-licence") or ()
    uses = (taxonomy["licence"][TermName(name)].commercial for name in names)
    return tuple(sorted({str(use) for use in uses if use}))


def facets_of_all(catalog: Catalog) -> dict[PaperId, dict[str, tuple[str, ...]]]:
    """Return the terms of every paper by facet: those of its entry, what its licences allow, what it was measured on."""
    measured: dict[PaperId, dict[str, None]] = {}
    for value in measured_in(catalog):
        if value.paper_id:
            measured.setdefault(value.paper_id, {})[value.on] = None
    found = {}
    for paper in catalog.papers:
        terms = terms_of(paper.entry)
        commercial = commercial_of(terms, catalog.taxonomy)
        found[paper.paper_id] = {
            **terms,
            "commercial": commercial,
            "benchmark": tuple(sorted(measured.get(paper.paper_id, ()))),
        }
    return found
