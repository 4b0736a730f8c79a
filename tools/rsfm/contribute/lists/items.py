"""One paper of a list: where its title, its name and its claim of venue and year stand, in a bullet or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rsfm.checks.letters import HAN
from rsfm.contribute.lists.inline import IMAGE, LINK, Link, Text, links_of, plain
from rsfm.contribute.lists.proof import is_proven_name, is_proven_title, proves

BULLET = re.compile(r"(\s*)(?:[-*+]|\d{1,3}[.)])\s+(.*)$")
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
    "venue": r"venue|publication|published|publisher|journal|conference|year|date|发表|出处|年份|会议|期刊|时间",
}


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
        return bool(self.links) and (self.title is not None or (not in_news and any(map(proves, self.links))))

    @property
    def description(self) -> list[Text]:
        """The lines below the title."""
        below = self.title.line if self.title and not self.in_table else self.line
        return [one for one in self.lines if one.line > below]


def settle_title(item: Item) -> None:
    """Find the title of a bullet: a long link text, bold or quoted text, or the first line below the links."""
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
        item.title = Text(text=title, line=head.line) if title else None
        item.name = item.name or ("" if title else next(filter(is_proven_name, [*labels, *bold]), ""))


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
    yield from (Text(text=piece.strip(" -–—,."), line=head) for piece in re.split(r"\s[-–—|]\s|[|,]\s|\.\s", bare))


def cells_of(line: str) -> list[str]:
    """Return the cells of a row of a table."""
    inner = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", inner)]


def of_row(here: Text, cells: list[str], columns: list[str], section: Text | None) -> Item:
    """Return the paper of a row; ``columns`` are the headings of its table in lower case."""
    by_role: dict[str, str] = {}
    for role, words in _COLUMNS.items():
        for column, cell in zip(columns, cells, strict=False):
            if re.fullmatch(words, column) and (role != "title" or _holds_title(cell)):
                by_role[role] = f"{by_role[role]} {plain(cell)}" if role == "venue" and role in by_role else plain(cell)
                if role != "venue":
                    break
    item = Item(section=section, lines=[here], links=links_of(here), in_table=True)
    titles = [by_role["title"]] if "title" in by_role else [plain(cell) for cell in cells if _holds_title(cell)]
    item.title = Text(text=max(titles, key=len), line=here.line) if titles else None
    item.claim, item.name = by_role.get("venue", ""), by_role.get("name", "")
    if item.title is None:
        _settle_by_proof(item)
    return item


def _holds_title(cell: str) -> bool:
    """Say whether a cell holds a title; one with several links holds places to download from."""
    return len(LINK.findall(cell)) <= 1 and _is_title(plain(cell))


def _is_title(text: str) -> bool:
    chinese = len(HAN.findall(text)) >= _LEAST_HAN and not _SENTENCE.search(text)
    return chinese or (len(re.findall(r"[A-Za-z]{2,}", text)) >= _LEAST_WORDS and len(text) >= _SHORTEST)
