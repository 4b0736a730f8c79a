"""The same papers the usual way: MkDocs with Material, every page a Markdown file, the theme's own search."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.hugo_peer import sections_of

from rsfm.locales import Locale
from rsfm.store import load

CONFIG = "site_name: Peer\ntheme: {name: material, font: false}\nplugins: [search]\n"


def write_mkdocs(folder: Path, papers: Path) -> None:
    """Write a MkDocs project of ``papers`` into ``folder``."""
    catalog = load(papers).catalog()
    for locale in Locale:
        (folder / "docs" / locale).mkdir(parents=True)
        for paper in catalog.papers:
            parts = [f"# {paper.entry.name}", paper.entry.title, ", ".join(paper.authors)]
            for section in sections_of(paper, locale):
                parts += [f"## {section['id']}", *section["paragraphs"]]
            (folder / "docs" / locale / f"{paper.paper_id}.md").write_text("\n\n".join(parts) + "\n", "utf-8")
    (folder / "docs/index.md").write_text("# Home\n")
    (folder / "mkdocs.yml").write_text(CONFIG)
