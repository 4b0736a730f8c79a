"""Everything by which a paper may be found, in both languages, and how much each text counts."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from rsfm.locales import Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import Prose


class Weight(IntEnum):
    """How much a match counts, from 1 to 10: Pagefind's own scale."""

    NAME = 10
    TOPIC = 4
    PROSE = 1


def searchable_texts(paper: Paper, catalog: Catalog) -> Iterator[tuple[Weight, str]]:
    """Yield every text of ``paper`` that a reader may search for, with its weight."""
    entry, snapshot, facts = paper.entry, paper.snapshot, paper.entry.model
    names = (entry.name, entry.title, entry.paper_id, entry.arxiv_id, paper.doi, *entry.aliases, *entry.other_titles)
    yield from ((Weight.NAME, name) for name in names if name)
    topics = [*paper.authors, entry.venue.name, str(entry.venue.year), *entry.keywords.zh, *entry.keywords.en]
    topics += [*facts.sensors, *(data.name for data in facts.pretraining_data)]
    topics += [release.licence.name for release in (entry.code, entry.weights) if release.licence]
    for vocabulary, terms in (
        (catalog.taxonomy.family, (entry.family,)),
        (catalog.taxonomy.kind, entry.kinds),
        (catalog.taxonomy.modality, facts.modalities),
        (catalog.taxonomy.task, facts.tasks),
        (catalog.taxonomy.method, facts.methods),
    ):
        topics += [text for term in terms for text in _both(vocabulary[term].label)]
    yield from ((Weight.TOPIC, topic) for topic in topics)
    told = [text for each in (facts.backbone, facts.parameters, facts.pretraining, entry.note) for text in _both(each)]
    if entry.prose:
        told += _told(entry.prose)
    if snapshot:
        told += [snapshot.title, snapshot.abstract or "", snapshot.comment or ""]
    yield from ((Weight.PROSE, text) for text in told)


def _both(text: Localized | None) -> tuple[str, ...]:
    return tuple(each for each in (text.zh, text.en) if each) if text else ()


def _told(prose: Prose) -> list[str]:
    method = prose.method
    sections = [prose.one_line, prose.summary, prose.highlights, prose.applications]
    sections += [method.problem, method.idea, method.framework, method.innovation, method.design]
    points = (*prose.key_points.zh, *prose.key_points.en) if prose.key_points else ()
    return [*points, *(text for section in sections if section for text in _both(section.text))]
