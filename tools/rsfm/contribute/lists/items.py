"""One paper of a list: where its title, its name and its claim of venue and year stand, in a bullet or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rsfm.contribute.lists.inline import IMAGE, LINK, Link, Text, links_of, plain

BULLET = re.compile(r"(\s*)(?:[-*+]|\d{1,3}[.)])\s+(.*)$")
"""The beginning of an item of a Markdown list: its indent and its text."""
_BREAK = re.compile(r"<\s*/?\s*br\s*/?\s*>", re.IGNORECASE)
_LEAST_WORDS = 3
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
    named = re.match(r"([\w.+-]+)\s*[(（]\s*(?:paper|论文)", item.links[0].label, re.IGNORECASE) if item.links else None
    item.name = named[1] if named else ""


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
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)]


def of_row(here: Text, cells: list[str], columns: list[str], section: Text | None) -> Item:
    """Return the paper of a row; ``columns`` are the headings of its table in lower case."""
    by_role: dict[str, str] = {}
    for role, words in _COLUMNS.items():
        for column, cell in zip(columns, cells, strict=False):
            if re.fullmatch(words, column) and (role != "title" or _is_title(plain(cell))):
                by_role[role] = f"{by_role[role]} {plain(cell)}" if role == "venue" and role in by_role else plain(cell)
                if role != "venue":
                    break
    item = Item(section=section, lines=[here], links=links_of(here), in_table=True)
    titles = [by_role["title"]] if "title" in by_role else [plain(cell) for cell in cells if _is_title(plain(cell))]
    item.title = Text(text=max(titles, key=len), line=here.line) if titles else None
    item.claim, item.name = by_role.get("venue", ""), by_role.get("name", "")
    return item


def _is_title(text: str) -> bool:
    return len(re.findall(r"[A-Za-z]{2,}", text)) >= _LEAST_WORDS and len(text) > 3 * 5  # three words of some length
