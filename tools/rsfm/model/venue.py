"""Where a paper appeared, as an entry says it."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.model.register import Facet, fact, needed
from rsfm.model.words import VenueKind, VenueState, Year


@dataclass(frozen=True, kw_only=True, slots=True)
class Venue:
    """Where a paper appeared."""

    name: str = needed(
        "出处",
        "Venue",
        "会议或期刊的简称；预印本写 arXiv。",
        "Short name as the field writes it; arXiv for a preprint.",
        facet=Facet.TERM,
        search=4,
        export="venue",
        asked=True,
        example="IEEE TGRS",
    )
    year: Year = needed(
        "年份",
        "Year",
        "引用时所用的年份；预印本写首次提交的年份。",
        "The year that is cited; of the first version for a preprint.",
        facet=Facet.RANGE,
        search=4,
        export="year",
        asked=True,
        example="2024",
    )
    state: VenueState = needed(
        "进展",
        "State",
        "进展：预印本、已录用、已发表。",
        "How far it has come: preprint, accepted or published.",
        export="state",
        asked=True,
    )
    kind: VenueKind | None = fact(
        "期刊还是会议",
        "Journal or conference",
        "期刊或会议；预印本不写。",
        "A journal or a conference; left out for a preprint.",
        asked=True,
    )
    volume: str | None = fact("卷", "Volume", "期刊的卷。", "The journal's volume.")
    issue: str | None = fact("期", "Issue", "期刊的期。", "The journal's issue.")
    pages: str | None = fact("页码", "Pages", "页码或文章号：1-20。", "Pages or article number: 1-20.")
    track: str | None = fact(
        "专题", "Track", "会议的专题，例如 Datasets and Benchmarks。", "A track of the conference."
    )
    workshop: str | None = fact("研讨会", "Workshop", "会议中的研讨会。", "The workshop of the conference.")
    authors: tuple[str, ...] = fact(
        "发表版作者",
        "Authors of the published version",
        "仅在发表版的作者与 arXiv 不同时写。",
        "Only where they differ from arXiv's.",
        default=(),
    )
