"""What an awesome-style list says: its sections and its papers, from bullets or tables, each with its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rsfm.contribute.lists.inline import Text, links_of, plain
from rsfm.contribute.lists.items import BULLET, Item, cells_of, of_row, settle_title
from rsfm.contribute.lists.references import references, resolved

LONGEST_LINE = 2000
"""Characters of a line that are looked at: more is no list any more, and regular expressions would take their time."""

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_ROW = re.compile(r"\s*\|?.*\|.*$")
_RULER = re.compile(r"[\s|:-]*-[\s|:-]*")
_INDENT = 2


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
    typed = [line[:LONGEST_LINE] for line in text.splitlines()]
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
        elif here.text.lstrip().startswith("|") or (columns and _ROW.match(here.text)):
            cells = cells_of(here.text)
            if columns is None:
                columns = [plain(cell).lower() for cell in cells]
            elif not _RULER.fullmatch(here.text):
                found.items.append(of_row(here, cells, columns, section))
            current = None
        elif bullet := BULLET.match(here.text):
            nested = current is not None and len(bullet[1]) >= indent + _INDENT
            if nested and current and (current.links or not links_of(here)):
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
        else:
            current, columns = None, None
            if here.text.strip():
                found.prose.append(here)
    for item in found.items:
        if not item.in_table:
            settle_title(item)
    papers = [item for item in found.items if item.is_paper]
    found.unread = [item.lines[0] for item in found.items if item.links and not item.is_paper]
    found.prose += [line for item in found.items if item not in papers for line in item.lines]
    found.items = papers
    return found
