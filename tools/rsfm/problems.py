"""A fault in data: where it is, what is wrong in both languages, and what to type instead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from rsfm.locales import Locale, Localized


class Severity(StrEnum):
    """How much a problem matters: an error blocks a merge, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


class Place(NamedTuple):
    """A position in a file of the catalog: path relative to the repository, line and column counted from 1.

    A tuple, because a catalog has one for every word of it.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True)
class Edit:
    """A change of a file's text that has one right answer: what stands between two offsets becomes ``text``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A fault that somebody can mend."""

    code: str
    """Stable name of the rule that found it, ``RA001``…; never reused."""
    severity: Severity
    place: Place
    field: str
    """Dotted path of the field, ``venue.year`` or ``authors.2``; empty for the whole file."""
    message: Localized
    hint: Localized
    """What to type to mend it."""
    edits: tuple[Edit, ...] = ()
    """What ``rsfm check --fix`` does about it; nothing where a person must judge."""

    def text(self, locale: Locale) -> str:
        """Return ``file:line:column: severity: field: message [code]`` and, on a line of its own, the hint."""
        field = f"{self.field}: " if self.field else ""
        head = f"{self.place}: {self.severity}: {field}{self.message.best(locale)} [{self.code}]"
        hint = self.hint.best(locale)
        return f"{head}\n    {hint}" if hint else head


# Characters that Python calls printable, but that show as nothing, as something else, or on top of their neighbour.
_DECEPTIVE = re.compile(
    r"[\u0300-\u036f\u115f\u1160\u1ab0-\u1aff\u17b4\u17b5\u20d0-\u20ff\u2800\u3164\ufe00-\ufe2f\uffa0\ufffd]"
)
# Compatibility characters that careful writers use: full-width punctuation, ellipsis, superscripts, micro, degrees.
_USUAL = frozenset("，。；：？！（）～…²³¹½¼¾™µº℃、“”‘’—–·×°")


def _shown(char: str) -> str:
    if char.isascii():
        fine = char.isprintable()
    else:
        fine = char in _USUAL or (
            char.isprintable() and not _DECEPTIVE.match(char) and unicodedata.is_normalized("NFKC", char)
        )
    return char if fine else f"<U+{ord(char):04X}>"


def visible(text: str, limit: int = 60) -> str:
    """Return ``text`` safe to print in a terminal or a log, at most ``limit`` of its characters.

    Whatever is invisible, moves other characters or only looks like an ordinary one is shown as ``<U+XXXX>``.
    """
    return "".join(map(_shown, text[:limit])) + ("…" if len(text) > limit else "")


def in_order(problems: list[Problem]) -> list[Problem]:
    """Return the problems by file, then by position, each one once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.code, p.field))
