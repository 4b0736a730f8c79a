"""A venue in one line of a list, and back: ``CVPR 2026``, ``ICLR 2026 (accepted; workshop ML4RS)``."""

from __future__ import annotations

import re
from typing import Any

from rsfm.model.venue import Venue
from rsfm.model.venues import kind_of
from rsfm.model.words import VenueKind, VenueState, Year

PREPRINT = "arXiv"
_LINE = re.compile(r"(?P<name>.*\S) (?P<year>(?:19|20)\d\d)(?: \((?P<more>[^()]+(?:\([^()]*\)[^()]*)*)\))?")
_PARTS = ("track", "workshop")


def venue_text(venue: Venue) -> str:
    """Return where and when, and in brackets what those who know the name do not know yet."""
    usual = VenueState.PREPRINT if venue.name == PREPRINT else VenueState.PUBLISHED
    more = [venue.state.value] if venue.state is not usual else []
    if venue.kind and venue.kind is not kind_of(venue.name):
        more.append(venue.kind.value)
    more += [f"{part} {said}" for part in _PARTS if (said := getattr(venue, part))]
    return f"{venue.name} {venue.year}" + (f" ({'; '.join(more)})" if more else "")


def venue_of_text(text: str) -> Venue | None:
    """Return what ``venue_text`` wrote; ``None`` where the text has another form."""
    found = _LINE.fullmatch(text)
    if found is None:
        return None
    name = found["name"]
    state = VenueState.PREPRINT if name == PREPRINT else VenueState.PUBLISHED
    kind = None if state is VenueState.PREPRINT else kind_of(name)
    said: dict[str, Any] = {}
    for word in found["more"].split("; ") if found["more"] else ():
        part, _, rest = word.partition(" ")
        if word in list(VenueState):
            state = VenueState(word)
        elif word in list(VenueKind):
            kind = VenueKind(word)
        elif part in _PARTS and rest:
            said[part] = rest
        else:
            return None
    return Venue(name=name, year=Year(int(found["year"])), state=state, kind=kind, **said)
