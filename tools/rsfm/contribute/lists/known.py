"""Which paper of the catalog an item of a list is about: by its links, and by its title where the links say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rsfm import ids
from rsfm.checks.folding import folded
from rsfm.contribute.lists.inline import Link
from rsfm.contribute.lists.items import Item
from rsfm.contribute.lists.markdown import PaperList
from rsfm.contribute.named import Named, named
from rsfm.contribute.same import nearly
from rsfm.merge import Paper
from rsfm.model import Snapshot
from rsfm.store import Library

_IEEE = re.compile(r"ieeexplore\.ieee\.org/(?:abstract/)?document/(\d+)")


@dataclass(frozen=True, kw_only=True)
class Known:
    """An item with what its links name and the paper that they, or its title, lead to."""

    item: Item
    named: tuple[tuple[Link, Named], ...]
    """The links that name something, in order."""
    by_link: Paper | None
    by_title: Paper | None
    snapshot: Snapshot | None
    """What arXiv said of its arXiv id, in the catalog or not."""

    @property
    def paper(self) -> Paper | None:
        """The paper that it is about; links are right more often than titles."""
        return self.by_link or self.by_title

    @cached_property
    def values(self) -> dict[str, list[str]]:
        """What the links name, by field."""
        found: dict[str, list[str]] = {}
        for _, one in self.named:
            found.setdefault(one.field, []).append(one.value)
        return found

    @property
    def arxiv_id(self) -> str:
        """Its arXiv id, if a link has it."""
        return next(iter(self.values.get("arxiv_id", ())), "")

    @property
    def titles(self) -> tuple[str, ...]:
        """Every title that the paper has or had, the present one first; none where nobody knows the paper."""
        return (
            titles_of(self.by_link)
            if self.by_link
            else ((self.snapshot.title,) if self.snapshot else titles_of(self.by_title))
        )


def titles_of(paper: Paper | None) -> tuple[str, ...]:
    """Return every title of a paper, the present one first."""
    if paper is None:
        return ()
    source = paper.snapshot or paper.publication
    return (paper.entry.title, *paper.entry.other_titles, *((source.title,) if source else ()))


def recognise(found: PaperList, library: Library) -> list[Known]:
    """Return every item of the list with what the catalog knows of it."""
    papers = library.catalog().papers
    by_key = {key: paper for paper in papers for key in _keys_of(paper)}
    by_title = {folded(title): paper for paper in papers for title in titles_of(paper)}
    return [_recognised(item, library, papers, by_key, by_title) for item in found.items]


def _recognised(
    item: Item,
    library: Library,
    papers: Iterable[Paper],
    by_key: Mapping[str, Paper],
    by_title: Mapping[str, Paper],
) -> Known:
    pairs = tuple((link, one) for link in item.links if (one := named(link.url)))
    # What names the paper itself goes before what lies beside it.
    order = sorted((one for _, one in pairs), key=lambda one: one.field not in {"arxiv_id", "doi", "links.paper"})
    paper = next((by_key[key] for one in order if (key := _key(one)) in by_key), None)
    ours = next((one.value for one in order if one.field == "arxiv_id"), "")
    if paper and ours and paper.entry.arxiv_id not in {None, ours}:
        paper = None
    title = item.title.text if item.title else ""
    titled = by_title.get(folded(title))
    if title and titled is None and paper is None:
        titled = next((one for one in papers if any(nearly(title, other) for other in titles_of(one))), None)
    snapshot = next((snapshot for key, snapshot in library.snapshots.items() if key == ours), None)
    return Known(item=item, named=pairs, by_link=paper, by_title=titled, snapshot=snapshot)


def _keys_of(paper: Paper) -> list[str]:
    entry = paper.entry
    found = [entry.arxiv_id or "", (paper.doi or "").lower()]
    links = entry.links
    for url in (links.paper, *links.code, *links.project, *links.weights):
        found.append(_key(named(url) or Named("", url)) if url else "")
    return [key for key in found if key]


def _key(one: Named) -> str:
    if one.field in {"arxiv_id", "doi"}:
        return one.value.lower()
    if found := _IEEE.search(one.value):
        return found[0].replace("abstract/", "")
    return ids.repository_of(one.value) or one.value.removeprefix("https://").rstrip("/").casefold()
