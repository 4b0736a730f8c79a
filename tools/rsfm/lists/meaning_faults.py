"""Faults of one item that the catalog, or its arXiv id alone, shows: whose title, which year, which section."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm import ids
from rsfm.checks.letters import HAN
from rsfm.identity import folded, likeness
from rsfm.lists.claims import VenueClaim, claim_of, family_of
from rsfm.lists.faults import FaultKind, ListFault, fault
from rsfm.lists.inline import unglued
from rsfm.lists.recognised import Recognised
from rsfm.locales import Localized
from rsfm.merge import Paper
from rsfm.model import Scope, Taxonomy
from rsfm.model.venues import name_in

_SAME_PAPER = 0.6


def meaning_faults(known: Recognised, taxonomy: Taxonomy) -> Iterator[ListFault]:
    """Yield what is wrong with what one item says."""
    yield from _title(known)
    yield from _venue(known)
    if paper := known.paper:
        yield from _place(known, paper, taxonomy)


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
        yield fault(
            FaultKind.OTHER_PAPERS_TITLE,
            (title.line, known.item.line),
            title.text,
            official[0],
            what=Localized(
                zh=f"标题是 {other.paper_id} 的，链接是 {known.by_link.paper_id} 的",
                en=f"the title is that of {other.paper_id}, the links are those of {known.by_link.paper_id}",
            ),
        )
        return
    nearest = max(official, key=lambda one: likeness(cleaned, one))
    alike = likeness(cleaned, nearest) >= _SAME_PAPER
    now = nearest if nearest == official[0] else f"{nearest} (now: {official[0]})"
    yield fault(
        FaultKind.TITLE_DIFFERS if alike else FaultKind.OTHER_PAPERS_TITLE,
        title.line,
        title.text,
        now,
        what=Localized(zh="标题与论文的标题不同", en="the title is not the paper's")
        if alike
        else Localized(zh="标题与链接不是同一篇论文", en="title and link are not of one paper"),
    )


def _venue(known: Recognised) -> Iterator[ListFault]:
    claim = claim_of(known.item)
    if claim.year is None:
        return
    paper = known.paper
    venue = paper.entry.venue if paper else None
    right = f"{venue.name} {venue.year}" if venue else ""
    lines = (known.item.line,)
    arxiv_id = known.arxiv_id or (paper.entry.arxiv_id if paper else None) or ""
    submitted = ids.arxiv_year(arxiv_id) if arxiv_id else None
    impossible = submitted is not None and claim.year < submitted - (claim.venue not in {"", "arXiv"})
    if impossible:
        yield fault(
            FaultKind.YEAR_IMPOSSIBLE,
            lines,
            claim.text,
            right or f"arXiv {submitted}",
            what=Localized(
                zh=f"arXiv 编号 {arxiv_id} 是 {submitted} 年的，年份不可能是 {claim.year}",
                en=f"arXiv gave out {arxiv_id} in {submitted}; the year cannot be {claim.year}",
            ),
        )
    if not claim.venue:
        yield fault(FaultKind.VENUE_MISSING, lines, claim.text, right)
    elif venue and not impossible and not _agrees(claim, venue.name, venue.year):
        yield fault(
            FaultKind.VENUE_DIFFERS,
            lines,
            claim.text,
            right,
            what=Localized(zh="出处或年份与图谱不同", en="venue or year is not that of the catalog"),
        )
    elif not venue and not impossible and claim.venue == "arXiv" and submitted not in {None, claim.year}:
        yield fault(
            FaultKind.VENUE_DIFFERS,
            lines,
            claim.text,
            f"arXiv {submitted}",
            what=Localized(zh="预印本的年份是首次提交的年份", en="a preprint has the year of its first version"),
        )


def _agrees(claim: VenueClaim, name: str, year: int) -> bool:
    usual = name_in(name) or name
    return claim.year == year and (not claim.is_known or claim.venue == usual)


def _place(known: Recognised, paper: Paper, taxonomy: Taxonomy) -> Iterator[ListFault]:
    entry, section = paper.entry, known.item.section
    stated = family_of(section.text, taxonomy) if section else None
    if entry.scope is Scope.GENERAL:
        yield fault(FaultKind.OUT_OF_SCOPE, known.item.line, entry.name)
    if stated and section and stated != entry.family:
        term = taxonomy["family"][entry.family].label
        yield fault(
            FaultKind.SECTION_DIFFERS,
            (known.item.line, section.line),
            section.text,
            f"{term.en} / {term.zh}",
            what=Localized(zh=f"{entry.name} 放错了章节", en=f"{entry.name} stands in the wrong section"),
        )
