"""How well discovery tells the catalog's own papers from invented ones of other fields.

``python -m tests.benchmarks.discovery`` prints precision and recall, and every paper that was judged wrongly.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rsfm.discover.scoring import score
from rsfm.locales import Locale
from rsfm.merge import Paper
from rsfm.model import ArxivId, Provenance, Snapshot
from rsfm.store import load

PAPERS = Path(__file__).parents[2] / "papers"
OFF_TOPIC = Path(__file__).with_name("off_topic.txt")


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Counts of a run over both kinds of paper, at one threshold."""

    belong: dict[str, int]
    """Score of each paper of the catalog by title."""
    foreign: dict[str, int]
    """Score of each invented paper by title."""
    threshold: int

    @property
    def missed(self) -> list[str]:
        return sorted(title for title, value in self.belong.items() if value < self.threshold)

    @property
    def wrong(self) -> list[str]:
        return sorted(title for title, value in self.foreign.items() if value >= self.threshold)

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / len(self.belong)

    @property
    def precision(self) -> float:
        found = len(self.belong) - len(self.missed)
        return found / (found + len(self.wrong)) if found else 0.0


def measure(papers: Path = PAPERS) -> Outcome:
    """Score the catalog in ``papers`` and the invented papers."""
    library = load(papers)
    if library.discovery is None:
        raise ValueError(f"{papers} has no readable _discovery.yml")
    signals, taxonomy = library.discovery.signals, library.taxonomy
    return Outcome(
        belong={
            paper.entry.title: score(_as_answered(paper), signals, taxonomy).value for paper in library.catalog().papers
        },
        foreign={paper.title: score(paper, signals, taxonomy).value for paper in off_topic()},
        threshold=library.discovery.threshold,
    )


def off_topic() -> Iterator[Snapshot]:
    """The invented papers."""
    _, *blocks = OFF_TOPIC.read_text(encoding="utf-8").strip().split("\n\n")
    for number, block in enumerate(blocks):
        _, title, abstract = block.split("\n")
        yield _snapshot(f"2501.{number:05d}", title, abstract)


def _as_answered(paper: Paper) -> Snapshot:
    """The paper as a search of arXiv would show it; the prose stands in for an abstract that no snapshot has."""
    abstract = paper.snapshot.abstract if paper.snapshot else None
    if abstract is None and (prose := paper.entry.prose):
        sections = (prose.one_line, prose.summary)
        abstract = " ".join(section.text.get(Locale.EN) or "" for section in sections if section)
    return _snapshot(paper.entry.arxiv_id or "2501.99999", paper.entry.title, abstract)


def _snapshot(arxiv_id: str, title: str, abstract: str | None) -> Snapshot:
    day = date(2025, 1, 1)
    return Snapshot(
        arxiv_id=ArxivId(arxiv_id),
        title=title,
        abstract=abstract,
        authors=("Ada Example",),
        published=day,
        confirmed=day,
        provenance=Provenance.ARXIV_API,
    )


def main(papers: Path = PAPERS) -> None:
    """Print what was measured."""
    outcome = measure(papers)
    print(f"papers of the catalog: {len(outcome.belong)}; invented off-topic papers: {len(outcome.foreign)}")
    print(f"threshold {outcome.threshold}: precision {outcome.precision:.3f}, recall {outcome.recall:.3f}")
    for title in outcome.missed:
        print(f"  missed  {outcome.belong[title]:3d}  {title}")
    for title in outcome.wrong:
        print(f"  wrong   {outcome.foreign[title]:3d}  {title}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
