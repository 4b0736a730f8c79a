"""One paper of a list, from a bullet, a paragraph, a heading or a row, and whether it is a paper at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from rsfm.adding.named import public
from rsfm.checks.addresses import host_of
from rsfm.checks.letters import HAN
from rsfm.fetch.crossref_text import NOTICE
from rsfm.lists.inline import Line, ListLink, links_of, plain
from rsfm.lists.proof import proves
from rsfm.model.venues import kind_of, name_in

BULLET = re.compile(r"(\s*)(?:(?:[-*+•]|\d{1,3}[.)])\s+|\d{1,3}[、．]\s*|[（(]\d{1,3}[)）]\s*)(.*)$")
"""The beginning of an item of a Markdown list: its indent and its text."""
_LEAST_WORDS = 3
_SHORTEST = 16
_LEAST_HAN = 6
_SENTENCE = re.compile(r"[。；！？]")
_NEWS = re.compile(r"^\W*new\W*$|\bnews\b|\bupdates?\b|changelog|what.s new|新闻|动态|更新", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"(?:.+\.)?(?:youtube\.com|youtu\.be|bilibili\.com|b23\.tv|twitter\.com|x\.com|zhihu\.com|csdn\.net|medium\.com|weixin\.qq\.com"
    r"|linkedin\.com|discord\.(?:gg|com)|slack\.com|shields\.io|awesome\.re|star-history\.com|wikipedia\.org|reddit\.com)"
)
"""Hosts of talks, talk about papers, and badges."""
_CONTEST = re.compile(
    r"\b(?:challenges?|competitions?|contests?|hackathon|submission|solutions?)\b|大赛|竞赛|挑战赛", re.IGNORECASE
)
"""What has a conference and a year and is still no paper."""
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w")
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)|['’]\d\d(?!\d)")


def leads_to_paper(line: Line) -> bool:
    """Say whether a link of ``line`` leads to a paper."""
    return any(map(proves, links_of(line)))


@dataclass(kw_only=True, eq=False)
class ListItem:
    """One paper of a list."""

    section: Line | None
    """The heading above it."""
    lines: list[Line] = field(default_factory=list)
    """All its lines; the first has the links, mostly."""
    title: Line | None = None
    claim: str = ""
    """What it says of venue and year: the text before the first link, or what stands beside the links."""
    name: str = ""
    in_table: bool = False
    is_titled: bool = False
    """Whether it stands in a column that says to hold titles."""
    links: list[ListLink] = field(init=False)

    def __post_init__(self) -> None:
        self.links = [link for line in self.lines for link in links_of(line)]

    def add(self, lines: Iterable[Line]) -> None:
        """Take more lines."""
        for line in lines:
            self.lines.append(line)
            self.links += links_of(line)

    @property
    def line(self) -> int:
        """Where it begins."""
        return self.lines[0].line

    @property
    def called(self) -> str:
        """Its title, else its name."""
        return self.title.text if self.title else self.name

    @property
    def head(self) -> str:
        """Its first line, without the mark of a bullet; a title that goes on on the next line is one."""
        bullet = BULLET.match(self.lines[0].text)
        text = bullet[2] if bullet else self.lines[0].text
        for above, here in pairwise(self.lines):
            if links_of(above) or here.line != above.line + 1 or not here.text.lstrip()[:1].islower():
                break
            text = f"{text.rstrip()} {here.text.strip()}"
        return text

    @property
    def is_proven(self) -> bool:
        """Whether a link leads to a paper."""
        return any(map(proves, self.links))

    @property
    def is_paper(self) -> bool:
        """Whether it is surely about a paper: a link leads to one, or it has a title and says where that appeared."""
        if self.title and NOTICE.match(self.title.text):
            return False
        if self.is_proven:
            return self.title is not None or not self._in_news
        return self._may_be and self.title is not None and self._is_claimed

    @property
    def is_unsure(self) -> bool:
        """Whether it has a title and leads somewhere, but nothing says that it is about a paper."""
        return not self.is_paper and self._may_be and self.title is not None

    @property
    def _may_be(self) -> bool:
        return bool(self.links) and not all(map(_leads_elsewhere, self.links)) and not _MAIL.search(self.lines[0].text)

    @property
    def _in_news(self) -> bool:
        return self.section is not None and _NEWS.search(self.section.text) is not None

    @property
    def _is_claimed(self) -> bool:
        known = name_in(self.claim) or kind_of(self.claim) or "arxiv" in self.claim.casefold()
        dated = bool(known) and _YEAR.search(self.claim) is not None
        return self.is_titled or (dated and not _CONTEST.search(plain(self.head)))

    @property
    def begins_with_title(self) -> bool:
        """Whether its first line, without links, is a title to which links on lines below may belong."""
        return not self.links and is_title(plain(self.head))

    @property
    def description(self) -> list[Line]:
        """The lines below the title."""
        below = self.title.line if self.title and not self.in_table else self.line
        return [one for one in self.lines if one.line > below]


def _leads_elsewhere(link: ListLink) -> bool:
    url = public(link.url)
    return bool(url) and _ELSEWHERE.fullmatch(host_of(url)) is not None


def is_title(text: str) -> bool:
    """Say whether ``text`` has the words and the length of a title."""
    chinese = len(HAN.findall(text)) >= _LEAST_HAN and not _SENTENCE.search(text)
    # The name of a repository may have many words, but no blank between them.
    apart = " " in text and len(re.findall(r"[A-Za-z]{2,}", text)) >= _LEAST_WORDS
    return chinese or (apart and len(text) >= _SHORTEST)
