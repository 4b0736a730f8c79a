"""The Markdown twin of a page, for programs that read text: what its HTML says, without what only works in a browser.

Our templates and the Markdown engine escape every ``<`` and ``>`` that is text, so a tag is what lies between the two.
What a tag does is found out once for all pages: most of them stand on many.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

_TAG = re.compile(r"<([^<>]*)>")
_NAME = re.compile(r"/?[a-z][a-z0-9-]*")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HREF = re.compile(r'\bhref="([^"]*)"')
_ALT = re.compile(r'\balt="([^"]*)"')
_SILENT = frozenset(
    [
        "script",
        "style",
        "svg",
        "nav",
        "button",
        "form",
        "template",
        "select",
        "dialog",
        "rsfm-share",
        "rsfm-star",
        "rsfm-search",
        "rsfm-favourites",
    ]
)
"""Elements of which nothing is told: they need a browser, or lead around in the site."""
_INERT = frozenset(["span", "small", "time", "kbd", "dfn", "abbr", "q", "sub", "sup", "rsfm-copy"])
"""Elements that say nothing of their own."""
_EMPTY = frozenset(["br", "hr", "img", "input", "link", "meta", "use", "source", "wbr"])
_BLOCKS = frozenset(
    [
        "div",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "blockquote",
        "details",
        "summary",
        "figure",
        "address",
    ]
)
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_BLANKS = re.compile(r" {2,}(?!\n)")
_AT_START = re.compile(r"^(#{1,6} |[-+=~] |\d{1,9}[.)] |[-=]{3,}$)")
_DEFINED = "\u200b"
"""Marks for a moment where a definition begins, so that its first paragraph stays on the line of its term."""
_HIDDEN = 'aria-hidden="true"'
_SHORT = 100
"""A text of fewer characters is a label or a name, which comes again on other pages."""


def twin_of(body: str) -> str:
    """Return the HTML ``body`` of one of our pages as Markdown."""
    parts = _TAG.split(_COMMENT.sub("", body) if "<!--" in body else body)
    writer = _Writer()
    writer.text(parts[0])
    silent, ends, depth = "", "", 0
    for tag, text in zip(parts[1::2], parts[2::2], strict=True):
        if depth:
            if tag == ends:
                depth -= 1
            elif tag.startswith(silent) and _meaning(tag).name == silent:
                depth += 1
            if depth:
                continue
        else:
            name, act, said, is_silent = _meaning(tag)
            if is_silent:
                silent, ends, depth = name, f"/{name}", 1
                continue
            if act and (not writer.verbatim or tag == "/pre"):
                act(writer, said)
        if text:
            writer.text(text)
    writer.flush()
    return writer.whole()


class _Writer:
    """Gathers blocks of Markdown from the tags and texts of a page, in order."""

    def __init__(self) -> None:
        self.verbatim = False
        self._blocks: list[tuple[str, str]] = []
        self._line: list[str] = []
        self._lists: list[str] = []
        self._marker = ""
        self._quoted = 0
        self._code = False
        self._cells: list[str] | None = None
        self._rows = 0
        self._heading = ""
        self._links: list[str] = []

    def text(self, raw: str) -> None:
        if raw.isspace() and not self.verbatim:
            if self._line:
                self._line.append(" ")
        elif self.verbatim or self._code:
            self._line.append(html.unescape(raw))
        else:
            self._line.append(_escaped_label(raw) if len(raw) < _SHORT else _escaped(raw))

    def begin_heading(self, mark: str) -> None:
        self.flush()
        self._heading = mark

    def end_heading(self, _: str) -> None:
        self.flush()
        self._heading = ""

    def begin_list(self, mark: str) -> None:
        self.flush()
        self._lists.append(mark)

    def end_list(self, _: str) -> None:
        self.flush()
        if self._lists:
            self._lists.pop()
        self._marker = ""

    def begin_item(self, _: str) -> None:
        self.flush()
        self._marker = self._lists[-1] if self._lists else "- "

    def end_item(self, _: str) -> None:
        self.flush()
        self._marker = ""

    def begin_term(self, mark: str) -> None:
        self.flush()
        self._marker = "- "
        self._line.append(mark)

    def mark(self, mark: str) -> None:
        self._line.append(mark)

    def begin_code(self, mark: str) -> None:
        self._code = True
        self._line.append(mark)

    def end_code(self, mark: str) -> None:
        self._code = False
        self._line.append(mark)

    def begin_verbatim(self, _: str) -> None:
        self.flush()
        self.verbatim = True

    def end_verbatim(self, _: str) -> None:
        said = "".join(self._line).strip("\n")
        self._line = []
        self.verbatim = False
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", said)), default=0))
        self._blocks.append(("code", f"{fence}\n{said}\n{fence}"))

    def begin_table(self, _: str) -> None:
        if self._cells is None:
            self.flush()
            self._rows = 0

    def begin_row(self, _: str) -> None:
        self.flush()
        self._cells = []

    def end_row(self, _: str) -> None:
        if self._cells is None:
            return
        self._blocks.append(("row", f"| {' | '.join(self._cells)} |"))
        if not self._rows:
            self._blocks.append(("row", "|" + " --- |" * len(self._cells)))
        self._rows += 1
        self._cells = None

    def begin_cell(self, _: str) -> None:
        self._line = []

    def end_cell(self, _: str) -> None:
        if self._cells is not None:
            self._cells.append(_tidy("".join(self._line)).replace("\n", " "))
            self._line = []

    def begin_link(self, address: str) -> None:
        self._links.append(address)
        self._line.append("[" if address else "")

    def end_link(self, _: str) -> None:
        if self._links:
            target = self._links.pop()
            self._line.append(f"]({target})" if target else "")

    def break_line(self, _: str) -> None:
        self._line.append(" " if self._cells is not None else "  \n")

    def picture(self, alt: str) -> None:
        self.text(alt)

    def begin_paragraph(self, _: str) -> None:
        if self._line and self._line[-1] == _DEFINED:
            self._line.append(" ")
        elif self._cells is None:
            self.flush()

    def begin_quote(self, _: str) -> None:
        if self._cells is None:
            self.flush()
            self._quoted += 1

    def end_quote(self, _: str) -> None:
        if self._cells is None:
            self.flush()
            self._quoted -= 1

    def block(self, _: str) -> None:
        if self._cells is None:
            self.flush()

    def flush(self) -> None:
        """End the line that is being written, if there is one."""
        if not self._line:
            return
        said = _tidy("".join(self._line))
        self._line = []
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


_Act = Callable[[_Writer, str], None]
_ACTS: dict[str, tuple[_Act, str]] = {
    **dict.fromkeys((*_BLOCKS, *(f"/{name}" for name in _BLOCKS), "/p", "/table"), (_Writer.block, "")),
    **{f"h{level}": (_Writer.begin_heading, "#" * level) for level in range(1, 7)},
    **{f"/h{level}": (_Writer.end_heading, "") for level in range(1, 7)},
    **dict.fromkeys(("strong", "/strong", "b", "/b"), (_Writer.mark, "**")),
    **dict.fromkeys(("em", "/em", "i", "/i"), (_Writer.mark, "*")),
    **dict.fromkeys(("td", "th"), (_Writer.begin_cell, "")),
    **dict.fromkeys(("/td", "/th"), (_Writer.end_cell, "")),
    "p": (_Writer.begin_paragraph, ""),
    "ul": (_Writer.begin_list, "- "),
    "ol": (_Writer.begin_list, "1. "),
    "/ul": (_Writer.end_list, ""),
    "/ol": (_Writer.end_list, ""),
    "li": (_Writer.begin_item, ""),
    "/li": (_Writer.end_item, ""),
    "dt": (_Writer.begin_term, "**"),
    "/dt": (_Writer.mark, "**:"),
    "dd": (_Writer.mark, _DEFINED),
    "code": (_Writer.begin_code, "`"),
    "/code": (_Writer.end_code, "`"),
    "pre": (_Writer.begin_verbatim, ""),
    "/pre": (_Writer.end_verbatim, ""),
    "table": (_Writer.begin_table, ""),
    "tr": (_Writer.begin_row, ""),
    "/tr": (_Writer.end_row, ""),
    "/a": (_Writer.end_link, ""),
    "br": (_Writer.break_line, ""),
    "blockquote": (_Writer.begin_quote, ""),
    "/blockquote": (_Writer.end_quote, ""),
}
"""What each tag does, and with what; one that is not here says nothing of its own."""


class _Meaning(NamedTuple):
    """What one tag does."""

    name: str
    """With a slash before it where it ends an element; empty where it neither begins nor ends one."""
    act: _Act | None = None
    said: str = ""
    silent: bool = False
    """Whether nothing is told from here to the end of its element."""


@lru_cache(maxsize=10_000)
def _meaning(tag: str) -> _Meaning:
    found = _NAME.match(tag)
    name = found[0] if found else ""
    alone = name in _EMPTY or tag.endswith("/")
    if name in _SILENT or (_HIDDEN in tag and not name.startswith("/")):
        return _Meaning("" if alone else name, silent=not alone)
    if name == "a":
        address = _HREF.search(tag)
        return _Meaning(name, _Writer.begin_link, _address(html.unescape(address[1])) if address else "")
    if name == "img":
        alt = _ALT.search(tag)
        return _Meaning("", _Writer.picture, alt[1]) if alt and alt[1] else _Meaning("")
    return _Meaning(name, *_ACTS.get(name, ()))


def _tidy(said: str) -> str:
    """Take away marks around nothing, and blanks at ends."""
    said = said.replace(_DEFINED, " ")
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


def _address(href: str) -> str:
    """Return where a link of a page leads from its twin: to the twin of another page."""
    path, mark, rest = href.partition("#")
    if "://" not in path and path.endswith("/"):
        path += "index.md"
    return (path + mark + rest).replace(" ", "%20").replace("(", "%28").replace(")", "%29")
