"""Which paper of the catalog an item of a list is about: by its links, and by its title where the links say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from rsfm import ids
from rsfm.checks.addresses import canonical, host_of
from rsfm.checks.folding import folded, words
from rsfm.contribute.hosts import is_publisher
from rsfm.contribute.lists.inline import Link
from rsfm.contribute.lists.items import Item
from rsfm.contribute.lists.markdown import PaperList
from rsfm.contribute.named import Named, named
from rsfm.contribute.same import nearly
from rsfm.merge import Paper
from rsfm.model import ArxivId, Snapshot
from rsfm.store import Library

_LABELS = {
    field: re.compile(rf"\W*(?:(?:the|our|official|pre-?trained)\s+)?(?:{form})\W*", re.IGNORECASE)
    for field, form in {
        "code": r"(?:source )?codes?|repo(?:sitory)?|github|代码",
        "dataset": r"data ?sets?|data|downloads?|data link|benchmark|数据集?|下载",
        "weights": r"weights?|checkpoints?|models?|model zoo|权重|模型",
        "project": r"(?:project|home|web)?[ -]?(?:page|site)|project|website|主页|项目(?:主页)?",
        "demo": r"(?:online )?demo|演示|colab",
    }.items()
}
"""What labels say of links to sites that hold anything."""
_FIELDS = ("code", "project", "weights", "dataset", "demo")
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
    """Return every item of the list with what the catalog knows of it.

    What nothing in the list proves to be a paper is one where the catalog has it.
    """
    papers = library.catalog().papers
    by_key = {key: paper for paper in papers for key in _keys_of(paper)}
    titles = _Titles(papers)
    known = [_recognised(item, library, by_key, titles) for item in found.items]
    perhaps = [_recognised(item, library, by_key, titles) for item in found.unsure]
    return sorted([*known, *(one for one in perhaps if one.paper)], key=lambda one: one.item.line)


class _Titles:
    """The titles of the catalog, to be found by other spellings without looking at each."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        self._papers = [(title, paper) for paper in papers for title in titles_of(paper)]
        self._folded = {folded(title): paper for title, paper in reversed(self._papers)}
        self._by_word: dict[str, list[int]] = {}
        for place, (title, _) in enumerate(self._papers):
            for word in set(words(title)):
                self._by_word.setdefault(word, []).append(place)

    def same(self, title: str) -> Paper | None:
        """Return the paper of that title, case and punctuation aside."""
        return self._folded.get(folded(title))

    def nearest(self, title: str) -> Paper | None:
        """Return a paper of nearly that title; the two share most words, so also one of the rarest."""
        mine = sorted(set(words(title)), key=lambda word: len(self._by_word.get(word, ())))
        rarest = mine[: len(mine) // 2 + 1]
        places = sorted({place for word in rarest for place in self._by_word.get(word, ())})
        return next((self._papers[place][1] for place in places if nearly(title, self._papers[place][0])), None)


def _recognised(item: Item, library: Library, by_key: Mapping[str, Paper], titles: _Titles) -> Known:
    pairs = tuple((link, _as_labelled(one, link)) for link in item.links if (one := named(link.url)))
    # What names the paper itself goes before what lies beside it.
    order = sorted((one for _, one in pairs), key=lambda one: one.field not in {"arxiv_id", "doi", "links.paper"})
    paper = next((by_key[key] for one in order if (key := _key(one)) in by_key), None)
    ours = next((one.value for one in order if one.field == "arxiv_id"), "")
    if paper and ours and paper.entry.arxiv_id not in {None, ours}:
        paper = None
    title = item.title.text if item.title else ""
    titled = titles.same(title) if title else None
    if title and titled is None and paper is None:
        titled = titles.nearest(title)
    return Known(item=item, named=pairs, by_link=paper, by_title=titled, snapshot=library.snapshots.get(ArxivId(ours)))


def _as_labelled(one: Named, link: Link) -> Named:
    """Return what a link names, by its label where the site does not say itself what it holds.

    A label that is exactly the name of a field, as in lists of ours, is believed in any case; then the address is not cut
    to that of a repository.
    """
    if link.label in _FIELDS and one.field.startswith("links.") and one.field != f"links.{link.label}":
        return Named(f"links.{link.label}", canonical(link.url))
    if one.field != "links.paper" or is_publisher(host_of(one.value)):
        return one
    label = link.label.strip(" []()【】（）")
    return Named(
        next((f"links.{field}" for field, form in _LABELS.items() if form.fullmatch(label)), one.field), one.value
    )


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
