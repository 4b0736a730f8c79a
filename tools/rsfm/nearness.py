"""Which things have the rarest terms in common: for each its nearest others, in time linear in their number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from math import log2

REACH = 16
"""How many places a term is followed in each direction: the next ones that have it too. Below twice this number of
things nothing is ever overlooked; above, what is overlooked is older or newer than many that are as near."""
RAREST = 16
"""How many of its terms speak for a thing: the rarest ones. The commonest say next to nothing."""
COUNTS = 1 << 10
"""More terms than any thing has."""
FEWEST = 2
"""How many terms two things must share to be near at all: nearly everything has one in common with anything."""


def nearest(terms: Sequence[Collection[str]], count: int) -> list[tuple[int, ...]]:
    """Return, for each place of ``terms``, the places of the ``count`` nearest others, the nearest first.

    A shared term counts the more the fewer have it; of equally near ones the first come first.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    own: list[list[tuple[list[int], int]]] = []
    for place, its_terms in enumerate(terms):
        # Sorted, because the order of a set differs from process to process.
        lists = [places[term] for term in sorted(its_terms)]
        own.append([(having, len(having)) for having in lists])
        for having in lists:
            having.append(place)
    # Whole numbers, so that no sum depends on the order in which it is made; the lower digits count the shared terms.
    values = {id(having): COUNTS * round(256 * log2(1 + len(terms) / len(having))) + 1 for having in places.values()}
    telling = (sorted(lists, key=lambda each: len(each[0]))[:RAREST] for lists in own)
    return [_nearest_to(place, lists, values, count) for place, lists in enumerate(telling)]


def _nearest_to(place: int, lists: list[tuple[list[int], int]], values: dict[int, int], count: int) -> tuple[int, ...]:
    score: dict[int, int] = {}
    known = score.get
    for having, at in lists:
        value = values[id(having)]
        for other in having[max(0, at - REACH) : at + REACH + 1]:
            score[other] = known(other, 0) + value
    score.pop(place, None)
    found = [(-total // COUNTS, other) for other, total in score.items() if total % COUNTS >= FEWEST]
    found.sort()
    return tuple(other for _, other in found[:count])
