"""A catalog of invented papers, a server that knows them, and a clock that nobody waits for."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest

from fetch.clocks import StillClock
from fetch.invented import empty_catalog, paper, write_entry
from fetch.stand_in import StandIn
from rsfm.cli import main
from rsfm.fetch import transport


@dataclass(frozen=True)
class Outcome:
    """What a run of ``rsfm fetch`` left behind."""

    code: int
    out: str
    err: str
    report: dict[str, Any]


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def server(clock: StillClock) -> Iterator[StandIn]:
    stand_in = StandIn(clock, [paper(number) for number in range(1, 5)])
    yield stand_in
    stand_in.close()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A catalog of four entries that arXiv has."""
    folder = empty_catalog(tmp_path)
    for number in range(1, 5):
        write_entry(folder, paper(number))
    return folder


@pytest.fixture
def fetch(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, clock: StillClock
) -> Callable[..., Outcome]:
    """Run ``rsfm fetch`` in this process, with the still clock and dice that always fall the same way."""
    for name in ("RSFM_ARXIV_URL", "RSFM_CROSSREF_URL", "RSFM_GITHUB_URL", "RSFM_CONTACT", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(transport, "SystemClock", lambda: clock)
    monkeypatch.setattr(transport, "Random", lambda: Random(7))  # noqa: S311 -- dice of a game

    def run(papers: Path, *arguments: str) -> Outcome:
        report = tmp_path / "report.json"
        report.unlink(missing_ok=True)
        code = main(["--papers", str(papers), "fetch", "--json", str(report), *arguments])
        said = capsys.readouterr()
        found = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
        return Outcome(code=code, out=said.out, err=said.err, report=found)

    return run


def contents(folder: Path) -> dict[str, str]:
    """Return the hash of every file below ``folder``, by path."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
