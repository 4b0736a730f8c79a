"""Whether the venue of a paper is a journal or a conference, on which the form of its citation depends."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.publication.venue import NO_VENUE
from rsfm.checks.rules import rule
from rsfm.model import VenueKind, VenueState
from rsfm.model.venues import is_neither, kind_of
from rsfm.problems import visible


@rule("RA416")
def a_venue_is_a_journal_or_a_conference(draft: Draft) -> Iterator[Finding]:
    """An accepted or published paper has the kind of its venue, the right one where that is known."""
    name, state = draft.text("venue.name"), draft.value("venue.state", VenueState)
    kind = draft.value("venue.kind", VenueKind)
    if not name or not state or NO_VENUE.fullmatch(name):
        return
    if state is VenueState.PREPRINT:
        if kind:
            yield draft.finding(
                "venue.kind",
                "预印本没有期刊或会议",
                "a preprint has neither journal nor conference",
                "删去 venue.kind；已录用的，写出会议或期刊的名称和 state。",
                "Delete venue.kind; if it was accepted, write the venue's name and state.",
            )
        return
    known = kind_of(name)
    if kind is None and "venue.kind" not in draft.scalars and not is_neither(name):
        yield draft.finding(
            "venue.kind",
            f"没有写明 {visible(name)} 是期刊还是会议",
            f"it does not say whether {visible(name)} is a journal or a conference",
            f"加上 kind: {known}。" if known else "在 venue 里加上 kind: journal 或 kind: conference。",
            f"Add kind: {known}." if known else "Add kind: journal or kind: conference to the venue.",
        )
    elif kind and known and kind is not known:
        yield draft.finding(
            "venue.kind",
            f"{visible(name)} 不是{_ZH[kind]}",
            f"{visible(name)} is no {kind}",
            f"写 {known}，或改正 venue.name。",
            f"Write {known}, or correct venue.name.",
        )


_ZH = {VenueKind.JOURNAL: "期刊", VenueKind.CONFERENCE: "会议"}
