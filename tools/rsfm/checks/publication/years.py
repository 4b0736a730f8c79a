"""The year of a paper and the dates of arXiv agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rsfm import ids
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.model import VenueState

_POSTED_LATE = timedelta(days=120)
_LONG_AFTER = 4


def _first_day(draft: Draft) -> date | None:
    """Return when arXiv received the first version, or the first day of the month in the id unless that is to come."""
    if draft.snapshot:
        return draft.snapshot.published
    if not (arxiv_id := draft.text("arxiv_id")):
        return None
    month = date(ids.arxiv_year(arxiv_id), int(re.sub(r"^.*/", "", arxiv_id)[2:4]), 1)
    return month if month <= draft.today + timedelta(days=1) else None


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
