"""Reads one entry of arXiv's feed, if it is believed: every field it needs, each once, each of them possible."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from rsfm import ids
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.garbled import garbled
from rsfm.model import ArxivId, Provenance, Snapshot
from rsfm.problems import visible

ATOM = "{http://www.w3.org/2005/Atom}"
ARXIV = "{http://arxiv.org/schemas/atom}"

_ENTRY_ID = re.compile(r"https?://(?:export\.|www\.)?arxiv\.org/abs/(?P<id>\S+?)(?:v(?P<version>[1-9]\d{0,3}))?")
_VERSION = re.compile(r"v([1-9]\d{0,3})(?:\.pdf)?$")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
_PRIMARY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]+(?:-[A-Za-z]+)*)?")
_FIRST_DAY = date(1986, 1, 1)
"""arXiv itself began in 1991; a few older papers were put in later with their own dates."""
_TEXTS = {f"{ATOM}title": 1000, f"{ATOM}summary": 20_000, f"{ARXIV}comment": 5000, f"{ARXIV}journal_ref": 2000}
"""Longest plausible length in characters."""
_NEEDED = (f"{ATOM}title", f"{ATOM}summary", f"{ATOM}published", f"{ATOM}updated", f"{ARXIV}primary_category")
_SINGLE = (f"{ATOM}id", *_NEEDED, f"{ARXIV}comment", f"{ARXIV}journal_ref", f"{ARXIV}doi")
_NAME_LIMIT = 300
_MOST_AUTHORS = 3000
_NO_NAME = re.compile(r"[<>{}]")
_WITHDRAWN = re.compile(
    r"\b(?:paper|article|submission|manuscript|preprint|work)\b[^.]{0,40}\b(?:withdrawn|retracted|removed by arxiv)\b"
    r"|\bwithdrawn by\b|^\W*(?:withdrawn|retracted)\b",
    re.IGNORECASE,
)
_OPENING = 200
"""Characters of an abstract within which a withdrawal is announced; later it is a story about something else."""
_OWN_DOI = "10.48550/arxiv."


@dataclass(frozen=True, kw_only=True)
class EntryId:
    """Which paper an entry is about; empty and zero where it does not say."""

    arxiv_id: str = ""
    version: int = 0


def entry_id(entry: ET.Element) -> EntryId:
    """Read the id of an entry: ``http://arxiv.org/abs/2410.01768v3``, white space around it or not."""
    match = _ENTRY_ID.fullmatch(_text(entry, f"{ATOM}id"))
    return EntryId(arxiv_id=match["id"], version=int(match["version"] or 0)) if match else EntryId()


def read_entry(entry: ET.Element, source: str, today: date) -> Snapshot | Refusal:
    """Return what an entry says, or why it is not believed; ``source`` is the address that answers for it alone."""
    if refused := next(_faults(entry, today), None):
        return refused
    this, abstract, comment = entry_id(entry), _text(entry, f"{ATOM}summary"), _text(entry, f"{ARXIV}comment")
    # arXiv's own DOI says only that the paper is on arXiv. Of two, the first is the one arXiv links to.
    dois = [doi for doi in _dois(entry) if not doi.lower().startswith(_OWN_DOI)]
    return Snapshot(
        arxiv_id=ArxivId(this.arxiv_id),
        version=this.version,
        title=_text(entry, f"{ATOM}title"),
        authors=tuple(_text(author, f"{ATOM}name") for author in entry.findall(f"{ATOM}author")),
        abstract=abstract,
        comment=comment or None,
        categories=tuple(dict.fromkeys(one.get("term", "") for one in entry.findall(f"{ATOM}category"))),
        primary_category=entry.findall(f"{ARXIV}primary_category")[0].get("term", ""),
        published=_day(entry, f"{ATOM}published") or today,
        updated=_day(entry, f"{ATOM}updated") or today,
        doi=dois[0] if dois else None,
        journal_ref=_text(entry, f"{ARXIV}journal_ref") or None,
        withdrawn=bool(_WITHDRAWN.search(comment) or _WITHDRAWN.search(abstract[:_OPENING])),
        links=tuple(dict.fromkeys(map(_address, entry.findall(f"{ATOM}link")))),
        provenance=Provenance.ARXIV_API,
        source=source,
        confirmed=today,
    )


def _faults(entry: ET.Element, today: date) -> Iterator[Refusal]:
    this = entry_id(entry)
    if not this.version:
        yield _implausible("id", _text(entry, f"{ATOM}id"))
    for tag in _SINGLE:
        if len(entry.findall(tag)) > 1:
            yield _named(Fault.FIELD_TWICE, tag, "重复", "is there twice")
    for tag in _NEEDED:
        element = entry.find(tag)
        if element is None or not ((element.text or "").strip() or element.get("term", "").strip()):
            yield _named(Fault.FIELD_MISSING, tag, "缺失", "is missing")
    yield from _faults_of_texts(entry)
    yield from _faults_of_dates(entry, today)
    yield from _faults_of_categories(entry)
    yield from _faults_of_links(entry, this)
    doi = _text(entry, f"{ARXIV}doi")
    if doi and not _dois(entry):
        yield _implausible(f"{ARXIV}doi", doi)


def _faults_of_texts(entry: ET.Element) -> Iterator[Refusal]:
    authors = entry.findall(f"{ATOM}author")
    names = [name for author in authors for name in author.findall(f"{ATOM}name")]
    if not authors or len(names) != len(authors) or not all((name.text or "").strip() for name in names):
        yield _named(Fault.FIELD_MISSING, f"{ATOM}author", "缺失", "is missing")
    if len(names) > _MOST_AUTHORS:
        yield _implausible(f"{ATOM}author", f"{len(names)} × {names[0].text}")
    for name in names:
        if _NO_NAME.search(name.text or ""):
            yield _implausible(f"{ATOM}author", name.text or "")
    texts = [(element, limit) for tag, limit in _TEXTS.items() for element in entry.findall(tag)]
    texts += [(name, _NAME_LIMIT) for name in names]
    for element, limit in texts:
        text = element.text or ""
        if len(element) or len(text) > limit:
            yield _implausible(element.tag, text)
        if piece := garbled(text):
            shown = visible(piece, 20)
            yield _named(Fault.GARBLED, element.tag, f"是乱码（{shown}）", f"is garbled ({shown})")


def _faults_of_dates(entry: ET.Element, today: date) -> Iterator[Refusal]:
    days = []
    for tag in (f"{ATOM}published", f"{ATOM}updated"):
        day = _day(entry, tag)
        # A day of grace: the clock of this machine may be in another time zone, or slow.
        if day is None or not _FIRST_DAY <= day <= today + timedelta(days=1):
            yield _implausible(tag, _text(entry, tag))
        else:
            days.append(day)
    if days != sorted(days):
        yield _implausible(f"{ATOM}updated", days[-1].isoformat())


def _faults_of_categories(entry: ET.Element) -> Iterator[Refusal]:
    terms = [category.get("term", "") for category in entry.findall(f"{ATOM}category")]
    if not terms:
        yield _named(Fault.FIELD_MISSING, f"{ATOM}category", "缺失", "is missing")
    for term in terms:
        if not term.strip() or not term.isprintable():
            yield _implausible(f"{ATOM}category", term)
    for primary in entry.findall(f"{ARXIV}primary_category"):
        term = primary.get("term", "")
        if not _PRIMARY.fullmatch(term) or term not in terms:
            yield _implausible(f"{ARXIV}primary_category", term)


def _faults_of_links(entry: ET.Element, this: EntryId) -> Iterator[Refusal]:
    for link in entry.findall(f"{ATOM}link"):
        address = _address(link)
        if not is_web_address(address):
            yield _implausible(f"{ATOM}link", address)
        other = ids.arxiv_id_of(address)
        version = _VERSION.search(address)
        if other not in {None, this.arxiv_id} or (other and version and int(version[1]) != this.version):
            shown = visible(address)
            yield refusal(Fault.OTHER_PAPER, f"链接指向 {shown}", f"a link leads to {shown}")


def is_web_address(text: str) -> bool:
    """Say whether ``text`` is an http or https address in printable ASCII."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    plain = text.isascii() and text.isprintable() and not set(text) & set(' <>"`\\')
    return plain and parts.scheme in {"http", "https"} and bool(parts.hostname)


def _text(parent: ET.Element, tag: str) -> str:
    """Return the text of a child without the line breaks that arXiv puts into long ones; empty where there is none."""
    return " ".join((parent.findtext(tag) or "").split())


def _day(entry: ET.Element, tag: str) -> date | None:
    text = _text(entry, tag)
    try:
        return datetime.fromisoformat(text).astimezone(UTC).date() if _MOMENT.fullmatch(text) else None
    except (ValueError, OverflowError):
        return None


def _dois(entry: ET.Element) -> list[str]:
    """Return the DOIs that an entry names; papers that appeared twice carry two."""
    return [doi for part in _text(entry, f"{ARXIV}doi").replace(",", " ").split() if (doi := ids.doi_of(part))]


def _address(link: ET.Element) -> str:
    """Return where a link leads. arXiv puts both DOIs of a paper that appeared twice into one address."""
    return link.get("href", "").replace(" ", "%20")


def _implausible(tag: str, value: str) -> Refusal:
    shown = visible(value) or "?"
    return _named(Fault.IMPLAUSIBLE, tag, f"不可能是 {shown}", f"cannot be {shown}")


def _named(fault: Fault, tag: str, zh: str, en: str) -> Refusal:
    name = tag.partition("}")[2] or tag
    return refusal(fault, f"{name} {zh}", f"{name} {en}")
