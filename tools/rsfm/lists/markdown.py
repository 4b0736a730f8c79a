"""What an awesome-style list says: its sections and its papers, from bullets or tables, each with its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rsfm.lists.inline import LINK, Line, plain
from rsfm.lists.items import BULLET, ListItem, is_title, leads_to_paper
from rsfm.lists.lines import lines_of
from rsfm.lists.rows import of_row
from rsfm.lists.titles import settle_title, title_of_heading

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_INDENT = 2
_OPENS = re.compile(r"\s*(?:\[|!\[|\*\*|<a\b)", re.IGNORECASE)
"""How a paragraph begins that is about a paper: with a link, a badge or a name in bold."""
_BOLD_LINE = re.compile(r" {0,3}(?P<mark>\*\*|__)(?!\*)(?:\d{1,3}[.)、]\s*)?(?P<text>.{8,400})(?P=mark)[ \\]*")
"""A line that is bold as a whole, and perhaps numbered."""


@dataclass(kw_only=True)
class PaperList:
    """A list as far as it could be understood."""

    lines: tuple[Line, ...]
    items: list[ListItem] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    """Headings and text outside the papers."""
    unread: list[Line] = field(default_factory=list)
    """The first lines of bullets and rows that lead somewhere and could not be read as papers."""
    unsure: list[ListItem] = field(default_factory=list)
    """What has a title and leads somewhere, but nowhere to a paper."""


def read_list(text: str) -> PaperList:
    """Read a Markdown list; what is no paper (news, contents, badges) is prose."""
    found = PaperList(lines=tuple(lines_of(text)))
    reader = _Reader(found)
    for here in found.lines:
        reader.read(here)
    reader.end_section()
    _settle(found)
    return found


class _Reader:
    """Takes line after line, and knows the heading, the table and the item that the next one may belong to."""

    def __init__(self, found: PaperList) -> None:
        self.found = found
        self.section: Line | None = None
        self.above: Line | None = None
        self.current: ListItem | None = None
        self.indent = 0
        self.headed = False
        self.since_heading = 0

    def read(self, here: Line) -> None:
        """Take one line."""
        if here.cells or here.text.lstrip().startswith("|"):  # the head of a table may be forgotten
            self.current = None
            self.found.items.append(of_row(here, self.section))
        elif heading := _HEADING.match(here.text):
            self.end_section()
            self.section = Line(text=plain(heading[2]), line=here.line)
            self.current = None
            self.found.prose.append(self.section)
        elif bullet := BULLET.match(here.text):
            self._bullet(here, bullet)
        elif (current := self.current) and _goes_on(here, current):
            current.add([here] if here.text.strip() else [])
        elif _OPENS.match(here.text) and leads_to_paper(here):
            self._begin(here, 0)
        elif (bold := _BOLD_LINE.fullmatch(here.text)) and title_of_heading(here):
            # A title in the place of a heading: the list below it says where the paper is.
            self._begin(Line(text=bold["text"], line=here.line), -_INDENT)
            self.headed = True
        else:
            self.current = None
            if here.text.strip():
                self.found.prose.append(here)

    def _begin(self, here: Line, indent: int) -> None:
        self.headed = False
        self.current = ListItem(section=self.section, lines=[here])
        self.indent = indent
        self.found.items.append(self.current)

    def _bullet(self, here: Line, bullet: re.Match[str]) -> None:
        current, nested = self.current, len(bullet[1]) >= self.indent + _INDENT
        beside = current is not None and ((bool(current.links) and not self.headed) or _is_beside(here, current))
        if current and nested and beside:
            current.add([here])
        else:
            self._begin(here, len(bullet[1]))

    def end_section(self) -> None:
        """Make one paper of what stands under a heading that is its title."""
        under, section = self.found.items[self.since_heading :], self.section
        titled = title_of_heading(section) if section and under else None
        is_one = any(item.is_proven for item in under) and not any(item.in_table for item in under)
        if section and titled and is_one:
            for item in under:
                settle_title(item)
            if not any(item.title for item in under):
                title = Line(text=titled[0], line=section.line)
                whole = ListItem(section=self.above, lines=[section], title=title, claim=titled[1])
                whole.add(line for item in under for line in item.lines)
                self.found.items[self.since_heading :] = [whole]
        if titled is None:
            self.above = section
        self.since_heading = len(self.found.items)


def _settle(found: PaperList) -> None:
    """Tell the papers from the other items, now that all their lines are known."""
    for item in found.items:
        if not item.in_table and item.title is None:
            settle_title(item)
    papers = [item for item in found.items if item.is_paper]
    others = [item for item in found.items if not item.is_paper]
    found.unsure = [item for item in others if item.is_unsure]
    found.unread = [item.lines[0] for item in others if item.links and not item.is_unsure]
    found.unread += filter(leads_to_paper, found.prose)
    found.unread.sort(key=lambda line: line.line)
    found.prose += [line for item in others for line in item.lines]
    found.items = papers


def _is_beside(here: Line, current: ListItem) -> bool:
    """Say whether a bullet below a title says where the paper is, and is no paper itself."""
    itself = ListItem(section=None, lines=[Line(text=LINK.sub(" ", here.text), line=here.line)])
    return is_title(plain(current.head)) and not itself.begins_with_title


def _goes_on(here: Line, current: ListItem) -> bool:
    """Say whether a line belongs to the item above it; the links of a title may follow in a paragraph of their own."""
    if not here.text.strip() or here.text[:1] in " \t" or current.lines[-1].line == here.line - 1:
        return True
    own = _OPENS.match(here.text) and is_title(plain(LINK.sub(" ", here.text)))
    return current.begins_with_title and leads_to_paper(here) and not own
