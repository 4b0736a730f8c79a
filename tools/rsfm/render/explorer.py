"""What the explorer offers a reader: facets with their terms and counts, and numbers with their ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog
from rsfm.model import CommercialUse, Entry, Handle
from rsfm.model.choices import choice_text
from rsfm.model.register import Facet, Field, Unit, fields_of, is_group, leaves
from rsfm.render.facets import facet_name, facets_of_all, ranges_of

_FIRST = ("task", "modality", "sensor", "family", "kind", "code", "weights", "commercial")
"""What readers choose by most comes first; the others follow in the order of the register."""
_SEVERAL = ("task", "modality", "sensor", "method", "kind", "benchmark")
"""Facets of which a paper may have several terms, so that all of them can be asked for."""
_MOST = 60
"""So many terms of one facet are offered, those with most papers."""
_SCALES = {
    Unit.PARAMETERS: (Localized(zh="百万", en="M"), 10**6),
    Unit.METRES: (Localized(zh="米", en="m"), 1),
    Unit.HOURS: (Localized(zh="小时", en="h"), 1),
}
"""In which unit numbers of a kind are typed, and how large it is."""
COLUMNS = ("name", "year", "family", "modality", "parameters", "backbone", "gsd", "code", "weights")
"""The columns of the table."""

Option = tuple[str, str, int]
"""A term, its label and how many papers have it."""


def facets_offered(
    catalog: Catalog, locale: Locale, say: Callable[[str], str]
) -> Iterator[tuple[str, str, list[Option], bool]]:
    """Yield each facet: its name, its label, its options, and whether all of several terms may be asked for."""
    counts: dict[str, Counter[str]] = {}
    for own in facets_of_all(catalog).values():
        for name, terms in own.items():
            counts.setdefault(name, Counter()).update(terms)
    counts.pop("year", None)  # a number, and a range of numbers narrows better
    for name in sorted(counts, key=lambda name: (*_FIRST, name).index(name)):
        options = [(term, _label(catalog, name, term, locale, say), n) for term, n in counts[name].most_common(_MOST)]
        if options:
            yield name, _named(name, locale, say), options, name in _SEVERAL


def _named(facet: str, locale: Locale, say: Callable[[str], str]) -> str:
    """Return the label of a facet: a word of the interface where there is one, else that of its field."""
    try:
        return say(f"facet_{facet}")
    except KeyError:
        return next(
            field.uses.label.best(locale) for path, field in leaves(Entry).items() if facet_name(path, field) == facet
        )


def ranges_offered(
    catalog: Catalog, locale: Locale
) -> Iterator[tuple[str, str, tuple[str, int], float | int, float | int]]:
    """Yield each number that can be asked for: its name, label, unit, and the smallest and largest that occurs."""
    ends: dict[str, list[float]] = {}
    for paper in catalog.papers:
        for name, (least, greatest) in ranges_of(paper.entry).items():
            ends.setdefault(name, []).extend((least, greatest))
    for name, field in _range_fields().items():
        if name in ends:
            unit, scale = _SCALES.get(_counted(field), (Localized(), 1))
            shown = [float(f"{end / scale:.4g}") for end in (min(ends[name]), max(ends[name]))]
            least, greatest = (int(end) if end.is_integer() else end for end in shown)
            yield name, field.uses.label.best(locale), (unit.best(locale), scale), least, greatest


def _counted(field: Field) -> Unit:
    """Return what the numbers of ``field`` count; a group counts what its first part does."""
    parts = fields_of(field.kind).values() if is_group(field.kind) else ()
    return field.uses.unit or next((part.uses.unit for part in parts), Unit.NONE)


def _range_fields() -> dict[str, Field]:
    """Return the fields that are numbers to narrow by, by the name of their facet."""
    return {
        facet_name(path, field): field
        for path, field in leaves(Entry).items()
        if field.uses.facet is Facet.RANGE and not path.startswith("defaults.")
    }


def _label(catalog: Catalog, facet: str, term: str, locale: Locale, say: Callable[[str], str]) -> str:
    if facet in ("code", "weights"):
        return say(f"available_{term}")
    if facet == "commercial":
        return choice_text(CommercialUse(term)).best(locale)
    if facet == "benchmark":
        return catalog.benchmarks[Handle(term)].label.best(locale) if term in catalog.benchmarks else term
    vocabulary = "licence" if facet.endswith("-licence") else facet
    found = catalog.taxonomy.get(vocabulary, {}).get(term)
    return found.label.best(locale) if found else term
