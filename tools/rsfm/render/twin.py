"""The Markdown twin of a page, for programs that read text: what its HTML says, without what only works in a browser.

Our templates and the Markdown engine escape every ``<`` and ``>`` that is text, so a tag is what lies between the two.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9-]*)([^>]*)>|<!--.*?-->|([^<]+)", re.DOTALL)
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
        "p",
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
_HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
_MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_SPACE = re.compile(r"\s+")
_BLANKS = re.compile(r" {2,}(?!\n)")
_AT_START = re.compile(r"^(#{1,6} |[-+=~] |\d{1,9}[.)] |[-=]{3,}$)")
_DEFINED = "\u200b"
"""Marks for a moment where a definition begins, so that its first paragraph stays on the line of its term."""
_HIDDEN = 'aria-hidden="true"'


def twin_of(body: str) -> str:
    """Return the HTML ``body`` of one of our pages as Markdown."""
    writer = _Writer()
    for close, name, attributes, text in _TOKEN.findall(body):
        if text:
            writer.text(text)
        elif name and (name not in _INERT or writer.silent or (_HIDDEN in attributes and not close)):
            (writer.end if close else writer.start)(name, attributes)
    writer.flush()
    return writer.whole()


class _Writer:
    """Gathers blocks of Markdown from the tags and texts of a page, in order."""

    def __init__(self) -> None:
        self._blocks: list[tuple[str, str]] = []
        self._line: list[str] = []
        self.silent: list[str] = []
        """Open elements inside one that is not told, itself first."""
        self._lists: list[str] = []
        self._marker = ""
        self._quoted = 0
        self._verbatim = 0
        self._code = 0
        self._cells: list[str] | None = None
        self._rows = 0
        self._heading = ""
        self._links: list[str] = []

    def text(self, raw: str) -> None:
        if self.silent:
            return
        if raw.isspace() and not self._verbatim:
            self._line.append(" ")
        elif self._verbatim or self._code:
            self._line.append(html.unescape(raw))
        else:
            self._line.append(_escaped(raw))

    def start(self, name: str, attributes: str) -> None:
        if self.silent or name in _SILENT or _HIDDEN in attributes:
            if name not in _EMPTY and not attributes.endswith("/"):
                self.silent.append(name)
            return
        if self._verbatim:
            return
        if name in _HEADINGS:
            self.flush()
            self._heading = _HEADINGS[name]
        elif name in ("ul", "ol"):
            self.flush()
            self._lists.append("- " if name == "ul" else "1. ")
        elif name in ("li", "dt"):
            self.flush()
            self._marker = self._lists[-1] if name == "li" and self._lists else "- "
            if name == "dt":
                self._line.append("**")
        elif name == "dd":
            self._line.append(_DEFINED)
        elif name == "pre":
            self.flush()
            self._verbatim += 1
        elif name in ("td", "th"):
            self._line = []
        elif name == "tr":
            self.flush()
            self._cells = []
        elif name == "a":
            found = _HREF.search(attributes)
            self._links.append(_address(html.unescape(found[1])) if found else "")
            self._line.append("[" if self._links[-1] else "")
        elif name == "br":
            self._line.append(" " if self._cells is not None else "  \n")
        elif name == "img" and (alt := _ALT.search(attributes)):
            self.text(alt[1])
        elif name in _MARKS:
            self._code += name == "code"
            self._line.append(_MARKS[name])
        elif name == "p" and self._line and self._line[-1] == _DEFINED:
            self._line.append(" ")
        elif name in _BLOCKS and self._cells is None:
            self.flush()
            self._rows = 0 if name == "table" else self._rows
            self._quoted += name == "blockquote"

    def end(self, name: str, _: str) -> None:
        if self.silent:
            if name == self.silent[-1]:
                self.silent.pop()
            return
        if name == "pre":
            self._block()
        elif self._verbatim:
            return
        elif name in _HEADINGS:
            self.flush()
            self._heading = ""
        elif name in ("ul", "ol"):
            self.flush()
            if self._lists:
                self._lists.pop()
            self._marker = ""
        elif name == "dt":
            self._line.append("**:")
        elif name == "li":
            self.flush()
            self._marker = ""
        elif name in ("td", "th") and self._cells is not None:
            self._cells.append(_tidy("".join(self._line)).replace("\n", " "))
            self._line = []
        elif name == "tr" and self._cells is not None:
            self._row(self._cells)
            self._cells = None
        elif name == "a" and self._links:
            target = self._links.pop()
            self._line.append(f"]({target})" if target else "")
        elif name in _MARKS:
            self._code -= name == "code"
            self._line.append(_MARKS[name])
        elif name in _BLOCKS and self._cells is None:
            self.flush()
            self._quoted -= name == "blockquote"

    def flush(self) -> None:
        """End the line that is being written, if there is one."""
        said = _tidy("".join(self._line))
        self._line = []
        if not said:
            return
        if self._heading:
            self._add("heading", f"{self._heading} {said}")
            return
        said = _AT_START.sub(r"\\\1", said)
        depth = "  " * max(0, len(self._lists) - 1)
        if self._marker:
            self._add("item", f"{depth}{self._marker}{said}")
            self._marker = ""
        elif self._lists:
            self._add("item", f"{depth}  {said}")
        else:
            self._add("text", "\n".join(f"> {line}" for line in said.split("\n")) if self._quoted else said)

    def _block(self) -> None:
        said = "".join(self._line).strip("\n")
        self._line = []
        self._verbatim -= 1
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", said)), default=0))
        self._add("code", f"{fence}\n{said}\n{fence}")

    def _row(self, cells: list[str]) -> None:
        self._add("row", f"| {' | '.join(cells)} |")
        if not self._rows:
            self._add("row", "|" + " --- |" * len(cells))
        self._rows += 1

    def _add(self, kind: str, said: str) -> None:
        self._blocks.append((kind, said))

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
    said = said.replace(_DEFINED, " ")
    if "****" in said or "[]" in said or "[ ]" in said:
        said = re.sub(r"\*\*\s*\*\*|\[\s*\]\([^)]*\)", "", said)
    return _BLANKS.sub(" ", said).strip() if "  " in said else said.strip()


@lru_cache(maxsize=20_000)
def _escaped(raw: str) -> str:
    """Return a text of HTML as one of Markdown in which nothing is markup."""
    said = _SPACE.sub(" ", html.unescape(raw) if "&" in raw else raw)
    return _SPECIAL.sub(r"\\\1", said)


def _address(href: str) -> str:
    """Return where a link of a page leads from its twin: to the twin of another page."""
    path, mark, rest = href.partition("#")
    if "://" not in path and path.endswith("/"):
        path += "index.md"
    return (path + mark + rest).replace(" ", "%20").replace("(", "%28").replace(")", "%29")
