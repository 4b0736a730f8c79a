"""The lines of a list that are read: no code, no comments, rows as their cells, links by reference as ordinary links.

A Markdown parser says which lines are what. What stands inside a line is read by expressions of our own (``inline``): they
also work on pieces that were cut out of it, and forgive marks that are not closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from rsfm.lists.html import without_blocks
from rsfm.lists.inline import Line, plain

_LONGEST = 2000
"""Characters of a line that are looked at: more is no list any more, and regular expressions would take their time."""

_BLOCKS = MarkdownIt("commonmark").enable("table").disable(["code", "html_block", "inline"])
"""In lists, what is indented goes on with an item, and what stands between HTML is Markdown as anywhere else."""
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_TASK = re.compile(r"^(\s*(?:[-*+]|\d{1,3}[.)])\s+)\[[ xX]\]\s+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_USE = re.compile(r"(\[(?:[^\[\]]|\[[^\[\]]*\])*\])\[([^\[\]]*)\]")
_SHORT_USE = re.compile(r"(?<![\]!])(\[([^\[\]]+)\])(?![\[(:])")


def lines_of(text: str) -> list[Line]:
    """Return the lines of a document; those that say nothing to its readers are empty."""
    typed = "\n".join(_TASK.sub(r"\1", _QUOTE.sub("", line[:_LONGEST])) for line in text.splitlines())
    closed, shut, rest = typed.rpartition("-->")  # a comment that is never closed ends nothing
    typed = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), closed + shut) + rest
    env: dict[str, Any] = {}
    tokens = _BLOCKS.parse(typed, env)
    defined = env.get("references", {})
    known = {label: link["href"] for label, link in defined.items() if link["href"].startswith("http")}
    texts = [_resolved(line, known) for line in typed.split("\n")]
    rows = dict(_rows(tokens, known))
    unread = [link["map"] for link in (*defined.values(), *env.get("duplicate_refs", ()))]
    unread += [token.map for token in tokens if token.type in {"fence", "thead_open"}]
    for first, end in unread:
        texts[first:end] = [""] * (end - first)
    return without_blocks(
        [Line(text=text, line=number, cells=rows.get(number, ())) for number, text in enumerate(texts, 1)]
    )


def _rows(tokens: Sequence[Token], known: Mapping[str, str]) -> Iterator[tuple[int, tuple[tuple[str, str], ...]]]:
    """Yield the cells of each row of a table with the heads of their columns, by the number of its line."""
    columns: list[str] = []
    cells: list[str] = []
    line = 0
    for token in tokens:
        if token.type == "tr_open" and token.map:
            line, cells = token.map[0] + 1, []
        elif token.type == "inline":
            cells.append(_resolved(token.content, known))
        elif token.type == "thead_close":
            columns = [plain(cell).lower() for cell in cells]
        elif token.type == "td_close" and len(cells) == len(columns):
            yield line, tuple(zip(columns, cells, strict=True))


def _resolved(line: str, known: Mapping[str, str]) -> str:
    """Return ``line`` with its references as ordinary links."""

    def link(match: re.Match[str]) -> str:
        url = known.get(normalizeReference(match[2] or match[1][1:-1]))
        return f"{match[1]}({url})" if url else match[0]

    return _SHORT_USE.sub(link, _USE.sub(link, line))[:_LONGEST] if known else line
