"""GEO-Bench-2's leaderboard: a folder a submission, one row for each seed; what is taken is the mean over the seeds."""

from __future__ import annotations

from decimal import Decimal
from statistics import mean, stdev
from typing import NamedTuple

from rsfm.model import Handle, Protocol, Rerun, SpreadKind
from rsfm.results.harnesses.adapter import (
    Adapter,
    Taken,
    Unreadable,
    known,
    lines_said,
    number,
    plain,
    same,
    table,
)

_DATASETS = {
    name: f"geo-bench-2-{name.replace('_', '-')}"
    for name in (
        *("benv2", "biomassters", "burn_scars", "caffe", "cloudsen12", "dynamic_earthnet", "everwatch", "flair2"),
        *("forestnet", "fotw", "kuro_siwo", "nzcattle", "pastis", "pastis_r", "so2sat", "spacenet2", "spacenet7"),
        *("substation", "treesatai"),
    )
}
_METRICS = {
    "Multiclass_Jaccard_Index": "miou",
    "Multilabel_F1_Score": "f1",
    "Overall_Accuracy": "accuracy",
    "test_test_map": "map",
    "test_test_segm_map": "mask-map",
    # A column of this name rises with better models here; the benchmark says so, the name does not.
    "RMSE": "rmse-column",
}
_HEADS = {"UNet": "unet", "faster-rcnn": "faster-rcnn", "mask-rcnn": "mask-rcnn"}
_TUNED = {"full_ft": "finetune", "frozen": "frozen"}
_WITH_SAR = "2ce4a907-7ae3-45d3-a07a-558f8d0d758b"
"""A submission that also gives SAR bands to models that take them, and keeps the better of two runs."""
_NEEDED = (
    *("dataset", "Metric", "test metric", "mlflow_run_status", "Seed", "experiment_name", "decoder", "backbone"),
    *("partition_name", "data_percentages", "frozen_or_full_ft"),
)
_PASSED_OVER = (
    *("mlflow_run_name", "mlflow_run_id", "experiment_id", "index", "batch_size", "lr", "early_stop_patience"),
    *("n_trials", "batch_size_selection", "weight_decay", "partition name"),
)
_SEEDS = 5
_DIGITS = 4


class _GeoRun(NamedTuple):
    dataset: str
    metric: str
    head: str
    how: str
    model: str


def _read(path: str, text: str, commit: str) -> Taken:
    runs: dict[_GeoRun, list[tuple[int, str, Decimal]]] = {}
    for line, cells in table(path, text, _NEEDED, _PASSED_OVER):
        place = f"{path}:L{line}"
        run, seed, value = _seed(cells, place)
        others = runs.setdefault(run, [])
        if any(seed == other for _, other, _ in others):
            do = "One seed counts once: ask the harness which run is the right one."
            raise Unreadable(place, f"seed {seed} of {run.model} on {run.dataset} twice", do)
        others.append((line, seed, value))
    return Taken(rows=tuple(_rerun(run, seeds, path, commit) for run, seeds in runs.items()))


def _seed(cells: dict[str, str], place: str) -> tuple[_GeoRun, str, Decimal]:
    if cells["mlflow_run_status"] != "FINISHED":
        what = f"a run that is {cells['mlflow_run_status'] or 'of no state'}"
        raise Unreadable(place, what, "A withdrawn or broken run has no result: take a commit without it.")
    same(cells["data_percentages"], ("100",), place, "data_percentages")
    same(cells["partition_name"], ("default",), place, "partition_name")
    value = number(cells["test metric"], place, "test metric")
    if not 0 <= value <= 1:
        raise Unreadable(place, f"test metric is {value}", "The file had fractions: find out in which unit it is now.")
    run = _GeoRun(
        known(_DATASETS, cells["dataset"], place, "dataset"),
        known(_METRICS, cells["Metric"], place, "Metric"),
        known(_HEADS, cells["decoder"], place, "decoder"),
        known(_TUNED, cells["frozen_or_full_ft"], place, "frozen_or_full_ft"),
        cells["backbone"],
    )
    return run, cells["Seed"], value


def _rerun(run: _GeoRun, seeds: list[tuple[int, str, Decimal]], path: str, commit: str) -> Rerun:
    lines = [line for line, _, _ in seeds]
    place = f"{path}:{lines_said(lines[0], lines[-1])}"
    if lines != list(range(lines[0], lines[-1] + 1)):
        place = f"{path}:" + ",".join(f"L{line}" for line in lines)
    if len(seeds) < _SEEDS:
        do = f"The leaderboard asks for {_SEEDS}: take a commit in which the run is complete."
        raise Unreadable(place, f"{len(seeds)} seeds of {run.model} on {run.dataset}", do)
    values = [value for _, _, value in seeds]
    return Rerun(
        model=run.model,
        on=Handle(run.dataset),
        metric=Handle(run.metric),
        split=Handle("official"),
        how=Protocol(run.how),
        head=run.head,
        value=plain(Decimal(mean(values)), _DIGITS),
        unit="fraction",
        spread=plain(Decimal(stdev(values)), _DIGITS),
        spread_kind=SpreadKind.DEVIATION,
        runs=len(values),
        note="better of S1+S2 and S2" if _WITH_SAR in path else "",
        place=place,
        commit=commit,
    )


GEO_BENCH_2 = Adapter(
    name="geo-bench-2",
    address="https://github.com/The-AI-Alliance/GEO-Bench-2-Leaderboard",
    licence="Apache-2.0",
    files="results/*/results_and_parameters.csv",
    read=_read,
)
