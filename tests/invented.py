"""Invented papers for tests: no real person, title or identifier."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from rsfm.checks import check
from rsfm.locales import Localized
from rsfm.model import (
    ArxivId,
    Entry,
    PaperId,
    Provenance,
    Snapshot,
    Taxonomy,
    Term,
    Venue,
    VenueState,
)
from rsfm.store import load

PROJECT = Path(__file__).resolve().parent.parent

ENTRY = """\
name: {name}
title: {title}
family: visual
kinds: model
venue: {{name: arXiv, year: 2025, state: preprint}}
doi: 10.1000/{name}
added: 2025-01-15
verified: 2025-02-01
"""
"""The shortest valid entry."""


def papers_folder(folder: Path, entries: dict[str, str]) -> Path:
    """Make a catalog in ``folder``/papers with the real taxonomy and the given entries, by paper_id."""
    papers = folder / "papers"
    papers.mkdir(parents=True)
    shutil.copy(PROJECT / "papers/_taxonomy.yml", papers)
    for paper_id, text in entries.items():
        (papers / f"{paper_id}.yml").write_text(text, encoding="utf-8")
    return papers


def copy_project(folder: Path) -> None:
    """Copy what a build reads beside ``papers`` into ``folder``: the settings, the sources of the site and the tools."""
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    for name in ("site_src", "tools"):
        shutil.copytree(PROJECT / name, folder / name)


def copy_few(papers: Path, *wanted: str) -> None:
    """Copy the real catalog into the folder ``papers``, of the entries only ``wanted`` and those that these, the example
    and the benchmarks name.
    """
    shutil.copytree(
        PROJECT / "papers", papers, ignore=lambda _, names: [n for n in names if n[0] != "_" and n[-4:] == ".yml"]
    )
    shutil.copy(papers / "_example.yml", papers / "example.yml")
    missing = set(wanted)
    while missing:
        for paper_id in missing:
            shutil.copy(PROJECT / f"papers/{paper_id}.yml", papers)
        said = [problem.message.en for problem in check(load(papers)) if problem.code == "RA450"]
        missing = {message.removeprefix("there is no entry ") for message in said}
    (papers / "example.yml").unlink()


def term(zh: str, en: str) -> Term:
    return Term(label=Localized(zh=zh, en=en), definition=Localized(zh=zh, en=en))


TAXONOMY = Taxonomy(
    vocabularies={  # type: ignore[arg-type] -- names are names
        "family": {"visual": term("视觉", "Visual"), "agent": term("智能体", "Agent")},
        "kind": {"model": term("模型", "Model"), "dataset": term("数据集", "Dataset")},
    }
)


def entry(paper_id: str, **values: object) -> Entry:
    """Return an entry with the fields that must be there, changed by ``values``."""
    fields: dict[str, object] = {
        "paper_id": PaperId(paper_id),
        "name": paper_id.title(),
        "title": f"{paper_id.title()}: An Invented Model",
        "family": "visual",
        "kinds": ("model",),
        "venue": Venue(name="arXiv", year=2025, state=VenueState.PREPRINT),
        "added": date(2025, 1, 15),
        "verified": date(2025, 2, 1),
    }
    return Entry(**(fields | values))  # type: ignore[arg-type]


def snapshot(arxiv_id: str, **values: object) -> Snapshot:
    """Return a snapshot with the fields that must be there, changed by ``values``."""
    fields: dict[str, object] = {
        "arxiv_id": ArxivId(arxiv_id),
        "title": "An Invented Model",
        "authors": ("Ada Example", "Ben Beispiel"),
        "published": date(2025, 1, 2),
        "provenance": Provenance.FACT_SHEET,
        "confirmed": date(2025, 3, 1),
    }
    return Snapshot(**(fields | values))  # type: ignore[arg-type]
