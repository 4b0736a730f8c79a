"""Text of strangers in Markdown on GitHub: shown as typed, never markup, a link, a mention or an issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rsfm.problems import visible

_PLAIN = re.compile(r"[^\W_]|[ ，。；：、（）“”‘’？！…·—–《》,.;()'\"?!%+/=-]|:(?= |$)")
_LINKS = re.compile(r"www\.|://|GH-|\b[0-9a-f]{7,40}\b", re.IGNORECASE)


def harmless(text: str) -> str:
    """Return ``text`` on one line of Markdown that shows as it is, also inside a table."""
    one_line = " ".join(text.split())
    escaped = re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~&:$])", r"\\\1", one_line)
    # GitHub turns @name and #1 into links even when escaped; an invisible space after the sign stops it.
    return re.sub(r"([@#])", "\\1\N{ZERO WIDTH SPACE}", escaped)


def inline(text: str, limit: int = 600) -> str:
    """Return ``text`` as a piece of a line: as it is where nothing in it can mean anything, else as code."""
    shown = visible(" ".join(text.split()), limit)
    return code(shown, len(shown), padded=True) if _PLAIN.sub("", shown) or _LINKS.search(shown) else shown


def code(text: str, limit: int, *, padded: bool = False) -> str:
    """Return ``text`` as code on a line, whatever it holds; nothing where it is empty."""
    shown = visible(text, limit).strip()
    ticks = "`" * (1 + max(map(len, re.findall("`+", shown)), default=0))
    edge = " " if padded or "`" in shown[:1] + shown[-1:] else ""
    return f"{ticks}{edge}{shown}{edge}{ticks}" if shown else ""


def entities(text: str, limit: int = 1000) -> str:
    """Return ``text`` on one line of a step's summary, with an entity for every sign that could mean something."""
    return re.sub(r"[&<>|`*_\[\]\\@#~:$]", lambda sign: f"&#{ord(sign[0])};", visible(" ".join(text.split()), limit))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return the lines of a table; its cells are Markdown, in which only a bar must not end them."""
    lines = (head, ("---",) * len(head), *rows)
    return ["| " + " | ".join(re.sub(r"(?<!\\)\|", r"\|", cell) for cell in cells) + " |" for cells in lines]


def block(text: str, language: str = "", limit: int = 20_000) -> str:
    """Return ``text`` as a block of code that nothing inside it can end."""
    lines = (visible(line, limit) for line in text[:limit].splitlines())
    shown = "\n".join(lines) + ("\n…" if len(text) > limit else "")
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
    return f"{fence}{language}\n{shown}\n{fence}"


def verbatim(lines: Sequence[str], language: str = "", limit: int = 20_000) -> str | None:
    """Return a block of exactly these lines; ``None`` where that would be too long, or one cannot be shown as it is."""
    text = "\n".join(lines)
    if len(text) >= limit or any(visible(line, limit) != line for line in lines):
        return None
    # A block of no line at all differs from one with an empty line: accepting it takes the lines away.
    return block(text + "\n", language) if lines else f"```{language}\n```"
