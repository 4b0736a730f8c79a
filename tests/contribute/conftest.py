"""A catalog with one invented entry, a server that knows more papers, and people who answer questions."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fetch.clocks import StillClock
from fetch.invented import all_terms, empty_catalog, paper, write_entry
from fetch.stand_in import StandIn
from rsfm.cli import add, main
from rsfm.fetch import transport

VARIABLES = ("RSFM_ARXIV_URL", "RSFM_CROSSREF_URL", "RSFM_GITHUB_URL", "RSFM_CONTACT", "GITHUB_TOKEN")


@dataclass(frozen=True)
class Said:
    """How a run ended."""

    code: int
    out: str
    err: str


class Terminal(io.StringIO):
    """What a person types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def server(clock: StillClock) -> Iterator[StandIn]:
    stand_in = StandIn(clock, [paper(1)])
    yield stand_in
    stand_in.close()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A catalog that has paper 1."""
    folder = empty_catalog(tmp_path, terms=all_terms())
    write_entry(folder, paper(1), doi="10.1000/invented.1", links={"code": "https://github.com/invented/one"})
    return folder


@pytest.fixture
def rsfm(
    papers: Path,
    server: StandIn,
    clock: StillClock,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Said]:
    """Run a verb in this process against the stand-in; ``answers`` are lines that a person types."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setattr(transport, "SystemClock", lambda: clock)
    monkeypatch.setattr(add, "SystemClock", lambda: clock)
    for name, url in (("ARXIV", server.arxiv_url), ("CROSSREF", server.crossref_url), ("GITHUB", server.github_url)):
        monkeypatch.setenv(f"RSFM_{name}_URL", url)

    def run(*arguments: str, answers: str | None = None) -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO() if answers is None else Terminal(answers))
        try:
            code = main(["--papers", str(papers), *arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return Said(code=code, out=said.out, err=said.err)

    return run


def files(papers: Path) -> set[str]:
    """Return every file of the catalog by its path inside."""
    return {str(path.relative_to(papers)) for path in papers.rglob("*") if path.is_file()}
