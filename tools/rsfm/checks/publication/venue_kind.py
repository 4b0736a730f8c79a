"""Whether the venue of a paper is a journal or a conference, on which the form of its citation depends."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.publication.venue import NO_VENUE
from rsfm.checks.rules import rule
from rsfm.locales import Localized
from rsfm.model import VenueKind, VenueState
from rsfm.model.venues import is_neither, kind_of
from rsfm.problems import visible

_KINDS = {
    VenueKind.JOURNAL: Localized(zh="期刊", en="journal"),
    VenueKind.CONFERENCE: Localized(zh="会议", en="conference"),
}


@rule("RA416")
def a_venue_is_a_journal_or_a_conference(draft: Draft) -> Iterator[Finding]:
    """An accepted or published paper has the kind of its venue, the right one where that is known."""
    name, state = draft.text("venue.name"), draft.value("venue.state", VenueState)
    kind = draft.value("venue.kind", VenueKind)
    if not name or not state or NO_VENUE.fullmatch(name):
        return
    if state is VenueState.PREPRINT:
        if kind:
            yield draft.finding("venue.kind", "preprint")
        return
    known = kind_of(name)
    if kind is None and "venue.kind" not in draft.scalars and not is_neither(name):
        yield draft.finding("venue.kind", "known" if known else "unknown", name=visible(name), known=known)
    elif kind and known and kind is not known:
        yield draft.finding("venue.kind", "other", name=visible(name), kind=_KINDS[kind], known=known)
