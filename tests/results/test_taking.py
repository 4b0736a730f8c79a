"""``rsfm results take``: canonical files, a header, and nothing lost when a newer run takes the place of an older."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from results.invented import BENCHMARKS, harness, rerun
from results.test_harnesses import SAMPLES
from rsfm.cli import main
from rsfm.results.harnesses import HARNESSES, Unreadable
from rsfm.results.taking import judged, superseded
from rsfm.store import load_beside
from rsfm.store.reruns import from_csv, load_reruns, to_csv, write_reruns

PROJECT = Path(__file__).resolve().parent.parent.parent
OLD, NEW = "a" * 40, "b" * 40
TODAY = date(2026, 5, 1)


def test_a_newer_run_supersedes_a_row_and_keeps_it() -> None:
    adapter = HARNESSES["torchgeo-bench"]
    first = superseded(
        None, adapter, (rerun("alder", "0.8", commit=OLD), rerun("birch", "0.7", commit=OLD)), OLD, TODAY
    )
    second = superseded(first, adapter, (rerun("alder", "0.81", commit=NEW),), NEW, date(2026, 6, 1))
    assert [row.value for row in second.counting] == ["0.81"]
    assert {row.model: row.superseded for row in second.rows if row.superseded} == {
        "alder": "2026-06-01: newer run at bbbbbbbbbbbb",
        "birch": "2026-06-01: no longer published at bbbbbbbbbbbb",
    }
    third = superseded(second, adapter, (rerun("alder", "0.82", commit=NEW),), NEW, date(2026, 7, 1))
    assert len(third.rows) == 4, "what was superseded stays"


def test_taking_the_same_commit_again_changes_nothing() -> None:
    adapter = HARNESSES["torchgeo-bench"]
    rows = (rerun("alder", "0.8", commit=OLD),)
    first = superseded(None, adapter, rows, OLD, TODAY)
    assert superseded(first, adapter, rows, OLD, date(2026, 9, 9)) == first


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"on": "nowhere"}, "no benchmark nowhere"),
        ({"metric": "kappa"}, "no metric kappa"),
        ({"split": "tr-99"}, "no split tr-99"),
        ({"unit": "points"}, "points is not percent"),
        ({"value": "80"}, "8000 is outside"),
    ],
)
def test_rows_that_the_benchmarks_do_not_know_are_refused(change: dict[str, str], what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        judged(
            [
                rerun("alder", "0.8", **{"unit": "fraction", **change})
                if "value" not in change
                else rerun("alder", **change)
            ],
            BENCHMARKS,
        )


def test_what_is_written_is_read_back_and_written_the_same(tmp_path: Path) -> None:
    value = harness(
        rerun("b", "0.7", note="k, 5"),
        rerun("a", "0.8", spread="0.01", runs=5),
        rerun("a", "0.6", superseded="2026-01-01: x"),
    )
    (tmp_path / "papers").mkdir()
    assert write_reruns(tmp_path / "papers", value)
    assert not write_reruns(tmp_path / "papers", value), "nothing changed"
    found, problems = load_reruns(tmp_path / "papers", "papers")
    assert not problems
    assert to_csv(found["fieldbench"]) == to_csv(value)  # type: ignore[index]
    assert [row.model for row in found["fieldbench"].counting] == ["a", "b"]  # type: ignore[index]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# commit: ", "# revision: "),
        ("model,on", "name,on"),
        ("0.8,fraction", "lots,fraction"),
        ("0.8,fraction", "0.80,fraction,more"),
        (",sd,", ",se,"),
        ("a,meadows", "A ,meadows"),
    ],
)
def test_a_file_that_was_edited_by_hand_is_a_problem(tmp_path: Path, old: str, new: str) -> None:
    text = to_csv(harness(rerun("a", "0.8", spread="0.01", spread_kind="sd"), rerun("b", "0.7")))
    assert old in text
    folder = tmp_path / "papers/_results"
    folder.mkdir(parents=True)
    edited = text.replace(old, new, 1)
    if new == "A ,meadows":
        edited = "\n".join([*text.splitlines()[:-2], *reversed(text.splitlines()[-2:])]) + "\n"
    (folder / "fieldbench.csv").write_text(edited, encoding="utf-8")
    found, (problem,) = load_reruns(tmp_path / "papers", "papers")
    assert not found and problem.place.path == "papers/_results/fieldbench.csv"


def test_two_rows_about_one_thing_are_refused() -> None:
    one = rerun("a", "0.8")
    with pytest.raises(ValueError, match="same thing"):
        from_csv("fieldbench", to_csv(harness(one, replace(one, value="0.7"))))


def git(folder: Path, *command: str) -> str:
    """Run git as somebody who does not exist."""
    who = ("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-C", str(folder))
    return subprocess.run([*who, *command], check=True, capture_output=True, text=True).stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Callable[[str, str], Path]:
    """A repository with one sample at the path of the real file."""

    def make(sample: str, path: str) -> Path:
        folder = tmp_path / "clone"
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SAMPLES / sample, folder / path)
        for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "x")):
            git(folder, *command)
        return folder

    return make


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A catalog without entries and reruns."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("_taxonomy.yml", "_benchmarks.yml"):
        shutil.copy(PROJECT / "papers" / name, folder)
    return folder


def test_the_verb_takes_a_clone_and_says_what_it_left_out(
    papers: Path, clone: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = clone("torchgeo_bench.csv", "results/models/alder_base.csv")
    assert main(["--papers", str(papers), "results", "take", "torchgeo-bench", str(folder)]) == 0
    out = capsys.readouterr().out
    assert "left out: 1 (method seg-fpn)" in out
    assert "torchgeo-bench: 5 values of 1 models, 0 superseded\n" in out
    taken = load_beside(papers).harnesses["torchgeo-bench"]  # type: ignore[index]
    assert taken.commit == git(folder, "rev-parse", "HEAD") and taken.licence == "MIT"
    assert main(["--papers", str(papers), "results", "take", "torchgeo-bench", str(folder)]) == 0
    assert "nothing changed" in capsys.readouterr().out


def test_a_refused_file_leaves_the_catalog_as_it_was(
    papers: Path, clone: Callable[[str, str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = clone("geo_bench_2.csv", "results/0a/results_and_parameters.csv")
    file = folder / "results/0a/results_and_parameters.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("FINISHED", "FAILED", 1), encoding="utf-8")
    git(folder, "commit", "-qam", "y")
    assert main(["--papers", str(papers), "results", "take", "geo-bench-2", str(folder)]) == 2
    assert "results/0a/results_and_parameters.csv:L2: a run that is FAILED" in capsys.readouterr().err
    assert not (papers / "_results").exists()


def test_an_address_needs_its_commit(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://github.com/torchgeo/torchgeo-bench"
    assert main(["--papers", str(papers), "results", "take", "torchgeo-bench", address]) == 2
    assert "--commit" in capsys.readouterr().err
