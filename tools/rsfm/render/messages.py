"""The interface words in both languages, kept in ``messages/zh.yml`` and ``messages/en.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rsfm.locales import Locale
from rsfm.source import Scalar, read

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, kw_only=True)
class Messages:
    """Interface words by locale and name."""

    words: dict[Locale, dict[str, str]]

    @classmethod
    def load(cls, folder: Path) -> Messages:
        """Read the words of every locale from ``folder``.

        Raises ValueError where a file cannot be read or lacks a word that the other has.
        """
        words: dict[Locale, dict[str, str]] = {}
        for locale in Locale:
            path = folder / f"{locale}.yml"
            document = read(path.name, path.read_bytes())
            if document.root is None or document.problems:
                raise ValueError("; ".join(problem.text(Locale.EN) for problem in document.problems))
            words[locale] = {name: node.text for name, node in document.root.items.items() if isinstance(node, Scalar)}
        if lacking := set(words[Locale.ZH]) ^ set(words[Locale.EN]):
            raise ValueError(f"words in only one language: {', '.join(sorted(lacking))}")
        return cls(words=words)

    def say(self, locale: Locale, name: str, /, **values: object) -> str:
        """Return the word ``name``, its braces filled with ``values``; raises KeyError for an unknown name."""
        return self.words[locale][name].format(**values)


def day(value: date, locale: Locale) -> str:
    """Return a date as people write it: ``2026 年 11 月 21 日``, ``21 November 2026``."""
    if locale is Locale.ZH:
        return f"{value.year} 年 {value.month} 月 {value.day} 日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def month(name: str, locale: Locale) -> str:
    """Return a month such as ``2026-11`` as people write it: ``2026 年 11 月``, ``November 2026``."""
    year, number = name.split("-")
    return f"{year} 年 {int(number)} 月" if locale is Locale.ZH else f"{_MONTHS[int(number) - 1]} {year}"
