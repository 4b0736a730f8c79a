"""The addresses and identifiers by which a paper is found when somebody pastes them; ``search_address.js`` cuts alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rsfm.merge import Paper
from rsfm.model import Entry
from rsfm.model.register import leaves, values_at

_SCHEME = re.compile(r"^[a-z+]+://(?:www\.|dx\.)?", re.IGNORECASE)
_END = re.compile(r"(?:\.git)?[/#?]*$")
_HUBS = re.compile(
    r"^(?:github\.com|gitlab\.com|gitee\.com|huggingface\.co|hf\.co|modelscope\.cn)/(?:(?:datasets|models|spaces)/)?"
)
_OWNER_AND_NAME = 2


def addresses_of(paper: Paper) -> Iterator[str]:
    """Yield what leads to ``paper``, as it is compared: arXiv id, DOI, links, and owner/name of what lies on a hub."""
    if paper.entry.arxiv_id:
        yield paper.entry.arxiv_id.lower()
    if paper.doi:
        yield paper.doi.lower()
    entry = paper.entry.resolved
    for path in _paths():
        for value in values_at(entry, path):
            yield from _ways(bare(str(value)))


@cache
def _paths() -> tuple[str, ...]:
    return tuple(
        path
        for path, field in leaves(Entry).items()
        if path.startswith("links.") or field.name == "hub" or path.endswith("access.links")
    )


def _ways(address: str) -> Iterator[str]:
    yield address
    place = _HUBS.sub("", address)
    if place != address:
        steps = place.split("/")
        yield "/".join(steps[:_OWNER_AND_NAME])


def bare(address: str) -> str:
    """Return ``address`` without scheme, ``www.``, fragment and ending."""
    plain = _END.sub("", _SCHEME.sub("", address.strip()).partition("#")[0]).lower()
    return f"huggingface.co/{plain[6:]}" if plain.startswith("hf.co/") else plain
