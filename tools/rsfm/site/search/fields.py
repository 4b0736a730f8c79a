"""Every text by which a paper may be found, in both languages, and where in the paper it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntFlag
from functools import cache

from rsfm.locales import Locale, Localized
from rsfm.merge import Paper
from rsfm.model import Entry, Taxonomy, Term
from rsfm.model.register import EACH, Field, fields_of, inside, leaves, values_at


class PlaceOfWord(IntFlag):
    """Where a word stands in a paper: one bit each, so that eight fit a byte; ``search_rank.js`` weighs them."""

    PROSE = 1
    POINT = 2
    KEYWORD = 4
    PART = 8
    """Inside a name or a title, as one of its camel-case parts: MAE in SatMAE."""
    FACT = 16
    """A term of a vocabulary, the venue and its year."""
    AUTHOR = 32
    TITLE = 64
    NAME = 128


SHORT = (PlaceOfWord.KEYWORD | PlaceOfWord.FACT | PlaceOfWord.TITLE | PlaceOfWord.NAME).value
"""Texts of a few words, in which neighbours are also found written as one."""
_OWN = {
    "name": PlaceOfWord.NAME,
    "aliases": PlaceOfWord.NAME,
    "title": PlaceOfWord.TITLE,
    "other_titles": PlaceOfWord.TITLE,
}
_OWN |= {"prose.one_line.zh": PlaceOfWord.POINT, "prose.one_line.en": PlaceOfWord.POINT}
_FACT_FROM, _KEYWORD_FROM = 4, 2
_ADDRESSES = ("links.", "arxiv_id", "doi")
"""What is found by its address, not by words of it."""
_ARXIV = Localized(zh="arXiv 摘要", en="abstract on arXiv")
_ARXIV_TITLE = Localized(zh="arXiv 标题", en="title on arXiv")
_AUTHORS = Localized(zh="作者", en="Authors")
_VENUE = Localized(zh="出处", en="Venue")


@dataclass(frozen=True, slots=True)
class SearchedText:
    """One text of a paper."""

    place: PlaceOfWord
    label: Localized
    """What readers call the field."""
    text: str
    shown: bool = True
    """Whether it stands on the paper's page; the other names of a term do not."""


def texts_of(paper: Paper, taxonomy: Taxonomy) -> Iterator[SearchedText]:
    """Yield every text of ``paper`` that a reader may search for. Of a term its names count, not its definition."""
    entry, snapshot = paper.entry.resolved, paper.snapshot
    yield SearchedText(PlaceOfWord.NAME, _label_of("name"), entry.paper_id, shown=False)
    yield from (SearchedText(PlaceOfWord.AUTHOR, _AUTHORS, author) for author in paper.authors)
    yield SearchedText(PlaceOfWord.FACT, _VENUE, f"{entry.venue.name} {entry.venue.year}")
    for path, place, label, vocabulary in _searched():
        for value in values_at(entry, path):
            term = taxonomy[vocabulary].get(value) if vocabulary in taxonomy else None
            yield from _texts(place, label, value, term)
    if snapshot:
        yield SearchedText(PlaceOfWord.TITLE, _ARXIV_TITLE, snapshot.title)
        yield from (
            SearchedText(PlaceOfWord.PROSE, _ARXIV, text) for text in (snapshot.abstract, snapshot.comment) if text
        )


@cache
def _searched() -> tuple[tuple[str, PlaceOfWord, Localized, str], ...]:
    """Return what the register says is searched: path, place, label, vocabulary. Variants hold what they share."""
    return tuple(
        (path, _OWN.get(path) or place_of(field), _label_of(path), field.terms)
        for path, field in leaves(Entry).items()
        if field.uses.search and not path.startswith((*_ADDRESSES, "venue.", "defaults."))
    )


def place_of(field: Field) -> PlaceOfWord:
    """Return where the values of ``field`` stand, by how much the register says they count."""
    if field.uses.search >= _FACT_FROM and field.terms:
        return PlaceOfWord.FACT
    return PlaceOfWord.KEYWORD if field.uses.search >= _KEYWORD_FROM else PlaceOfWord.PROSE


@cache
def _label_of(path: str) -> Localized:
    """Return what readers call the field at ``path``; the two languages of a text are called what the text is."""
    kind: object = Entry
    label = Localized()
    steps = [step for step in path.split(".") if step != EACH]
    for step in steps:
        field = fields_of(kind)[step]
        if not (step == steps[-1] and step in tuple(Locale)):
            label = field.uses.label
        kind = inside(field.kind)
    return label


def _texts(place: PlaceOfWord, label: Localized, value: object, term: Term | None) -> Iterator[SearchedText]:
    if term:
        yield from (SearchedText(place, label, text) for text in dict.fromkeys((term.label.zh, term.label.en)) if text)
        yield from (SearchedText(place, label, alias, shown=False) for alias in term.aliases)
    elif isinstance(value, Localized):
        yield from (SearchedText(place, label, text) for text in (value.zh, value.en) if text)
    else:
        yield SearchedText(place, label, str(value))
