"""Judged queries made from what a catalog has: names, people, terms in both languages, venues, addresses, errors."""

from __future__ import annotations

import random
import re

from browser.search.relevance import Relevance, any_of, at, by, has, named, says
from rsfm.merge import Catalog, Paper
from rsfm.site.search.text import fold

EACH = 25
"""How many queries of each kind."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def generated(catalog: Catalog, seed: int = 11) -> dict[str, Relevance]:
    """Return queries about ``catalog`` with what is right for each, the same for the same seed."""
    chosen = random.Random(seed)  # noqa: S311 -- the same in every run
    papers = chosen.sample(catalog.papers, min(len(catalog.papers), EACH))
    found: dict[str, Relevance] = {}
    for paper in papers:
        found[paper.entry.name] = named(paper.entry.name)
        found[paper.entry.title] = _is(paper)
        if paper.entry.arxiv_id:
            found[f"https://arxiv.org/abs/{paper.entry.arxiv_id}v2"] = _is(paper)
        found |= {f"{url}/tree/main": _leads(url) for url in paper.entry.links.code[:1]}
        found[f"{paper.entry.venue.name} {paper.year}"] = at(paper.entry.venue.name, paper.year)
        if len(paper.authors) > 1:
            author = chosen.choice(paper.authors)
            words = author.split()
            found[author] = by(author)
            found[" ".join((words[-1], *words[:-1]))] = by(author)
        if len(paper.entry.name) > len("seven") and paper.entry.name.isalpha():
            found[wrong(paper.entry.name, chosen)] = named(paper.entry.name)
    for vocabulary in ("task", "modality", "method"):
        for term, words in catalog.taxonomy[vocabulary].items():
            for text in (words.label.zh, words.label.en):
                if text and not re.search(r"[()（）]", text):
                    found[text] = any_of(has(vocabulary, term), says(re.escape(fold(text))))
    return found


def wrong(word: str, chosen: random.Random) -> str:
    """Return ``word`` with one typing error, anywhere in it."""
    at_ = chosen.randrange(len(word))
    letter = chosen.choice(_LETTERS)
    swapped = word[:at_] + word[at_ + 1 : at_ + 2] + word[at_] + word[at_ + 2 :]
    ways = (
        word[:at_] + word[at_ + 1 :],
        word[:at_] + letter + word[at_:],
        word[:at_] + letter + word[at_ + 1 :],
        swapped,
    )
    return chosen.choice([way for way in ways if way.lower() != word.lower()])


def _is(paper: Paper) -> Relevance:
    return lambda other: other is paper


def _leads(url: str) -> Relevance:
    return lambda paper: url in paper.entry.links.code
