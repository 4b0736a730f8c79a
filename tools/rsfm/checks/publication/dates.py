"""Dates of an entry: none of the future, and in the order in which things happen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule

_ZONES = timedelta(days=1)
"""Somewhere it is tomorrow already."""
_STALE = timedelta(days=730)


@rule("RA420")
def no_date_is_in_the_future(draft: Draft) -> Iterator[Finding]:
    """``added`` and ``verified`` are not after today."""
    for field in ("added", "verified"):
        day = draft.value(field, date)
        if day and day > draft.today + _ZONES:
            yield draft.finding(
                field,
                f"{day} 在未来",
                f"{day} is in the future",
                f"写实际日期，最晚 {draft.today}。",
                f"Write the actual date, {draft.today} at the latest.",
            )


@rule("RA420")
def verified_is_not_before_added(draft: Draft) -> Iterator[Finding]:
    """``verified`` is not before ``added``."""
    added, verified = draft.value("added", date), draft.value("verified", date)
    if added and verified and verified < added:
        yield draft.finding(
            "verified",
            f"核对日期 {verified} 早于加入日期 {added}",
            f"verified on {verified}, before it was added on {added}",
            "改正其中一个日期。",
            "Correct one of the two.",
        )


@rule("RA420")
def added_is_not_before_the_paper(draft: Draft) -> Iterator[Finding]:
    """``added`` is not before arXiv received the first version."""
    added = draft.value("added", date)
    if added and draft.snapshot and added < draft.snapshot.published - _ZONES:
        yield draft.finding(
            "added",
            f"{added} 早于 arXiv 收到论文的日期 {draft.snapshot.published}",
            f"{added} is before arXiv received the paper on {draft.snapshot.published}",
            "写条目加入目录的日期。",
            "Write the day on which the entry came into the catalog.",
        )


@rule("RA420")
def the_year_is_not_in_the_future(draft: Draft) -> Iterator[Finding]:
    """``venue.year`` is at most next year."""
    year = draft.value("venue.year", int)
    if year and year > draft.today.year + 1:
        yield draft.finding(
            "venue.year", f"{year} 在未来", f"{year} is in the future", "写实际年份。", "Write the actual year."
        )


@rule("RA420")
def no_event_is_in_the_future(draft: Draft) -> Iterator[Finding]:
    """Events have happened."""
    latest = (draft.today + _ZONES).isoformat()
    for part, values in draft.parts.of("events").items():
        if (day := values.get("date", "")) > latest[: len(day)]:
            yield draft.finding(
                f"{part}.date",
                f"{day} 在未来",
                f"{day} is in the future",
                "只写已经发生的事。",
                "Write what has happened only.",
            )


@rule("RA425")
def no_event_is_long_before_its_paper(draft: Draft) -> Iterator[Finding]:
    """Events are at most two years older than arXiv's first version."""
    earliest = (draft.snapshot.published - _STALE).isoformat() if draft.snapshot else ""
    for part, values in draft.parts.of("events").items():
        if draft.snapshot and "date" in values and (day := values["date"]) < earliest[: len(day)]:
            yield draft.finding(
                f"{part}.date",
                f"{day} 比首次提交（{draft.snapshot.published}）早两年以上",
                f"{day} is more than two years before the first version ({draft.snapshot.published})",
                "核对日期，以及它属于哪篇论文。",
                "Compare the date, and whose event it is.",
            )


@rule("RA424")
def the_entry_was_verified_lately(draft: Draft) -> Iterator[Finding]:
    """``verified`` is within two years."""
    verified = draft.value("verified", date)
    if verified and draft.today - verified > _STALE and not draft.is_example:
        yield draft.finding(
            "verified",
            f"上次核对是 {verified}",
            f"last verified on {verified}",
            "核对链接、代码和权重，再改日期。",
            "Look at links, code and weights, then write the new date.",
        )
