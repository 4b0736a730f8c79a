"""Papers, journals and repositories that do not exist, in the shapes in which servers tell of real ones."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

REPOSITORY_ROOT = Path(__file__).resolve().parents[2]
NAMES = ("Ada Example", "Bo Beispiel", "Chloé Exemple", "Dušan Příklad", "Eve Voorbeeld", "李示例", "Gia Esempio")
PLACES = (
    "Deserts",
    "Glaciers",
    "Harbours",
    "Islands",
    "Jungles",
    "Lagoons",
    "Meadows",
    "Orchards",
    "Prairies",
    "Reefs",
)
TASKS = ("Counting Sheep", "Naming Clouds", "Weighing Sand", "Ironing Waves", "Painting Shadows", "Folding Maps")


@dataclass(frozen=True)
class InventedPaper:
    """A paper as arXiv would tell of it."""

    arxiv_id: str
    title: str
    authors: tuple[str, ...]
    summary: str
    version: int = 2
    published: str = "2025-01-17T17:59:46Z"
    updated: str = "2025-03-02T08:15:00Z"
    comment: str | None = "12 pages, 3 figures"
    doi: str | None = None
    journal_ref: str | None = None
    categories: tuple[str, ...] = ("cs.CV", "cs.AI")

    def but(self, **changes: Any) -> InventedPaper:
        return replace(self, **changes)


def paper(number: int) -> InventedPaper:
    """Return the invented paper of that number; no two look alike."""
    place, task = PLACES[number % len(PLACES)], TASKS[number // len(PLACES) % len(TASKS)]
    people = tuple(f"{NAMES[(number + i) % len(NAMES)]}-{chr(65 + number % 26)}{number}" for i in range(2 + number % 3))
    return InventedPaper(
        arxiv_id=f"2501.{90000 + number}",
        title=f"{task} over {place}: A Tale of {number} Satellites",
        authors=people,
        summary=f"We invent {task.lower()} over {place.lower()} and\n  measure nothing at all, {number} times.",
        doi=f"10.1000/invented.{number}" if number % 4 == 0 else None,
        journal_ref=f"Journal of Invention {number} (2025)" if number % 5 == 0 else None,
    )


def entry_xml(one: InventedPaper, **parts: str) -> str:
    """Return an Atom entry; ``parts`` replaces whole elements by name, an empty one leaves it out."""
    address = f"arxiv.org/abs/{one.arxiv_id}v{one.version}"
    elements = {
        "id": f"<id>http://{address}</id>",
        "title": f"<title>{escape(one.title)}</title>",
        "updated": f"<updated>{one.updated}</updated>",
        "links": f'<link href="https://{address}" rel="alternate" type="text/html"/>'
        f'<link href="https://{address.replace("/abs/", "/pdf/")}" rel="related" type="application/pdf" title="pdf"/>',
        "summary": f"<summary>{escape(one.summary)}</summary>",
        "categories": "".join(
            f'<category term={quoteattr(term)} scheme="http://arxiv.org/schemas/atom"/>' for term in one.categories
        ),
        "published": f"<published>{one.published}</published>",
        "comment": f"<arxiv:comment>{escape(one.comment)}</arxiv:comment>" if one.comment else "",
        "doi": f"<arxiv:doi>{one.doi}</arxiv:doi>" if one.doi else "",
        "journal_ref": f"<arxiv:journal_ref>{escape(one.journal_ref)}</arxiv:journal_ref>" if one.journal_ref else "",
        "primary": f'<arxiv:primary_category term="{one.categories[0]}"/>',
        "authors": "".join(f"<author><name>{escape(name)}</name></author>" for name in one.authors),
    }
    return "<entry>" + "".join((elements | parts).values()) + "</entry>"


def feed_xml(entries: Sequence[str], total: int | None = None, **parts: str) -> str:
    """Return an Atom feed as arXiv writes it; ``parts`` replaces whole pieces by name."""
    pieces = {
        "declaration": "<?xml version='1.0' encoding='UTF-8'?>\n",
        "doctype": "",
        "open": '<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"'
        ' xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">',
        "head": "<id>https://arxiv.org/api/invented</id><title>arXiv Query: invented</title>"
        "<updated>2025-05-06T00:00:00Z</updated>",
        "total": f"<opensearch:totalResults>{len(entries) if total is None else total}</opensearch:totalResults>",
        "start": "<opensearch:startIndex>0</opensearch:startIndex>",
        "entries": "\n".join(entries),
        "close": "</feed>",
    }
    return "".join((pieces | parts).values())


def crossref_work(doi: str, number: int, **changes: Any) -> dict[str, Any]:
    """Return what Crossref says of a paper with that DOI."""
    one = paper(number)
    message = {
        "DOI": doi,
        "type": "journal-article",
        "title": [one.title],
        "author": [dict(zip(("family", "given"), reversed(name.rsplit(" ", 1)), strict=False)) for name in one.authors],
        "container-title": ["Journal of Invention"],
        "issued": {"date-parts": [[2024, 11]]},
        "published": {"date-parts": [[2024, 11, 5]]},
    }
    return {"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": message | changes}


def github_repository(name: str, **changes: Any) -> dict[str, Any]:
    """Return what GitHub says of a repository."""
    facts = {
        "full_name": name,
        "private": False,
        "archived": False,
        "stargazers_count": 1234,
        "pushed_at": "2025-04-30T12:00:00Z",
        "license": {"key": "mit", "spdx_id": "MIT"},
    }
    return facts | changes


def write_entry(papers: Path, one: InventedPaper, **fields: Any) -> Path:
    """Write the curated file of an invented paper, and return its path."""
    name = "invented-" + one.arxiv_id.replace(".", "-")
    values = {
        "name": f"Invented{one.arxiv_id[-5:]}",
        "title": one.title,
        "family": "vision-language",
        "kinds": "model",
        "venue": {"name": "arXiv", "year": "2025", "state": "preprint"},
        "arxiv_id": one.arxiv_id,
        "added": "2025-02-01",
        "verified": "2025-02-01",
    } | fields
    path = papers / f"{name}.yml"
    # JSON is YAML.
    text = json.dumps({k: v for k, v in values.items() if v is not None}, ensure_ascii=False, indent=1)
    path.write_text(text, encoding="utf-8")
    return path


def all_terms() -> str:
    """The vocabularies of the real catalog."""
    return (REPOSITORY_ROOT / "papers/_taxonomy.yml").read_text(encoding="utf-8")


def few_terms(*also: str) -> str:
    """The first two terms of each vocabulary and those named ``also``: few tests need more, and each reads them."""
    return "".join(
        head + "".join(each for place, each in enumerate(terms) if place < 2 or each.split(":")[0].strip() in also)
        for head, *terms in (re.split(r"(?m)^(?=  \S)", each) for each in re.split(r"(?m)^(?=\w)", all_terms())[1:])
    )


def empty_catalog(folder: Path, *, terms: str | None = None) -> Path:
    """Make a catalog without entries, by default with few terms, and return its ``papers`` folder."""
    papers = folder / "papers"
    papers.mkdir()
    (papers / "_taxonomy.yml").write_text(few_terms() if terms is None else terms, encoding="utf-8")
    return papers
