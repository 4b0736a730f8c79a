"""Everything known of one paper in one locale, ready to be shown: what its page, comparisons and pictures are made of."""

from __future__ import annotations

from functools import cached_property

from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import Related
from rsfm.render.facts import access, told
from rsfm.render.facts.flow import Flow, flow
from rsfm.render.facts.tables import FactRow, Facts, FactTable
from rsfm.render.facts.told import protocol_said
from rsfm.render.facts.words import Value, Words
from rsfm.render.references import Cited, References

__all__ = ["FactRow", "FactTable", "PaperFacts", "Value", "Words", "protocol_said"]


class PaperFacts(Facts):
    """The facts of one paper, as its template asks for them."""

    def __init__(self, paper: Paper, catalog: Catalog, locale: Locale, words: Words | None = None) -> None:
        """``words`` are those of the locale, where many papers are shown."""
        self._benchmarks = catalog.benchmarks
        self._misses = catalog.misses
        self._references = References(paper, catalog.sources, catalog.last_verified)
        words = words or Words(catalog.taxonomy, locale)
        self.term = words.term
        super().__init__(paper.entry.resolved, words, self.cite)

    def cite(self, reference: str | None) -> Cited | None:
        """Return where a reference leads."""
        return self._references.cite(reference, self._words.locale) if reference else None

    @cached_property
    def loading(self) -> list[access.Loading]:
        """How packages load the variants."""
        return access.loading(self.entry, self._words)

    @cached_property
    def flow(self) -> Flow | None:
        """What goes in and what comes out."""
        return flow(self.entry, self._words)

    @cached_property
    def downloads(self) -> list[access.Download]:
        """The weights of each variant that say something of their own."""
        return access.downloads(self.entry, self._words)

    @cached_property
    def access(self) -> list[access.Download]:
        """Where the data sets can be had."""
        return access.access(self.entry, self._words)

    @cached_property
    def results(self) -> list[told.ResultRow]:
        """The values that this paper reports, as its source has them."""
        return told.results(self.entry, self._benchmarks, self._words, self.cite, self._misses)

    @cached_property
    def relations(self) -> list[tuple[str, tuple[Related, ...]]]:
        """The works that this one stands on, by relation."""
        return told.relations(self.entry, self._words)

    @cached_property
    def events(self) -> list[told.Happened]:
        """What happened, newest first."""
        return told.events(self.entry, self._words, self.cite)

    @cached_property
    def parts(self) -> list[str]:
        """What is really in the code repository."""
        return told.code_parts(self.entry, self._words)
