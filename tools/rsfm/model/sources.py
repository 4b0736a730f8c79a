"""Where facts were read: the sources of an entry, and how a reference names a place in one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from rsfm.model.register import fact
from rsfm.model.words import Handle, Url

PAPER, REPO = "paper", "repo"
"""Sources that exist without being declared: the paper itself, and the first code link."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Something that facts were read from; typed as its revision alone where the address follows from elsewhere."""

    short_form: ClassVar[str] = "revision"

    url: Url | None = fact("网址", "Address", "来源的网址。", "Where it is.")
    revision: str | None = fact(
        "版本", "Revision", "读到事实时的提交号或版本。", "The commit or version in which the facts were read."
    )
    seen: date | None = fact("查看日期", "Seen", "最近一次查看的日期。", "When it was last looked at.")


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedSource:
    """A repository that many entries read, kept once in ``papers/_sources.yml``."""

    url: Url
    revision: str
    seen: date | None = None
    licence: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedSources:
    """The repositories that many entries read, by name."""

    table_form: ClassVar[str] = "sources"

    sources: dict[Handle, SharedSource] = field(default_factory=dict)


def key_of(reference: str) -> str:
    """Return the source that a reference names; empty for an address."""
    return "" if reference.startswith("https://") else reference.partition("#")[0]


def place_of(reference: str) -> tuple[str, str]:
    """Return the path or place inside the source, and the lines (``L10`` or ``L10-L12``) where they are given."""
    place = "" if reference.startswith("https://") else reference.partition("#")[2]
    path, separator, lines = place.rpartition(":")
    return (path, lines) if separator and lines[:1] == "L" and lines[1:2].isdecimal() else (place, "")
