"""A fault in data: where it is, what is wrong in both languages, and what to type instead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rsfm.locales import Locale, Localized


class Severity(StrEnum):
    """How much a problem matters: an error blocks a merge, a warning asks for a look."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True, order=True)
class Place:
    """A position in a file of the catalog: path relative to the repository, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


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

    def text(self, locale: Locale) -> str:
        """Return ``file:line:column: severity: field: message [code]`` and, on a line of its own, the hint."""
        field = f"{self.field}: " if self.field else ""
        head = f"{self.place}: {self.severity}: {field}{self.message.best(locale)} [{self.code}]"
        hint = self.hint.best(locale)
        return f"{head}\n    {hint}" if hint else head


def visible(text: str, limit: int = 60) -> str:
    """Return ``text`` safe to print in a terminal or a log: anything invisible as ``U+XXXX``, at most ``limit`` long."""
    shown = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text[:limit])
    return shown + ("…" if len(text) > limit else "")


def in_order(problems: list[Problem]) -> list[Problem]:
    """Return the problems by file, then by position, each one once."""
    return sorted(dict.fromkeys(problems), key=lambda p: (p.place, p.code, p.field))
