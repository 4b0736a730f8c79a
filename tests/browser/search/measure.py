"""How good answers are: precision at five, first result right, no empty answer where the catalog has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from browser.search.asking import Search
from browser.search.relevance import Relevance

FIVE = 5


@dataclass
class Quality:
    """Figures over many queries, and the queries that fall short."""

    precisions: dict[str, float] = field(default_factory=dict)
    """Of queries for which the catalog has five papers or more."""
    first: dict[str, bool] = field(default_factory=dict)
    """Of queries for which it has any."""
    empty: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return sum(self.precisions.values()) / len(self.precisions)

    @property
    def first_right(self) -> float:
        return sum(self.first.values()) / len(self.first)

    def __str__(self) -> str:
        wrong = {query: value for query, value in self.precisions.items() if value < 1}
        return (
            f"{len(self.first)} queries: precision at five {self.precision:.3f} of {len(self.precisions)}, "
            f"first right {self.first_right:.3f}, empty {self.empty}\n"
            f"  first wrong: {[query for query, right in self.first.items() if not right]}\n  below five: {wrong}"
        )


def measured(search: Search, judged: Mapping[str, Relevance]) -> Quality:
    """Ask every query and judge its answer."""
    quality = Quality()
    for (query, relevant), answer in zip(judged.items(), search.ask(list(judged)), strict=True):
        there = sum(map(relevant, search.catalog.papers))
        if not there:
            continue
        best = [relevant(paper) for paper in answer.papers[:FIVE]]
        if not best:
            quality.empty.append(query)
        quality.first[query] = best[:1] == [True]
        if there >= FIVE:
            quality.precisions[query] = sum(best) / FIVE
    return quality
