"""Why one paper is shown beside another: what one says of the other, else the rarest things they have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

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

    def around(self, paper: Paper, cards: Mapping[PaperId, Card], locale: Locale) -> list[RelatedPaper]:
        """Return the papers nearest to ``paper``, with their ``cards``, and what makes each near."""
        stated = self._stated(paper, locale)
        found = []
        for other in self._catalog.related(paper):
            name = other.paper_id
            reason = stated.get(name) or self._shared(paper.paper_id, name, locale)
            found.append(RelatedPaper(card=cards[name], reason=reason, stated=name in stated))
        return found

    def _stated(self, paper: Paper, locale: Locale) -> dict[PaperId | None, str]:
        """Return in words the relation of ``paper`` to each other that it names, else that of the other to it."""
        found: dict[PaperId | None, str] = {}
        for kind in RELATIONS:
            for each in getattr(paper.entry.relations, kind):
                found.setdefault(each.entry, fields_of(Relations)[kind].uses.label.best(locale))
        for kind, others in self._catalog.referring(paper).items():
            for other in others:
                found.setdefault(other, self._say(locale, f"relation_from_{kind}"))
        return found

    def _shared(self, one: PaperId, other: PaperId, locale: Locale) -> str:
        labels = [self._catalog.taxonomy[vocabulary][name].label for vocabulary, name in self.rarest(one, other)]
        return self._say(locale, "related_both") + " · ".join(label.best(locale) for label in labels) if labels else ""

    @cache  # noqa: B019 -- the same in every locale, and as short-lived as the catalog
    def rarest(self, one: PaperId, other: PaperId) -> list[tuple[str, str]]:
        """Return the rarest terms that two papers share, by vocabulary."""
        return sorted(self._terms[one] & self._terms[other], key=lambda term: (self._counts[term], term))[:_SHOWN]


def _terms(paper: Paper) -> frozenset[tuple[str, str]]:
    terms = terms_of(paper.entry)
    return frozenset((vocabulary, name) for vocabulary in _TELLING for name in terms.get(vocabulary, ()))
