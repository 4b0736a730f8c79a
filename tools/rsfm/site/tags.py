"""The tags of a finished page that lead somewhere, load something or declare something, found in one pass.

Our templates and the Markdown engine escape ``<`` in every text and every quote in every attribute, so a tag is what
lies between ``<`` and the next ``>`` outside quotes. Tags are read once each: most of them stand on every page.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

_TAG = re.compile(
    r"<((?:a|base|embed|form|html|iframe|img|link|meta|object|script|source|style|title|use|video|audio)\b"
    r"(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\s/>]+")
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_MAYBE_HANDLER = re.compile(r"<[a-zA-Z][^<>]*\bon[a-z]+\s*=[^<>]*", re.IGNORECASE)
_ID = re.compile(r"<[a-zA-Z][^<>]*?\sid=[\"']?([^\"'\s>]+)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_CODE = re.compile(r"(<script\b[^>]*>)(.*?)</script>", re.DOTALL | re.IGNORECASE)

Tag = tuple[str, Mapping[str, str]]
"""Name and attributes, both in lower case."""


def tags_of(page: str) -> list[Tag]:
    """Return the tags of ``page`` that matter, in order."""
    return [read_tag(tag) for tag in _TAG.findall(page)]


def without_scripts(page: str) -> tuple[str, list[tuple[Tag, str]]]:
    """Return ``page`` without comments and without the insides of its scripts, and each script with its inside."""
    if "<!--" in page:
        page = _COMMENT.sub("", page)
    scripts = [(read_tag(head[1:-1]), inside) for head, inside in _CODE.findall(page)]
    return _CODE.sub(r"\1</script>", page), scripts


@lru_cache(maxsize=20_000)
def read_tag(tag: str) -> Tag:
    """Return name and attributes of a tag given without its angle brackets."""
    name = _NAME.match(tag)
    start = name.end() if name else 0
    found: dict[str, str] = {}
    for key, double, single, bare in _ATTRIBUTE.findall(tag, start):
        found.setdefault(key.lower(), html.unescape(double or single or bare))
    return tag[:start].lower(), MappingProxyType(found)


def handlers_of(page: str) -> list[str]:
    """Return the tags of ``page`` with an inline event handler as ``<name attribute>``."""
    return [
        f"<{name} {key}>"
        for name, attributes in (read_tag(tag[1:]) for tag in _MAYBE_HANDLER.findall(page))
        for key in attributes
        if key.startswith("on")
    ]


def ids_of(page: str) -> frozenset[str]:
    """Return the places of ``page`` that a link can lead to."""
    return frozenset(map(html.unescape, _ID.findall(page)))
