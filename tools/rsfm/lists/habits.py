"""Faults of a list as a whole: papers listed twice, years out of order, and things typed in several ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from rsfm.identity import folded
from rsfm.lists.claims import claim_of
from rsfm.lists.faults import FaultKind, ListFault, fault
from rsfm.lists.items import ListItem
from rsfm.lists.markdown import PaperList
from rsfm.lists.recognised import Recognised
from rsfm.locales import Localized

_BAD_BREAK = re.compile(r"<\s*/\s*br\s*/?\s*>", re.IGNORECASE)
_PREFIX = re.compile(r"^\s*[-*+]\s+((?:19|20)\d\d[^\[\]|<>]{0,60}?)(\.?)(\s*)\[")
_ARXIV = re.compile(r"(?<![A-Za-z])arxiv(?![A-Za-z])", re.IGNORECASE)
_REMARK = re.compile(r"special issue|\boral\b|highlight|spotlight|best paper", re.IGNORECASE)
_OF_PAPER = re.compile(r"(?:(?P<name>[\w.+-]+)\s*)?[(（\[]?\s*(?P<word>paper|论文)\s*[)）\]]?", re.IGNORECASE)
_OF_CODE = re.compile(r"(?P<name>git ?hub)?\s*[(（\[]?\s*(?P<word>code|代码)\s*[)）\]]?|git ?hub", re.IGNORECASE)
_SAME_TITLE = Localized(zh="同一标题出现两次", en="one title stands there more than once")
_GLUED = Localized(
    zh="年份与出处之后有的有空格，有的没有", en="some have a blank after year and venue, these have none"
)


def habits(found: PaperList, known: Sequence[Recognised]) -> Iterator[ListFault]:
    """Yield what is wrong with the list as a whole."""
    yield from _twice(known)
    yield from _prefixes(known)
    yield from _order(known)
    yield from _labels(found.items)
    yield from _separators(found.items)
    if lines := [one.line for one in found.lines if _BAD_BREAK.search(one.text)]:
        yield fault(FaultKind.BREAK_TAG, tuple(lines), "</br>", "<br>")


def _twice(known: Sequence[Recognised]) -> Iterator[ListFault]:
    def shared(keys: Callable[[Recognised], Iterable[str]]) -> Iterator[tuple[str, list[Recognised]]]:
        holders: dict[str, list[Recognised]] = defaultdict(list)
        for one in known:
            for key in dict.fromkeys(keys(one)):
                holders[key].append(one)
        yield from ((key, ones) for key, ones in holders.items() if len(ones) > 1)

    for key, ones in shared(_ids):
        yield fault(FaultKind.PAPER_TWICE, tuple(one.item.line for one in ones), key)
    for _, ones in shared(lambda one: [folded(one.item.title.text)] if one.item.title else []):
        if set.intersection(*(set(_ids(one)) for one in ones)):
            continue
        links = {one.item.links[0].url for one in ones}
        titles = [one.item.title for one in ones if one.item.title]
        what = _SAME_TITLE if len(links) == 1 else None
        yield fault(FaultKind.TITLE_TWICE, tuple(title.line for title in titles), titles[0].text, what=what)


def _ids(one: Recognised) -> list[str]:
    return [*one.values.get("arxiv_id", ()), *map(str.lower, one.values.get("doi", ()))]


def _prefixes(known: Sequence[Recognised]) -> Iterator[ListFault]:
    spaced: list[int] = []
    glued: list[int] = []
    arxiv: dict[str, list[int]] = defaultdict(list)
    for one in known:
        if match := _PREFIX.match(one.item.lines[0].text):
            (spaced if match[3] else glued).append(one.item.line)
            claim = claim_of(one.item)
            if _REMARK.search(claim.text):
                right = f"{claim.venue} {claim.year}" if claim.is_known and claim.year else ""
                yield fault(FaultKind.PREFIX, one.item.line, claim.text, right)
        if (other := _ARXIV.search(one.item.claim)) and other[0] != "arXiv":
            arxiv[other[0]].append(one.item.line)
    for spelling, lines in arxiv.items():
        yield fault(FaultKind.ARXIV_NAME, tuple(lines), spelling, "arXiv")
    if spaced and glued:
        yield fault(FaultKind.PREFIX, tuple(glued), "2024-….[", "2024-…. [", _GLUED)


def _order(known: Sequence[Recognised]) -> Iterator[ListFault]:
    """Where a section is in the order of the years it states, and would not be in the order of the right ones."""
    sections: dict[int, list[Recognised]] = defaultdict(list)
    for one in known:
        sections[one.item.section.line if one.item.section else 0].append(one)
    for everything in sections.values():
        dated = [(one, year) for one in everything if (year := claim_of(one.item).year)]
        ones, stated = [one for one, _ in dated], [year for _, year in dated]
        right = [one.paper.entry.venue.year if one.paper else year for one, year in zip(ones, stated, strict=True)]
        if len(set(stated)) > 1 and stated == sorted(stated, reverse=True) and right != sorted(right, reverse=True):
            wrong = [one.item.line for one, a, b in zip(ones, stated, right, strict=True) if a != b]
            yield fault(FaultKind.ORDER, tuple(wrong))


def _labels(items: Sequence[ListItem]) -> Iterator[ListFault]:
    for role, form in (("论文 / paper", _OF_PAPER), ("代码 / code", _OF_CODE)):
        styles: dict[str, list[int]] = defaultdict(list)
        for item in items:
            for link in item.links:
                if match := form.fullmatch(link.label.strip()):
                    groups = match.groupdict()
                    named = groups.get("name") and groups.get("word")
                    shape = re.sub(r"\s+(?=[)）])|^\[|\]$", "", link.label)
                    if named and form is _OF_PAPER:
                        shape = shape.replace(groups["name"], "Name")
                    styles[shape].append(link.line)
        if len(styles) > 1:
            *rarer, usual = sorted(styles, key=lambda style: len(styles[style]))
            odd = tuple(sorted(line for style in rarer for line in styles[style]))
            found = ", ".join(f"{style} ×{len(lines)}" for style, lines in styles.items())
            yield fault(FaultKind.LABELS, odd, found, usual, role=role)


def _separators(items: Sequence[ListItem]) -> Iterator[ListFault]:
    marks = [
        (mark[:1].isspace() and mark[-1:].isspace(), item.line)
        for item in items
        if not item.in_table
        for mark in re.findall(r"\)(\s*\|\s*)\[", item.lines[0].text)
    ]
    odd = tuple(line for tidy, line in marks if not tidy)
    if odd and len(odd) < len(marks):
        yield fault(FaultKind.SEPARATORS, odd, ") |[", ") | [")
