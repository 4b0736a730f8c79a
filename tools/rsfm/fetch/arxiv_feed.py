"""Reads what arXiv answers: an Atom feed, each entry believed or refused by itself, or a refusal of the whole."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from rsfm.fetch.arxiv_entry import ATOM, entry_id, read_entry
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.proof import source_of, text_of
from rsfm.fetch.reply import Reply, unexpected
from rsfm.fetch.transport import Transport
from rsfm.model import Snapshot
from rsfm.problems import visible

_MEDIA_TYPE = "application/atom+xml"
_OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_ENCODING = re.compile(r"encoding\s*=\s*[\"']([^\"']*)")
_ERROR_ID = re.compile(r"https?://(?:export\.)?arxiv\.org/api/errors")
_DEEPEST = 20
"""Most levels of elements; a feed of arXiv has four, and a tree of thousands exhausts the stack of whoever writes it."""
_BAD_REQUEST = 400
_OK = 200


@dataclass(frozen=True, kw_only=True)
class ArxivFeed:
    """What arXiv answered, entry by entry."""

    named: tuple[str, ...]
    """Which papers the entries are about, as often as they are; empty where one does not say."""
    snapshots: dict[str, Snapshot]
    """By arXiv id, in the order of the entries."""
    refused: dict[str, Refusal]
    """The ids of the entries that are wrong in themselves, and why."""
    totals: tuple[str, ...]
    """How many entries there are, as the feed says: once, if all is well."""
    starts: tuple[str, ...]
    """How many entries come before it, likewise."""

    @property
    def miscounted(self) -> Refusal:
        """The refusal of a feed that does not have the entries it should have."""
        said, has = visible(", ".join(self.totals)) or "?", len(self.named)
        return refusal(
            Fault.COUNT, f"声称 {said} 条，实有 {has} 条", f"claims {said} entries and has {has}", again=True
        )


def ask_for_feed(
    transport: Transport,
    api_url: str,
    question: Mapping[str, object],
    misfit: Callable[[ArxivFeed], Refusal | None],
    tries: int | None = None,
) -> ArxivFeed | Refusal:
    """Ask once and read the answer; ``misfit`` says why a feed as a whole is no answer to the question."""

    def judge(reply: Reply) -> ArxivFeed | Refusal:
        feed = read_feed(reply, api_url, transport.clock.now().date())
        return feed if isinstance(feed, Refusal) else misfit(feed) or feed

    return transport.ask(_with_query(api_url, question), judge, accept=_MEDIA_TYPE, tries=tries)


def _with_query(api_url: str, question: Mapping[str, object]) -> str:
    return f"{api_url}{'&' if '?' in api_url else '?'}{urlencode(question, safe='/')}"


class _Doctype(Exception):
    """The document declares a type: it could define entities."""


class _TooDeep(Exception):
    """Elements lie inside each other deeper than any feed needs."""


class _Builder(ET.TreeBuilder):
    depth = 0

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise _TooDeep(tag)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> ET.Element:
        self.depth -= 1
        return super().end(tag)

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise _Doctype(name, pubid, system)


def read_feed(reply: Reply, api_url: str, today: date) -> ArxivFeed | Refusal:
    """Return the feed in ``reply``, in which arXiv reports no error."""
    if reply.status == _BAD_REQUEST:
        return refusal(Fault.BAD_REQUEST, "服务器不接受请求", "the server rejects the request", status=reply.status)
    if reply.status != _OK:
        return unexpected(reply)
    text = text_of(reply, _MEDIA_TYPE)
    root = text if isinstance(text, Refusal) else _root(text)
    if isinstance(root, Refusal):
        return root
    entries = root.findall(f"{ATOM}entry")
    if error := next(filter(_is_error, entries), None):
        said = visible(" ".join((error.findtext(f"{ATOM}summary") or "").split()), 120)
        return refusal(Fault.ERROR_ENTRY, f"arXiv 报错：{said}", f"arXiv reports an error: {said}", again=True)
    named = tuple(entry_id(entry).arxiv_id for entry in entries)
    read = {
        name: read_entry(entry, source_of(_with_query(api_url, {"id_list": name})), today)
        for name, entry in zip(named, entries, strict=True)
    }
    return ArxivFeed(
        named=named,
        snapshots={name: value for name, value in read.items() if isinstance(value, Snapshot)},
        refused={name: value for name, value in read.items() if isinstance(value, Refusal)},
        totals=_counts(root, "totalResults"),
        starts=_counts(root, "startIndex"),
    )


def _root(text: str) -> ET.Element | Refusal:
    declared = _DECLARATION.match(text)
    if declared and (charset := _ENCODING.search(declared[0])) and charset[1].lower() not in {"utf-8", "utf8"}:
        shown = visible(charset[1])
        return refusal(Fault.WRONG_CHARSET, f"XML 声明为 {shown}", f"the XML declares {shown}", again=True)
    parser = ET.XMLParser(target=_Builder())  # noqa: S314 -- the builder refuses document types, so no entities
    try:
        parser.feed(text)
        root = parser.close()
    except _Doctype:
        return refusal(Fault.DOCTYPE, "XML 含文档类型声明", "the XML declares a document type", again=True)
    except _TooDeep:
        return refusal(
            Fault.NOT_XML, f"XML 嵌套超过 {_DEEPEST} 层", f"the XML is nested more than {_DEEPEST} deep", again=True
        )
    except (ET.ParseError, ValueError) as error:
        shown = visible(str(error), 100)
        return refusal(Fault.NOT_XML, f"XML 不完整或有错：{shown}", f"broken XML: {shown}", again=True)
    if not isinstance(root, ET.Element) or root.tag != f"{ATOM}feed":
        shown = visible(str(getattr(root, "tag", "")), 100)
        return refusal(Fault.NOT_A_FEED, f"根元素是 {shown}", f"the root element is {shown}", again=True)
    return root


def _counts(root: ET.Element, name: str) -> tuple[str, ...]:
    return tuple((count.text or "").strip() for count in root.findall(f"{_OPENSEARCH}{name}"))


def _is_error(entry: ET.Element) -> bool:
    title = (entry.findtext(f"{ATOM}title") or "").strip().casefold()
    return title == "error" or _ERROR_ID.match((entry.findtext(f"{ATOM}id") or "").strip()) is not None
