"""``rsfm results prove``: values are found again at their lines, from a server on loopback; two misses, and one is listed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fetch.clocks import StillClock
from fetch.stand_in import Answer, StandIn
from results.invented import catalog, entry, harness, rerun, result
from results.test_harnesses import SAMPLES, take
from rsfm.cli import main
from rsfm.fetch import transport
from rsfm.model import Reference
from rsfm.results.proof import Claim, FileAt, claims_of, needing_work, remembered, rerun_stands, stands
from rsfm.store import load, write_reruns

PROJECT = Path(__file__).resolve().parent.parent.parent
README = "# Alder\n\n| model | OA | RMSE |\n|---|---|---|\n| base | 80.10 | 1,781.3 |\n| large | **0.825** | 3 |\n"
ENTRY = """\
name: Alder
title: "Alder: An Invented Model"
family: visual
kinds: model
venue: {name: arXiv, year: 2025, state: preprint}
links: {code: https://github.com/inventors/alder}
variants:
  base: {label: Alder-B}
  large: {label: Alder-L}
results:
  - {on: aid, metric: accuracy, split: tr-50, how: finetune, source: "repo#README.md:L5-L6", values: {base: 80.1, large: 82.5}}
  - {on: aid, metric: accuracy, split: tr-20, how: finetune, source: "repo#README.md:L5", values: {large: 70.0}}
sources:
  repo: {revision: 0123abcd0123}
added: 2025-01-15
verified: 2025-02-01
"""


def claim(number: str, lines: str) -> Claim:
    return Claim(key="k", number=number, file=FileAt("inventors/alder", "0123abcd", "README.md"), lines=lines)


@pytest.mark.parametrize(
    ("number", "lines", "wanted"),
    [
        ("80.1", "L5", True),
        ("82.5", "L6", True),
        ("0.825", "L6", True),
        ("1781.3", "L5", True),
        ("80.1", "L6", False),
        ("80.1", "L4-L6", True),
        ("80", "L5", False),
        ("7", "L5", False),
        ("80.1", "L99", False),
    ],
)
def test_a_number_stands_on_its_line_as_it_is_or_as_a_fraction(number: str, lines: str, wanted: bool) -> None:
    assert stands(claim(number, lines), README) is wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [("| Alder | _80.1_ |", True), ("| __80.1__ |", True), ("| alder_80.1_base |", False), ("| v_80.1 |", False)],
)
def test_a_number_in_emphasis_stands_and_one_in_a_name_does_not(line: str, wanted: bool) -> None:
    assert stands(claim("80.1", "L1"), line) is wanted


def test_only_lines_of_repositories_at_a_commit_can_be_proved() -> None:
    places = ("repo#README.md:L5", "paper#Table 3", "https://example.org/a", "repo#README.md")
    one = entry("alder", *(result({"base": "80.1"}, source=Reference(place)) for place in places))
    assert claims_of(catalog(one)) == [], "the invented entry names no repository"


def test_a_rerun_stands_where_its_file_still_says_so_or_rounds_to_it() -> None:
    text = (SAMPLES / "torchgeo_bench.csv").read_text(encoding="utf-8")
    taken = take("torchgeo-bench", text)
    first, second = taken.rows[:2]
    assert rerun_stands(first, taken, text)
    earlier = rerun("alder_base", "0.8012", on=second.on, place="results/models/alder_base.csv:L3")
    assert rerun_stands(earlier, taken, text), "an earlier run of the same file"
    assert not rerun_stands(rerun("alder_base", "0.8013", place="results/models/alder_base.csv:L3"), taken, text)


def test_misses_are_counted_in_a_row_and_listed_after_two() -> None:
    once = remembered({"unread": 1}, {"gone": False, "there": True})
    assert once == {"gone": 1, "unread": 1}, "what could not be read changes nothing"
    twice = remembered(once, {"gone": False})
    assert needing_work(once) == [] and needing_work(twice) == ["gone"]
    assert "gone" not in remembered(twice, {"gone": True})


@pytest.fixture
def files() -> Iterator[StandIn]:
    """A server of files; it knows what is put into ``works``, by path."""
    server = StandIn(StillClock(), [])

    def answer(this: StandIn, _: list[str]) -> Answer:
        text = this.works.get(this.requests[-1].path)
        body = Answer(str(text).encode(), headers={"Content-Type": "text/plain; charset=utf-8"})
        return Answer(b"404: Not Found", 404) if text is None else body

    server.always = answer
    yield server
    server.close()


@pytest.fixture
def prove(
    tmp_path: Path, files: StandIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Run the verb on a catalog of one entry and one harness."""
    papers = tmp_path / "papers"
    papers.mkdir()
    for name in ("_taxonomy.yml", "_benchmarks.yml"):
        shutil.copy(PROJECT / "papers" / name, papers)
    (papers / "alder.yml").write_text(ENTRY, encoding="utf-8")
    monkeypatch.setattr(transport, "SystemClock", lambda: files.clock)

    def run(*more: str) -> tuple[int, str]:
        code = main(["--papers", str(papers), "results", "prove", "--raw-url", files.origin, *more])
        return code, capsys.readouterr().out

    return run


def test_the_verb_finds_values_and_remembers_what_it_misses(
    prove: Callable[..., tuple[int, str]], files: StandIn, tmp_path: Path
) -> None:
    files.works["/inventors/alder/0123abcd0123/README.md"] = README  # type: ignore[assignment]
    missed = "alder:aid:accuracy:large:repo#README.md:L5:70.0"
    code, out = prove()
    assert (code, len(files.requests)) == (0, 1), "one file is fetched once"
    assert f"not at its line: {missed}" in out and "2 of 3 values stand; 0 files not read; 0 need work" in out
    assert json.loads((tmp_path / "papers/_results/proofs.json").read_text(encoding="utf-8")) == {missed: 1}
    code, out = prove()
    assert code == 1 and "1 need work" in out
    assert load(tmp_path / "papers").catalog().misses == {missed: 2}
    files.works["/inventors/alder/0123abcd0123/README.md"] = README.replace("80.10", "80.10 | 70.0")  # type: ignore[assignment]
    assert prove("--only", "alder")[0] == 0
    assert load(tmp_path / "papers").catalog().misses == {}


def test_a_file_that_cannot_be_read_is_no_miss(prove: Callable[..., tuple[int, str]], tmp_path: Path) -> None:
    write_reruns(tmp_path / "papers", harness(rerun("a", "0.5"), name="torchgeo-bench"))
    code, out = prove()
    assert code == 0 and "0 of 0 values stand; 2 files not read; 0 need work" in out
