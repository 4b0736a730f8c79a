"""A paper as plain data: every fact that is known of it with its source, found by one walk over the register of fields."""

from __future__ import annotations

from functools import cache
from typing import Any

from rsfm import ids
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import Entry, Handle, Reference, SharedSource, Source
from rsfm.model.plain import plain
from rsfm.model.register import inside, leaves, values_at
from rsfm.model.sources import PAPER, REPO, key_of


def record(paper: Paper, catalog: Catalog) -> dict[str, Any]:
    """Return everything known of ``paper``: its entry with variants spelt out, and what servers said of it."""
    entry = paper.entry.resolved
    found: dict[str, Any] = plain(entry)
    found["authors"] = list(paper.authors)
    if paper.doi_unconfirmed:
        found["doi_unconfirmed"] = True
    found["sources"] = _sources(paper, catalog, references_in(entry))
    found["url"] = {locale.value: f"{locale}/papers/{entry.paper_id}/" for locale in Locale}
    found["servers"] = {
        "arxiv": plain(paper.snapshot),
        "crossref": plain(paper.publication),
        "github": [plain(repository) for repository in paper.repositories],
    }
    found["servers"] = {name: said for name, said in found["servers"].items() if said}
    return {name: value for name, value in found.items() if value not in ([], {}, None)}


def references_in(entry: Entry) -> set[str]:
    """Return every reference to a source in ``entry``, wherever its fields hold one."""
    return {reference for path in _holders() for reference in values_at(entry, path)}


@cache
def _holders() -> tuple[str, ...]:
    return tuple(path for path, field in leaves(Entry).items() if inside(field.kind) is Reference)


def _sources(paper: Paper, catalog: Catalog, references: set[str]) -> dict[str, Any]:
    """Return address and revision of every source that a fact of ``paper`` names, or that it declares."""
    entry = paper.entry
    found = {}
    for key in sorted({key_of(each) for each in references} | set(entry.sources)):
        own: Source | SharedSource | None = entry.sources.get(Handle(key)) or catalog.sources.get(Handle(key))
        said = plain(own) or {}
        if "url" not in said and (address := _address(paper, key)):
            said["url"] = address
        if said:
            found[key] = said
    return found


def _address(paper: Paper, key: str) -> str:
    entry = paper.entry
    if key == REPO:
        return next(iter(entry.links.code), "")
    if key == PAPER:
        return ids.arxiv_url(entry.arxiv_id) if entry.arxiv_id else ids.doi_url(paper.doi) if paper.doi else ""
    return ""
