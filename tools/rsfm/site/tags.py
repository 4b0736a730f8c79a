"""The tags of a finished page, found in one pass: where they lead, what they load, and what they declare.

Our templates and the Markdown engine escape ``<`` and ``>`` in texts and in attributes, so a tag is what lies between
the two. A tag is read once: most of them stand on many pages.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_TAG = re.compile(r"<([a-zA-Z][^<>]*)>")
_NAME = re.compile(r"[^\s/]+")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(r"<(script\b[^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)

_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
_LOADING = dict.fromkeys(("script", "img", "iframe", "source", "embed", "video", "audio", "track"), "src")
_LOADING |= {"use": "href", "image": "href", "object": "data"}
_DECLARING = {"html", "meta", "link", "title", "base", "script"}
_MAY_MATTER = re.compile(
    r"\b(?:href|src|data|id|http-equiv|on[a-z]+)\s*=|\bdescription\b|\"og:image\"|^(?:html|title|base|script)\b",
    re.IGNORECASE,
)
"""A tag in which this is not found says nothing that matters; most are metadata of one paper."""
_PLAIN_META = re.compile(r"meta (?:name|property)=\"(?!description\"|og:image\")[^\"]*\" content=\"[^\"]*\"")
"""Metadata of one paper and nothing else: what only programs beside a browser read. A page has twenty."""
_PLAIN_LINK = re.compile(r"a(?: class=\"[^\"]*\")? href=\"([^\"&]*)\"(?: rel=\"[^\"]*\")?")
"""A link and nothing else, as most are."""


class Tag(NamedTuple):
    """What one tag says, as far as it matters to the whole of a site."""

    text: str
    """As it stands in the page, without its angle brackets."""
    name: str
    """In lower case, as the names of attributes."""
    attributes: Mapping[str, str]
    leads_to: str | None
    loads: str | None
    place: str | None
    """The id that a link can lead to."""
    handlers: tuple[str, ...]
    """Attributes that run code."""

    @property
    def declares(self) -> bool:
        """Whether it says something of its page besides where it leads."""
        return self.name in _DECLARING or bool(self.handlers) or self.place is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """What was found in one page."""

    tags: list[Tag]
    """Each that matters, once, in no order."""
    titles: int
    """How many titles its head has."""
    inline: list[str]
    """The code of its inline scripts and styles; data for machines is not code."""


def read(page: str, passed: set[str]) -> Read:
    """Return what ``page`` says, but for the tags that have ``passed``; those that say nothing are added to them."""
    if "<!--" in page:
        page = _COMMENT.sub("", page)
    # Cut at its scripts a page is text, head of a script, code, by turns: code is no place for tags.
    pieces = _SCRIPT.split(page)
    inline = []
    for head, code in zip(pieces[1::3], pieces[2::3], strict=True):
        tag = _read_tag(head)
        if code.strip() and tag and tag.attributes.get("type", "module") in ("module", "text/javascript"):
            inline.append(code)
    page = "".join(pieces[::3])
    if "<style" in page:
        inline += _STYLE.findall(page)
    tags = []
    for text in {*_TAG.findall(page), *pieces[1::3]} - passed:
        if tag := _read_tag(text):
            tags.append(tag)
        elif len(text) < _SHORT:
            passed.add(text)
    return Read(
        tags=tags,
        titles=page.count("<title", 0, page.find("</head>")),
        inline=inline,
    )


_SHORT = 60
"""A tag of fewer characters is likely to come again."""


@lru_cache(maxsize=10_000)
def _read_tag(text: str) -> Tag | None:
    """Read a tag given without its angle brackets; return None where it says nothing that matters."""
    if link := _PLAIN_LINK.fullmatch(text):
        return Tag(text, "a", {}, link[1], None, None, ())
    if _PLAIN_META.fullmatch(text) or not _MAY_MATTER.search(text):
        return None
    found = _NAME.match(text)
    name = found[0].lower() if found else ""
    attributes: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(text, len(name)):
        attributes.setdefault(key.lower(), html.unescape(double or single or bare))
    loads = attributes.get(_LOADING[name]) if name in _LOADING else None
    if name == "link" and _LINKS_THAT_LOAD.intersection(attributes.get("rel", "").split()):
        loads = attributes.get("href")
    handlers = tuple(key for key in attributes if key.startswith("on"))
    leads_to = attributes.get("href") if name in ("a", "area") else None
    place = attributes.get("id")
    if name in _DECLARING or handlers or loads is not None or leads_to is not None or place is not None:
        return Tag(text, name, attributes, leads_to, loads, place, handlers)
    return None
