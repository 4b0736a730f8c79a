"""``api/v1/papers…``: every paper with all its facts, and short lists of them as JSON, JSON lines and CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rsfm.export import export
from rsfm.export.api import ROOT, lines, one_line
from rsfm.export.api.columns import FIRST, columns, is_range, row
from rsfm.export.api.csv_text import csv_text
from rsfm.export.api.record import record
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, Paper


@export(
    f"{ROOT}/papers.json",
    label=Localized(zh="论文（JSON）", en="Papers (JSON)"),
    about=Localized(
        zh="全部论文的主要字段，由新到旧；每篇论文的全部事实和来源在 papers/<paper_id>.json",
        en="the main fields of every paper, newest first; all facts of one with their sources are in papers/<paper_id>.json",
    ),
)
def papers(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the list of all papers, then the file of each; addresses are relative to the root of the site."""
    listed = [
        {
            **row(paper),
            "record": f"{ROOT}/papers/{paper.paper_id}.json",
            "url": {locale.value: f"{locale}/papers/{paper.paper_id}/" for locale in Locale},
            "links": {what: list(urls) for what, urls in paper.addresses.items()},
        }
        for paper in catalog.papers
    ]
    yield f"{ROOT}/papers.json", lines("papers", listed)
    for paper_id, paper in catalog.by_any_id.items():
        yield f"{ROOT}/papers/{paper_id}.json", one_line(record(paper, catalog))


@export(
    f"{ROOT}/papers.jsonl",
    label=Localized(zh="论文（JSON Lines）", en="Papers (JSON lines)"),
    about=Localized(zh="每行一篇论文，含全部事实和来源", en="a paper a line, with all its facts and sources"),
)
def papers_jsonl(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield all facts of all papers, a line each."""
    yield f"{ROOT}/papers.jsonl", "".join(one_line(record(paper, catalog)) for paper in catalog.papers)


@export(
    f"{ROOT}/papers.csv",
    label=Localized(zh="论文（CSV）", en="Papers (CSV)"),
    about=Localized(zh="每行一篇论文，主要字段各占一列", en="a paper a row, a column for each main field"),
)
def papers_csv(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the main fields of all papers as a table."""
    yield f"{ROOT}/papers.csv", table(catalog.papers)


def table(papers: Sequence[Paper]) -> str:
    """Return the main fields of ``papers`` as CSV; a range fills two columns."""
    header = [column for columns in flat_columns().values() for column in columns]
    return csv_text(header, ([flat.get(column) for column in header] for flat in map(flat_row, papers)))


def flat_columns() -> dict[str, tuple[str, ...]]:
    """Return the columns of a table by the column of the short list that fills them: a range fills two."""
    known = columns()
    names = (*FIRST, *(name for name in known if name not in FIRST), "doi_unconfirmed")
    return {
        name: (f"{name}_min", f"{name}_max") if name in known and is_range(known[name][0]) else (name,)
        for name in names
    }


def flat_row(paper: Paper) -> dict[str, Any]:
    """Return what is known of ``paper`` by column of a table."""
    flat = row(paper)
    for name in [name for name, value in flat.items() if isinstance(value, dict)]:
        flat |= {f"{name}_{end}": value for end, value in flat.pop(name).items()}
    return flat
