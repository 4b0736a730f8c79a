"""Judges one entry of arXiv's feed: every field it needs, each once, each of them possible."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from rsfm import ids
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.garbled import garbled
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


@dataclass(frozen=True, kw_only=True)
class EntryId:
    """Which paper an entry is about; empty and zero where it does not say."""

    arxiv_id: str = ""
    version: int = 0


def entry_id(entry: ET.Element) -> EntryId:
    """Read the id of an entry."""
    return read_entry_id(entry.findtext(f"{ATOM}id") or "")


def read_entry_id(text: str) -> EntryId:
    """Read an id as entries write it: ``http://arxiv.org/abs/2410.01768v3``, white space around it or not."""
    match = _ENTRY_ID.fullmatch(text.strip())
    if match is None:
        return EntryId()
    return EntryId(arxiv_id=match["id"], version=int(match["version"] or 0))


def read_dois(text: str) -> list[str]:
    """Read the DOIs that an entry names; papers that appeared twice carry two."""
    return [doi for part in text.replace(",", " ").split() if (doi := ids.doi_of(part))]


def judge_entry(entry: ET.Element, today: date) -> Refusal | None:
    """Return why the entry is not believed, or ``None`` where nothing speaks against it."""
    return next(_faults(entry, today), None)


def _faults(entry: ET.Element, today: date) -> Iterator[Refusal]:
    this = entry_id(entry)
    if not this.version:
        yield _implausible("id", (entry.findtext(f"{ATOM}id") or "").strip())
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
    doi = (entry.findtext(f"{ARXIV}doi") or "").strip()
    if doi and not read_dois(doi):
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
        text = (entry.findtext(tag) or "").strip()
        day = _day(text)
        # A day of grace: the clock of this machine may be in another time zone, or slow.
        if day is None or not _FIRST_DAY <= day <= today + timedelta(days=1):
            yield _implausible(tag, text)
        else:
            days.append(day)
    if days != sorted(days):
        yield _implausible(f"{ATOM}updated", days[-1].isoformat())


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text).date() if _MOMENT.fullmatch(text) else None
    except ValueError:
        return None


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
        # Papers that appeared twice have two DOIs, and arXiv puts both into one address.
        address = link.get("href", "").replace(" ", "%20")
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


def _implausible(tag: str, value: str) -> Refusal:
    shown = visible(value) or "?"
    return _named(Fault.IMPLAUSIBLE, tag, f"不可能是 {shown}", f"cannot be {shown}")


def _named(fault: Fault, tag: str, zh: str, en: str) -> Refusal:
    name = tag.partition("}")[2] or tag
    return refusal(fault, f"{name} {zh}", f"{name} {en}")
