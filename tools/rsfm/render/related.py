"""Why one paper is shown beside another: what one says of the other, else the rarest things they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from rsfm.locales import Locale
from rsfm.merge import RELATIONS, Catalog, Paper
from rsfm.model import PaperId, Relations
from rsfm.model.register import fields_of
from rsfm.render.card import Card
from rsfm.render.facets import terms_of

_SHOWN = 2
"""So many shared terms are named."""
_TELLING = ("task", "method", "modality", "sensor", "backbone", "base", "kind")
"""What two papers are said to share; that they are of one family their cards show."""


@dataclass(frozen=True, kw_only=True)
class RelatedPaper:
    """A paper that is near another, and why."""

    card: Card
    reason: str
    stated: bool
    """Whether one of the two names the other."""


class Nearness:
    """Says why papers of a catalog are near each other."""

    def __init__(self, catalog: Catalog, say: Callable[[Locale, str], str]) -> None:
        self._catalog, self._say = catalog, say
        self._terms = {paper.paper_id: _terms(paper) for paper in catalog.papers}
        self._counts = Counter(term for terms in self._terms.values() for term in terms)

    def between(self, paper: Paper, other: Paper, card: Card, locale: Locale) -> RelatedPaper:
        """Return ``other``, with its ``card``, and what makes it near to ``paper``."""
        said = self._stated(paper, other, locale)
        reason = said or self._shared(paper.paper_id, other.paper_id, locale)
        return RelatedPaper(card=card, reason=reason, stated=bool(said))

    def _stated(self, paper: Paper, other: Paper, locale: Locale) -> str:
        """Return the relation in words: that of ``paper`` to the other, else that of the other to it; else nothing."""
        for kind in RELATIONS:
            if any(each.entry == other.paper_id for each in getattr(paper.entry.relations, kind)):
                return fields_of(Relations)[kind].uses.label.best(locale)
        for kind, others in self._catalog.referring(paper).items():
            if other.paper_id in others:
                return self._say(locale, f"relation_from_{kind}")
        return ""

    def _shared(self, one: PaperId, other: PaperId, locale: Locale) -> str:
        shared = sorted(self._terms[one] & self._terms[other], key=lambda term: (self._counts[term], term))
        labels = [self._catalog.taxonomy[vocabulary][name].label for vocabulary, name in shared[:_SHOWN]]
        return self._say(locale, "related_both") + " · ".join(label.best(locale) for label in labels) if labels else ""


def _terms(paper: Paper) -> frozenset[tuple[str, str]]:
    terms = terms_of(paper.entry)
    return frozenset((vocabulary, name) for vocabulary in _TELLING for name in terms.get(vocabulary, ()))
