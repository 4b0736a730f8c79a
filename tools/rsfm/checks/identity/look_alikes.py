"""Entries that are nearly the same: titles a few letters apart, paper_ids that will be confused."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from rsfm.checks.draft import Draft, Finding, Shelf
from rsfm.checks.rules import catalog_rule
from rsfm.identity import folded, nearly, words

_CROWD = 12
"""A word that more titles have than this does not make two of them alike; it also bounds the work."""
_ALIKE = 0.92
_NAMED_TWINS = 3
_TELLING_LENGTH = 20
"""Letters that a title has, its name cut off, before it can be no other's: shorter ones are said of many papers."""
_LOOK_ALIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "-": None})


@catalog_rule("RA323")
def titles_are_not_nearly_the_same(shelf: Shelf) -> Iterator[Finding]:
    """Titles of unrelated entries that differ by a few letters, or by the name before the colon alone."""
    yield from _titles_with_the_name_cut_off(shelf)
    titles = {draft.paper_id: draft.text("title") for draft in shelf.drafts if draft.text("title")}
    holders: dict[str, list[str]] = {}
    for paper_id, title in titles.items():
        for word in set(words(title)):
            holders.setdefault(word, []).append(paper_id)
    pairs = {pair for crowd in holders.values() if len(crowd) <= _CROWD for pair in combinations(sorted(crowd), 2)}
    for one, other in sorted(pairs):
        if folded(titles[one]) == folded(titles[other]) or not nearly(titles[one], titles[other]):
            continue
        a, b = shelf.by_id[one], shelf.by_id[other]
        if not shelf.related(a, b):
            yield _nearly(a, b)
            yield _nearly(b, a)


def _nearly(draft: Draft, twin: Draft) -> Finding:
    return draft.finding("title", "title", path=twin.document.path)


def _titles_with_the_name_cut_off(shelf: Shelf) -> Iterator[Finding]:
    """Find a title that is another one without the name before its colon."""

    def tails(draft: Draft) -> list[tuple[str, str]]:
        tail = _tail(draft)
        return [("title", tail)] if len(tail) >= _TELLING_LENGTH else []

    for draft, _, others in shelf.sharing(tails):
        for other in others[:_NAMED_TWINS]:
            if not shelf.related(draft, other) and _heads_differ(
                folded(draft.text("title")), folded(other.text("title")), _tail(draft)
            ):
                yield _nearly(draft, other)


def _heads_differ(one: str, other: str, tail: str) -> bool:
    """Say whether two titles that share their tail differ by more than a few letters before it."""
    a, b = (title.removesuffix(tail)[:_LONGEST_TITLE] for title in (one, other))
    same = SequenceMatcher(None, a, b, autojunk=False).ratio() * (len(a) + len(b)) + 2 * len(tail)
    return one != other and same < _ALIKE * (len(one) + len(other))


def _tail(draft: Draft) -> str:
    title = draft.text("title")
    return folded(title.partition(":")[2] or title)


_LONGEST_TITLE = 400


@catalog_rule("RA323")
def paper_ids_do_not_look_alike(shelf: Shelf) -> Iterator[Finding]:
    """No two paper_ids differ only by hyphens or by letters and digits that look alike."""
    for draft, field, others in shelf.sharing(lambda draft: [("", draft.paper_id.translate(_LOOK_ALIKE))]):
        yield draft.finding(field, "paper_id", path=others[0].document.path)
