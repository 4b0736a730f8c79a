"""Where a paper appeared, in what kind of place, and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.known import known
from rsfm.checks.rules import rule
from rsfm.locales import Localized
from rsfm.model import VenueKind, VenueState
from rsfm.model.venues import is_neither, kind_of, names_of_venue
from rsfm.problems import Edit, visible
from rsfm.source import retyped

_PREPRINT_SERVERS = known("preprint_servers")
_YEAR = r"(?:(?:19|20)\d\d|['’]\d\d\b)"
_YEAR_IN_NAME = re.compile(_YEAR)
_YEAR_AND_MARKS = re.compile(
    rf"\s{{0,9}}[(（\[]\s{{0,9}}{_YEAR}\s{{0,9}}[)）\]]|(?<=[(（\[]){_YEAR}[\s,，]{{0,9}}|[\s,，/–-]{{0,9}}{_YEAR}(?:\.\Z)?"
)
"""A year with the brackets and marks that would be left of it."""
_ARXIV = re.compile(r"arxiv\b(?!-)", re.IGNORECASE)

_NO_VENUE = re.compile(
    r"https?:.*|www\..*|(?:currently |now )?(?:under|in) (?:peer )?(?:review|submission|revision|press)|submitted(?: to .*)?"
    r"|to appear|forthcoming|preprint|unpublished|unknown|none|n/?a|审稿中|在审|已投稿|投稿中|待发表|未发表|预印本",
    re.IGNORECASE,
)
_KINDS = {
    VenueKind.JOURNAL: Localized(zh="期刊", en="journal"),
    VenueKind.CONFERENCE: Localized(zh="会议", en="conference"),
}


@rule("RA407")
def a_preprint_is_on_a_preprint_server(draft: Draft) -> Iterator[Finding]:
    """Name and state of the venue agree for preprints."""
    name = draft.text("venue.name")
    preprint = draft.value("venue.state", VenueState) is VenueState.PREPRINT
    if name and preprint and name.casefold().replace(" ", "") not in _PREPRINT_SERVERS:
        yield draft.finding("venue.state", name=visible(name))


@rule("RA408")
def a_paper_on_arxiv_is_a_preprint(draft: Draft) -> Iterator[Finding]:
    """The venue arXiv goes with the state preprint."""
    state = draft.value("venue.state", VenueState)
    if _ARXIV.match(draft.text("venue.name")) and state and state is not VenueState.PREPRINT:
        yield draft.finding("venue.state", state=state)


@rule("RA409")
def a_paper_on_arxiv_has_an_id(draft: Draft) -> Iterator[Finding]:
    """The venue arXiv goes with an arxiv_id."""
    if draft.text("venue.name").casefold() == "arxiv" and "arxiv_id" not in draft.scalars:
        yield draft.finding("venue.name")


@rule("RA410")
def the_venue_is_only_a_name(draft: Draft) -> Iterator[Finding]:
    """No year in the venue's name; arXiv as arXiv writes it, others by the name that all entries use."""
    name = draft.text("venue.name")
    edits: tuple[Edit, ...] = ()
    if years := _YEAR_IN_NAME.findall(name):
        right = " ".join(_YEAR_AND_MARKS.sub("", name).split()).strip(" ,，/–-")
        if right and years == [str(draft.value("venue.year", int))]:
            edits = retyped(draft.scalars["venue.name"], right)
        yield draft.finding("venue.name", "year", right=visible(right), edits=edits)
    elif name.casefold() == "arxiv" and name != "arXiv":
        edits = retyped(draft.scalars["venue.name"], "arXiv")
        yield draft.finding("venue.name", "spelling", right="arXiv", edits=edits)
    elif (right := _known_by(name)) != name:
        yield draft.finding("venue.name", "short", right=right, edits=retyped(draft.scalars["venue.name"], right))


def _known_by(name: str) -> str:
    """Return the short name of the venue that ``name`` is another name of, and of nothing more; else ``name``."""
    short, *others = names_of_venue(name) or (name,)
    return short if name.casefold() in map(str.casefold, others) else name


@rule("RA415")
def a_venue_has_a_name(draft: Draft) -> Iterator[Finding]:
    """No address and no state of affairs in the place of the venue's name."""
    name = draft.text("venue.name")
    if _NO_VENUE.fullmatch(name.strip()):
        yield draft.finding("venue.name", name=visible(name))


@rule("RA416")
def a_venue_is_a_journal_or_a_conference(draft: Draft) -> Iterator[Finding]:
    """An accepted or published paper has the kind of its venue, the right one where that is known."""
    name, state = draft.text("venue.name"), draft.value("venue.state", VenueState)
    kind = draft.value("venue.kind", VenueKind)
    if not name or not state or _NO_VENUE.fullmatch(name):
        return
    if state is VenueState.PREPRINT:
        if kind:
            yield draft.finding("venue.kind", "preprint")
        return
    right = kind_of(name)
    if kind is None and "venue.kind" not in draft.scalars and not is_neither(name):
        yield draft.finding("venue.kind", "known" if right else "unknown", name=visible(name), known=right)
    elif kind and right and kind is not right:
        yield draft.finding("venue.kind", "other", name=visible(name), kind=_KINDS[kind], known=right)
