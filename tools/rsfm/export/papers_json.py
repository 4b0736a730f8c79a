"""``api/papers.json``: the list of papers with the fields that programs ask for first."""

from __future__ import annotations

import json

from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper


def papers_json(catalog: Catalog) -> str:
    """Return the papers as canonical JSON, newest first; addresses are relative to the root of the site."""
    value = {"papers": [_paper(paper) for paper in catalog.papers]}
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


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
