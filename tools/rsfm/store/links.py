"""What is remembered of outside addresses that are not fine: ``papers/_links.json``, canonical and replaced whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from rsfm.store.canonical import from_json, to_json
from rsfm.store.files import read_regular, replace_text

LINKS = "_links.json"
"""Name of the file inside ``papers/``."""
FAILURES = 3
"""Days on which an address must fail before it counts as dead."""


class Answer(StrEnum):
    """What a visit to an address showed."""

    FINE = "fine"
    MOVED = "moved"
    DEAD = "dead"
    BLOCKED = "blocked"
    """The server does not serve programs: nothing is known of the page."""
    PRIVATE = "private"
    """Not contacted, because it leads into a private network."""
    NOT_ASKED = "not-asked"
    """Not contacted, because its host is left alone for this run."""


@dataclass(frozen=True, kw_only=True)
class LinkState:
    """What is remembered of an address that is not fine. Addresses without a state are fine or new."""

    answer: Answer
    since: date
    """The first day of this answer."""
    reason: str = ""
    moved_to: str | None = None
    failed: tuple[date, ...] = ()
    """The first days on which it failed, at most ``FAILURES``; forgotten once it is fine."""

    @property
    def counts_as_dead(self) -> bool:
        """Whether it failed on enough different days."""
        return self.answer is Answer.DEAD and len(self.failed) >= FAILURES


def read_links(papers: Path) -> dict[str, LinkState]:
    """Return what is remembered, by address; nothing where there is no file.

    Raises ValueError where the file is not what ``write_links`` wrote, and OSError.
    """
    try:
        text = read_regular(papers / LINKS).decode("utf-8")
    except FileNotFoundError:
        return {}
    try:
        return from_json(dict[str, LinkState], text)
    except (ValueError, TypeError) as error:
        raise ValueError(f"{LINKS}: {error!r}") from error


def write_links(papers: Path, states: Mapping[str, LinkState]) -> bool:
    """Store ``states`` atomically and return whether the file changed; without states there need be no file.

    Raises OSError; the old file is then untouched.
    """
    path = papers / LINKS
    if not states and not path.exists():
        return False
    return replace_text(path, to_json(dict(states)))
