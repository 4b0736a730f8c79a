"""Everything by which a paper may be found, in both languages, and how much each text counts."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from rsfm.locales import Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import Entry, Term
from rsfm.model.register import leaves, values_at


class Weight(IntEnum):
    """How much a match counts, from 1 to 10: Pagefind's own scale."""

    NAME = 10
    TOPIC = 4
    PROSE = 1


_NAME_FROM, _TOPIC_FROM = 6, 2


def searchable_texts(paper: Paper, catalog: Catalog) -> Iterator[tuple[Weight, str]]:
    """Yield every text of ``paper`` that a reader may search for, with its weight.

    Which fields those are the register says. Of a term its labels and aliases count, not its definition.
    """
    entry, snapshot = paper.entry.resolved, paper.snapshot
    yield Weight.NAME, entry.paper_id
    if paper.doi:
        yield Weight.NAME, paper.doi
    yield from ((Weight.TOPIC, author) for author in paper.authors)
    for path, field in leaves(Entry).items():
        if field.uses.search:
            weight = _weight(field.uses.search)
            terms = catalog.taxonomy.get(field.terms, {}) if field.terms else {}
            for value in values_at(entry, path):
                yield from ((weight, text) for text in _texts(value, terms.get(value) if field.terms else None))
    if snapshot:
        yield from ((Weight.PROSE, text) for text in (snapshot.title, snapshot.abstract, snapshot.comment) if text)


def _weight(search: int) -> Weight:
    if search >= _NAME_FROM:
        return Weight.NAME
    return Weight.TOPIC if search >= _TOPIC_FROM else Weight.PROSE


def _texts(value: object, term: Term | None) -> tuple[str, ...]:
    if term:
        return (*_both(term.label), *term.aliases)
    return _both(value) if isinstance(value, Localized) else (str(value),)


def _both(text: Localized) -> tuple[str, ...]:
    return tuple(each for each in (text.zh, text.en) if each)
