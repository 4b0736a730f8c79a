"""What stands inside a line of Markdown: its links, and its text without marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from rsfm.checks.letters import HAN

LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))+)>?[^()]*\)"
    r"|<a\b[^<>]*href=[\"']([^\"']+)[\"'][^<>]*>(.*?)</a>|(?<![\w\[\"'=])(?<!\]\()<?(https?://[^\s<>()\[\]|]+)>?",
    re.IGNORECASE,
)
"""A link in Markdown, in HTML, or bare."""
IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()]*(?:\([^()]*\)[^()]*)*\)")
"""A picture; what it shows stands in its first group."""
EMPTY = re.compile(r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\](?:\(\s*#?\s*\)|:\s*(?:null|none|n/?a|tbd|todo)\b)", re.IGNORECASE)
"""A link of which only the label was written."""
BREAK = re.compile(r"<\s*/?\s*br\s*/?\s*>", re.IGNORECASE)
GAP = "\ue000"
"""Stands where links stood in a text."""
_AROUND_GAP = re.compile(
    rf"[\[(【（<{{]\s*{GAP}(?:[\s,，;；|/·&+-]*{GAP})*\s*[\])】）>}}]|{GAP}(?:[\s,，;；|/·&+-]*{GAP})+"
)
_TAG = re.compile(r"<[^<>]*>")
_TAG_OF_LETTERS = re.compile(
    r"</?(?:b|i|em|strong|sub|sup|scp|sc|u|tt|span|inf|jats:\w+|mml:\w+)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
"""A tag around letters, where no word ends; publishers also give it as entities."""
_EMOJI = re.compile(r"(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])")
"""A small picture by its name: ``:star:``."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
"""A mark that is meant as itself."""
_ITSELF = 0xE100
"""Such a mark is this much further on among the characters while others are taken away."""
_BACK = {_ITSELF + mark: chr(mark) for mark in range(128)}
_GLUED = re.compile(r"[A-Za-z0-9)][\u4e00-\u9fff]{1,6}$")


@dataclass(frozen=True, kw_only=True)
class ListLink:
    """A link of an item."""

    label: str
    url: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Line:
    """A piece of text and the line it stands on, counted from 1."""

    text: str
    line: int
    cells: tuple[tuple[str, str], ...] = ()
    """Of a row of a table: the head of each column in lower case, and what stands in it."""


@lru_cache(65536)
def plain(text: str) -> str:
    """Return ``text`` without the marks of Markdown and HTML, links as their labels."""
    text = IMAGE.sub(r"\1", _ESCAPED.sub(lambda mark: chr(_ITSELF + ord(mark[1])), text))
    text = LINK.sub(lambda match: match[1] or match[4] or "", EMPTY.sub(r"\1", text))
    # Titles that were exported twice have their entities twice.
    text = _TAG_OF_LETTERS.sub("", unescape(unescape(_TAG.sub(" ", _TAG_OF_LETTERS.sub("", text)))))
    # Before a brace the line is part of a formula, not emphasis.
    text = re.sub(r"[*`]+|(?<!\w)_+(?!\{)|_+(?![\w{])", "", _EMOJI.sub(" ", text))
    return " ".join(text.translate(_BACK).split())


def gapped(text: str) -> str:
    """Return ``text`` without marks, and with one ``GAP`` for each run of links and the brackets around it."""
    bare = LINK.sub(f" {GAP} ", EMPTY.sub(f" {GAP} ", IMAGE.sub(r"\1", text)))
    before = None
    while bare != before:
        before, bare = bare, _AROUND_GAP.sub(GAP, bare)
    return plain(bare)


def unglued(title: str) -> str:
    """Return an English title without the Chinese words that are glued to its end; a Chinese one as it is."""
    glued = _GLUED.search(title)
    english = title[: glued.start() + 1] if glued else title
    return title if HAN.search(english) else english


def links_of(here: Line) -> list[ListLink]:
    """Return the links of a line to other sites; a badge goes by the text it shows instead of its picture."""
    return [
        ListLink(label=plain(match[1] or match[4] or ""), url=url, line=here.line)
        for match in LINK.finditer(IMAGE.sub(r"\1", here.text))
        if (url := match[2] or match[3] or match[5]).lower().startswith(("http://", "https://"))
    ]
