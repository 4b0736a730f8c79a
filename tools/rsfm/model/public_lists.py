"""Public lists of the field, which the catalog is held against: ``papers/_lists.yml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from rsfm.model.words import ArxivId, Handle, Url


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedWork:
    """A work as a list names it: by its title, or by a name where the list says no more."""

    short_form: ClassVar[str] = "title"

    title: str
    arxiv_id: ArxivId | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicList:
    """One list as it was when it was read."""

    name: str
    url: Url
    revision: str
    """The commit that was read."""
    seen: date
    """The day of that commit."""
    works: tuple[ListedWork, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class PublicLists:
    """Public lists by name."""

    table_form: ClassVar[str] = "lists"

    lists: dict[Handle, PublicList] = field(default_factory=dict)
