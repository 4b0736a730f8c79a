"""Faults of one item that its own text shows: titles, labels and addresses that are typed wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm import ids
from rsfm.adding.named import arxiv_id_in, is_broken_arxiv, public, usual
from rsfm.checks.addresses import canonical, host_of
from rsfm.lists.faults import FaultKind, ListFault, fault
from rsfm.lists.inline import ListLink, unglued
from rsfm.lists.recognised import Recognised

_SECURE = re.compile(
    r"(?:.+\.)?(?:arxiv\.org|github\.com|github\.io|huggingface\.co|doi\.org|openreview\.net|ieee\.org|thecvf\.com"
    r"|sciencedirect\.com|springer\.com|nature\.com|mdpi\.com|acm\.org|aclanthology\.org|neurips\.cc)"
)
_VERSION = re.compile(r"v[1-9]\d*(?:\.pdf)?$")
_NO_BLANK = re.compile(r"[A-Za-z0-9]:(?=[A-Z])")
_STRAY = re.compile(r"[(\[（] +| +[)\]）]")
_IEEE_ABSTRACT = "ieeexplore.ieee.org/abstract/document/"


def typing_faults(known: Recognised) -> Iterator[ListFault]:
    """Yield what is wrong with how one item is typed."""
    yield from _title(known)
    for link in known.item.links:
        yield from _address(link)
        if is_broken_arxiv(link.url):
            theirs = known.paper.entry.arxiv_id if known.paper else None
            yield fault(FaultKind.ARXIV_ID, link.line, link.url, ids.arxiv_url(theirs) if theirs else "")
        if _STRAY.search(link.label):
            yield fault(
                FaultKind.STRAY_BLANK, link.line, link.label, _STRAY.sub(lambda match: match[0].strip(), link.label)
            )
    if (below := known.item.description) and known.item.name:
        text = re.sub(r"<[^<>]*>", "", below[0].text) if below else ""
        name = re.escape(known.item.name)
        if found := re.search(rf"^\W*({name}\s*本文.{{0,20}}名为\s*{name})", text):
            yield fault(FaultKind.NAME_TWICE, below[0].line, found[1], found[1].removeprefix(known.item.name).strip())


def _title(known: Recognised) -> Iterator[ListFault]:
    title = known.item.title
    if title is None:
        return
    official = known.titles
    if (cut := unglued(title.text)) != title.text:
        right = next((one for one in official if one.casefold() == cut.casefold()), cut)
        yield fault(FaultKind.GLUED_TEXT, title.line, title.text, right)
    if _NO_BLANK.search(title.text) and title.text not in official:
        yield fault(FaultKind.COLON, title.line, title.text, _NO_BLANK.sub(lambda match: match[0] + " ", title.text))


def _address(link: ListLink) -> Iterator[ListFault]:
    url = link.url
    if not (secure := public(url)):
        return
    arxiv_id = arxiv_id_in(secure)
    right = ids.arxiv_url(arxiv_id) if arxiv_id else canonical(secure)
    if url != secure and _SECURE.fullmatch(host_of(url)):
        yield fault(FaultKind.HTTP, link.line, url, right)
    if arxiv_id and host_of(secure).endswith("arxiv.org"):
        if _VERSION.search(secure):
            yield fault(FaultKind.VERSION, link.line, url, right)
        if "/pdf/" in secure:
            yield fault(FaultKind.PDF, link.line, url, right)
    elif _IEEE_ABSTRACT in secure:
        right = secure.replace("/abstract/document/", "/document/").rstrip("/")
        yield fault(FaultKind.ADDRESS_FORM, link.line, url, right)
    elif canonical(secure) != secure and usual(secure).startswith(
        ("https://github.com/", "https://huggingface.co/", "https://doi.org/")
    ):
        yield fault(FaultKind.ADDRESS_FORM, link.line, url, right)
