"""``api/papers.json``: an older list of papers, kept for programs that know it; ``next`` leads them on."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rsfm.export import export
from rsfm.export.api import ROOT
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, Paper


@export(
    "api/papers.json",
    label=Localized(zh="旧版 JSON", en="Older JSON"),
    about=Localized(
        zh="保留给已有程序；新程序请用 api/v1", en="kept for programs that read it; new ones should read api/v1"
    ),
)
def papers_json(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the papers as canonical JSON, newest first; addresses are relative to the root of the site."""
    value = {"next": f"{ROOT}/papers.json", "papers": [_paper(paper) for paper in catalog.papers]}
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
        **({"doi_unconfirmed": True} if paper.doi_unconfirmed else {}),
        "code": entry.code.state,
        "weights": entry.weights.state,
        "links": {what: list(urls) for what, urls in paper.addresses.items()},
        "url": {locale: f"{locale}/papers/{entry.paper_id}/" for locale in Locale},
    }
