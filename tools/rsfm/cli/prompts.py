"""Questions to a person at a terminal: with a default, repeated until the answer can be used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

from rsfm.locales import Locale
from rsfm.model import Term
from rsfm.problems import visible
from rsfm.store.hints import term_called, which_term

T = TypeVar("T")


class NoAnswer(Exception):
    """The person went away: the input has ended."""


def question(text: str, default: str, read: Callable[[str], T]) -> T:
    """Ask until ``read`` takes the answer, by the last line of ``text`` from the second time on; an empty answer is the default.

    ``read`` raises ValueError, with a hint as its argument, for what it does not take. Raises NoAnswer at the end of
    the input.
    """
    while True:
        print(f"{text} [{visible(default, 200)}]: " if default else f"{text}: ", end="", file=sys.stderr, flush=True)
        line = sys.stdin.readline() if sys.stdin else ""
        if not line:
            print(file=sys.stderr)
            raise NoAnswer
        try:
            return read(line.strip() or default)
        except ValueError as refused:
            print("  " + str(refused), file=sys.stderr)
            text = text.rpartition("\n")[2]


def listing(terms: Mapping[str, Term], locale: Locale) -> str:
    """Return the terms of a vocabulary with their numbers and labels, one a line."""
    return "\n".join(
        f"  {number} {name:<16} {term.label.best(locale)}" for number, (name, term) in enumerate(terms.items(), 1)
    )


def term_of(text: str, terms: Mapping[str, Term], locale: Locale) -> str:
    """Return the term that its identifier, number or label in either language names.

    Raises ValueError with a hint for anything else.
    """
    names = list(terms)
    if text.isascii() and text.isdecimal() and 1 <= int(text) <= len(names):
        return names[int(text) - 1]
    if found := term_called(text, terms):
        return found
    shown = f"{visible(text)}: " if text else ""
    raise ValueError(shown + which_term(text, terms).best(locale))
