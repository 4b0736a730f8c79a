"""The venues of the field under their short names, and where a text surely says that a paper appeared in one."""

from __future__ import annotations

import re

from rsfm.model.entry import Venue
from rsfm.model.words import VenueKind, VenueState, Year

_JOURNALS = {
    "IEEE TGRS": r"(?:IEEE )?(?:TGRS|Trans(?:actions|\.)? (?:on )?Geosci(?:ence|\.)? (?:and|&) Remote Sens(?:ing|\.)?)",
    "IEEE TPAMI": r"(?:IEEE )?(?:TPAMI|T-PAMI|PAMI|Trans(?:actions|\.)? (?:on )?Pattern Anal(?:ysis|\.)? (?:and|&) Mach(?:ine|\.)? Intell(?:igence|\.)?)",
    "IEEE JSTARS": r"(?:IEEE )?(?:JSTARS|J(?:ournal|\.)? (?:of )?Sel(?:ected|\.)? Top(?:ics|\.)? (?:in )?Appl(?:ied|\.)? Earth Obs\w*\.? (?:and|&) Remote Sens(?:ing|\.)?)",
    "IEEE GRSL": r"(?:IEEE )?(?:GRSL|Geosci(?:ence|\.)? (?:and|&) Remote Sens(?:ing|\.)? Lett(?:ers|\.)?)",
    "IEEE GRSM": r"(?:IEEE )?(?:GRSM|Geosci(?:ence|\.)? (?:and|&) Remote Sens(?:ing|\.)? Mag(?:azine|\.)?)",
    "IEEE TIP": r"(?:IEEE )?(?:TIP|Trans(?:actions|\.)? (?:on )?Image Process(?:ing|\.)?)",
    "IEEE TCSVT": r"(?:IEEE )?TCSVT",
    "ISPRS JPRS": r"(?:ISPRS JPRS|JPRS|P&RS|ISPRS J(?:ournal|\.)? (?:of )?Photogramm(?:etry|\.)? (?:and|&) Remote Sens(?:ing|\.)?)",
    "RSE": r"(?:RSE|Remote Sensing of Environment)",
    "JAG": r"(?:JAG|International Journal of Applied Earth Observation and Geoinformation)",
    "IJCV": r"(?:IJCV|International Journal of Computer Vision)",
    "Nature Communications": r"Nature Communications",
    "Nature Machine Intelligence": r"Nature Machine Intelligence",
}
_CONFERENCES = {
    "CVPR": r"(?:CVPR|(?:IEEE/CVF )?Conference on Computer Vision and Pattern Recognition)",
    "ICCV": r"(?:ICCV|(?:IEEE/CVF )?International Conference on Computer Vision)",
    "ECCV": r"(?:ECCV|European Conference on Computer Vision)",
    "NeurIPS": r"(?:NeurIPS|NIPS)",
    "ICLR": r"ICLR",
    "ICML": r"ICML",
    "AAAI": r"AAAI",
    "IJCAI": r"IJCAI",
    "WACV": r"WACV",
    "BMVC": r"BMVC",
    "ACM MM": r"(?:ACM ?MM|ACM Multimedia)",
    "ACL": r"ACL",
    "EMNLP": r"EMNLP",
    "NAACL": r"NAACL",
    "KDD": r"(?:SIG)?KDD",
    "IGARSS": r"IGARSS",
}
_ALL = {
    name: re.compile(rf"(?<!\w){form}(?![A-Za-z])", re.IGNORECASE) for name, form in (_JOURNALS | _CONFERENCES).items()
}
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
_ACCEPTED = re.compile(
    r"\b(?:accepted|to appear|appears?|published|camera[- ]ready)\b(?: (?:by|at|to|in|for|as|publication|the|main|conference|track|paper|oral|poster|highlight|version|presentation|and)\b)*[ :]*",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:submitted|submission|under review|in review|rejected|workshops?|extended|extension|challenge|findings)",
    re.IGNORECASE,
)
_THEN_A_YEAR = re.compile(r"[ ,'’-]{0,2}(20\d\d)(?!\d)")


def kind_of(name: str) -> VenueKind | None:
    """Return whether the venue ``name`` is a journal or a conference, where it is known here or says so itself."""
    if short := short_name(name):
        return VenueKind.JOURNAL if short in _JOURNALS else VenueKind.CONFERENCE
    said = [kind for kind, words in _KINDS.items() if words.search(name)]
    return said[0] if len(said) == 1 else None


def is_neither(name: str) -> bool:
    """Say whether ``name`` is that of a university, a report, a repository: no journal and no conference."""
    return kind_of(name) is None and _NEITHER.search(name) is not None


def appeared_in(name: str, year: int, state: VenueState) -> Venue:
    """Return the venue ``name``, with its kind where that is certain and the paper has really been taken there."""
    return Venue(name=name, year=Year(year), state=state, kind=None if state is VenueState.PREPRINT else kind_of(name))


def short_name(text: str) -> str | None:
    """Return the short name of the one venue that ``text`` as a whole names, its year and such aside."""
    bare = re.sub(r"^\W+|\W+$", "", _YEAR.sub("", text))
    return next((name for name, form in _ALL.items() if form.fullmatch(bare)), None)


def venue_in_comment(comment: str) -> Venue | None:
    """Return the conference of which an author's comment says, with its year, that it accepted the paper.

    A journal is never certain: comments do not tell the year of its volume.
    """
    if _DOUBT.search(comment):
        return None
    for start in (0, *(match.end() for match in _ACCEPTED.finditer(comment))):
        for name in _CONFERENCES:
            hit = _ALL[name].match(comment, start)
            if hit and (year := _THEN_A_YEAR.match(comment, hit.end())):
                return appeared_in(name, int(year[1]), VenueState.ACCEPTED)
    return None


def venue_in_reference(reference: str) -> Venue | None:
    """Return the venue of arXiv's ``journal_ref``, where it names one venue that is known here and one year."""
    names = [name for name, form in _ALL.items() if form.search(reference)]
    years = set(_YEAR.findall(reference))
    if len(names) != 1 or len(years) != 1 or _DOUBT.search(reference):
        return None
    return appeared_in(names[0], int(years.pop()), VenueState.PUBLISHED)


def name_in(text: str) -> str | None:
    """Return the short name of the one venue that ``text`` mentions."""
    names = [name for name, form in _ALL.items() if form.search(text)]
    return names[0] if len(names) == 1 else None
