"""A small invented catalog, read from files as the real one is: nothing here is a real paper or person."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from rsfm.merge import Catalog
from rsfm.store import load

PROJECT = Path(__file__).resolve().parents[2]
HOSTILE = '=HYPERLINK("https://evil.example","$x$") & <b>{50%}</b> \\input "quoted" ~^#_ 遥感\'s'
"""A title that means something to every format there is."""
ADDRESS = "https://atlas.example/"

PLAIN = """\
name: {name}
title: {title}
family: visual
kinds: model
authors: [Ada Example, 李示例]
venue: {{name: arXiv, year: 2025, state: preprint}}
added: {added}
verified: 2025-02-01
{more}
"""


def quoted(text: str) -> str:
    """Return ``text`` as a quoted scalar of YAML."""
    return "'" + text.replace("'", "''") + "'"


def plain(paper_id: str, *, name: str = "", title: str = "", more: str = "", added: str = "2025-01-15") -> str:
    """Return a short entry."""
    name = name or paper_id.title()
    title = title or f"{name}: An Invented Model"
    return PLAIN.format(name=quoted(name), title=quoted(title), added=added, more=more)


def without_entries(benchmarks: Path) -> None:
    """Leave out which entries introduced the benchmarks: they are not in a small catalog."""
    benchmarks.write_text(re.sub(r"(?m)^  entry: .*\n", "", benchmarks.read_text("utf-8")), "utf-8")


def folder(place: Path, entries: dict[str, str], history: str = "") -> Path:
    """Make ``papers/`` in ``place`` with the example as an entry and the others given."""
    papers = place / "papers"
    papers.mkdir(parents=True)
    for name in ("_taxonomy.yml", "_benchmarks.yml", "_sources.yml"):
        shutil.copy(PROJECT / "papers" / name, papers)
    without_entries(papers / "_benchmarks.yml")
    for paper_id, text in entries.items():
        (papers / f"{paper_id}.yml").write_text(text, encoding="utf-8")
    if history:
        (papers / "_history.jsonl").write_text(history, encoding="utf-8")
    return papers


def example() -> str:
    """Return the entry that has every field."""
    return (PROJECT / "papers/_example.yml").read_text(encoding="utf-8")


def catalog(place: Path, entries: dict[str, str] | None = None) -> Catalog:
    """Return a catalog of the example, a hostile paper and ``entries``."""
    given = {"terralens": example(), "hostile": plain("hostile", name="=1+1", title=HOSTILE), **(entries or {})}
    library = load(folder(place, given))
    assert library.problems == (), [problem.text(None) for problem in library.problems]
    return library.catalog()
