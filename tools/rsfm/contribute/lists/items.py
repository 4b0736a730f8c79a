"""One paper of a list: where its title, its name and its claim of venue and year stand, in a bullet or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rsfm import ids
from rsfm.checks.addresses import host_of
from rsfm.checks.letters import HAN
from rsfm.contribute.lists.around_titles import split_title
from rsfm.contribute.lists.inline import IMAGE, LINK, Link, Text, links_of, plain
from rsfm.contribute.lists.proof import is_place, is_proven_name, is_proven_title, proves

BULLET = re.compile(r"(\s*)(?:(?:[-*+•]|\d{1,3}[.)])\s+|\d{1,3}[、．]\s*|[（(]\d{1,3}[)）]\s*)(.*)$")
"""The beginning of an item of a Markdown list: its indent and its text."""
_BREAK = re.compile(r"<\s*/?\s*br\s*/?\s*>", re.IGNORECASE)
_LEAST_WORDS = 3
_SHORTEST = 16
_LEAST_HAN = 6
_SENTENCE = re.compile(r"[。；！？]")
_NEWS = re.compile(r"\bnews\b|\bupdates?\b|changelog|what.s new|新闻|动态|更新", re.IGNORECASE)
_COLUMNS = {
    "title": r"title|paper title|标题|题目|论文(?:名称|标题)?|paper",
    "name": r"model|name|method|abbreviation|模型|名称|简称|方法",
    "venue": r"venue|publication|published|publisher|journal|conference|year|发表|出处|年份|会议|期刊",
    "date": r"date|submitted|时间|日期|提交时间",
}
_SURELY_TITLE = re.compile(r"(?:paper )?title|标题|题目|论文(?:名称|标题)")
_LABELLED = re.compile(
    r"\W*(?:(?P<title>(?:paper )?title|论文标题|论文题目|标题|题目)|venue|publication|year|会议|期刊|发表|出处|年份)\W*[:：]\W*(?P<text>\S.*)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:.+\.)?(?:youtube\.com|youtu\.be|bilibili\.com|b23\.tv|twitter\.com|x\.com|zhihu\.com|csdn\.net|medium\.com|weixin\.qq\.com"
    r"|linkedin\.com|discord\.(?:gg|com)|slack\.com|shields\.io|awesome\.re|star-history\.com|wikipedia\.org|reddit\.com)"
)
"""Hosts of talks, talk about papers, and badges."""


_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")


@dataclass(kw_only=True)
class Item:
    """One paper of a list."""

    section: Text | None
    """The heading above it."""
    lines: list[Text] = field(default_factory=list)
    """All its lines; the first has the links, mostly."""
    title: Text | None = None
    claim: str = ""
    """What it says of venue and year: the text before the first link, or what stands beside the links."""
    name: str = ""
    links: list[Link] = field(default_factory=list)
    in_table: bool = False

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.lines[0].line

    @property
    def is_paper(self) -> bool:
        """Whether it is about a paper: it has a title, or a link that proves one and is not just in the news."""
        in_news = self.section is not None and _NEWS.search(self.section.text) is not None
        leads_on = not all(map(_leads_elsewhere, self.links))
        leads_on = leads_on and not (_MAIL.search(self.lines[0].text) and not any(map(proves, self.links)))
        return (
            bool(self.links) and leads_on and (self.title is not None or (not in_news and any(map(proves, self.links))))
        )

    @property
    def begins_with_title(self) -> bool:
        """Whether its first line, without links, is a title to which links on lines below may belong."""
        bullet = BULLET.match(self.lines[0].text)
        return not self.links and _is_title(plain(bullet[2] if bullet else self.lines[0].text))

    @property
    def description(self) -> list[Text]:
        """The lines below the title."""
        below = self.title.line if self.title and not self.in_table else self.line
        return [one for one in self.lines if one.line > below]


def _leads_elsewhere(link: Link) -> bool:
    secure = re.sub(r"(?i)^http://", "https://", link.url)
    return ids.is_public_https(secure) and _ELSEWHERE.fullmatch(host_of(secure)) is not None


def settle_title(item: Item) -> None:
    """Find the title of a bullet: a long link text, bold or quoted text, or the first line below the links."""
    _settle_roughly(item)
    if item.title:
        title, claim = split_title(item.title.text)
        item.title = Text(text=title, line=item.title.line)
        item.claim = claim or item.claim
    for line in item.lines[1:]:
        if (labelled := _LABELLED.fullmatch(plain(line.text))) and not links_of(line):
            if labelled["title"]:
                item.title = Text(text=labelled["text"], line=line.line)
            else:
                item.claim = labelled["text"]


def _settle_roughly(item: Item) -> None:
    head = item.lines[0]
    bullet = BULLET.match(head.text)
    source = IMAGE.sub(r"\1", bullet[2] if bullet else head.text)
    first = LINK.search(source)
    item.claim = plain(source[: first.start()] if first else source)
    for candidate in _candidates(source, item):
        if _is_title(candidate.text):
            item.title = candidate
            beside = plain(LINK.sub(" ", source)).replace(candidate.text, " ")
            item.claim = item.claim if candidate.line != head.line else beside
            break
    else:
        _settle_by_proof(item)
        if first and (item.title or item.name):
            called = item.title.text if item.title else item.name
            before = source[: first.start()].strip(" *_")
            item.claim = (
                item.claim if before and before != called else plain(LINK.sub(" ", source)).replace(called, " ")
            )
    named = re.match(r"([\w.+-]+)\s*[(（]\s*(?:paper|论文)", item.links[0].label, re.IGNORECASE) if item.links else None
    item.name = named[1] if named else item.name


def _settle_by_proof(item: Item) -> None:
    """Take the label of a link that proves a paper as title or name, where nothing looks like a title."""
    head = item.lines[0]
    labels = [link.label.strip('[]“”"') for link in item.links if proves(link)]
    if labels:
        bold = [plain(found) for found in re.findall(r"\*\*([^*]{1,300})\*\*", IMAGE.sub(r"\1", head.text))]
        title = next(filter(is_proven_title, labels), "")
        title = title or next(filter(_is_named_title, _pieces(item)), "")
        item.title = Text(text=title, line=head.line) if title else None
        item.name = item.name or ("" if title else next(filter(is_proven_name, [*labels, *bold]), ""))


def _pieces(item: Item) -> list[str]:
    """Return what stands between the bars of the first line, links and claims aside."""
    bullet = BULLET.match(item.lines[0].text)
    bare = plain(LINK.sub(" ", IMAGE.sub(r"\1", bullet[2]))) if bullet else ""
    return [split_title(piece.strip())[0] for piece in re.split(r"[|｜丨]", bare)]


def _is_named_title(text: str) -> bool:
    """Say whether ``text`` has a name before its colon, as titles do, and no word for a place or a venue."""
    name, colon, rest = text.replace("：", ":").partition(":")
    return bool(colon and rest.strip() and name.strip()) and not is_place(name) and not _LABELLED.fullmatch(text)


def _candidates(source: str, item: Item) -> Iterator[Text]:
    head = item.lines[0].line
    yield from (Text(text=link.label.strip('[]“”"'), line=head) for link in item.links if link.line == head)
    yield from (
        Text(text=plain(found), line=head)
        for found in re.findall(r"\*\*(.{1,300}?)\*\*|[“\"](.{1,300}?)[”\"]", source)
        for found in found
        if found
    )
    yield from (
        Text(text=plain(_BREAK.split(line.text)[0]), line=line.line)
        for line in item.lines[1:2]
        if not BULLET.match(line.text)
    )
    bare = plain(LINK.sub(" ", source))
    if bare[:1] in ":：" and item.links:
        bare = item.links[0].label + bare
    yield from (
        Text(text=piece.strip(" -–—,."), line=head) for piece in re.split(r"\s[-–—|]\s|[|,]\s|\.\s|[｜丨]", bare)
    )


def cells_of(line: str) -> list[str]:
    """Return the cells of a row of a table."""
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


def of_row(here: Text, cells: list[str], columns: list[str], section: Text | None) -> Item:
    """Return the paper of a row; ``columns`` are the headings of its table in lower case."""
    by_role: dict[str, str] = {}
    for role, words in _COLUMNS.items():
        for column, cell in zip(columns, cells, strict=False):
            surely = _SURELY_TITLE.fullmatch(column) and len(LINK.findall(cell)) <= 1 and not is_place(plain(cell))
            if re.fullmatch(words, column) and (role != "title" or surely or _holds_title(cell)):
                by_role[role] = f"{by_role[role]} {plain(cell)}" if role == "venue" and role in by_role else plain(cell)
                if role != "venue":
                    break
    item = Item(section=section, lines=[here], links=links_of(here), in_table=True)
    titles = [by_role["title"]] if "title" in by_role else [plain(cell) for cell in cells if _holds_title(cell)]
    title, claim = split_title(max(titles, key=len, default=""))
    item.title = Text(text=title, line=here.line) if title else None
    item.claim, item.name = by_role.get("venue") or claim or by_role.get("date", ""), by_role.get("name", "")
    if item.title is None:
        _settle_by_proof(item)
    return item


def _holds_title(cell: str) -> bool:
    """Say whether a cell holds a title; one with several links holds places to download from."""
    return len(LINK.findall(cell)) <= 1 and _is_title(plain(cell))


def _is_title(text: str) -> bool:
    chinese = len(HAN.findall(text)) >= _LEAST_HAN and not _SENTENCE.search(text)
    return chinese or (len(re.findall(r"[A-Za-z]{2,}", text)) >= _LEAST_WORDS and len(text) >= _SHORTEST)
