"""Data for scripts, in pieces that are loaded when needed: which paper's card lies in which piece.

``site_src/docs/assets/js/cards.js`` follows the same rule.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from rsfm.model import PaperId
from rsfm.quality import completeness
from rsfm.render.card import Card
from rsfm.render.facets import facets_of_all
from rsfm.render.renderer import Renderer

CARDS = 12
"""About how many cards one piece holds."""


def shard_count(papers: int) -> int:
    """Return how many pieces the cards of so many papers lie in: a power of two, so that few edits change it."""
    return 1 << max(0, (papers - 1) // CARDS).bit_length()


def shard_of(paper_id: str, count: int) -> int:
    """Return the piece that holds the card of ``paper_id``: its FNV-1a hash, which a browser computes as well."""
    value = 0x811C9DC5
    for byte in paper_id.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value % count


def card_shards(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield path and text of each piece: the cards of one locale by paper_id."""
    count = shard_count(len(renderer.catalog.papers))
    place = {paper.paper_id: shard_of(paper.paper_id, count) for paper in renderer.catalog.papers}
    for locale, cards in renderer.cards.items():
        pieces: list[dict[str, dict[str, object]]] = [{} for _ in range(count)]
        for paper_id, card in cards.items():
            pieces[place[paper_id]][paper_id] = _plain(card)
        for number, piece in enumerate(pieces):
            yield f"data/{locale}/{number}.json", compact(piece)


def papers_index(renderer: Renderer) -> str:
    """Return what the explorer needs to know of every paper, newest first, column by column.

    Terms stand once, and papers point at them.
    """
    cards = next(iter(renderer.cards.values())).values()
    all_terms = facets_of_all(renderer.catalog)
    terms_of = [all_terms[PaperId(card.paper_id)] for card in cards]
    facets: dict[str, dict[str, object]] = {}
    for facet in sorted({name for terms in terms_of for name in terms}):
        terms = sorted({term for each in terms_of for term in each.get(facet, ())})
        number = {term: place for place, term in enumerate(terms)}
        facets[facet] = {"terms": terms, "of": [[number[term] for term in each.get(facet, ())] for each in terms_of]}
    ranges = {name for card in cards for name in card.ranges}
    return compact(
        {
            "shards": shard_count(len(cards)),
            "paper_id": [card.paper_id for card in cards],
            "name": [card.name for card in cards],
            "general": [place for place, card in enumerate(cards) if card.general],
            "facets": facets,
            "ranges": {name: [card.ranges.get(name, 0) for card in cards] for name in sorted(ranges)},
            "complete": [round(100 * completeness(paper)) for paper in renderer.catalog.papers],
            "added": [paper.entry.added.isoformat() for paper in renderer.catalog.papers],
        }
    )


def offered_terms(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield path and text of the terms that the explorer offers, with their labels in one locale, by facet."""
    for locale, facets in renderer.facets_offered.items():
        terms = {name: [(term, label) for term, label, _ in options] for name, _, options, _ in facets}
        yield f"data/{locale}/terms.json", compact(terms)


def arxiv_index(renderer: Renderer) -> str:
    """Return every paper_id by its arXiv id: what turns a list of ids into favourites."""
    entries = (paper.entry for paper in renderer.catalog.papers)
    return compact({entry.arxiv_id: entry.paper_id for entry in entries if entry.arxiv_id})


def compact(value: object) -> str:
    """Return ``value`` as JSON without spaces, the same in every run."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def _plain(card: Card) -> dict[str, object]:
    """What a card shows; its address follows from its paper_id, and its facets are in the index."""
    return {name: value for name, value in vars(card).items() if name not in ("facets", "ranges", "paper_id", "tail")}
