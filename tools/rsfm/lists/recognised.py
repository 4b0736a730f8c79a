"""Which paper of the catalog an item of a list is about: by its links, and by its title where the links say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from rsfm import ids
from rsfm.adding.hosts import is_publisher
from rsfm.adding.named import Named, named
from rsfm.checks.addresses import canonical, host_of
from rsfm.identity import Identity, KnownPapers, Sign
from rsfm.lists.inline import ListLink
from rsfm.lists.items import ListItem
from rsfm.lists.markdown import PaperList
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


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """An item with what its links name and the paper that they, or its title, lead to."""

    item: ListItem
    named: tuple[tuple[ListLink, Named], ...]
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
        return (self.snapshot.title,) if self.snapshot and not self.by_link else titles_of(self.paper)


def titles_of(paper: Paper | None) -> tuple[str, ...]:
    """Return every title of a paper, the present one first."""
    if paper is None:
        return ()
    source = paper.snapshot or paper.publication
    return (paper.entry.title, *paper.entry.other_titles, *((source.title,) if source else ()))


def recognise(found: PaperList, library: Library) -> list[Recognised]:
    """Return every item of the list with what the catalog knows of it.

    What nothing in the list proves to be a paper is one where the catalog has it.
    """
    known = KnownPapers((paper, _identity_of(paper)) for paper in library.catalog().papers)
    items = [_recognised(item, library, known) for item in found.items]
    perhaps = [_recognised(item, library, known) for item in found.unsure]
    return sorted([*items, *(one for one in perhaps if one.paper)], key=lambda one: one.item.line)


def _recognised(item: ListItem, library: Library, known: KnownPapers[Paper]) -> Recognised:
    pairs = tuple((link, _as_labelled(one, link)) for link in item.links if (one := named(link.url)))
    # What names the paper itself goes before what lies beside it.
    order = sorted((one for _, one in pairs), key=lambda one: one.field not in {"arxiv_id", "doi", "links.paper"})
    paper = next((found for one in order for found, _, _ in known.find(_identity_in([one]))), None)
    ours = next((one.value for one in order if one.field == "arxiv_id"), "")
    if paper and ours and paper.entry.arxiv_id not in {None, ours}:
        paper = None
    titled = known.find(Identity(titles=(item.title.text,) if item.title else ()))
    by_title = next((found for found, sign, _ in titled if sign is Sign.TITLE or paper is None), None)
    return Recognised(
        item=item, named=pairs, by_link=paper, by_title=by_title, snapshot=library.snapshots.get(ArxivId(ours))
    )


def _as_labelled(one: Named, link: ListLink) -> Named:
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


def _identity_of(paper: Paper) -> Identity:
    links = paper.entry.links
    urls = (links.paper or "", *links.code, *links.project, *links.weights)
    beside = _identity_in(named(url) or Named("", url) for url in urls)
    return Identity(
        arxiv_id=paper.entry.arxiv_id or beside.arxiv_id,
        dois=(paper.doi or "", *beside.dois),
        titles=titles_of(paper),
        addresses=beside.addresses,
    )


def _identity_in(found: Iterable[Named]) -> Identity:
    """Return what ids and addresses tell; of a repository, whatever in it they lead to."""
    ones = [one for one in found if one.value]
    return Identity(
        arxiv_id=next((one.value for one in ones if one.field == "arxiv_id"), ""),
        dois=tuple(one.value for one in ones if one.field == "doi"),
        addresses=tuple(
            f"https://github.com/{name}" if (name := ids.repository_of(one.value)) else one.value
            for one in ones
            if one.field not in {"arxiv_id", "doi"}
        ),
    )
