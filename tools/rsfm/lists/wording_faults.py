"""Faults of a list's own words: misspelled headings, authors left out, descriptions that speak for the authors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rsfm.identity import words
from rsfm.lists.faults import FaultKind, ListFault, fault
from rsfm.lists.inline import plain
from rsfm.lists.items import ListItem
from rsfm.lists.markdown import PaperList
from rsfm.lists.recognised import Recognised
from rsfm.store import Library

_FIRST_PERSON = re.compile(
    r"我们|\b[Ww]e (?:propose|present|introduce|build|show|release|develop|construct)\b|\b[Oo]ur (?:model|method|approach)\b"
)
_CLAIM = re.compile(
    r"[^，。,.]{0,12}(?:迄今(?:为止)?最|目前最大)[^，。,.]{0,20}|the largest[^,.]{0,30}to date", re.IGNORECASE
)
_LONG_WORD = 8


def wording_faults(found: PaperList, known: Sequence[Recognised], library: Library) -> Iterator[ListFault]:
    """Yield what is wrong with the words of the list."""
    yield from _spelling(found, library)
    yield from _authors(known)
    yield from _descriptions(found)


def _spelling(found: PaperList, library: Library) -> Iterator[ListFault]:
    usual = Counter(word for entry in library.entries for word in _long_words(entry.title))
    for term in (*library.taxonomy["family"].values(), *library.taxonomy["task"].values()):
        usual.update(_long_words(f"{term.label.en} {term.definition.en}"))
    names = {word for entry in library.entries for name in (entry.name, *entry.aliases) for word in _long_words(name)}
    met: dict[str, tuple[list[int], str]] = {}
    for text in found.prose:
        for word in re.findall(rf"[A-Za-z]{{{_LONG_WORD},}}", re.sub(r"https?://\S+", "", text.text)):
            low = word.lower()
            if low not in usual and low not in names and (meant := _meant(low, usual)):
                met.setdefault(word, ([], meant))[0].append(text.line)
    for word, (lines, meant) in met.items():
        yield fault(FaultKind.SPELLING, tuple(lines), word, meant.capitalize() if word[0].isupper() else meant)


def _long_words(text: str) -> list[str]:
    return [word for word in words(text) if len(word) >= _LONG_WORD and word.isascii() and word.isalpha()]


def _meant(word: str, usual: Iterable[str]) -> str | None:
    """Return the usual word from which ``word`` differs by one letter inside; endings and s for z are other words."""
    for one in usual:
        if len(one) == len(word):
            differ = [(a, b) for a, b in zip(one, word, strict=True) if a != b]
            swapped = len(differ) == 2 and differ[0] == differ[1][::-1]  # noqa: PLR2004
            if (len(differ) == 1 and {*differ[0]} != {"s", "z"} and one[-1] == word[-1]) or swapped:
                return one
        elif abs(len(one) - len(word)) == 1 and one[-2:] == word[-2:] and one[0] == word[0]:
            longer, shorter = sorted((one, word), key=len, reverse=True)
            if any(longer[:i] + longer[i + 1 :] == shorter for i in range(1, len(longer) - 2)):
                return one
    return None


def _authors(known: Sequence[Recognised]) -> Iterator[ListFault]:
    told = ((one.item, one.paper.authors[0]) for one in known if one.paper and one.paper.authors)
    if without := [item.line for item, author in told if not _mentions(item, author)]:
        yield fault(FaultKind.AUTHORS_MISSING, tuple(without))


def _mentions(item: ListItem, author: str) -> bool:
    family = words(author)[-1:] or [author]
    return family[0] in words(" ".join(plain(line.text) for line in item.lines))


def _descriptions(found: PaperList) -> Iterator[ListFault]:
    below = [(item, line) for item in found.items for line in item.description]
    for _, line in below:
        if claim := _CLAIM.search(re.sub(r"\*\*|<[^<>]*>", "", line.text)):
            yield fault(FaultKind.CLAIM, line.line, claim[0].strip())
    if lines := tuple(dict.fromkeys(line.line for _, line in below if _FIRST_PERSON.search(line.text))):
        yield fault(FaultKind.FIRST_PERSON, lines, "我们…" if any("我们" in line.text for _, line in below) else "we …")
    bold = {item.line for item, line in below if "**" in line.text}
    if bold and len(bold) < len({item.line for item, _ in below}):
        yield fault(FaultKind.EMPHASIS, tuple(sorted(bold)), "**")
