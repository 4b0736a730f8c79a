"""HTML inside a Markdown list: tables, list items and headings become the lines that Markdown would have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rsfm.contribute.lists.inline import Text

_ROW = re.compile(r"<tr\b[^<>]*>", re.IGNORECASE)
_ROW_END = re.compile(r"</tr\s*>|</table\s*>|</tbody\s*>|</thead\s*>", re.IGNORECASE)
_CELL = re.compile(r"<(t[dh])\b[^<>]*>(.*?)(?=</t[dh]\s*>|<t[dh]\b|$)", re.IGNORECASE)
_TABLE = re.compile(r"</?(?:table|thead|tbody|tfoot|colgroup|col)\b[^<>]*>", re.IGNORECASE)
_ITEM = re.compile(r"^(\s*)<li\b[^<>]*>\s*(?:<p>)?", re.IGNORECASE)
_HEADING = re.compile(r"^\s*<h([1-6])\b[^<>]*>(.*?)(?:</h[1-6]>)?\s*$", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:li|ul|ol|summary|details)\s*>|<(?:ul|ol|details)\b[^<>]*>", re.IGNORECASE)
_SUMMARY = re.compile(r"^\s*(?:<details\b[^<>]*>)?\s*<summary\b[^<>]*>(.*?)(?:</summary>)?\s*$", re.IGNORECASE)
_MOST = 60
"""Lines of one row of a table; a row that never ends is no row."""


def as_markdown(lines: Iterable[Text]) -> list[Text]:
    """Return ``lines`` with a row of an HTML table as one line between bars, at the line where it begins."""
    found: list[Text] = []
    row: list[Text] = []
    for here in lines:
        if row or _ROW.search(here.text):
            row.append(here)
            if _ROW_END.search(here.text) or len(row) > _MOST:
                found += _rows(row)
                row = []
        else:
            found.append(Text(text=_bare(here.text), line=here.line))
    return found + [Text(text=_bare(each.text), line=each.line) for each in row]


def _rows(row: list[Text]) -> Iterator[Text]:
    starts = {each.line: _ROW.search(each.text) is not None for each in row}
    whole = " ".join(each.text for each in row)
    line = next(number for number, begins in starts.items() if begins)
    for number, piece in enumerate(_ROW.split(whole)[1:]):
        cells = [(kind.lower(), text.strip().replace("|", "\\|")) for kind, text in _CELL.findall(piece)]
        if cells:
            yield Text(text=f"| {' | '.join(text for _, text in cells)} |", line=line + number * (len(row) == 1))
        if cells and all(kind == "th" for kind, _ in cells):
            yield Text(text="|" + "---|" * len(cells), line=line)


def _bare(text: str) -> str:
    """Return a line without the tags of blocks; what matters of them is said in Markdown."""
    if "<" not in text:
        return text
    if heading := _HEADING.match(text):
        return f"{'#' * int(heading[1])} {heading[2]}"
    if _SUMMARY.match(text):
        return ""
    return _CLOSED.sub("", _TABLE.sub("", _ITEM.sub(r"\1- ", text)))
