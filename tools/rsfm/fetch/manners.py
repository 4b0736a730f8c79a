"""How to behave as a guest of other people's servers, and the clock by which it is done."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from random import Random
from typing import Protocol

MINIMUM_INTERVAL = 3.0
"""Seconds arXiv asks for between two requests; an interval may be longer, never shorter."""
REPOSITORY = "https://github.com/rsfm-atlas/rsfm-atlas"


class Clock(Protocol):
    """Time as the transport sees it, so that tests need not wait."""

    def monotonic(self) -> float:
        """Return seconds from an arbitrary moment; never goes back."""

    def sleep(self, seconds: float) -> None:
        """Return after ``seconds``."""

    def now(self) -> datetime:
        """Return the time of day in UTC."""


class SystemClock:
    """The time of this machine."""

    def monotonic(self) -> float:
        """Return seconds from an arbitrary moment."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Return after ``seconds``."""
        time.sleep(seconds)

    def now(self) -> datetime:
        """Return the time of day in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Manners:
    """How patient and how modest a transport is. Times are seconds, sizes bytes."""

    interval: float = MINIMUM_INTERVAL
    """Silence between two requests, to whatever host: from the end of one to the start of the next."""
    connect: float = 5.0
    read: float = 30.0
    """Longest silence of a server within an answer."""
    total: float = 60.0
    """Longest time a whole answer may take: one byte every 29 seconds is not an answer."""
    tries: int = 4
    """How often a question is asked before it is given up."""
    backoff: float = 3.0
    """First pause after a failure; it doubles each time."""
    patience: float = 120.0
    """Longest pause. A server that asks for more (``Retry-After``) is left alone for the rest of the run."""
    body_limit: int = 8 * 1024 * 1024
    """Largest answer after decompression; a hundred papers of arXiv take a quarter of a megabyte."""
    contact: str = REPOSITORY
    """Where the owner of a server can complain: an address of mail or of a page."""

    def __post_init__(self) -> None:
        if not self.interval >= MINIMUM_INTERVAL:
            raise ValueError(f"interval {self.interval!r} is below {MINIMUM_INTERVAL}")
        if not self.contact.isascii() or not self.contact.isprintable() or set(self.contact) & set('()<>"\\ '):
            raise ValueError(f"contact {self.contact!r} is neither an address of mail nor of a page")

    @classmethod
    def of_environment(cls, environment: Mapping[str, str], *, interval: float = MINIMUM_INTERVAL) -> Manners:
        """Return the usual manners with the contact that ``RSFM_CONTACT`` names.

        Raises ValueError where the interval is too short or the contact cannot be put into a header.
        """
        return cls(interval=interval, contact=environment.get("RSFM_CONTACT") or REPOSITORY)

    def pause(self, attempt: int, dice: Random) -> float:
        """Return how long to wait after failure number ``attempt``: doubling, and shaken so that guests do not march."""
        longest = min(self.backoff * 2.0 ** (attempt - 1), self.patience)
        return float(dice.uniform(longest / 2, longest))

    @property
    def mail(self) -> str | None:
        """The contact, if it is an address of mail."""
        return self.contact.removeprefix("mailto:") if "@" in self.contact and "//" not in self.contact else None

    @property
    def user_agent(self) -> str:
        """Who is asking and how to reach them."""
        contact = f"mailto:{self.mail}" if self.mail else f"+{self.contact}"
        return f"rsfm-atlas/{version('rsfm-atlas')} ({contact})"


def seconds_to_wait(retry_after: str, now: datetime) -> float | None:
    """Return how long a server asks to be left alone, in seconds or until a date; ``None`` where it makes no sense."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
