"""What a page shows, in a few bytes: a build that knows them makes only the pages of which they changed.

A key may stand for more than is shown, so that a page is made again for nothing, but never for less. It is made of the
papers that a page names, whole; of what all pages have in common; and of what only the rest of the catalog can say, such
as the rank of a value.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from rsfm.locales import Locale
from rsfm.merge import RELATIONS, Paper
from rsfm.model import Entry, PaperId
from rsfm.model.register import leaves, values_at
from rsfm.results import BenchmarkResults, Measured

if TYPE_CHECKING:
    from rsfm.render.renderer import Renderer


class PageKeys:
    """The keys of the pages of one renderer."""

    def __init__(self, renderer: Renderer, outside: bytes) -> None:
        """``outside`` stands for all that pages are made of besides the catalog; empty: no page has a key."""
        self._renderer = renderer
        self._catalog = renderer.catalog
        self._outside = outside

    def of_paper(self, address: str, paper: Paper, newer: Paper | None, older: Paper | None) -> bytes:
        """Return the key of a paper's page, which lies between ``newer`` and ``older``."""
        near = (f"{other.paper_id} {other.entry.name}" if other else "" for other in (newer, older))
        return self._key(address, *near, self._shown_of(paper.paper_id))

    def of_list(self, address: str, texts: Iterable[object], papers: Sequence[Paper]) -> bytes:
        """Return the key of a list of ``papers`` that says ``texts`` besides."""
        return self._key(address, *map(str, texts), *(self._paper(paper.paper_id) for paper in papers))

    def of_benchmark(self, address: str, results: BenchmarkResults) -> bytes:
        """Return the key of a benchmark's page."""
        values = [row.measured for table in results.tables for row in table.rows]
        values += [out.measured for out in results.left_out]
        values += [side for one in results.disagreements for side in one.sides]
        named = {*_named_in(values), *filter(None, [results.benchmark.entry])}
        return self._key(address, _told(results), *map(self._paper, sorted(named)))

    def _key(self, address: str, *parts: str | bytes) -> bytes:
        return _digest(self._everywhere, address, *parts) if self._outside else b""

    @cached_property
    def _everywhere(self) -> bytes:
        """What all pages may show."""
        catalog, renderer = self._catalog, self._renderer
        shells = (renderer.shell(locale) for locale in Locale)
        tables = (catalog.taxonomy, catalog.benchmarks, catalog.sources, catalog.harnesses, sorted(catalog.misses))
        common = (catalog.last_verified, renderer.site, renderer.content.previews)
        return _digest(self._outside, *shells, _told(tables), repr(common))

    @cache  # noqa: B019 -- as short-lived as its renderer; asked for by many pages
    def _paper(self, paper_id: PaperId) -> bytes:
        """All that is known of one paper."""
        paper = self._catalog.by_id.get(paper_id)
        # What was worked out of an entry since is no part of it.
        return _digest(_told(replace(paper, entry=replace(paper.entry)))) if paper else b""

    @cache  # noqa: B019 -- as above; the same in both languages
    def _shown_of(self, paper_id: PaperId) -> bytes:
        """What the page of a paper shows in any language."""
        catalog, renderer = self._catalog, self._renderer
        paper = catalog.by_id[paper_id]
        near = [other.paper_id for other in catalog.related(paper)]
        lineage = renderer.lineages.get(paper_id)
        nodes = lineage.nodes if lineage else ()
        results = renderer.comparison.of_paper(paper_id)
        values = [row.measured for each in results for row in each.rows]
        values += [out.measured for each in results for out in each.left_out]
        places = [renderer.places.get((facet, name)) for facet, name in _names_of(paper)]
        named = [*near, *_related_to(paper), *(node.paper.paper_id for node in nodes), *sorted(_named_in(values))]
        named += [other for others in catalog.referring(paper).values() for other in others]
        common = (
            places,
            sorted(renderer.listed.intersection(_terms_of(paper))),
            catalog.referring(paper),
            [renderer.nearness.rarest(paper_id, other) for other in near],
            [(node.x, node.y, node.tie, node.from_x, node.from_y) for node in nodes],
            named,
        )
        return _digest(self._paper(paper_id), repr(common), _told(results), *map(self._paper, named))


def _told(value: object) -> bytes:
    """Return ``value`` as bytes that are the same for equal values: which of them are one object plays no part."""
    told = io.BytesIO()
    pickler = pickle.Pickler(told, protocol=5)
    pickler.fast = True
    pickler.dump(value)
    return told.getvalue()


def _digest(*parts: str | bytes) -> bytes:
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(len(data).to_bytes(8))
        whole.update(data)
    return whole.digest()


def _names_of(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield the names on a paper's page that may have pages of their own."""
    venue = paper.entry.venue
    yield from (("author", name) for name in paper.authors)
    yield from (("venue", name) for name in (venue.name, f"{venue.name} {venue.year}"))


def _terms_of(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield the terms that an entry uses, by vocabulary: some have lists of their own."""
    for path, field in leaves(Entry).items():
        if field.terms:
            yield from ((field.terms, str(value)) for value in values_at(paper.entry.resolved, path))


def _related_to(paper: Paper) -> Iterator[PaperId]:
    for kind in RELATIONS:
        yield from (each.entry for each in getattr(paper.entry.relations, kind) if each.entry)
    yield from (each.entry for each in paper.entry.data if each.entry)
    yield from (other for variant in paper.entry.models.values() for other in variant.base_entries)


def _named_in(values: Iterable[Measured]) -> set[PaperId]:
    """Return the papers that values are of, were measured by, or stand in; a harness has none."""
    return {PaperId(name) for value in values for name in (value.paper_id, value.by, value.reported_in) if name}
