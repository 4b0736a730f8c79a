"""Asks a server about things one at a time, and leaves it alone where it keeps answering badly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rsfm.fetch.faults import Refusal, left_alone

K = TypeVar("K")
V = TypeVar("V")

_STRIKES = 5
"""Refusals in a row after which a server is left alone."""


def one_by_one(asked: Iterable[K], ask: Callable[[K], V | Refusal], server: str) -> Iterator[tuple[K, V | Refusal]]:
    """Yield each thing that is ``asked`` about once, with what ``ask`` brought of it."""
    strikes = 0
    for key in asked:
        if strikes >= _STRIKES:
            yield key, left_alone(server)
            continue
        outcome = ask(key)
        strikes = strikes + 1 if isinstance(outcome, Refusal) else 0
        yield key, outcome
