"""By which terms and numbers a list of papers can be narrowed; the register says which fields those are."""

from __future__ import annotations

from rsfm.model import Entry, Gsd, Quantity
from rsfm.model.register import Facet, Field, leaves, values_at


def facet_name(field: Field) -> str:
    """Return the name of a field's facet in addresses: its vocabulary, or its column in exports."""
    return field.terms or field.uses.export


def terms_of(entry: Entry) -> dict[str, tuple[str, ...]]:
    """Return the terms of ``entry`` by facet, each once; a year is one too."""
    found: dict[str, dict[str, None]] = {}
    for path, field in leaves(Entry).items():
        if field.uses.facet is Facet.TERM and not path.startswith("defaults."):
            values = found.setdefault(facet_name(field), {})
            values.update(dict.fromkeys(map(str, values_at(entry.resolved, path))))
    return {"year": (str(entry.venue.year),), **{name: tuple(values) for name, values in found.items()}}


def ranges_of(entry: Entry) -> dict[str, tuple[float, float]]:
    """Return the numbers of ``entry`` by facet, from the smallest to the largest; what is unknown is absent."""
    found: dict[str, list[float]] = {}
    for path, field in leaves(Entry).items():
        if field.uses.facet is Facet.RANGE and not path.startswith("defaults."):
            for value in values_at(entry.resolved, path):
                found.setdefault(facet_name(field), []).extend(_ends(value))
    return {name: (min(ends), max(ends)) for name, ends in found.items() if ends}


def _ends(value: object) -> list[float]:
    if isinstance(value, Gsd):
        value = value.all
    if isinstance(value, Quantity):
        return [end for end in (value.low, value.high) if end is not None]
    return [value] if isinstance(value, (int, float)) else []
