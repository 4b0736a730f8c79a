"""``rsfm search``: the papers whose text has every word that is asked for, the best first."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from functools import cache

from rsfm.cli.narrowing import add_facets, narrowed
from rsfm.cli.printing import add_format, printed
from rsfm.merge import Catalog, Paper
from rsfm.model import Entry
from rsfm.model.register import leaves, values_at
from rsfm.store import load

_OF_PEOPLE = 6
"""How much a match in a name of an author counts."""
_WHOLE = 3
"""How many times more a whole word counts than a part of one."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("words", nargs="+", metavar="WORD", help="Chinese or English; a paper must have all of them")
    add_format(parser)
    add_facets(parser)


def run(options: argparse.Namespace) -> int:
    """Print them; return 1 where nothing is found, 2 where a flag names what is not there."""
    catalog = load(options.papers).catalog()
    papers = narrowed(catalog, options)
    words = [word for text in options.words for word in text.casefold().split()]
    ranked = [(found, paper) for paper in papers if (found := score(paper, catalog, words))]
    # Papers come newest first, and sorting keeps that order among equals.
    best = [paper for _, paper in sorted(ranked, key=lambda each: -each[0])]
    sys.stdout.write(printed(best, options.format))
    return 0 if best else 1


def score(paper: Paper, catalog: Catalog, words: list[str]) -> int:
    """Return how well ``paper`` fits: the weight of the best match of each word; 0 where a word is nowhere."""
    texts = list(_texts(paper, catalog))
    total = 0
    for word in words:
        whole = re.compile(rf"(?<![^\W_]){re.escape(word)}(?![^\W_])")
        best = max(
            (weight * (_WHOLE if whole.search(text) else 1) for weight, text in texts if word in text), default=0
        )
        if not best:
            return 0
        total += best
    return total


def _texts(paper: Paper, catalog: Catalog) -> Iterator[tuple[int, str]]:
    """Yield every text of ``paper`` that the register says is searched, with its weight; terms with their labels."""
    for path, weight, vocabulary in _searched():
        terms = catalog.taxonomy.get(vocabulary, {})
        for value in values_at(paper.entry, path):
            said = str(value)
            yield weight, said.casefold()
            if term := terms.get(said):
                names = (term.label.zh, term.label.en, *term.aliases)
                yield weight, " ".join(name for name in names if name).casefold()
    yield _OF_PEOPLE, " ".join(paper.authors).casefold()


@cache
def _searched() -> tuple[tuple[str, int, str], ...]:
    return tuple((path, field.uses.search, field.terms) for path, field in leaves(Entry).items() if field.uses.search)
