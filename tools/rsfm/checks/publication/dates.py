"""Dates and years: none of the future, in the order in which things happen, and as arXiv has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rsfm import ids
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.model import VenueState

_ZONES = timedelta(days=1)
"""Somewhere it is tomorrow already."""
_STALE = timedelta(days=730)
_POSTED_LATE = timedelta(days=120)
_LONG_AFTER = 4


@rule("RA420")
def no_date_is_in_the_future(draft: Draft) -> Iterator[Finding]:
    """``added`` and ``verified`` are not after today."""
    for field in ("added", "verified"):
        day = draft.value(field, date)
        if day and day > draft.today + _ZONES:
            yield draft.finding(field, "future", day=day, today=draft.today)


@rule("RA420")
def verified_is_not_before_added(draft: Draft) -> Iterator[Finding]:
    """``verified`` is not before ``added``."""
    added, verified = draft.value("added", date), draft.value("verified", date)
    if added and verified and verified < added:
        yield draft.finding("verified", "verified", verified=verified, added=added)


@rule("RA420")
def added_is_not_before_the_paper(draft: Draft) -> Iterator[Finding]:
    """``added`` is not before arXiv received the first version."""
    added = draft.value("added", date)
    if added and draft.snapshot and added < draft.snapshot.published - _ZONES:
        yield draft.finding("added", "added", added=added, published=draft.snapshot.published)


@rule("RA420")
def the_year_is_not_in_the_future(draft: Draft) -> Iterator[Finding]:
    """``venue.year`` is at most next year."""
    year = draft.value("venue.year", int)
    if year and year > draft.today.year + 1:
        yield draft.finding("venue.year", "year", year=year)


@rule("RA420")
def no_event_is_in_the_future(draft: Draft) -> Iterator[Finding]:
    """Events have happened."""
    latest = (draft.today + _ZONES).isoformat()
    for part, values in draft.parts.of("events").items():
        if (day := values.get("date", "")) > latest[: len(day)]:
            yield draft.finding(f"{part}.date", "event", day=day)


@rule("RA425")
def no_event_is_long_before_its_paper(draft: Draft) -> Iterator[Finding]:
    """Events are at most two years older than arXiv's first version."""
    earliest = (draft.snapshot.published - _STALE).isoformat() if draft.snapshot else ""
    for part, values in draft.parts.of("events").items():
        if draft.snapshot and "date" in values and (day := values["date"]) < earliest[: len(day)]:
            yield draft.finding(f"{part}.date", day=day, published=draft.snapshot.published)


@rule("RA424")
def the_entry_was_verified_lately(draft: Draft) -> Iterator[Finding]:
    """``verified`` is within two years."""
    verified = draft.value("verified", date)
    if verified and draft.today - verified > _STALE and not draft.is_example:
        yield draft.finding("verified", verified=verified)


def _first_day(draft: Draft) -> date | None:
    """Return when arXiv received the first version, or the first day of the month in the id unless that is to come."""
    if draft.snapshot:
        return draft.snapshot.published
    if not (arxiv_id := draft.text("arxiv_id")):
        return None
    month = date(ids.arxiv_year(arxiv_id), int(re.sub(r"^.*/", "", arxiv_id)[2:4]), 1)
    return month if month <= draft.today + _ZONES else None


@rule("RA404")
def the_year_is_not_before_the_first_version(draft: Draft) -> Iterator[Finding]:
    """The venue's year is at most a few months before arXiv received the paper."""
    year, first = draft.value("venue.year", int), _first_day(draft)
    if year and first and year < first.year:
        published = draft.value("venue.state", VenueState) is VenueState.PUBLISHED
        if not (published and first - date(year, 12, 31) <= _POSTED_LATE):
            yield draft.finding("venue.year", "early", year=year, first=first, first_year=first.year)


@rule("RA404")
def the_year_of_a_preprint_is_that_of_its_first_version(draft: Draft) -> Iterator[Finding]:
    """A preprint on arXiv has the year in which arXiv received it."""
    year, first = draft.value("venue.year", int), _first_day(draft)
    preprint = draft.value("venue.state", VenueState) is VenueState.PREPRINT
    if year and first and preprint and draft.text("venue.name").casefold() == "arxiv" and year > first.year:
        yield draft.finding("venue.year", "preprint", first_year=first.year)


@rule("RA406")
def the_year_is_not_long_after_the_first_version(draft: Draft) -> Iterator[Finding]:
    """The venue's year is within some years of arXiv's."""
    year, first = draft.value("venue.year", int), _first_day(draft)
    if year and first and year > first.year + _LONG_AFTER:
        yield draft.finding("venue.year", year=year, first=first, later=year - first.year)
