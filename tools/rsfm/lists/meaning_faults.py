"""Faults of one item that the catalog, or its arXiv id alone, shows: whose title, which year, which section, which links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm import ids
from rsfm.adding.named import is_broken_arxiv, named
from rsfm.checks.letters import HAN
from rsfm.identity import folded, likeness
from rsfm.lists.claims import VenueClaim, claim_of, family_of
from rsfm.lists.faults import FaultKind, ListFault, fault
from rsfm.lists.inline import unglued
from rsfm.lists.recognised import Recognised
from rsfm.locales import Localized
from rsfm.merge import Paper
from rsfm.model import Availability, Scope, Taxonomy
from rsfm.model.venues import name_in

_SAME_PAPER = 0.6
_NO_CODE = re.compile(
    r"no code|without code|code (?:is )?(?:not|coming)|coming soon|not released|无代码|暂无代码|未开源|没有代码|即将",
    re.IGNORECASE,
)
_CODE = re.compile(r"\bcode\b|代码", re.IGNORECASE)
_NO_CODE_THERE = Localized(zh="写着有代码，仓库里却没有", en="it says there is code, but the repository has none")
_NAMES = {"paper": "论文页", "code": "代码", "project": "项目主页", "weights": "权重", "dataset": "数据"}


def meaning_faults(known: Recognised, taxonomy: Taxonomy) -> Iterator[ListFault]:
    """Yield what is wrong with what one item says."""
    yield from _title(known)
    yield from _venue(known)
    if paper := known.paper:
        yield from _place(known, paper, taxonomy)
        yield from _code(known, paper)
        yield from _missing(known, paper)


def _title(known: Recognised) -> Iterator[ListFault]:
    title, official = known.item.title, known.titles
    if title is None or not official:
        return
    cleaned = unglued(title.text)
    if folded(cleaned) in map(folded, official):
        return
    if HAN.search(cleaned) and not any(map(HAN.search, official)):
        return  # A translation cannot be compared.
    other = known.by_title
    if known.by_link and other and other.paper_id != known.by_link.paper_id:
        title_of, links_of = other.paper_id, known.by_link.paper_id
        what = Localized(
            zh=f"标题是 {title_of} 的，链接是 {links_of} 的",
            en=f"the title is that of {title_of}, the links are those of {links_of}",
        )
        yield fault(FaultKind.OTHER_PAPERS_TITLE, (title.line, known.item.line), title.text, official[0], what)
        return
    nearest = max(official, key=lambda one: likeness(cleaned, one))
    alike = likeness(cleaned, nearest) >= _SAME_PAPER
    now = nearest if nearest == official[0] else f"{nearest} (now: {official[0]})"
    yield fault(FaultKind.TITLE_DIFFERS if alike else FaultKind.OTHER_PAPERS_TITLE, title.line, title.text, now)


def _venue(known: Recognised) -> Iterator[ListFault]:
    claim = claim_of(known.item)
    if claim.year is None:
        return
    paper = known.paper
    venue = paper.entry.venue if paper else None
    right = f"{venue.name} {venue.year}" if venue else ""
    line = known.item.line
    arxiv_id = known.arxiv_id or (paper.entry.arxiv_id if paper else None) or ""
    submitted = ids.arxiv_year(arxiv_id) if arxiv_id else None
    impossible = submitted is not None and claim.year < submitted - (claim.venue not in {"", "arXiv"})
    if impossible:
        told = {"arxiv_id": arxiv_id, "submitted": submitted, "year": claim.year}
        yield fault(FaultKind.YEAR_IMPOSSIBLE, line, claim.text, right or f"arXiv {submitted}", None, **told)
    if not claim.venue:
        yield fault(FaultKind.VENUE_MISSING, line, claim.text, right)
    elif venue and not impossible and not _agrees(claim, venue.name, venue.year):
        yield fault(FaultKind.VENUE_DIFFERS, line, claim.text, right)
    elif not venue and not impossible and claim.venue == "arXiv" and submitted not in {None, claim.year}:
        of_first = Localized(zh="预印本的年份是首次提交的年份", en="a preprint has the year of its first version")
        yield fault(FaultKind.VENUE_DIFFERS, line, claim.text, f"arXiv {submitted}", of_first)


def _agrees(claim: VenueClaim, name: str, year: int) -> bool:
    usual = name_in(name) or name
    return claim.year == year and (not claim.is_known or claim.venue == usual)


def _place(known: Recognised, paper: Paper, taxonomy: Taxonomy) -> Iterator[ListFault]:
    entry, section = paper.entry, known.item.section
    stated = family_of(section.text, taxonomy) if section else None
    if entry.scope is Scope.GENERAL:
        yield fault(FaultKind.OUT_OF_SCOPE, known.item.line, entry.name)
    if stated and section and stated != entry.family:
        term, lines = taxonomy["family"][entry.family].label, (known.item.line, section.line)
        yield fault(FaultKind.SECTION_DIFFERS, lines, section.text, f"{term.en} / {term.zh}", name=entry.name)


def _code(known: Recognised, paper: Paper) -> Iterator[ListFault]:
    entry = paper.entry
    for link in known.item.links:
        denied = _NO_CODE.search(link.label)
        if denied and entry.code.state is Availability.OPEN:
            yield fault(FaultKind.CODE_FLAG, link.line, link.label, ", ".join(entry.links.code))
        elif not denied and _CODE.search(link.label) and entry.code.state is Availability.NONE:
            yield fault(FaultKind.CODE_FLAG, link.line, link.label, what=_NO_CODE_THERE)
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
    broken = any(is_broken_arxiv(link.url) for link in known.item.links)
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
        right, zh = " ".join(dict.fromkeys(absent.values())), "、".join(_NAMES[what] for what in absent)
        yield fault(FaultKind.LINK_MISSING, known.item.line, right=right, zh=zh, en=", ".join(absent))


def _form(url: str) -> str:
    found = named(url.replace("/abstract/document/", "/document/"))
    return (found.value if found else url).casefold().rstrip("/")
