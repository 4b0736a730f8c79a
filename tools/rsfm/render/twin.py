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

from rsfm.render.twin_writer import DEFINED, Writer

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
_HIDDEN = 'aria-hidden="true"'


def twin_of(body: str) -> str:
    """Return the HTML ``body`` of one of our pages as Markdown."""
    # A plain text: pieces of what is marked as HTML would be marked again, each of them.
    first, *pieces = str(_COMMENT.sub("", body) if "<!--" in body else body).split("<")
    writer = Writer()
    line = writer.line
    writer.text(first)
    silent, ends, depth = "", "", 0
    for piece in pieces:
        tag, _, text = piece.partition(">")
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
            # Half of all tags end a line that is empty.
            if act and (line or act is not Writer.block) and (not writer.verbatim or tag == "/pre"):
                act(writer, said)
        if text and (line or writer.verbatim or not text.isspace()):
            writer.text(text)
    writer.flush()
    return writer.whole()


_Act = Callable[[Writer, str], None]
_ACTS: dict[str, tuple[_Act, str]] = {
    **dict.fromkeys((*_BLOCKS, *(f"/{name}" for name in _BLOCKS), "/p", "/table"), (Writer.block, "")),
    **{f"h{level}": (Writer.begin_heading, "#" * level) for level in range(1, 7)},
    **{f"/h{level}": (Writer.end_heading, "") for level in range(1, 7)},
    **dict.fromkeys(("strong", "/strong", "b", "/b"), (Writer.mark, "**")),
    **dict.fromkeys(("em", "/em", "i", "/i"), (Writer.mark, "*")),
    **dict.fromkeys(("td", "th"), (Writer.begin_cell, "")),
    **dict.fromkeys(("/td", "/th"), (Writer.end_cell, "")),
    "p": (Writer.begin_paragraph, ""),
    "ul": (Writer.begin_list, "- "),
    "ol": (Writer.begin_list, "1. "),
    "/ul": (Writer.end_list, ""),
    "/ol": (Writer.end_list, ""),
    "li": (Writer.begin_item, ""),
    "/li": (Writer.end_item, ""),
    "dt": (Writer.begin_term, "**"),
    "/dt": (Writer.mark, "**:"),
    "dd": (Writer.mark, DEFINED),
    "code": (Writer.begin_code, "`"),
    "/code": (Writer.end_code, "`"),
    "pre": (Writer.begin_verbatim, ""),
    "/pre": (Writer.end_verbatim, ""),
    "table": (Writer.begin_table, ""),
    "tr": (Writer.begin_row, ""),
    "/tr": (Writer.end_row, ""),
    "/a": (Writer.end_link, ""),
    "br": (Writer.break_line, ""),
    "blockquote": (Writer.begin_quote, ""),
    "/blockquote": (Writer.end_quote, ""),
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
        return _Meaning(name, Writer.begin_link, _address(html.unescape(address[1])) if address else "")
    if name == "img":
        alt = _ALT.search(tag)
        return _Meaning("", Writer.picture, alt[1]) if alt and alt[1] else _Meaning("")
    return _Meaning(name, *_ACTS.get(name, ()))


def _address(href: str) -> str:
    """Return where a link of a page leads from its twin: to the twin of another page."""
    path, mark, rest = href.partition("#")
    if "://" not in path and path.endswith("/"):
        path += "index.md"
    return (path + mark + rest).replace(" ", "%20").replace("(", "%28").replace(")", "%29")
