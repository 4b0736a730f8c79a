"""Writing the index: start, pieces, lists of words, numbers of papers, facets, and the texts that passages come from."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from rsfm.locales import Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import Scope
from rsfm.site.search.concepts import Concept, concepts_of
from rsfm.site.search.pieces import compact, compressed, pieces
from rsfm.site.search.postings import Postings
from rsfm.site.search.record import Records
from rsfm.site.search.spelling import word_lists
from rsfm.site.search.synonyms import STOP_PHRASES, STOP_WORDS
from rsfm.site.search.traditional import TABLE
from rsfm.store.kept import Kept

FOLDER = "search-index"
"""Folder of the index below the root of the site."""
BLOCK = 128
"""How many paper_ids one file holds."""
Write = Callable[[str, bytes], None]


def write_search(write: Write, catalog: Catalog, cards: int, kept: Kept | None = None) -> None:
    """Write the index of ``catalog`` below ``FOLDER``; ``cards`` is the number of files that hold its cards.

    ``kept`` are the records of the last build.

    What belongs together lies in a folder named after its content: a browser that holds an old start and meets a new
    site finds nothing rather than wrong papers.
    """
    concepts = concepts_of(catalog)
    kept = kept or Kept(None)
    records, postings, words = Records(catalog, concepts, kept), Postings(), Counter[str]()
    columns = []
    for number, paper in enumerate(catalog.papers):
        record = records.of(paper)
        postings.add(number, record.places.items())
        words.update(record.strong)
        columns.append(record.terms)
        write(f"{FOLDER}/texts/{paper.paper_id}.z", record.texts)
    kept.save()
    cut = list(pieces(postings.sorted()))
    lists = list(word_lists(words))
    blocks = list(_blocks(catalog.papers))
    facets = compact(_facets(columns))
    digest = hashlib.sha256()
    for data in (*(piece for _, piece in cut), *lists, *blocks, facets):
        digest.update(data)
    place = f"{FOLDER}/{digest.hexdigest()[:12]}"
    for kind, files in (("pieces", [piece for _, piece in cut]), ("words", lists), ("ids", blocks)):
        for number, data in enumerate(files):
            write(f"{place}/{kind}/{number}.z", data)
    write(f"{place}/facets.z", facets)
    write(f"{FOLDER}/traditional.z", compressed(TABLE.encode()))
    start = {
        "at": digest.hexdigest()[:12],
        "papers": len(catalog.papers),
        "cards": cards,
        "words": len(lists),
        "block": BLOCK,
        "general": [n for n, paper in enumerate(catalog.papers) if paper.entry.scope is Scope.GENERAL],
        "pieces": [first for first, _ in cut],
        "concepts": list(map(_concept, concepts)),
        "stop": sorted(STOP_WORDS),
        "cut": list(STOP_PHRASES),
    }
    write(f"{FOLDER}/start.z", compact(start))


def _concept(concept: Concept) -> list[Any]:
    """A meaning as a browser reads it: name, labels, whether it narrows, spellings."""
    label: Localized = concept.label
    return [concept.name, label.zh or label.en, label.en or label.zh, int(concept.facet), *concept.spellings]


def _blocks(papers: Sequence[Paper]) -> Iterator[bytes]:
    for begin in range(0, len(papers), BLOCK):
        yield compressed("\n".join(paper.paper_id for paper in papers[begin : begin + BLOCK]).encode())


def _facets(columns: Sequence[Mapping[str, tuple[str, ...]]]) -> dict[str, Any]:
    """Return the terms of every facet, and of every paper the places of its terms in that list."""
    found: dict[str, Any] = {}
    for facet in sorted({facet for column in columns for facet in column}):
        terms = sorted({term for column in columns for term in column.get(facet, ())})
        number = {term: place for place, term in enumerate(terms)}
        found[facet] = {"terms": terms, "of": [[number[term] for term in column.get(facet, ())] for column in columns]}
    return found
