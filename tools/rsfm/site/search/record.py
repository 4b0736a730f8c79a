"""One paper as the search sees it: every key under which it is found, and where in the paper each stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import ZLIB_RUNTIME_VERSION

from rsfm.merge import Catalog, Paper
from rsfm.model import Entry, Taxonomy
from rsfm.model.register import Facet, leaves, values_at
from rsfm.model.venues import names_of_venue, short_name
from rsfm.render.facets import terms_of
from rsfm.site.search.addresses import addresses_of
from rsfm.site.search.concepts import SYNONYM, VENUE, Concept, Finder
from rsfm.site.search.fields import SHORT, PlaceOfWord, place_of, texts_of
from rsfm.site.search.names import camel_parts, endings, exact, person
from rsfm.site.search.pieces import compact
from rsfm.site.search.text import IS_CJK, fold, joined, pairs, runs, stem
from rsfm.store.kept import Kept, code, digest, freeze

NAMED, TITLED, PERSON, ENDING, ADDRESS, CONCEPT = "!", "^", "@", "~", "#", "="
"""What keys that are no words begin with; no word begins so."""
_POINT, _FACT = PlaceOfWord.POINT.value, PlaceOfWord.FACT.value


@dataclass(frozen=True, kw_only=True)
class Record:
    """The keys of one paper."""

    places: dict[str, int]
    """Places by key."""
    strong: tuple[str, ...]
    """The words outside prose, as they are written: by them typing errors are corrected."""
    terms: dict[str, tuple[str, ...]]
    """Terms by facet."""
    texts: bytes
    """What passages are taken from, as it is published: labels in both languages and texts, each text once."""


class Records:
    """Makes the records of a catalog; what was kept of a paper that is the same is not made again."""

    def __init__(self, catalog: Catalog, concepts: Sequence[Concept], kept: Kept) -> None:
        self._taxonomy = catalog.taxonomy
        self._finder = Finder(concepts)
        self._kept = kept
        meanings = [(c.name, c.label, c.facet, [*c.spellings], sorted(c.vague)) for c in concepts]
        self._common = digest(code(), repr((ZLIB_RUNTIME_VERSION, catalog.taxonomy, meanings)).encode())

    def of(self, paper: Paper) -> Record:
        """Return the record of ``paper``."""
        key = digest(self._common, repr(paper).encode())
        found = self._kept.get(key)
        if not isinstance(found, Record):
            found = _Reading(paper, self._taxonomy, self._finder).record()
            self._kept.add(key, freeze(found))
        return found


class _Reading:
    """Finds the keys of one paper."""

    def __init__(self, paper: Paper, taxonomy: Taxonomy, finder: Finder) -> None:
        self.texts = list(texts_of(paper, taxonomy))
        self.terms = terms_of(paper.entry)
        self.places: dict[str, int] = {}
        self.strong: set[str] = set()
        self._finder = finder
        self._meanings: dict[str, int] = {}
        for place in PlaceOfWord:
            if texts := [text.text for text in self.texts if text.place is place]:
                self._take(place.value, texts)
        self._take_special(paper)

    def record(self) -> Record:
        """Return what was found."""
        told: dict[str, list[str]] = {}
        for each in self.texts:
            if each.shown:
                told.setdefault(each.text, [each.label.zh or "", each.label.en or "", each.text])
        texts = compact(list(told.values()))
        return Record(places=self.places, strong=tuple(self.strong), terms=dict(self.terms), texts=texts)

    def _take(self, place: int, texts: list[str]) -> None:
        """Take the words, pairs and meanings of the ``texts`` at one place."""
        found: set[str] = set()
        for text in texts:
            folded = fold(text)
            words = runs(folded)
            if not folded.isascii():
                for at, run in enumerate(words):
                    if IS_CJK.match(run):
                        found |= pairs(run)
                        words[at] = ""  # nothing is said across it
            stems = list(map(stem, words))
            # Names of people have no plurals: Roberts is not Robert.
            found.update(words if place == PlaceOfWord.AUTHOR else stems)
            found.update(joined(folded, spaces=place & SHORT != 0))
            for name in self._finder.in_words(stems):
                self._meanings[name] = self._meanings.get(name, 0) | place
            if place > _POINT:
                self.strong.update(words)
        found.discard("")
        if not self.places:
            self.places = dict.fromkeys(found, place)  # prose comes first, and has most words
            return
        places = self.places
        for key in found:
            places[key] = places.get(key, 0) | place

    def _take_special(self, paper: Paper) -> None:
        for text in self.texts:
            if text.place in (PlaceOfWord.NAME, PlaceOfWord.TITLE):
                for part in camel_parts(text.text):
                    self._add(stem(part), PlaceOfWord.PART)
            if text.place is PlaceOfWord.TITLE:
                self._add(f"{TITLED}{exact(text.text)}", PlaceOfWord.TITLE)
            if text.place is PlaceOfWord.NAME:
                self._add(f"{NAMED}{exact(text.text)}", PlaceOfWord.NAME)
                for ending, whole in endings(text.text):
                    self._add(f"{ENDING}{ending}", PlaceOfWord.NAME if whole else PlaceOfWord.PART)
            elif text.place is PlaceOfWord.AUTHOR:
                for way in person(text.text):
                    self._add(f"{PERSON}{way}", PlaceOfWord.AUTHOR)
        for address in addresses_of(paper):
            self._add(f"{ADDRESS}{address}", PlaceOfWord.NAME)
        venue = paper.entry.venue
        for name in {venue.name, *names_of_venue(venue.name)}:
            written = "".join(runs(fold(name)))
            for year in (str(venue.year), str(venue.year)[2:]):
                self._add(f"{written}{year}", PlaceOfWord.FACT)
        if known := short_name(venue.name):
            self._add(f"{CONCEPT}{VENUE}:{known}", PlaceOfWord.FACT)
        for name, places in self._finder.in_pairs(self.places):
            self._meanings[name] = self._meanings.get(name, 0) | places
        # A label may hold that of another term: a paper on rotated object detection does not state object detection.
        self._meanings = {
            name: places if name.startswith(SYNONYM) else places & ~_FACT
            for name, places in self._meanings.items()
            if places != _FACT or name.startswith(SYNONYM)
        }
        for name, place in _stated(paper.entry.resolved, self.terms):
            self._meanings[name] = self._meanings.get(name, 0) | place.value
        for name, places in self._meanings.items():
            self._add(f"{CONCEPT}{name}", places)

    def _add(self, key: str, place: int) -> None:
        self.places[key] = self.places.get(key, 0) | int(place)


def _stated(entry: Entry, terms: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, PlaceOfWord]]:
    """Yield the meanings that the facts of ``entry`` state, by the names that concepts and filters have."""
    for path, vocabulary, place in _terms():
        yield from ((f"{vocabulary}:{value}", place) for value in values_at(entry, path))
    for facet, values in terms.items():
        if facet not in _vocabularies():
            yield from ((f"{facet}:{value}", PlaceOfWord.FACT) for value in values)


@cache
def _terms() -> tuple[tuple[str, str, PlaceOfWord], ...]:
    """Return path, vocabulary and place of every field of which lists can be narrowed by its terms."""
    return tuple(
        (path, field.terms, place_of(field))
        for path, field in leaves(Entry).items()
        if field.terms and field.uses.facet is Facet.TERM and not path.startswith("defaults.")
    )


@cache
def _vocabularies() -> frozenset[str]:
    return frozenset(field.terms for field in leaves(Entry).values())
