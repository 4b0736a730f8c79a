"""Published files are read strictly: what is not understood is refused with its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from rsfm.model import Rerun
from rsfm.results.harnesses import HARNESSES, Taken, Unreadable
from rsfm.results.taking import judged
from rsfm.store import load_beside

SAMPLES = Path(__file__).parent / "samples"
PROJECT = Path(__file__).resolve().parent.parent.parent
COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {
    "torchgeo-bench": ("torchgeo_bench.csv", "results/models/alder_base.csv"),
    "geo-bench-2": ("geo_bench_2.csv", "results/0a/results_and_parameters.csv"),
    "copernicus-bench": ("copernicus_bench.md", "Copernicus-Bench/results/README.md"),
}


def sample(harness: str) -> str:
    return (SAMPLES / FILES[harness][0]).read_text(encoding="utf-8")


def take(harness: str, text: str, path: str = "") -> Taken:
    return HARNESSES[harness].read(path or FILES[harness][1], text, COMMIT)


def said(row: Rerun) -> tuple[str, ...]:
    return (
        row.model,
        row.on,
        row.metric,
        row.how,
        row.head,
        row.inputs or "",
        row.value,
        row.spread,
        row.place.rpartition(":")[2],
    )


def test_torchgeo_bench_gives_protocol_inputs_and_half_of_the_interval() -> None:
    taken = take("torchgeo-bench", sample("torchgeo-bench"))
    assert [said(row) for row in taken.rows] == [
        ("alder_base", "m-eurosat", "accuracy", "knn", "knn", "rgb-224-zscore", "0.7123", "0.015", "L2"),
        ("alder_base", "m-eurosat", "accuracy", "linear-probe", "linear", "rgb-224-zscore", "0.8022", "0.015", "L10"),
        ("alder_base", "m-eurosat", "accuracy", "linear-probe", "linear", "all-224-zscore", "0.75", "0.015", "L4"),
        ("alder_base", "m-eurosat", "accuracy", "linear-probe", "linear", "rgb-224-native", "0.81", "0.015", "L5"),
        (
            "alder_base",
            "geo-bench-2-benv2",
            "micro-map",
            "linear-probe",
            "linear",
            "rgb-224-zscore",
            "0.6254",
            "0.015",
            "L6",
        ),
    ]
    assert taken.left_out == {
        "method seg-fpn": 1,
        "normalization minmax": 1,
        "a list of bands": 1,
        "an earlier run without its configuration": 1,
    }


def test_geo_bench_2_gives_the_mean_of_the_seeds_with_their_lines() -> None:
    taken = take("geo-bench-2", sample("geo-bench-2"))
    assert [said(row) for row in taken.rows] == [
        ("alder_base", "geo-bench-2-treesatai", "f1", "finetune", "unet", "", "0.5", "0.0158", "L2-L6"),
        ("birch_large", "geo-bench-2-treesatai", "f1", "finetune", "unet", "", "0.6", "0.0158", "L7-L11"),
        ("alder_base", "geo-bench-2-biomassters", "rmse-column", "finetune", "unet", "", "0.9", "0.0158", "L12-L16"),
        ("alder_base", "geo-bench-2-everwatch", "map", "finetune", "faster-rcnn", "", "0.2", "0.0158", "L17-L21"),
    ]
    assert {row.runs for row in taken.rows} == {5}


def test_copernicus_bench_gives_each_cell_and_passes_over_what_was_not_run() -> None:
    taken = take("copernicus-bench", sample("copernicus-bench"))
    assert len(taken.rows) == 11
    assert said(taken.rows[2]) == (
        "Copernicus-FM ViT-B/16",
        "copernicus-bench-cloud-s2",
        "miou",
        "frozen",
        "unstated",
        "s2",
        "12.7",
        "0.1",
        "L9",
    )
    assert {row.how for row in taken.rows if row.model.startswith("Supervised")} == {"scratch"}


@pytest.mark.parametrize("harness", FILES)
def test_every_row_fits_the_benchmarks_of_the_catalog(harness: str) -> None:
    benchmarks = load_beside(PROJECT / "papers").benchmarks
    assert judged(take(harness, sample(harness)).rows, benchmarks)


TORCHGEO, GEOBENCH, COPERNICUS = FILES
BROKEN: list[tuple[str, str, str, str, str]] = [
    (TORCHGEO, "metric_value", "value", ":L1", "unknown column 'value'"),
    (TORCHGEO, "config_hash", "bands", ":L1", "'bands' twice"),
    (TORCHGEO, "0.8012345", "nan", ":L3", "not a number"),
    (TORCHGEO, "0.8012345", "", ":L3", "not a number"),
    (TORCHGEO, "0.8012345", "80.12345", ":L3", "80.12345"),
    (TORCHGEO, "m-eurosat,knn5", "m-newtown,knn5", ":L2", "'m-newtown' is not known"),
    (TORCHGEO, "m-eurosat,knn5", "m-eurosat,knn9", ":L2", "'knn9' is not known"),
    (TORCHGEO, "accuracy,0.7123456", "kappa,0.7123456", ":L2", "'kappa' is not known"),
    (TORCHGEO, "100,100,0,inventions", "100,100,7,inventions", ":L2", "seed is '7'"),
    (TORCHGEO, "m-eurosat,knn5,accuracy", "m-eurosat,knn5,accuracy,", ":L2", "43 cells, 42 columns"),
    (TORCHGEO, "0123abcd", "", ":L10", "the same as results/models/alder_base.csv:L3"),
    (GEOBENCH, "test metric", "score", ":L1", "unknown column 'score'"),
    (GEOBENCH, "0.49,", "NaN,", ":L3", "not a number"),
    (GEOBENCH, "0.49,", "inf,", ":L3", "not a number"),
    (GEOBENCH, "0.49,", "49.0,", ":L3", "49.0"),
    (GEOBENCH, "FINISHED,22", "KILLED,22", ":L3", "a run that is KILLED"),
    (GEOBENCH, "FINISHED,22", "FINISHED,11", ":L3", "seed 11 of alder_base"),
    (GEOBENCH, "Multilabel_F1_Score,0.49", "Kappa,0.49", ":L3", "'Kappa' is not known"),
    (GEOBENCH, "100,HPO,0.01,100%,full_ft", "10,HPO,0.01,100%,full_ft", ":L2", "data_percentages is '10'"),
    (COPERNICUS, "| DOFA |", "| DOFA-2 |", ":L5", "'DOFA-2' is not known"),
    (COPERNICUS, "Metric      |", "Measure     |", ":L5", "another head"),
    (COPERNICUS, "10.4 $\\pm$ 0.2", "10.4", ":L9", "no value with its deviation"),
    (COPERNICUS, "10.4 $\\pm$ 0.2  |", "10.4 $\\pm$ 0.2   ", ":L9", "5 cells, 6 columns"),
    (COPERNICUS, "LCZ-S2  ", "Cloud-S2", ":L10", "twice"),
    (COPERNICUS, " OA ", " Kappa ", ":L10", "'Kappa' is not known"),
]


@pytest.mark.parametrize(("harness", "old", "new", "place", "what"), BROKEN)
def test_a_file_that_is_not_as_it_was_known_is_refused_whole(
    harness: str, old: str, new: str, place: str, what: str
) -> None:
    text = sample(harness)
    assert old in text
    with pytest.raises(Unreadable) as refused:
        take(harness, text.replace(old, new, 1))
    message = str(refused.value)
    assert place in message and what in message
    assert message.splitlines()[1].strip(), "a refusal says what to do"


def test_a_column_that_is_gone_is_named() -> None:
    with pytest.raises(Unreadable, match="no column 'bands'"):
        take("torchgeo-bench", sample("torchgeo-bench").replace(",bands,num_classes", ",num_classes", 1))


def test_withdrawn_tables_and_runs_are_refused() -> None:
    with pytest.raises(Unreadable, match="a withdrawn table"):
        take("torchgeo-bench", sample("torchgeo-bench"), path="results/all_results.csv")
    head, *rows = sample("torchgeo-bench").splitlines()
    text = "\n".join([f"{head},withdrawn", f"{rows[0]},yes"])
    with pytest.raises(Unreadable, match="L2: a withdrawn run"):
        take("torchgeo-bench", text)


def test_a_run_with_a_seed_too_few_is_refused() -> None:
    lines = sample("geo-bench-2").splitlines()
    with pytest.raises(Unreadable, match="4 seeds of alder_base"):
        take("geo-bench-2", "\n".join(lines[:5]))
