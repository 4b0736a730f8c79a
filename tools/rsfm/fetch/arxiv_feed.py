"""Reads what arXiv answers: an Atom feed, or a named refusal; entries that are wrong in themselves are taken out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from rsfm.fetch.arxiv_entry import ATOM, entry_id, judge_entry
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.manners import Clock
from rsfm.fetch.proof import text_of
from rsfm.fetch.reply import Reply, unexpected
from rsfm.problems import visible

MEDIA_TYPE = "application/atom+xml"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
_DECLARATION = re.compile(r"<\?xml[^>]*\?>")
_ENCODING = re.compile(r"encoding\s*=\s*[\"']([^\"']*)")
_ERROR_ID = re.compile(r"https?://(?:export\.)?arxiv\.org/api/errors")
_DEEPEST = 20
"""Most levels of elements; a feed of arXiv has four, and a tree of thousands exhausts the stack of whoever writes it."""
_BAD_REQUEST = 400
_OK = 200


@dataclass(frozen=True, kw_only=True)
class Feed:
    """A feed that is right as a whole."""

    body: bytes
    """The feed without the entries that were refused."""
    found: frozenset[str]
    """The ids of the entries left in it."""
    refused: dict[str, Refusal]
    """The ids of the entries taken out, and why."""


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


def read_feed(reply: Reply) -> ET.Element | Refusal:
    """Return the feed in ``reply``, in which arXiv reports no error."""
    if reply.status == _BAD_REQUEST:
        return refusal(Fault.BAD_REQUEST, "服务器不接受请求", "the server rejects the request", status=reply.status)
    if reply.status != _OK:
        return unexpected(reply)
    text = text_of(reply, MEDIA_TYPE)
    root = text if isinstance(text, Refusal) else _root(text)
    return root if isinstance(root, Refusal) else _reported(root) or root


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


def _reported(root: ET.Element) -> Refusal | None:
    """Return the error that arXiv reports as an entry."""
    for entry in root.findall(f"{ATOM}entry"):
        if _is_error(entry):
            said = visible(" ".join((entry.findtext(f"{ATOM}summary") or "").split()), 120)
            return refusal(Fault.ERROR_ENTRY, f"arXiv 报错：{said}", f"arXiv reports an error: {said}", again=True)
    return None


def totals_of(root: ET.Element) -> list[str]:
    """Return how many entries the feed claims to have, as it says so: once, if all is well."""
    return [(total.text or "").strip() for total in root.findall(f"{OPENSEARCH}totalResults")]


def _is_error(entry: ET.Element) -> bool:
    title = (entry.findtext(f"{ATOM}title") or "").strip().casefold()
    return title == "error" or _ERROR_ID.match((entry.findtext(f"{ATOM}id") or "").strip()) is not None


def sifted(root: ET.Element, clock: Clock) -> Feed:
    """Take the entries that are wrong in themselves out of the feed, and name them."""
    refused: dict[str, Refusal] = {}
    found = set()
    for entry in root.findall(f"{ATOM}entry"):
        name = entry_id(entry).arxiv_id
        if fault := judge_entry(entry, clock.now().date()):
            refused[name] = fault
            root.remove(entry)
        else:
            found.add(name)
    # The reader of the feed would ask for a second page if the number promised more.
    for total in root.iter(f"{OPENSEARCH}totalResults"):
        total.text = str(len(found))
    return Feed(body=ET.tostring(root, encoding="utf-8"), found=frozenset(found), refused=refused)
