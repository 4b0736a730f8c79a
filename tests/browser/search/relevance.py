"""What is right for a query: predicates over facts and names, so that they hold as entries come."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from rsfm.merge import Paper
from rsfm.model.venues import short_name
from rsfm.render.facets import terms_of
from rsfm.site.search.names import exact
from rsfm.site.search.text import fold

Relevance = Callable[[Paper], bool]


def named(*names: str) -> Relevance:
    """The paper has one of these names, in whichever spelling."""
    wanted = {exact(name) for name in names}
    return lambda paper: any(exact(name) in wanted for name in (paper.entry.name, *paper.entry.aliases, paper.paper_id))


def part_of_name(part: str) -> Relevance:
    """One of the names has ``part`` in it."""
    return lambda paper: any(part in exact(name) for name in (paper.entry.name, *paper.entry.aliases))


def has(facet: str, *terms: str) -> Relevance:
    """The facts have one of ``terms``."""
    return lambda paper: bool(set(terms) & set(facts(paper).get(facet, ())))


def by(*names: str) -> Relevance:
    """One of these people is an author."""
    wanted = {frozenset(fold(name).replace("-", " ").split()) for name in names}
    return lambda paper: any(frozenset(fold(author).replace("-", " ").split()) in wanted for author in paper.authors)


def at(venue: str, year: int = 0) -> Relevance:
    """It appeared at ``venue``, by whichever of its names, in ``year``."""
    wanted = short_name(venue) or venue.lower()

    def there(paper: Paper) -> bool:
        name = paper.entry.venue.name
        return (venue.lower() in name.lower() or short_name(name) == wanted) and year in (0, paper.year)

    return there


def says(pattern: str) -> Relevance:
    """Names, titles, search words or the sentence that says its point have ``pattern`` as a word."""
    wanted = re.compile(rf"(?<![a-z0-9])(?:{pattern})")
    return lambda paper: wanted.search(strong_text(paper)) is not None


def tells(pattern: str) -> Relevance:
    """Any of its texts has ``pattern`` as a word."""
    wanted = re.compile(rf"(?<![a-z0-9])(?:{pattern})")
    return lambda paper: wanted.search(strong_text(paper) + whole_text(paper)) is not None


def any_of(*each: Relevance) -> Relevance:
    return lambda paper: any(one(paper) for one in each)


def all_of(*each: Relevance) -> Relevance:
    return lambda paper: all(one(paper) for one in each)


_FACTS: dict[int, dict[str, tuple[str, ...]]] = {}
_STRONG: dict[int, str] = {}
_WHOLE: dict[int, str] = {}


def facts(paper: Paper) -> dict[str, tuple[str, ...]]:
    """Terms by facet."""
    return _FACTS.setdefault(id(paper), terms_of(paper.entry))


def strong_text(paper: Paper) -> str:
    """Names, titles, search words, data, point, folded."""
    if id(paper) not in _STRONG:
        _STRONG[id(paper)] = fold(" | ".join(_strong(paper)))
    return _STRONG[id(paper)]


def _strong(paper: Paper) -> Iterator[str]:
    entry = paper.entry
    yield from (entry.name, *entry.aliases, entry.title, *entry.other_titles)
    yield from (*entry.keywords.zh, *entry.keywords.en, *(data.name for data in entry.data))
    if entry.prose and entry.prose.one_line:
        yield from (entry.prose.one_line.zh or "", entry.prose.one_line.en or "")


def whole_text(paper: Paper) -> str:
    """Summary, key points and abstract, folded."""
    if id(paper) not in _WHOLE:
        prose, parts = paper.entry.prose, []
        if prose and prose.summary:
            parts += [prose.summary.zh or "", prose.summary.en or ""]
        if prose and prose.key_points:
            parts += [*prose.key_points.zh, *prose.key_points.en]
        if paper.snapshot:
            parts.append(paper.snapshot.abstract or "")
        _WHOLE[id(paper)] = fold(" | ".join(parts))
    return _WHOLE[id(paper)]
