"""Words that mean one thing however they are spelt: terms with their names in both languages, and common synonyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rsfm.locales import Localized
from rsfm.merge import Catalog
from rsfm.model import Entry, Term
from rsfm.model.register import Facet, leaves
from rsfm.model.venues import names_of_venue, short_name
from rsfm.site.search.fields import PlaceOfWord, place_of
from rsfm.site.search.synonyms import STATES, SYNONYMS
from rsfm.site.search.text import IS_CJK, fold, pairs, runs, stem

_PARTS = re.compile(r"[()（）、，,]")
SYNONYM = "~"
"""What the name of a meaning begins with that is no term."""
_VAGUE = {"kind", "family"}
"""Vocabularies whose terms are words that every paper uses."""
_VAGUE_CJK = {"kind": 2, "family": 2, "sensor": 2}
"""Up to how many characters a Chinese name is a part of other words as well, such as 高分, a satellite, in 高分辨率."""
_LONGEST = 6
"""Most words of one spelling that is looked for in texts."""
VENUE = "venue"
"""What the name of a meaning begins with that is a venue: no text means it, only the fact where a paper appeared."""
_NUMBERED = re.compile(r"([一二三四五六七八九])(?=号)")
_DIGITS = "零一二三四五六七八九"


@dataclass(kw_only=True)
class Concept:
    """One meaning with its spellings."""

    name: str
    """``task:change-detection``; a synonym is named after its first spelling."""
    label: Localized
    facet: bool = False
    """Whether lists of papers can be narrowed by it."""
    spellings: dict[str, None] = field(default_factory=dict)
    """As they are compared: words without plural endings, one space between them."""
    vague: frozenset[str] = frozenset()
    """Spellings that mean it in a query, but in a text nothing: every paper speaks of a model."""


def concepts_of(catalog: Catalog) -> list[Concept]:
    """Return the meanings that a query may name, those of the vocabularies that entries use first."""
    fields = [f for f in leaves(Entry).values() if f.terms and f.uses.search]
    narrowing = {f.terms: f.uses.facet is Facet.TERM and place_of(f) is PlaceOfWord.FACT for f in fields}
    found = [
        _spelt(f"{vocabulary}:{term}", words.label, _spellings(term, words), facet=facet)
        for vocabulary, facet in narrowing.items()
        for term, words in catalog.taxonomy.get(vocabulary, {}).items()
    ]
    found += [_spelt(f"{SYNONYM}{each[0]}", Localized.same(each[0]), each) for each in SYNONYMS]
    found += [_spelt(name, label, words, facet=True) for name, (label, words) in STATES.items()]
    found += [
        _spelt(f"{VENUE}:{short}", Localized.same(short), names)
        for short in dict.fromkeys(short_name(paper.entry.venue.name) for paper in catalog.papers)
        if short and (names := names_of_venue(short))
    ]
    years = sorted({paper.year for paper in catalog.papers})
    return [*found, *(_spelt(f"year:{year}", Localized.same(str(year)), (str(year),), facet=True) for year in years)]


def _spellings(term: str, words: Term) -> list[str]:
    """Return every name of a term; a label that says one name in brackets says two, 哨兵二号 is 哨兵2号."""
    labels = [label for label in (words.label.zh, words.label.en) if label]
    names = [*labels, *(part for label in labels for part in _PARTS.split(label) if part.strip()), *words.aliases]
    numbered = (_NUMBERED.sub(lambda found: str(_DIGITS.index(found[1])), name) for name in names)
    return [term, *names, *numbered]


def _spelt(name: str, label: Localized, spellings: Iterable[str], *, facet: bool = False) -> Concept:
    spelt = dict.fromkeys(" ".join(map(stem, runs(fold(text)))) for text in spellings)
    spelt.pop("", None)
    vocabulary = name.partition(":")[0]
    words = {each for each in spelt if each.isascii() and " " not in each and vocabulary in _VAGUE}
    short = {each for each in spelt if not each.isascii() and len(each) <= _VAGUE_CJK.get(vocabulary, 0)}
    acronyms = {fold(text) for text in spellings if text.isupper()}
    return Concept(name=name, label=label, facet=facet, spellings=spelt, vague=frozenset(words - acronyms | short))


class Finder:
    """Finds the meanings in the texts of papers, whichever way they are spelt."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self._words: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._runs: dict[str, list[tuple[frozenset[str], str]]] = {}
        for concept in concepts:
            if concept.name in STATES or concept.name.startswith(f"{VENUE}:"):
                continue
            for spelling in concept.spellings.keys() - concept.vague:
                words = tuple(spelling.split(" "))
                if len(words) == 1 and IS_CJK.match(spelling):
                    cut = frozenset(pairs(spelling)) - ({spelling[-1]} if len(spelling) > 1 else set())
                    self._runs.setdefault(min(cut), []).append((cut, concept.name))
                elif len(words) <= _LONGEST:
                    self._words.setdefault(words[0], []).append((words, concept.name))

    def in_words(self, words: list[str]) -> set[str]:
        """Return the meanings that stand in the stemmed ``words`` of a text."""
        found: set[str] = set()
        if self._words.keys().isdisjoint(words):
            return found
        for at, word in enumerate(words):
            for spelling, name in self._words.get(word, ()):
                if len(spelling) == 1 or tuple(words[at : at + len(spelling)]) == spelling:
                    found.add(name)
        return found

    def in_pairs(self, places: Mapping[str, int]) -> Iterator[tuple[str, int]]:
        """Yield the meanings whose Chinese spelling has all its pairs in one place, with the places."""
        for pair in places.keys() & self._runs.keys():
            for cut, name in self._runs[pair]:
                common = ~0
                for each in cut:
                    common &= places.get(each, 0)
                if common > 0:
                    yield name, common
