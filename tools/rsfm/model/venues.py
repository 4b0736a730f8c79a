"""The venues of the field under their short names, and where a text surely says that a paper appeared in one."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from rsfm.model.venue import Venue
from rsfm.model.venue_names import PATTERNS, VENUES
from rsfm.model.words import VenueKind, VenueState, Year

_KINDS = {
    VenueKind.JOURNAL: re.compile(
        r"\b(?:Journal|J\.|Transactions|Trans\.|Letters|Lett\.|Magazine|Mag\.)(?![A-Za-z])|学报|期刊|杂志",
        re.IGNORECASE,
    ),
    VenueKind.CONFERENCE: re.compile(
        r"\b(?:Conference|Conf\.|Symposium|Workshops?|Congress)(?![A-Za-z])|会议|研讨会|大会", re.IGNORECASE
    ),
}
"""Words by which a venue says itself what it is."""
_NEITHER = re.compile(
    r"\b(?:thesis|dissertation|report\b|note|memorandum|universit|école|ecole|institut|college|zenodo|figshare|patent|press\b)"
    r"|学位论文|报告|大学|学院|专利|出版社",
    re.IGNORECASE,
)
"""Words of what is published elsewhere: theses, reports, data with a DOI."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AROUND = re.compile(
    r"\b\d+(?:st|nd|rd|th)\b|\b(?:(?:twen|thir|for|fif)ty[- ])?(?:first|second|third|(?:thir|four|fif|six|seven|eigh|nin)(?:teen)?th"
    r"|(?:ten|eleven|twelf|twentie|thirtie|fortie|fiftie)th)\b(?= )| \d{1,3}$|^(?:in:? )?(?:proc(?:eedings|\.)?,? )?(?:of )?(?:the )?|['’]\d\d\b| V(?:ol(?:ume)?)?\.? ?\d$",
    re.IGNORECASE,
)
"""What the name of one year's proceedings has more than the name of the venue."""
_BETWEEN_NAMES = re.compile(r"\s[-–—]+\s|\s*[()]\s*|,\s+(?=[A-Z][A-Za-z]{2,}[ ’']*(?:\d{2,4})?$)")
"""Between a name and its acronym: *Conference on Learning (COL)*, *Conference on Learning, COL 2025*."""
_WORKSHOP = re.compile(
    r"workshops?|\b(?:CVPR|ICCV|ECCV|WACV)W\b|earth ?vision|ML4RS|CV4E|AgriVision|climate change ai|\bCCAI\b|PBVS"
    r"|研讨会",
    re.IGNORECASE,
)
_ACCEPTED = re.compile(
    r"\b(?:accepted|to appear|appears?|published|camera[- ]ready)\b(?: (?:by|at|to|in|for|as|publication|the|main|conference|track|paper|oral|poster|highlight|version|presentation|and)\b)*[ :]*",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:submitted|submission|under review|in review|rejected|workshops?|extended|extension|challenge|findings)",
    re.IGNORECASE,
)
_THEN_A_YEAR = re.compile(r"[ ,'’-]{0,2}(20\d\d)(?!\d)")
_OF_THE_CONFERENCE = re.compile(
    r"\b(?:main|conference|oral|spotlight|poster|highlight|track|paper|camera|proceedings|version|d&b|benchmarks?)",
    re.IGNORECASE,
)
"""What may stand behind the name of a conference without being a workshop there."""
_SOMETHING_THERE = re.compile(r"\s*(?:[-–—:,(]\s*)?(?:the\s+)?([A-Z][^.;,()\n]*)")
_NAME_OF_A_WORKSHOP = re.compile(r"(?!GitHub|GitLab|HuggingFace)(?=\w*[A-Z0-9]\w*[A-Z]|\w*[a-z][A-Z])\w{3,}")


def kind_of(name: str) -> VenueKind | None:
    """Return whether the venue ``name`` is a journal or a conference, where it is known here or says so itself."""
    if known := VENUES.get(short_name(name) or ""):
        return known.kind
    said = [kind for kind, words in _KINDS.items() if words.search(name)]
    return said[0] if len(said) == 1 else None


def is_neither(name: str) -> bool:
    """Say whether ``name`` is that of a university, a report, a repository: no journal and no conference."""
    return kind_of(name) is None and _NEITHER.search(name) is not None


def appeared_in(name: str, year: int, state: VenueState) -> Venue:
    """Return the venue ``name``, with its kind where that is certain and the paper has really been taken there."""
    return Venue(name=name, year=Year(year), state=state, kind=None if state is VenueState.PREPRINT else kind_of(name))


@lru_cache(4096)
def short_name(text: str) -> str | None:
    """Return the short name of the one venue that ``text`` as a whole names; its year, number and sponsors aside."""
    if _WORKSHOP.search(text):
        return None
    pieces = [_bare(piece) for piece in _BETWEEN_NAMES.split(unescape(text)) if _bare(piece)]
    found = {name for piece in pieces for name, form in PATTERNS.items() if form.fullmatch(piece)}
    return found.pop() if len(found) == 1 else None


def names_of_venue(name: str) -> tuple[str, ...]:
    """Return every name by which readers ask for the venue ``name``; none where it is not known here.

    Nor where its name is ordinary text of the field: Remote Sensing is in most queries no journal.
    """
    known = VENUES.get(short_name(name) or "")
    if known is None or known.by_chance:
        return ()
    return (known.short, known.full, *known.known_as)


def _bare(text: str) -> str:
    without = _YEAR.sub("", text)
    for _ in range(2):
        without = _AROUND.sub("", re.sub(r"^\W+|\W+$", "", without))
    return " ".join(without.split())


def venue_in_comment(comment: str) -> Venue | None:
    """Return the conference of which an author's comment says, with its year, that it accepted the paper.

    A journal is never certain: comments do not tell the year of its volume. Nor is a workshop the conference.
    """
    if _DOUBT.search(comment) or _WORKSHOP.search(comment):
        return None
    for start in (0, *(match.end() for match in _ACCEPTED.finditer(comment))):
        for name, known in VENUES.items():
            hit = PATTERNS[name].match(comment, start) if known.kind is VenueKind.CONFERENCE else None
            if hit and (year := _THEN_A_YEAR.match(comment, hit.end())) and not _is_beside(comment[year.end() :]):
                return appeared_in(name, int(year[1]), VenueState.ACCEPTED)
    return None


def _is_beside(rest: str) -> bool:
    """Say whether what follows conference and year is the name of something smaller that met there."""
    found = _SOMETHING_THERE.match(rest)
    if not found or _OF_THE_CONFERENCE.search(found[1]):
        return False
    return found.start(1) == len(rest) - len(rest.lstrip()) or _NAME_OF_A_WORKSHOP.match(found[1]) is not None


def venue_in_reference(reference: str) -> Venue | None:
    """Return the venue of arXiv's ``journal_ref``, where it names one venue that is known here and one year."""
    name = name_in(reference)
    years = set(_YEAR.findall(reference))
    if name is None or len(years) != 1 or _DOUBT.search(reference):
        return None
    return appeared_in(name, int(years.pop()), VenueState.PUBLISHED)


@lru_cache(4096)
def name_in(text: str) -> str | None:
    """Return the short name of the one venue that ``text`` mentions; a workshop at a conference is not it."""
    if whole := short_name(text):
        return whole
    if _WORKSHOP.search(text):
        return None
    found = [
        (match.start(), match.end(), name)
        for name, form in PATTERNS.items()
        if not VENUES[name].by_chance
        for match in form.finditer(text)
    ]
    # The International Conference on Computer Vision is inside the name of another one.
    names = {
        name for start, end, name in found if not any(a < end < b or (b == end and a < start) for a, b, _ in found)
    }
    return names.pop() if len(names) == 1 else None
