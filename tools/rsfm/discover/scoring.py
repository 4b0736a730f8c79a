"""How likely a paper is a remote-sensing foundation model, judged by its title and abstract, with the reasons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rsfm.model import Snapshot, Taxonomy
from rsfm.store import Signals

ASPECT_LIMIT = 20
"""Most points one aspect can earn: many weak words may add up, one loud word cannot do it all."""
TERM_LIMIT = 10
APPLICATION_LIMIT = 60
"""Most points that a use of somebody's model costs: it ranks below, and is not hidden for that alone."""
_POINTS_PER_TERM = 2
_TITLE_FACTOR = 2
_MATCHED_VOCABULARIES = ("modality", "task", "method")


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One phrase that was found."""

    phrase: str
    points: int
    in_title: bool


@dataclass(frozen=True, kw_only=True)
class Score:
    """A judgement from 0 to 100 and everything that led to it."""

    remote_sensing: tuple[Evidence, ...]
    foundation_model: tuple[Evidence, ...]
    application: tuple[Evidence, ...]
    elsewhere: tuple[Evidence, ...]
    terms: tuple[str, ...]
    """Identifiers of the taxonomy's terms whose English label was found, ``task.change-detection``."""

    @property
    def value(self) -> int:
        """The judgement: both aspects must be there, so their points are multiplied; uses and other fields are subtracted."""
        product = aspect_points(self.remote_sensing) * aspect_points(self.foundation_model)
        if not product:
            return 0
        fit = min(TERM_LIMIT, _POINTS_PER_TERM * len(self.terms))
        whole = product * (100 - TERM_LIMIT) // ASPECT_LIMIT**2 + fit
        against = min(APPLICATION_LIMIT, sum(one.points for one in self.application))
        return max(0, whole - against - sum(evidence.points for evidence in self.elsewhere))


def aspect_points(evidence: Iterable[Evidence]) -> int:
    """Return the points one aspect earned, at most ``ASPECT_LIMIT``."""
    return min(ASPECT_LIMIT, sum(one.points for one in evidence))


def score(paper: Snapshot, signals: Signals, taxonomy: Taxonomy) -> Score:
    """Judge ``paper`` by the phrases of ``signals`` and the labels of ``taxonomy``."""
    title, abstract = plain(paper.title), plain(paper.abstract or "")
    return Score(
        remote_sensing=_found(signals.remote_sensing, title, abstract, _TITLE_FACTOR),
        foundation_model=_found(signals.foundation_model, title, abstract, _TITLE_FACTOR),
        application=_found(signals.application, title, abstract, _TITLE_FACTOR),
        elsewhere=_found(signals.elsewhere, title, abstract, 1),
        terms=tuple(term for term, phrase in _labels(taxonomy) if _pattern(phrase).search(f"{title} . {abstract}")),
    )


def kinds_of(paper: Snapshot, phrases: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Return the kinds of contribution that the title tells, else those that the abstract tells."""
    for text in (plain(paper.title), plain(paper.abstract or "")):
        if found := tuple(kind for kind, ones in phrases.items() if any(_pattern(one).search(text) for one in ones)):
            return found
    return ()


def plain(text: str) -> str:
    """Return ``text`` as it is compared: compatible characters unified, lower case, hyphens and white space as one space.

    ``Multi-Spectral`` and ``multi spectral`` are the same words.
    """
    return re.sub(r"[\s\-‐-―_/]+", " ", unicodedata.normalize("NFKC", text).casefold())


def _found(phrases: Mapping[str, int], title: str, abstract: str, title_factor: int) -> tuple[Evidence, ...]:
    evidence = []
    for phrase, weight in phrases.items():
        in_title = _pattern(phrase).search(title) is not None
        if in_title or _pattern(phrase).search(abstract):
            points = weight * title_factor if in_title else weight
            evidence.append(Evidence(phrase=phrase, points=points, in_title=in_title))
    return tuple(sorted(evidence, key=lambda one: (-one.points, one.phrase)))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    words = re.escape(plain(phrase.removesuffix("*")))
    ending = r"\w*" if phrase.endswith("*") else r"(?:e?s)?\b"
    return re.compile(rf"\b{words}{ending}")


def _labels(taxonomy: Taxonomy) -> list[tuple[str, str]]:
    """Every term's identifier with its English label; what a label has in brackets is left out."""
    return [
        (f"{vocabulary}.{name}", re.sub(r"\s*\(.*\)", "", term.label.en))
        for vocabulary in _MATCHED_VOCABULARIES
        for name, term in taxonomy.get(vocabulary, {}).items()
        if term.label.en
    ]
