"""What an awesome-style list says: its sections and its papers, from bullets or tables, each with its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rsfm.contribute.lists.inline import LINK, Text, links_of, plain
from rsfm.contribute.lists.items import BULLET, Item, cells_of, of_row, settle_title
from rsfm.contribute.lists.proof import proves
from rsfm.contribute.lists.references import references, resolved

LONGEST_LINE = 2000
"""Characters of a line that are looked at: more is no list any more, and regular expressions would take their time."""

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_ROW = re.compile(r"\s*\|?.*\|.*$")
_RULER = re.compile(r"[\s|:-]*-[\s|:-]*")
_INDENT = 2
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_TASK = re.compile(r"^(\s*(?:[-*+]|\d{1,3}[.)])\s+)\[[ xX]\]\s+")
_OPENS = re.compile(r"\s*(?:\[|!\[|\*\*|<a\b)", re.IGNORECASE)
"""How a paragraph begins that is about a paper: with a link, a badge or a name in bold."""


@dataclass(kw_only=True)
class PaperList:
    """A list as far as it could be understood."""

    lines: tuple[Text, ...]
    items: list[Item] = field(default_factory=list)
    prose: list[Text] = field(default_factory=list)
    """Headings and text outside the papers."""
    unread: list[Text] = field(default_factory=list)
    """The first lines of bullets and rows that lead somewhere and could not be read as papers."""


def read_list(text: str) -> PaperList:
    """Read a Markdown list; what is no paper (news, contents, badges) is prose."""
    typed = [_TASK.sub(r"\1", _QUOTE.sub("", line[:LONGEST_LINE])) for line in text.splitlines()]
    known = references(typed)
    lines = tuple(Text(text=resolved(line, known)[:LONGEST_LINE], line=number) for number, line in enumerate(typed, 1))
    found = PaperList(lines=lines)
    section: Text | None = None
    columns: list[str] | None = None
    current: Item | None = None
    indent = 0
    fenced = False
    for here in lines:
        if _FENCE.match(here.text):
            fenced = not fenced
            continue
        if fenced:
            continue
        if heading := _HEADING.match(here.text):
            section, columns, current = Text(text=plain(heading[2]), line=here.line), None, None
            found.prose.append(section)
        elif here.text.lstrip().startswith("|") or (_ROW.match(here.text) and (columns or _is_ruled(lines, here))):
            cells = cells_of(here.text)
            if columns is None:
                columns = [plain(cell).lower() for cell in cells]
            elif not _RULER.fullmatch(here.text):
                found.items.append(of_row(here, cells, columns, section))
            current = None
        elif bullet := BULLET.match(here.text):
            nested = current is not None and len(bullet[1]) >= indent + _INDENT
            if nested and current and (current.links or _is_beside(here, current)):
                current.lines.append(here)
                current.links += links_of(here)
            else:
                current, indent, columns = (
                    Item(section=section, lines=[here], links=links_of(here)),
                    len(bullet[1]),
                    None,
                )
                found.items.append(current)
        elif current and (not here.text.strip() or here.text[:1] in " \t" or current.lines[-1].line == here.line - 1):
            if here.text.strip():
                current.lines.append(here)
                current.links += links_of(here)
        elif _OPENS.match(here.text) and any(map(proves, links_of(here))):
            current, indent, columns = Item(section=section, lines=[here], links=links_of(here)), 0, None
            found.items.append(current)
        else:
            current, columns = None, None
            if here.text.strip():
                found.prose.append(here)
    _settle(found)
    return found


def _settle(found: PaperList) -> None:
    """Tell the papers from the other items, now that all their lines are known."""
    for item in found.items:
        if not item.in_table:
            settle_title(item)
    papers = [item for item in found.items if item.is_paper]
    found.unread = [item.lines[0] for item in found.items if item.links and not item.is_paper]
    found.unread += [line for line in found.prose if any(map(proves, links_of(line)))]
    found.unread.sort(key=lambda line: line.line)
    found.prose += [line for item in found.items if item not in papers for line in item.lines]
    found.items = papers


def _is_ruled(lines: tuple[Text, ...], here: Text) -> bool:
    """Say whether the line after ``here`` makes it the head of a table."""
    below = lines[here.line].text if here.line < len(lines) else ""
    return "|" in below and _RULER.fullmatch(below) is not None


def _is_beside(here: Text, current: Item) -> bool:
    """Say whether a bullet below a title says where the paper is, and is no paper itself."""
    bullet = BULLET.match(here.text)
    itself = Item(section=None, lines=[Text(text=LINK.sub(" ", bullet[2] if bullet else ""), line=here.line)])
    return current.begins_with_title and not itself.begins_with_title
