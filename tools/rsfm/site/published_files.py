"""What may be published as it lies in ``site_src/docs``: regular files of known kinds, and pictures that only show."""

from __future__ import annotations

import re
import stat
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

KINDS = frozenset(
    [
        ".avif",
        ".css",
        ".gif",
        ".ico",
        ".jpeg",
        ".jpg",
        ".js",
        ".json",
        ".md",
        ".png",
        ".svg",
        ".txt",
        ".webp",
        ".woff2",
    ]
)
"""Endings of what is published; a raw page would be one without policy, menu and language."""
_ELEMENTS = re.compile(
    "a|circle|clippath|defs|desc|ellipse|filter|g|line|lineargradient|marker|mask|metadata|path|pattern|polygon|polyline"
    "|radialgradient|rect|stop|style|svg|switch|symbol|text|textpath|title|tspan|use|view"
    "|fe(?:blend|colormatrix|composite|flood|gaussianblur|merge|mergenode|offset)"
)
"""What a picture may be made of: nothing that runs, loads or holds HTML."""
_LINKS = {"href", "src", "from", "to", "values", "begin"}
_OUTSIDE = re.compile(r"url\(\s*[\"']?(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
_LARGEST = 1024 * 1024


def refuse_unpublishable(docs: Path) -> None:
    """Raise ValueError with everything in the folder ``docs`` that may not be published."""
    if faults := list(faults_of(docs)):
        raise ValueError("\n".join(faults))


def faults_of(docs: Path) -> Iterator[str]:
    """Yield what may not be published, as ``file: why``, in order."""
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs.parent).as_posix()
        mode = path.lstat().st_mode
        if stat.S_ISDIR(mode):
            continue
        if not stat.S_ISREG(mode):
            yield f"{name}: not a regular file: a link could show any file of the machine"
        elif path.suffix.lower() not in KINDS:
            yield f"{name}: not of a kind that is published ({' '.join(sorted(KINDS))})"
        elif path.suffix.lower() == ".svg":
            yield from (f"{name}: {why}" for why in faults_of_svg(path.read_bytes()))


def faults_of_svg(data: bytes) -> Iterator[str]:
    """Yield why a picture does more than show: scripts, handlers, links to elsewhere, entities."""
    if len(data) > _LARGEST:
        yield f"longer than {_LARGEST:,} bytes"
        return
    if b"<!DOCTYPE" in data.upper() or b"<!ENTITY" in data.upper() or b"<?XML-STYLESHEET" in data.upper():
        yield "it declares a document type, an entity or a style sheet"
        return
    try:
        root = ET.fromstring(data)  # noqa: S314 -- what could define entities was refused above
    except (ET.ParseError, ValueError, LookupError) as error:
        yield f"it is no XML: {error}"
        return
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2].lower()
        if not _ELEMENTS.fullmatch(tag):
            yield f"<{tag}> is not allowed"
        for key, value in element.attrib.items():
            attribute = key.rpartition("}")[2].lower()
            if attribute.startswith("on"):
                yield f"{attribute} is a handler"
            elif attribute in _LINKS and not value.strip().startswith("#"):
                yield f"{attribute} leads elsewhere: {value[:60]}"
            elif _OUTSIDE.search(value):
                yield f"{attribute} loads something: {value[:60]}"
        if tag == "style" and _OUTSIDE.search(element.text or ""):
            yield "its style loads something"
