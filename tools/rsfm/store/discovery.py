"""The curated file of discovery: what arXiv is asked for, how answers are weighed, and what was turned down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rsfm.locales import Localized
from rsfm.model import ArxivId, Taxonomy, Weight
from rsfm.problems import Problem, Severity, visible
from rsfm.source import Document, read
from rsfm.store.decode import decode
from rsfm.store.files import read_regular
from rsfm.store.hints import did_you_mean

DISCOVERY = "_discovery.yml"
"""Name of the file inside ``papers/``."""


@dataclass(frozen=True, kw_only=True)
class Signals:
    """Phrases that speak for or against a candidate, each with its weight.

    A final ``*`` stands for any ending of the last word; a plural ``s`` needs none.
    """

    remote_sensing: dict[str, Weight]
    foundation_model: dict[str, Weight]
    elsewhere: dict[str, Weight] = field(default_factory=dict)
    """What the same words mean in other fields; subtracted at the end."""


@dataclass(frozen=True, kw_only=True)
class Rejection:
    """A paper that curators decided to leave out."""

    arxiv_id: ArxivId
    title: str
    reason: Localized
    decided: date


@dataclass(frozen=True, kw_only=True)
class Discovery:
    """Everything curators say about finding new papers."""

    queries: dict[str, tuple[str, ...]]
    """Questions in arXiv's search syntax, by family."""
    signals: Signals
    threshold: Weight
    """Lowest score, of 100, that a curator wants to see."""
    rejected: tuple[Rejection, ...] = ()


def load_discovery(papers: Path, shown: str, taxonomy: Taxonomy) -> tuple[Discovery | None, list[Problem]]:
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
    problems = [*decoded.problems, *_judge(decoded.value, document, taxonomy)]
    return (None if problems else decoded.value), problems


def _judge(discovery: Discovery, document: Document, taxonomy: Taxonomy) -> Iterator[Problem]:
    for family, queries in discovery.queries.items():
        if family not in taxonomy["family"]:
            yield _problem(
                "RA041",
                document,
                f"queries.{family}",
                Localized(
                    zh=f"“{visible(family)}”不是词表 family 中的词",
                    en=f"“{visible(family)}” is not a term of the family vocabulary",
                ),
                did_you_mean(family, taxonomy["family"]),
            )
        for index, query in enumerate(queries):
            if query.count('"') % 2 or query.count("(") != query.count(")"):
                yield _problem(
                    "RA041",
                    document,
                    f"queries.{family}.{index}",
                    Localized(zh="引号或括号不成对", en="quotes or parentheses do not pair up"),
                    Localized(
                        zh='写成 abs:"remote sensing" AND (abs:CLIP OR abs:agent) 的样子。',
                        en='Write it like abs:"remote sensing" AND (abs:CLIP OR abs:agent).',
                    ),
                )
    seen: set[str] = set()
    for index, rejection in enumerate(discovery.rejected):
        if rejection.arxiv_id in seen:
            yield _problem(
                "RA043",
                document,
                f"rejected.{index}.arxiv_id",
                Localized(zh=f"{rejection.arxiv_id} 已经列过", en=f"{rejection.arxiv_id} is already listed"),
                Localized(zh="只保留一个。", en="Keep one of the two."),
            )
        seen.add(rejection.arxiv_id)


def _problem(code: str, document: Document, field_path: str, message: Localized, hint: Localized) -> Problem:
    return Problem(
        code=code,
        severity=Severity.ERROR,
        place=document.place(field_path),
        field=visible(field_path),
        message=message,
        hint=hint,
    )
