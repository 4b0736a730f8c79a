"""Writes Markdown: told of tags and texts in the order of a page, it gathers headings, lists, tables and paragraphs."""

from __future__ import annotations

import html
import re
from functools import lru_cache

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_BLANKS = re.compile(r" {2,}(?!\n)")
_AT_START = re.compile(r"^(#{1,6} |[-+=~] |\d{1,9}[.)] |[-=]{3,}$)")
DEFINED = "\u200b"
"""Marks for a moment where a definition begins, so that its first paragraph stays on the line of its term."""
_SHORT = 100
"""A text of fewer characters is a label or a name, which comes again on other pages."""


class Writer:
    """Gathers blocks of Markdown from the tags and texts of a page, in order.

    All methods that tags call take one text, so that a table can say which tag calls which.
    """

    def __init__(self) -> None:
        self.verbatim = False
        self._blocks: list[tuple[str, str]] = []
        self.line: list[str] = []
        """What was said since the last block ended."""
        self._lists: list[str] = []
        self._marker = ""
        self._quoted = 0
        self._code = False
        self._cells: list[str] | None = None
        self._rows = 0
        self._heading = ""
        self._links: list[str] = []

    def text(self, raw: str) -> None:
        """Add what stands between two tags; blanks alone are one blank."""
        if self.verbatim or self._code:
            self.line.append(html.unescape(raw))
        else:
            self.line.append(_escaped_label(raw) if len(raw) < _SHORT else _escaped(raw))

    def begin_heading(self, mark: str) -> None:
        """Begin a heading; ``mark`` says how deep it is."""
        self.flush()
        self._heading = mark

    def end_heading(self, _: str) -> None:
        """End it."""
        self.flush()
        self._heading = ""

    def begin_list(self, mark: str) -> None:
        """Begin a list whose items have ``mark`` before them."""
        self.flush()
        self._lists.append(mark)

    def end_list(self, _: str) -> None:
        """End it."""
        self.flush()
        if self._lists:
            self._lists.pop()
        self._marker = ""

    def begin_item(self, _: str) -> None:
        """Begin an item of the list."""
        self.flush()
        self._marker = self._lists[-1] if self._lists else "- "

    def end_item(self, _: str) -> None:
        """End it."""
        self.flush()
        self._marker = ""

    def begin_term(self, mark: str) -> None:
        """Begin a term that is explained after it."""
        self.flush()
        self._marker = "- "
        self.line.append(mark)

    def mark(self, mark: str) -> None:
        """Add a mark of Markdown."""
        self.line.append(mark)

    def begin_code(self, mark: str) -> None:
        """Begin code inside a line: nothing in it is markup."""
        self._code = True
        self.line.append(mark)

    def end_code(self, mark: str) -> None:
        """End it."""
        self._code = False
        self.line.append(mark)

    def begin_verbatim(self, _: str) -> None:
        """Begin a block in which blanks and breaks count."""
        self.flush()
        self.verbatim = True

    def end_verbatim(self, _: str) -> None:
        """End it, in a fence longer than any inside."""
        said = "".join(self.line).strip("\n")
        self.line.clear()
        self.verbatim = False
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", said)), default=0))
        self._blocks.append(("code", f"{fence}\n{said}\n{fence}"))

    def begin_table(self, _: str) -> None:
        """Begin a table; one in a cell of another is part of that cell."""
        if self._cells is None:
            self.flush()
            self._rows = 0

    def begin_row(self, _: str) -> None:
        """Begin a row."""
        self.flush()
        self._cells = []

    def end_row(self, _: str) -> None:
        """End it; the first row is the head."""
        if self._cells is None:
            return
        self._blocks.append(("row", f"| {' | '.join(self._cells)} |"))
        if not self._rows:
            self._blocks.append(("row", "|" + " --- |" * len(self._cells)))
        self._rows += 1
        self._cells = None

    def begin_cell(self, _: str) -> None:
        """Begin a cell."""
        self.line.clear()

    def end_cell(self, _: str) -> None:
        """End it, on one line."""
        if self._cells is not None:
            self._cells.append(_tidy("".join(self.line)).replace("\n", " "))
            self.line.clear()

    def begin_link(self, address: str) -> None:
        """Begin a link; one without an address is text."""
        self._links.append(address)
        self.line.append("[" if address else "")

    def end_link(self, _: str) -> None:
        """End it."""
        if self._links:
            target = self._links.pop()
            self.line.append(f"]({target})" if target else "")

    def break_line(self, _: str) -> None:
        """Break the line; in a cell a blank must do."""
        self.line.append(" " if self._cells is not None else "  \n")

    def picture(self, alt: str) -> None:
        """Say what a picture shows."""
        self.text(alt)

    def begin_paragraph(self, _: str) -> None:
        """Begin a paragraph; the first of an explanation stays beside its term."""
        if self.line and self.line[-1] == DEFINED:
            self.line.append(" ")
        elif self._cells is None:
            self.flush()

    def begin_quote(self, _: str) -> None:
        """Begin what somebody else said."""
        if self._cells is None:
            self.flush()
            self._quoted += 1

    def end_quote(self, _: str) -> None:
        """End it."""
        if self._cells is None:
            self.flush()
            self._quoted -= 1

    def block(self, _: str) -> None:
        """Begin or end anything that has lines of its own."""
        if self._cells is None:
            self.flush()

    def flush(self) -> None:
        """End the line that is being written, if there is one."""
        if not self.line:
            return
        said = _tidy("".join(self.line))
        self.line.clear()
        if not said:
            return
        if self._heading:
            self._blocks.append(("heading", f"{self._heading} {said}"))
            return
        said = _AT_START.sub(r"\\\1", said)
        depth = "  " * max(0, len(self._lists) - 1)
        if self._marker:
            self._blocks.append(("item", f"{depth}{self._marker}{said}"))
            self._marker = ""
        elif self._lists:
            self._blocks.append(("item", f"{depth}  {said}"))
        else:
            quoted = "\n".join(f"> {line}" for line in said.split("\n")) if self._quoted else said
            self._blocks.append(("text", quoted))

    def whole(self) -> str:
        """Return everything, items and rows close together."""
        lines: list[str] = []
        before = ""
        for kind, said in self._blocks:
            if lines and not (kind == before and kind in ("item", "row")):
                lines.append("")
            lines.append(said)
            before = kind
        return "\n".join(lines) + "\n"


def _tidy(said: str) -> str:
    """Take away marks around nothing, and blanks at ends."""
    said = said.replace(DEFINED, " ")
    if "****" in said or "[]" in said or "[ ]" in said:
        said = re.sub(r"\*\*\s*\*\*|\[\s*\]\([^)]*\)", "", said)
    return _BLANKS.sub(" ", said).strip() if "  " in said else said.strip()


def _escaped(raw: str) -> str:
    """Return a text of HTML as one of Markdown in which nothing is markup."""
    said = html.unescape(raw) if "&" in raw else raw
    words = said.split()
    if not words:
        return " " if said else ""
    said = f"{' ' * said[0].isspace()}{' '.join(words)}{' ' * said[-1].isspace()}"
    return _SPECIAL.sub(r"\\\1", said)


_escaped_label = lru_cache(maxsize=10_000)(_escaped)
