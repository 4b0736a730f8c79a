"""``api/papers.json``: the list of papers with the fields that programs ask for first."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rsfm.export import export
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, Paper


@export(
    "api/papers.json",
    label=Localized(zh="JSON", en="JSON"),
    about=Localized(zh="全部论文的主要字段，由新到旧", en="the main fields of every paper, newest first"),
)
def papers_json(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the papers as canonical JSON, newest first; addresses are relative to the root of the site."""
    value = {"papers": [_paper(paper) for paper in catalog.papers]}
    yield "api/papers.json", json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _paper(paper: Paper) -> dict[str, object]:
    entry = paper.entry
    return {
        "paper_id": entry.paper_id,
        "name": entry.name,
        "title": entry.title,
        "family": entry.family,
        "kinds": list(entry.kinds),
        "scope": entry.scope,
        "authors": list(paper.authors),
        "year": paper.year,
        "venue": {"name": entry.venue.name, "year": entry.venue.year, "state": entry.venue.state},
        "published": paper.published.isoformat() if paper.published else None,
        "arxiv_id": entry.arxiv_id,
        "doi": paper.doi,
        "code": entry.code.state,
        "weights": entry.weights.state,
        "links": {what: list(urls) for what, urls in paper.addresses.items()},
        "url": {locale: f"{locale}/papers/{entry.paper_id}/" for locale in Locale},
    }
