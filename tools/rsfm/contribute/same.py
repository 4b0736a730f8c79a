"""Whether the catalog has a paper already, and under which entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from rsfm.checks.folding import folded, words
from rsfm.locales import Localized
from rsfm.store import EntryFile, Library

_ALIKE = 0.92
_SHARED_WORDS = 0.6
_LONGEST = 400
_TITLES = ("title", "other_titles")
_PLACES = ("links.code", "links.weights", "links.project", "links.dataset", "links.demo", "links.paper")

WHAT = {
    "arxiv_id": Localized(zh="同样的 arXiv 编号", en="the same arXiv id"),
    "doi": Localized(zh="同样的 DOI", en="the same DOI"),
    "title": Localized(zh="同样的标题", en="the same title"),
    "links": Localized(zh="同样的地址", en="the same address"),
    "nearly": Localized(zh="几乎相同的标题", en="nearly the same title"),
}


@dataclass(frozen=True, kw_only=True)
class Twin:
    """An entry that seems to be about the same paper."""

    file: EntryFile
    what: str
    """What it shares: a key of ``WHAT``."""
    value: str
    """The shared value, as the entry has it."""

    @property
    def certain(self) -> bool:
        """Whether two papers cannot share it; addresses and similar titles are only a reason to look."""
        return self.what in {"arxiv_id", "doi", "title"}


def twins(
    library: Library, *, arxiv_id: str = "", doi: str = "", titles: Iterable[str] = (), urls: Iterable[str] = ()
) -> Iterator[Twin]:
    """Yield the entries that have the id, the DOI, one of the titles or one of the addresses; the surest first.

    Entries that could not be read as a whole count with what could be read.
    """
    dois = {doi.lower()} - {""}
    folded_titles = {folded(title): title for title in titles if folded(title)}
    places = set(map(_place, urls))
    later = []
    for file in library.files:
        snapshot = library.snapshots.get(file.values.get("arxiv_id", ""))
        mine = [*_values(file, *_TITLES), *([snapshot.title] if snapshot else [])]
        also = [snapshot.doi] if snapshot and snapshot.doi else []
        if arxiv_id and arxiv_id in _values(file, "arxiv_id"):
            yield Twin(file=file, what="arxiv_id", value=arxiv_id)
        elif shared := next((one for one in [*_values(file, "doi"), *also] if one.lower() in dois), None):
            yield Twin(file=file, what="doi", value=shared)
        elif shared := next((one for one in mine if folded(one) in folded_titles), None):
            yield Twin(file=file, what="title", value=shared)
        elif shared := next((one for one in _values(file, *_PLACES) if _place(one) in places), None):
            later.append(Twin(file=file, what="links", value=shared))
        elif shared := next((one for one in mine for other in folded_titles.values() if nearly(one, other)), None):
            later.append(Twin(file=file, what="nearly", value=shared))
    yield from later


def nearly(one: str, other: str) -> bool:
    """Say whether two titles differ by so little that they may be of one paper; parts of a series are not."""
    bags = _bag(one), _bag(other)
    if len(bags[0] & bags[1]) < _SHARED_WORDS * max(map(len, bags)):
        return False
    if {word for word in bags[0] if word.isdecimal()} != {word for word in bags[1] if word.isdecimal()}:
        return False
    return likeness(one, other) >= _ALIKE


@lru_cache(maxsize=8192)
def _bag(title: str) -> frozenset[str]:
    return frozenset(words(title))


def likeness(one: str, other: str) -> float:
    """Return how alike two titles are, from 0 to 1, case and punctuation aside."""
    a, b = folded(one)[:_LONGEST], folded(other)[:_LONGEST]
    return 1.0 if a == b else SequenceMatcher(None, a, b, autojunk=False).ratio()


def _values(file: EntryFile, *fields: str) -> list[str]:
    """Return the texts of ``fields``, lists or single values, that could be read."""
    return [
        value
        for path, value in file.values.items()
        if isinstance(value, str) and (path in fields or path.rpartition(".")[0] in fields)
    ]


def _place(url: str) -> str:
    return url.removeprefix("https://").removeprefix("www.").rstrip("/").removesuffix(".git").casefold()
