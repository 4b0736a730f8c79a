"""The facets of the catalog as flags of a command: ``--modality sar --parameters 100M-1B --weights open``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from rsfm.cli import CannotRun
from rsfm.merge import Catalog, Paper
from rsfm.model import Entry, Taxonomy
from rsfm.model.quantities import quantity
from rsfm.model.register import Facet, leaves
from rsfm.render.facets import facet_name, facets_of_all, ranges_of

Span = tuple[float, float]


class NoSuchTerm(CannotRun):
    """A flag names what no paper and no vocabulary has; its text says what there is."""


def facet_flags(kind: Facet) -> Mapping[str, str]:
    """Return the help of every facet of one kind, by name."""
    found: dict[str, str] = {}
    for path, field in leaves(Entry).items():
        if field.uses.facet is kind and (name := facet_name(path, field)):
            found.setdefault(name, field.uses.label.en or name)
    return found


def term_flags() -> Mapping[str, str]:
    """Return the help of every facet of terms: those of entries, and those that follow from more than one entry."""
    return {
        **facet_flags(Facet.TERM),
        "commercial": "Commercial use: yes, no, ask, unknown",
        "benchmark": "Has results on a benchmark",
    }


def add_facets(parser: argparse.ArgumentParser) -> None:
    """Add a flag for each facet: of terms any of those given must fit, of ranges what lies inside."""
    group = parser.add_argument_group("narrow the catalog")
    ranges = facet_flags(Facet.RANGE)
    for name, about in term_flags().items():
        if name not in ranges:
            flag = f"--{name.replace('_', '-')}"
            group.add_argument(flag, dest=f"term_{name}", action="append", default=[], metavar="TERM", help=about)
    for name, about in ranges.items():
        flag = f"--{name.replace('_', '-')}"
        group.add_argument(
            flag, dest=f"range_{name}", type=_span, metavar="RANGE", help=f"{about}: 2024, 100M-1B, <300M"
        )


def narrowed(catalog: Catalog, options: argparse.Namespace) -> list[Paper]:
    """Return the papers that fit every flag, newest first. Raises NoSuchTerm."""
    wanted = {name: values for name in term_flags() if (values := getattr(options, f"term_{name}", []))}
    spans = {name: span for name in facet_flags(Facet.RANGE) if (span := getattr(options, f"range_{name}", None))}
    terms = facets_of_all(catalog) if wanted else {}
    chosen = {
        name: {
            _term(catalog.taxonomy, name, value, {term for each in terms.values() for term in each.get(name, ())})
            for value in values
        }
        for name, values in wanted.items()
    }
    found: list[Paper] = []
    for paper in catalog.papers:
        if any(names.isdisjoint(terms[paper.paper_id].get(name, ())) for name, names in chosen.items()):
            continue
        known = ranges_of(paper.entry) if spans else {}
        known["year"] = (paper.year, paper.year)
        if all(name in known and _overlap(known[name], span) for name, span in spans.items()):
            found.append(paper)
    return found


def _term(taxonomy: Taxonomy, facet: str, text: str, used: set[str]) -> str:
    """Return the term that is called ``text``: its name, a label or an alias, whatever the case."""
    terms = taxonomy.get("licence" if facet.endswith("-licence") else facet, {})
    names = {name.lower(): name for name in used}
    for name, term in terms.items():
        for said in (name, term.label.zh, term.label.en, *term.aliases):
            names.setdefault((said or name).lower(), name)
    if (found := names.get(text.lower())) is None:
        raise NoSuchTerm(f"--{facet}: “{text}” is not there; there is {', '.join(sorted(terms or used))}")
    return found


def _span(text: str) -> Span:
    """Read a number, a range or a bound."""
    value = quantity(text)
    if value is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no number or range: 300M, 100M-1B, <300M, >1B")
    return (value.low if value.low is not None else 0.0, value.high if value.high is not None else float("inf"))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
