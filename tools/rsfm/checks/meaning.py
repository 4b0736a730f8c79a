"""Values agree with each other and with what arXiv says: title, first author, years, dates, venue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from difflib import SequenceMatcher

from rsfm import ids
from rsfm.checks.draft import Draft, Finding, folded, words
from rsfm.checks.rules import ERROR, WARNING, Topic, rule
from rsfm.model import VenueState
from rsfm.problems import visible

_SAME_PAPER = 0.6
_TITLE_LIMIT = 400
_POSTED_LATE = timedelta(days=120)
_LONG_AFTER = 4
_PREPRINT_SERVERS = frozenset(
    [
        "arxiv",
        "biorxiv",
        "eartharxiv",
        "essoar",
        "hal",
        "medrxiv",
        "openreview",
        "preprints.org",
        "researchsquare",
        "ssrn",
        "techrxiv",
        "zenodo",
    ]
)
_YEAR_IN_NAME = re.compile(r"(?:19|20)\d\d|'\d\d\b|’\d\d\b")
_OLD_ARXIV_UNTIL = 200704


def _likeness(one: str, other: str) -> float:
    one, other = folded(one)[:_TITLE_LIMIT], folded(other)[:_TITLE_LIMIT]
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def _first_day(draft: Draft) -> date | None:
    """Return when arXiv received the first version, or the first day of the month in the id."""
    if draft.snapshot:
        return draft.snapshot.published
    arxiv_id = draft.text("arxiv_id")
    return date(ids.arxiv_year(arxiv_id), int(re.sub(r"^.*/", "", arxiv_id)[2:4]), 1) if arxiv_id else None


@rule(
    "RA401",
    ERROR,
    Topic.MEANING,
    zh=("标题与 arXiv 编号是同一篇论文", "清单里最常见的错误：一篇论文的标题配了另一篇的链接。"),
    en=("Title and arXiv id are of one paper", "The commonest fault of lists: one paper's title over another's link."),
)
def the_title_is_that_of_the_arxiv_id(draft: Draft) -> Iterator[Finding]:
    """The title, or one of the other titles, resembles the snapshot's."""
    if (snapshot := draft.snapshot) and draft.text("title"):
        mine = [title for field in ("title", "other_titles") for _, title in draft.each(field)]
        if max(_likeness(title, snapshot.title) for title in mine) < _SAME_PAPER:
            theirs = visible(snapshot.title, 200)
            yield draft.finding(
                "title",
                f"arXiv {snapshot.arxiv_id} 的标题是“{theirs}”",
                f"arXiv {snapshot.arxiv_id} is titled “{theirs}”",
                "改正标题或编号；若论文改过名，把旧标题写进 other_titles。",
                "Correct the title or the id; if the paper was renamed, put the other title into other_titles.",
            )


@rule(
    "RA402",
    WARNING,
    Topic.MEANING,
    zh=("标题与 arXiv 上的一致", "写法不同的标题应在 other_titles 里列出，读者两种写法都能搜到。"),
    en=(
        "The title is spelled as on arXiv",
        "A title spelled otherwise belongs into other_titles; readers search for both.",
    ),
)
def the_title_is_spelled_as_on_arxiv(draft: Draft) -> Iterator[Finding]:
    """The snapshot's title is among the titles of the entry, case and punctuation aside."""
    if (snapshot := draft.snapshot) and draft.text("title"):
        mine = [title for field in ("title", "other_titles") for _, title in draft.each(field)]
        best = max(_likeness(title, snapshot.title) for title in mine)
        if _SAME_PAPER <= best < 1:
            theirs = visible(snapshot.title, 200)
            yield draft.finding(
                "title",
                f"arXiv 上写作“{theirs}”",
                f"arXiv has it as “{theirs}”",
                "照抄，或把 arXiv 的写法加到 other_titles。",
                "Copy it, or add arXiv's spelling to other_titles.",
            )


@rule(
    "RA403",
    ERROR,
    Topic.MEANING,
    zh=("第一作者与 arXiv 一致", "第一作者不同，多半是编号或作者表属于另一篇论文。"),
    en=("The first author is arXiv's", "Where they differ, the id or the authors mostly belong to another paper."),
)
def the_first_author_is_that_of_the_arxiv_id(draft: Draft) -> Iterator[Finding]:
    """The first author's name shares a word with the snapshot's."""
    authors = draft.each("authors")
    if draft.snapshot and draft.snapshot.authors and authors:
        mine, theirs = words(authors[0][1]), words(draft.snapshot.authors[0])
        written_alike = all(name.isascii() for name in (*mine, *theirs))
        if written_alike and not {w for w in mine if len(w) > 1} & {w for w in theirs if len(w) > 1}:
            first = visible(draft.snapshot.authors[0])
            yield draft.finding(
                authors[0][0],
                f"arXiv 上的第一作者是 {first}",
                f"the first author on arXiv is {first}",
                "改正作者或编号；arXiv 已有作者时不必写 authors。",
                "Correct the authors or the id; leave authors out where arXiv has them right.",
            )


@rule(
    "RA404",
    ERROR,
    Topic.MEANING,
    zh=("年份不早于 arXiv 首次提交", "发表后几个月内补交 arXiv 的论文除外。"),
    en=("The year is not before the first arXiv version", "Except for papers posted within months of publication."),
)
def the_year_is_not_before_the_first_version(draft: Draft) -> Iterator[Finding]:
    """The venue's year is at most a few months before arXiv received the paper."""
    year, first = draft.value("venue.year", int), _first_day(draft)
    if year and first and year < first.year:
        published = draft.value("venue.state", VenueState) is VenueState.PUBLISHED
        if not (published and first - date(year, 12, 31) <= _POSTED_LATE):
            yield draft.finding(
                "venue.year",
                f"{year} 早于 arXiv 收到论文的时间（{first:%Y-%m}）",
                f"{year} is before arXiv received it ({first:%Y-%m})",
                "写会议或期刊的年份；预印本写首次提交的年份。",
                "Take the year of the venue, or of the first arXiv version.",
            )


@rule(
    "RA405",
    ERROR,
    Topic.MEANING,
    zh=("预印本的年份是首次提交的年份", "不是最新版本的年份。"),
    en=("A preprint's year is that of its first version", "Not that of the latest one."),
)
def the_year_of_a_preprint_is_that_of_its_first_version(draft: Draft) -> Iterator[Finding]:
    """A preprint on arXiv has the year in which arXiv received it."""
    year, first = draft.value("venue.year", int), _first_day(draft)
    preprint = draft.value("venue.state", VenueState) is VenueState.PREPRINT
    if year and first and preprint and draft.text("venue.name").casefold() == "arxiv" and year > first.year:
        yield draft.finding(
            "venue.year",
            f"arXiv 在 {first.year} 年收到第一版",
            f"arXiv received the first version in {first.year}",
            f"写 {first.year}。",
            f"Write {first.year}.",
        )


@rule(
    "RA406",
    WARNING,
    Topic.MEANING,
    zh=("年份不晚得离奇", f"提交 arXiv 之后 {_LONG_AFTER} 年以上才发表的论文很少见。"),
    en=("The year is not long after the first version", f"Few papers appear more than {_LONG_AFTER} years after it."),
)
def the_year_is_not_long_after_the_first_version(draft: Draft) -> Iterator[Finding]:
    """The venue's year is within some years of arXiv's."""
    year, first = draft.value("venue.year", int), _first_day(draft)
    if year and first and year > first.year + _LONG_AFTER:
        yield draft.finding(
            "venue.year",
            f"{year} 比首次提交（{first:%Y-%m}）晚了 {year - first.year} 年",
            f"{year} is {year - first.year} years after the first version ({first:%Y-%m})",
            "核对年份和编号。",
            "Compare year and id with the source.",
        )


@rule(
    "RA407",
    WARNING,
    Topic.MEANING,
    zh=("预印本的出处是预印本平台", "state: preprint 时 venue.name 写 arXiv；已录用的写 accepted。"),
    en=(
        "A preprint's venue is a preprint server",
        "With state: preprint the name is arXiv; an accepted paper is accepted.",
    ),
)
def a_preprint_is_on_a_preprint_server(draft: Draft) -> Iterator[Finding]:
    """Name and state of the venue agree for preprints."""
    name = draft.text("venue.name")
    preprint = draft.value("venue.state", VenueState) is VenueState.PREPRINT
    if name and preprint and name.casefold().replace(" ", "") not in _PREPRINT_SERVERS:
        yield draft.finding(
            "venue.state",
            f"{visible(name)} 不是预印本平台",
            f"{visible(name)} is no preprint server",
            "已录用写 accepted，已发表写 published；预印本的 venue.name 写 arXiv。",
            "Write accepted or published; the venue of a preprint is arXiv.",
        )


@rule(
    "RA408",
    ERROR,
    Topic.MEANING,
    zh=("arXiv 上的论文是预印本", "arXiv 不录用也不发表；已录用的论文写会议或期刊名。"),
    en=("A paper on arXiv is a preprint", "arXiv neither accepts nor publishes; name the conference or journal."),
)
def a_paper_on_arxiv_is_a_preprint(draft: Draft) -> Iterator[Finding]:
    """The venue arXiv goes with the state preprint."""
    state = draft.value("venue.state", VenueState)
    if draft.text("venue.name").casefold() == "arxiv" and state and state is not VenueState.PREPRINT:
        yield draft.finding(
            "venue.state",
            f"arXiv 论文的状态不会是 {state}",
            f"a paper whose venue is arXiv is not {state}",
            "写 preprint，或写出会议或期刊名。",
            "Write preprint, or name the conference or journal.",
        )


@rule(
    "RA409",
    WARNING,
    Topic.MEANING,
    zh=("出处是 arXiv 的论文有 arXiv 编号", "没有编号就找不到它。"),
    en=("A paper on arXiv has an arXiv id", "Without the id nobody finds it."),
)
def a_paper_on_arxiv_has_an_id(draft: Draft) -> Iterator[Finding]:
    """The venue arXiv goes with an arxiv_id."""
    if draft.text("venue.name").casefold() == "arxiv" and "arxiv_id" not in draft.scalars:
        yield draft.finding(
            "venue.name",
            "出处是 arXiv，却没有 arxiv_id",
            "the venue is arXiv, but there is no arxiv_id",
            '加上 arxiv_id: "…"。',
            'Add arxiv_id: "…".',
        )


@rule(
    "RA410",
    WARNING,
    Topic.MEANING,
    zh=("出处只有名称", "年份写在 venue.year；arXiv 的 X 大写。"),
    en=("The venue's name is only a name", "The year goes into venue.year; arXiv has a capital X."),
)
def the_venue_is_only_a_name(draft: Draft) -> Iterator[Finding]:
    """No year in the venue's name; arXiv as arXiv writes it."""
    name = draft.text("venue.name")
    if _YEAR_IN_NAME.search(name):
        right = " ".join(_YEAR_IN_NAME.sub("", name).split()).strip(" ,-")
        zh, en = "名称里有年份", "the name holds a year"
    elif name.casefold() == "arxiv" and name != "arXiv":
        right, zh, en = "arXiv", "arXiv 的写法不对", "arXiv is spelled otherwise"
    else:
        return
    yield draft.finding("venue.name", zh, en, f"写 {visible(right)}。", f"Write {visible(right)}.")


@rule(
    "RA411",
    ERROR,
    Topic.IDENTITY,
    zh=("arXiv 给出过这个编号", "新编号从 2007 年 4 月开始，旧编号到那时为止，也没有未来的编号。"),
    en=("arXiv has given out the id", "New ids begin in April 2007, old ones end there, and none is of the future."),
)
def arxiv_has_given_out_the_id(draft: Draft) -> Iterator[Finding]:
    """The month in the id is possible for its form."""
    arxiv_id = draft.text("arxiv_id")
    if not arxiv_id:
        return
    tail = arxiv_id.rpartition("/")[2]
    month = ids.arxiv_year(arxiv_id) * 100 + int(tail[2:4])
    old = "/" in arxiv_id
    now = draft.today + timedelta(days=1)
    if old == (month < _OLD_ARXIV_UNTIL) and month <= now.year * 100 + now.month and int(tail[5 if not old else 4 :]):
        return
    yield draft.finding(
        "arxiv_id",
        f"arXiv 不会有编号 {arxiv_id}",
        f"arXiv cannot have given out {arxiv_id}",
        "从 arXiv 页面重新抄写编号。",
        "Copy the id again from the arXiv page.",
    )


@rule(
    "RA412",
    ERROR,
    Topic.IDENTITY,
    zh=("arXiv 的 DOI 写成 arxiv_id", "10.48550/arXiv.… 只是编号的另一种写法；doi 留给出版社的 DOI。"),
    en=("arXiv's DOI is written as arxiv_id", "10.48550/arXiv.… repeats the id; doi is for the publisher's DOI."),
)
def the_doi_is_not_arxivs(draft: Draft) -> Iterator[Finding]:
    """``doi`` is the publisher's."""
    doi = draft.text("doi")
    if doi.lower().startswith("10.48550/"):
        found = ids.arxiv_id_of(doi[len("10.48550/arXiv.") :]) or "…"
        yield draft.finding(
            "doi",
            "这是 arXiv 的 DOI",
            "this is arXiv's own DOI",
            f'删去 doi，写 arxiv_id: "{found}"。',
            f'Delete it and write arxiv_id: "{found}".',
        )


@rule(
    "RA413",
    WARNING,
    Topic.IDENTITY,
    zh=("DOI 与 arXiv 记载的一致", "作者在 arXiv 上登记的 DOI 与条目不同时，其中一个抄错了。"),
    en=(
        "The DOI is the one arXiv knows",
        "Where the DOI that the authors gave arXiv differs, one of the two is wrong.",
    ),
)
def the_doi_is_the_one_arxiv_knows(draft: Draft) -> Iterator[Finding]:
    """The snapshot's DOI and the entry's are the same."""
    doi, snapshot = draft.text("doi"), draft.snapshot
    if doi and snapshot and snapshot.doi and snapshot.doi.lower() != doi.lower():
        yield draft.finding(
            "doi",
            f"arXiv 记载的 DOI 是 {visible(snapshot.doi, 100)}",
            f"arXiv has the DOI {visible(snapshot.doi, 100)}",
            "核对两个 DOI。",
            "Compare both with the publisher's page.",
        )


@rule(
    "RA414",
    WARNING,
    Topic.MEANING,
    zh=("论文没有被撤回", "撤回的论文要在 note 里说明。"),
    en=("The paper was not withdrawn", "A withdrawn paper needs a note that says so."),
)
def the_paper_was_not_withdrawn(draft: Draft) -> Iterator[Finding]:
    """A paper withdrawn from arXiv has a note."""
    if draft.snapshot and draft.snapshot.withdrawn and not any(path.startswith("note") for path in draft.scalars):
        yield draft.finding(
            "arxiv_id",
            "论文已从 arXiv 撤回",
            "the paper was withdrawn from arXiv",
            "在 note 里说明。",
            "Say so in note.",
        )
