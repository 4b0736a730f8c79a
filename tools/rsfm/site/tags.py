"""The tags of a finished page, found in one pass: where they lead, what they load, and what they declare.

Our templates and the Markdown engine escape ``<`` and ``>`` in texts and in attributes, so a tag is what lies between
the two. A tag is read once: most of them stand on every page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_TAG = re.compile(r"<([a-zA-Z][^<>]*)>")
_NAME = re.compile(r"[^\s/]+")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SCRIPT = re.compile(r"<(script\b[^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)

_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
_LOADING = dict.fromkeys(("script", "img", "iframe", "source", "embed", "video", "audio", "track"), "src")
_LOADING |= {"use": "href", "image": "href", "object": "data"}
_DECLARING = {"html", "meta", "link", "title", "base"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag:
    """What one tag says, as far as it matters to the whole of a site."""

    name: str
    """In lower case, as the names of attributes."""
    attributes: Mapping[str, str]
    leads_to: str | None
    loads: str | None
    place: str | None
    """The id that a link can lead to."""
    handlers: tuple[str, ...]
    """Attributes that run code."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """What was found in one page."""

    tags: list[Tag]
    """Each that matters, once, in no order."""
    titles: int
    """How many titles its head has."""
    inline: list[str]
    """The code of its inline scripts and styles; data for machines is not code."""


def read(page: str) -> Read:
    """Return what ``page`` says."""
    if "<!--" in page:
        page = _COMMENT.sub("", page)
    inline = []
    for head, code in _SCRIPT.findall(page):
        tag = _read_tag(head)
        if code.strip() and tag and tag.attributes.get("type", "module") in ("module", "text/javascript"):
            inline.append(code)
    page = _SCRIPT.sub(r"<\1></script>", page)
    if "<style" in page:
        inline += _STYLE.findall(page)
    return Read(
        tags=[tag for tag in map(_read_tag, set(_TAG.findall(page))) if tag],
        titles=page.count("<title", 0, page.find("</head>")),
        inline=inline,
    )


@lru_cache(maxsize=10_000)
def _read_tag(text: str) -> Tag | None:
    """Read a tag given without its angle brackets; return None where it says nothing that matters."""
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
    if name not in _DECLARING and not handlers and loads is None and leads_to is None and place is None:
        return None
    return Tag(name=name, attributes=attributes, leads_to=leads_to, loads=loads, place=place, handlers=handlers)
