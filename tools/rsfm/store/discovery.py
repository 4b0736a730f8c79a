"""The curated file of discovery: what arXiv is asked for, how answers are weighed, and what was turned down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rsfm.locales import Localized
from rsfm.model import ArxivId, Weight
from rsfm.problems import Problem, Severity, visible
from rsfm.source import Document, read
from rsfm.store.decode import decode
from rsfm.store.files import read_regular

_WORDS = re.compile(r"[\w][\w -]*", re.ASCII)
DISCOVERY = "_discovery.yml"
"""Name of the file inside ``papers/``."""


@dataclass(frozen=True, kw_only=True)
class Signals:
    """Phrases that speak for or against a candidate, each with its weight.

    A final ``*`` stands for any ending of the last word; a plural ``s`` needs none.
    """

    remote_sensing: dict[str, Weight]
    foundation_model: dict[str, Weight]
    application: dict[str, Weight] = field(default_factory=dict)
    """What speaks for one use of a model that others made; subtracted, so that such papers rank below."""
    elsewhere: dict[str, Weight] = field(default_factory=dict)
    """What the same words mean in other fields; subtracted at the end."""


@dataclass(frozen=True, kw_only=True)
class Rejection:
    """A paper that curators decided to leave out, by its arXiv id, its title or both."""

    arxiv_id: ArxivId | None = None
    title: str | None = None
    reason: Localized
    decided: date


@dataclass(frozen=True, kw_only=True)
class Discovery:
    """Everything curators say about finding new papers."""

    ask: tuple[str, ...]
    """Words of the field: every paper of the last days that names one of them is looked at."""
    days: Weight
    """How many days back."""
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By kind of contribution the phrases that tell it: a model, a data set, a survey … in the order in which they decide."""
    signals: Signals
    threshold: Weight
    """Lowest score, of 100, that a curator wants to see."""
    rejected: tuple[Rejection, ...] = ()


def load_discovery(papers: Path, shown: str) -> tuple[Discovery | None, list[Problem]]:
    """Read the file below ``papers``, if there is one, with its problems.

    ``shown`` is the name of ``papers`` in places of problems.
    """
    path = papers / DISCOVERY
    if not path.is_file() or path.is_symlink():
        return None, []
    document = read(f"{shown}/{DISCOVERY}", read_regular(path))
    decoded = decode(Discovery, document)
    if decoded.value is None:
        return None, list(decoded.problems)
    problems = [*decoded.problems, *_judge(decoded.value, document)]
    return (None if problems else decoded.value), problems


def _judge(discovery: Discovery, document: Document) -> Iterator[Problem]:
    for index, words in enumerate(discovery.ask):
        if not _WORDS.fullmatch(words):
            yield _problem(
                "RA041",
                document,
                f"ask.{index}",
                Localized(zh="不是可以查询的词", en="no words that can be asked for"),
                Localized(
                    zh="只写字母、数字、空格和连字符：remote sensing。",
                    en="Letters, digits, blanks and hyphens: remote sensing.",
                ),
            )
    seen: set[str] = set()
    for index, rejection in enumerate(discovery.rejected):
        called = rejection.arxiv_id or rejection.title
        if called is None:
            yield _problem(
                "RA041",
                document,
                f"rejected.{index}",
                Localized(zh="没有说是哪一篇", en="it does not say which paper"),
                Localized(zh="写 arxiv_id；没有的写 title。", en="Write its arxiv_id, or its title where it has none."),
            )
        elif called in seen:
            yield _problem(
                "RA041",
                document,
                f"rejected.{index}.{'arxiv_id' if rejection.arxiv_id else 'title'}",
                Localized(zh=f"{visible(called)} 已经列过", en=f"{visible(called)} is already listed"),
                Localized(zh="只保留一个。", en="Keep one of the two."),
            )
        seen.add(called or "")


def _problem(code: str, document: Document, field_path: str, message: Localized, hint: Localized) -> Problem:
    return Problem(
        code=code,
        severity=Severity.ERROR,
        place=document.place(field_path),
        field=visible(field_path),
        message=message,
        hint=hint,
    )
