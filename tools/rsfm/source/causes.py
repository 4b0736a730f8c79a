"""Why YAML could not be read: the few causes behind most syntax errors, recognised by the lines around the fault."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rsfm.locales import Localized
from rsfm.problems import visible

_WIDE_COLON = re.compile(r"[ -]*[A-Za-z_]+\uff1a")
_CURLY_QUOTE = re.compile(r"[ -]*[A-Za-z_]+: *[\u201c\u2018\u300c]")
_COLON_IN_TEXT = re.compile(r"([ -]*[A-Za-z_]+): +([^\s\"'\[{|>&*!%@`][^\n]*: .*?)\s*")
_NO_BLANK = re.compile(r" *[a-z_]+:[^\s:/].*")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_CLOSED = {'"': re.compile(r'"(?:[^"\\]|\\.)*"'), "'": re.compile(r"'(?:[^']|'')*'")}
_QUOTE = re.compile(r" *(?:- +)*(?:[A-Za-z_]+: +)?([\"'])")
_SHOWN = 60


def unclosed_quote(lines: list[str]) -> tuple[int, int] | None:
    """Return index and column, from 0, of a quote that is opened and runs on into the last of ``lines``.

    A quoted text may go on over lines that are indented further; one that swallows the next field was not closed.
    """
    seen: set[str] = set()
    below: str | None = None
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if (
            (opened := _QUOTE.match(line))
            and opened[1] not in seen
            and not _CLOSED[opened[1]].match(line, opened.start(1))
        ):
            indent = len(line) - len(line.lstrip(" "))
            if below is None or len(below) - len(below.lstrip(" ")) <= indent:
                return index, opened.start(1)
        if index < len(lines) - 1:
            seen.update({'"', "'"}.intersection(line))
        if line.strip():
            below = line
    return None


def conflict_in(text: str) -> re.Match[str] | None:
    """Return the first line that git put in where it could not merge two changes."""
    return _CONFLICT.search(text)


def bad_escape(line: str, column: int) -> Localized | None:
    """Return what to type instead of the escape at ``column``, counted from 1, or ``None`` where there is none."""
    for found in _ESCAPE.finditer(line):
        if found.start() < column <= found.end():
            escape = visible(found[0])
            return Localized(
                zh=f"转义 {escape} 不是字符：直接输入该字符，或改用单引号。",
                en=f"The escape {escape} is no character: type the character itself, or use single quotes.",
            )
    return None


def likely_cause(lines: Iterable[str]) -> Localized:
    """Return what to type, judging by ``lines``: the one where reading stopped and the one before."""
    for line in reversed(list(lines)):
        if _WIDE_COLON.match(line):
            return Localized(
                zh="字段名后是全角冒号 U+FF1A：改成半角冒号加一个空格。",
                en="The colon after the field is the full-width U+FF1A: type an ordinary one and a blank.",
            )
        if _CURLY_QUOTE.match(line):
            return Localized(
                zh='引号不是直引号：改成 "…"。', en='The quotes are curly and do not quote: type straight ones, "…".'
            )
        if len(line) < 10 * _SHOWN and (found := _COLON_IN_TEXT.fullmatch(line)):
            text = visible(found[2].replace('"', '\\"'), _SHOWN)
            return Localized(
                zh=f'文字里有“: ”，要加引号：{found[1].strip(" -")}: "{text}"',
                en=f'The text contains “: ” and needs quotes: {found[1].strip(" -")}: "{text}"',
            )
        if _NO_BLANK.fullmatch(line):
            return Localized(zh="冒号后要有一个空格。", en="Put a blank after the colon.")
    return Localized(
        zh="检查缩进、冒号后的空格和引号；含有“: ”或“ #”的文字要加引号。",
        en="Check indentation, the space after a colon, and quotes; text with “: ” or “ #” needs quotes.",
    )
