"""Is this the same paper? Told by arXiv id, DOI, title, people and address; whoever wants to know asks here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_REMEMBERED = 8192
"""Several rules compare the same names and titles."""
_LONGEST = 1000
"""Names and titles are compared up to this length: putting thousands of marks in order takes minutes."""
_LONGEST_TITLE = 400
"""Likewise where letters are counted that two titles share."""
_ALIKE = 0.92
"""Share of letters from which two titles are nearly the same."""
_SHARED_WORDS = 0.6
"""Share of words, in the same order, from which two titles may be those of one paper at different times."""
_TELLING_WORDS = 0.5
_SHARED_AUTHORS = 0.5
_WORDS_OF_A_NAME = 4
_LETTERS_OF_A_NAME = 40
_OF_THE_FIELD = frozenset(
    re.findall(
        r"\w+",
        "a an the of for and in on to with via by from towards toward using based its model models large foundation "
        "foundational universal remote sensing earth observation satellite geospatial vision visual language multimodal "
        "multi modal image images imagery data dataset datasets benchmark learning pretraining pretrained pre training "
        "trained",
    )
)
"""Words that most titles of the field have: sharing them does not make two titles one."""
_CLASS = re.compile(r"\.[A-Z]{2}/")
"""The subject class that old ids of arXiv have or not: cs.CV/0112017 is cs/0112017."""


@lru_cache(_REMEMBERED)
def folded(text: str) -> str:
    """Return ``text`` as it is compared: compatibility forms, case, marks, blanks and punctuation taken away."""
    return re.sub(r"[\W_]+", "", _base(text))


def words(text: str) -> list[str]:
    """Return the words of ``text`` as they are compared."""
    return re.findall(r"[^\W_]+", _base(text))


def _base(text: str) -> str:
    # C and C++ are two languages, SatMAE and SatMAE++ two models.
    text = text.replace("+", "plus")
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text[:_LONGEST].casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def arxiv_key(arxiv_id: str) -> str:
    """Return what all spellings of an arXiv id share."""
    return _CLASS.sub("/", arxiv_id)


def address_key(url: str) -> str:
    """Return what all spellings of an address share: no scheme, ``www.``, final slash or ``.git``."""
    bare = url.removeprefix("https://").removeprefix("www.").rstrip("/").removesuffix(".git").casefold()
    return bare.replace("ieeexplore.ieee.org/abstract/document/", "ieeexplore.ieee.org/document/")


def name_before_colon(title: str) -> str:
    """Return the name that a title puts before its colon (``CrossEarth: Geospatial …``), or an empty text."""
    name, colon, rest = title.replace("：", ":").partition(":")
    short = len(name) <= _LETTERS_OF_A_NAME and len(name.split()) <= _WORDS_OF_A_NAME
    return name.strip() if colon and rest.strip() and short else ""


def nearly(one: str, other: str) -> bool:
    """Say whether two titles differ by so little that they may be of one paper; parts of a series are not."""
    bags = _bag(one), _bag(other)
    if len(bags[0] & bags[1]) < _SHARED_WORDS * max(map(len, bags)) or not _same_numbers(*bags, strictly=True):
        return False
    return likeness(one, other, _ALIKE) >= _ALIKE


def similar(one: str, other: str) -> bool:
    """Say whether two titles may be one paper's at different times. Those that count differently are parts of a series."""
    a, b = words(one), words(other)
    if not _same_numbers(a, b):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _SHARED_WORDS


def likeness(one: str, other: str, enough: float = 0.0) -> float:
    """Return how alike two titles are, from 0 to 1, case and punctuation aside; below ``enough`` only about."""
    a, b = folded(one)[:_LONGEST_TITLE], folded(other)[:_LONGEST_TITLE]
    if a == b:
        return 1.0
    match = SequenceMatcher(None, a, b, autojunk=False)
    quick = match.quick_ratio() if enough else 1.0
    return quick if quick < enough else match.ratio()


@lru_cache(_REMEMBERED)
def _bag(title: str) -> frozenset[str]:
    return frozenset(words(title))


def _same_numbers(one: Iterable[str], other: Iterable[str], *, strictly: bool = False) -> bool:
    a, b = ({word for word in each if word.isdecimal()} for each in (one, other))
    return a == b or not (strictly or (a and b))


def goes_by(title: str, titles: Collection[str], names: Collection[str]) -> bool:
    """Say whether ``title`` can be that of a paper with these titles: by its name, or by the words that tell it.

    ``names`` are those of the paper; the first stands over other papers' titles too, and counts only with a shared word.
    """
    if folded(title) in map(folded, titles):
        return True
    telling = _telling(title)
    rest = titles
    if called := folded(name_before_colon(title)):
        name, *aliases = names
        known = {*map(folded, aliases), *(folded(name_before_colon(each)) for each in titles)}
        if any(telling & _telling(each) for each in titles):
            known.add(folded(name))
        if called in known:
            return True
        rest = [each for each in titles if not name_before_colon(each)]
    return any(2 * len(telling & own) >= _TELLING_WORDS * (len(telling) + len(own)) for own in map(_telling, rest))


def _telling(title: str) -> frozenset[str]:
    """Return the words of ``title`` that tell it from others; Chinese counts by the character."""
    found = [piece for word in words(title) for piece in ([word] if word.isascii() else word)]
    return frozenset(found) - _OF_THE_FIELD or frozenset(found)


def renamed(title: str, authors: Collection[str], titles: Collection[str], people: Collection[str]) -> bool:
    """Say whether a paper of ``titles`` by ``people`` is now called ``title``, by ``authors``.

    People change places, papers their first author rarely: either's first must be one of the other's.
    """
    if folded(title) in map(folded, titles):
        return True
    now, before = list(map(person, authors)), list(map(person, people))
    led_by_the_same = bool(now and before) and (before[0] in now or now[0] in before)
    shared = len({*now} & {*before}) / max(1, min(len({*now}), len({*before})))
    return led_by_the_same and shared >= _SHARED_AUTHORS and any(similar(title, each) for each in titles)


def person(name: str) -> tuple[str, str]:
    """Return what spellings of one person's name share: the initial of the given name, and the family name."""
    parts = _base(name).split()
    return (parts[0][0], parts[-1]) if parts else ("", "")


@dataclass(frozen=True, kw_only=True)
class Identity:
    """What a paper can be told by."""

    arxiv_id: str = ""
    dois: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


class Sign(StrEnum):
    """What two papers share that may be one; the surest first."""

    ARXIV_ID = "arxiv_id"
    DOI = "doi"
    TITLE = "title"
    ADDRESS = "links"
    NEARLY = "nearly"

    @property
    def is_certain(self) -> bool:
        """Whether two papers cannot share it; addresses and similar titles are only a reason to look."""
        return self in {Sign.ARXIV_ID, Sign.DOI, Sign.TITLE}


class KnownPapers(Generic[T]):
    """Papers to be found again, whatever spelling of what they are told by is at hand."""

    def __init__(self, papers: Iterable[tuple[T, Identity]]) -> None:
        self._by_key: dict[tuple[Sign, str], tuple[T, str]] = {}
        self._titles: list[tuple[T, str]] = []
        self._by_word: dict[str, list[int]] = {}
        for paper, identity in papers:
            for sign, key, value in _keys(identity):
                self._by_key.setdefault((sign, key), (paper, value))
            for title in identity.titles:
                for word in set(words(title)):
                    self._by_word.setdefault(word, []).append(len(self._titles))
                self._titles.append((paper, title))

    def find(self, wanted: Identity) -> Iterator[tuple[T, Sign, str]]:
        """Yield the papers that may be ``wanted``, the surest first, with what they share and how it is spelt there."""
        for sign, key, _ in _keys(wanted):
            if found := self._by_key.get((sign, key)):
                yield found[0], sign, found[1]
        for title in wanted.titles:
            if near := self._nearest(title):
                yield near[0], Sign.NEARLY, near[1]

    def has(self, wanted: Identity) -> bool:
        """Say whether one of the papers is certainly ``wanted``."""
        return any(sign.is_certain for _, sign, _ in self.find(wanted))

    def _nearest(self, title: str) -> tuple[T, str] | None:
        """Return a paper of nearly that title; the two share most words, so also one of the rarest."""
        mine = sorted(set(words(title)), key=lambda word: len(self._by_word.get(word, ())))
        rarest = mine[: len(mine) // 2 + 1]
        places = sorted({place for word in rarest for place in self._by_word.get(word, ())})
        return next((self._titles[place] for place in places if nearly(title, self._titles[place][1])), None)


def _keys(identity: Identity) -> Iterator[tuple[Sign, str, str]]:
    """Yield what a paper is found by, the surest first: the sign, what its spellings share, and this spelling."""
    yield from ((Sign.ARXIV_ID, arxiv_key(each), each) for each in [identity.arxiv_id] if each)
    yield from ((Sign.DOI, each.lower(), each) for each in identity.dois if each)
    yield from ((Sign.TITLE, key, each) for each in identity.titles if (key := folded(each)))
    yield from ((Sign.ADDRESS, address_key(each), each) for each in identity.addresses)
