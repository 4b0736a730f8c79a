"""How well discovery tells papers of the catalog from applications and from other fields.

``python tests/benchmarks/discovery.py --kept FILE --left FILE --other FILE`` judges real papers, each file with a JSON
object of ``title`` and ``abstract`` on every line; the files stay outside the project. Without them the invented sample
beside this file is judged.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rsfm.discover.scoring import kinds_of, score
from rsfm.model import ArxivId, Provenance, Snapshot
from rsfm.store import load

PAPERS = Path(__file__).parents[2] / "papers"
SAMPLE = Path(__file__).with_name("discovery_sample.jsonl")
GROUPS = ("kept", "left", "other")
"""What curators took, what they turned down (applications, mostly), and papers of other fields."""


@dataclass(frozen=True, kw_only=True)
class Group:
    """The papers of one kind."""

    scores: dict[str, int]
    """By title."""
    unasked: list[str]
    """Titles of those that no question would bring."""
    threshold: int

    def share(self) -> float:
        """Return which share reaches the threshold."""
        return sum(value >= self.threshold for value in self.scores.values()) / max(1, len(self.scores))

    def asked(self) -> float:
        """Return which share the questions would bring."""
        return 1 - len(self.unasked) / max(1, len(self.scores))


def measure(files: dict[str, Path] | None = None, papers: Path = PAPERS) -> dict[str, Group]:
    """Judge the papers of ``files``, or of the invented sample, by group."""
    library = load(papers)
    discovery = library.discovery
    if discovery is None:
        raise ValueError(f"{papers} has no readable _discovery.yml")
    found = {}
    for name in GROUPS:
        answers = list(_read(files[name]) if files else _read(SAMPLE, name))
        found[name] = Group(
            scores={one.title: score(one, discovery.signals, library.taxonomy).value for one in answers},
            unasked=[one.title for one in answers if not kinds_of(one, {"asked": discovery.ask})],
            threshold=discovery.threshold,
        )
    return found


def ranked(better: Group, worse: Group) -> float:
    """Return how often a paper of ``better`` stands above one of ``worse``: a half where chance decides."""
    pairs = [(a > b) + (a == b) / 2 for a in better.scores.values() for b in worse.scores.values()]
    return sum(pairs) / max(1, len(pairs))


def _read(path: Path, group: str = "") -> Iterator[Snapshot]:
    for line in path.read_text(encoding="utf-8").splitlines():
        values = json.loads(line)
        if (values.get("group") or group) == group and values.get("abstract"):
            day = date(2025, 1, 1)
            yield Snapshot(
                arxiv_id=ArxivId(values.get("arxiv_id") or "2501.00001"),
                title=values["title"],
                abstract=values["abstract"],
                authors=("Ada Example",),
                published=day,
                confirmed=day,
                provenance=Provenance.ARXIV_API,
            )


def main() -> None:
    """Print what was measured, and every paper that was judged wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    for name in GROUPS:
        parser.add_argument(f"--{name}", type=Path)
    options = vars(parser.parse_args())
    files = {name: path for name, path in options.items() if path}
    groups = measure(files if len(files) == len(GROUPS) else None)
    kept, left, other = (groups[name] for name in GROUPS)
    print(
        f"kept by curators:  {len(kept.scores):5d}; asked for {kept.asked():.1%}, above the threshold {kept.share():.1%}"
    )
    print(
        f"left out by them:  {len(left.scores):5d}; {left.share():.1%} above it, below a kept one in {ranked(kept, left):.1%}"
    )
    print(f"other fields:      {len(other.scores):5d}; {other.share():.2%} above it")
    for title in kept.unasked:
        print(f"  not asked for  {title}")
    for title, value in kept.scores.items():
        if value < kept.threshold:
            print(f"  missed    {value:3d}  {title}")
    for title, value in other.scores.items():
        if value >= other.threshold:
            print(f"  wrong     {value:3d}  {title}")


if __name__ == "__main__":
    main()
