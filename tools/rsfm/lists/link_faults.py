"""Faults of one item's links against the catalog: code that is out, repositories renamed, links left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm import ids
from rsfm.adding.named import named
from rsfm.lists.faults import FaultKind, ListFault, fault
from rsfm.lists.proof import names_no_paper
from rsfm.lists.recognised import Recognised
from rsfm.locales import Localized
from rsfm.merge import Paper
from rsfm.model import Availability

_NO_CODE = re.compile(
    r"no code|without code|code (?:is )?(?:not|coming)|coming soon|not released|无代码|暂无代码|未开源|没有代码|即将",
    re.IGNORECASE,
)


def link_faults(known: Recognised) -> Iterator[ListFault]:
    """Yield what the catalog knows better about the links of an item."""
    if paper := known.paper:
        yield from _code(known, paper)
        yield from _missing(known, paper)


def _code(known: Recognised, paper: Paper) -> Iterator[ListFault]:
    entry = paper.entry
    for link in known.item.links:
        denied = _NO_CODE.search(link.label)
        if denied and entry.code.state is Availability.OPEN:
            yield fault(
                FaultKind.CODE_FLAG,
                link.line,
                link.label,
                ", ".join(entry.links.code),
                what=Localized(zh="写着没有代码，其实已经公开", en="it says there is no code, but it is out"),
            )
        elif (
            not denied
            and re.search(r"\bcode\b|代码", link.label, re.IGNORECASE)
            and entry.code.state is Availability.NONE
        ):
            yield fault(
                FaultKind.CODE_FLAG,
                link.line,
                link.label,
                what=Localized(zh="写着有代码，仓库里却没有", en="it says there is code, but the repository has none"),
            )
    everything = {url for urls in (entry.links.code, entry.links.project, entry.links.weights) for url in urls}
    for link, one in known.named:
        if one.field != "links.code" or one.value in everything:
            continue
        same = next((url for url in everything if url.casefold() == one.value.casefold()), None)
        if same:
            yield fault(FaultKind.CAPITALS, link.line, one.value, same)
        elif entry.links.code and known.by_link:
            yield fault(FaultKind.LINK_DIFFERS, link.line, one.value, ", ".join(entry.links.code))


def _missing(known: Recognised, paper: Paper) -> Iterator[ListFault]:
    entry, values = paper.entry, known.values
    broken = any(names_no_paper(link.url) for link in known.item.links)
    if entry.arxiv_id and "arxiv_id" not in values and not broken:
        yield fault(FaultKind.ARXIV_MISSING, known.item.line, right=ids.arxiv_url(entry.arxiv_id))
    there = {_form(url) for urls in values.values() for url in urls}
    paper_page = (entry.links.paper,) if entry.links.paper and not {"arxiv_id", "doi"} & values.keys() else ()
    absent = {}
    for what, urls in (
        ("paper", () if entry.arxiv_id else paper_page),
        ("code", () if "links.code" in values else entry.links.code),
        ("project", entry.links.project),
        ("weights", entry.links.weights),
        ("dataset", entry.links.dataset),
    ):
        if urls and not any(_form(url) in there for url in urls):
            absent[what] = urls[0]
    if absent:
        yield fault(
            FaultKind.LINK_MISSING,
            known.item.line,
            right=" ".join(dict.fromkeys(absent.values())),
            what=Localized(
                zh="缺少链接：" + "、".join(_NAMES[what] for what in absent),
                en=f"links are missing: {', '.join(absent)}",
            ),
        )


def _form(url: str) -> str:
    found = named(url.replace("/abstract/document/", "/document/"))
    return (found.value if found else url).casefold().rstrip("/")


_NAMES = {"paper": "论文页", "code": "代码", "project": "项目主页", "weights": "权重", "dataset": "数据"}
