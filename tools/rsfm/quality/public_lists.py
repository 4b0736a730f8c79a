"""Of what public lists of the field name, how much the catalog has, and what several of them name and it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rsfm.identity import Identity, KnownPapers, folded
from rsfm.merge import Catalog, Paper
from rsfm.model import ListedWork, PaperId, PublicList

_SEVERAL = 2
"""A work that so many lists name is worth a look."""


@dataclass(frozen=True, kw_only=True)
class Held:
    """One list held against the catalog. The three numbers add up to what it names."""

    list: PublicList
    ours: int
    left_out: int
    """Works that curators decided against."""
    lacking: int

    @property
    def named(self) -> int:
        """How many works the list names."""
        return self.ours + self.left_out + self.lacking

    @property
    def percent(self) -> float:
        """The share that the catalog has, in percent; 100 of an empty list."""
        return 100 * self.ours / self.named if self.named else 100.0


@dataclass(frozen=True, kw_only=True)
class Lacking:
    """A work that the catalog lacks, and the lists that name it."""

    work: ListedWork
    lists: tuple[PublicList, ...]


def held_against_lists(catalog: Catalog) -> tuple[list[Held], list[Lacking]]:
    """Return each list held against the catalog, the newest first, and what several of them name and it lacks."""
    ours = KnownPapers((paper.paper_id, _identity(paper)) for paper in catalog.papers)
    refused = KnownPapers(
        (index, Identity(arxiv_id=each.arxiv_id or "", titles=(each.title,) if each.title else ()))
        for index, each in enumerate(catalog.left_out)
    )
    held: list[Held] = []
    lacking: dict[str, tuple[ListedWork, list[PublicList]]] = {}
    for each in sorted(catalog.public_lists.values(), key=lambda one: (one.seen, one.name), reverse=True):
        known = [_kind(work, ours, refused) for work in each.works]
        held.append(
            Held(list=each, ours=known.count("ours"), left_out=known.count("left_out"), lacking=known.count(""))
        )
        for work, kind in zip(each.works, known, strict=True):
            if not kind:
                lacking.setdefault(folded(work.title), (work, []))[1].append(each)
    several = [Lacking(work=work, lists=tuple(lists)) for work, lists in lacking.values() if len(lists) >= _SEVERAL]
    return held, sorted(several, key=lambda one: (-len(one.lists), one.work.title.casefold()))


def _kind(work: ListedWork, ours: KnownPapers[PaperId], refused: KnownPapers[int]) -> str:
    wanted = Identity(arxiv_id=work.arxiv_id or "", titles=(work.title,))
    # Lists type titles by hand: nearly the same is the same here, where only a number hangs on it.
    found = (next(papers.find(wanted), None) is not None for papers in (ours, refused))
    return "ours" if next(found) else "left_out" if next(found) else ""


def _identity(paper: Paper) -> Identity:
    entry = paper.entry
    titles: Iterable[str] = (
        entry.title,
        *entry.other_titles,
        *([paper.snapshot.title] if paper.snapshot else []),
        entry.name,
        *entry.aliases,
    )
    return Identity(arxiv_id=entry.arxiv_id or "", titles=tuple(dict.fromkeys(titles)))
