"""Copernicus-Bench: one table in its README, a row for each data set, a column for each model."""

from __future__ import annotations

import re

from rsfm.model import Handle, Inputs, Protocol, Rerun, SpreadKind
from rsfm.results.harnesses.adapter import Adapter, Taken, Unreadable, known, number, plain

_DATASETS = {
    name: f"copernicus-bench-{name.lower()}"
    for name in (
        *("Cloud-S2", "Cloud-S3", "EuroSAT-S1", "EuroSAT-S2", "BigEarthNet-S1", "BigEarthNet-S2", "LC100Cls-S3"),
        *("DFC2020-S1", "DFC2020-S2", "LC100Seg-S3", "Flood-S1", "LCZ-S2", "Biomass-S3", "AQ-NO2-S5P", "AQ-O3-S5P"),
    )
}
_METRICS = {"mIoU": "miou", "OA": "accuracy", "mAP": "map", r"RMSE $\downarrow$": "rmse"}
_PRINTED = {"miou": "percent", "accuracy": "percent", "map": "percent"}
_MODELS = ("Supervised", "Random", "SoftCon", "CROMA", "DOFA", "Copernicus-FM")
_FROM_SCRATCH = "Supervised"
_VALUE = re.compile(r"(\*\*)?([0-9.]+) \$\\pm\$ ([0-9.]+)(\*\*)?", re.ASCII)
_HEAD = 3
"""Lines of the table that are no data set: models, a rule, backbones; the modality comes after."""
_RUNS = 3


def _read(path: str, text: str, commit: str) -> Taken:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.startswith("|")]
    if len(lines) < _HEAD:
        raise Unreadable(f"{path}:L1", "no table", "The results moved: find them and mend the adapter.")
    head = _cells(lines[0][1])
    backbones = _cells(lines[2][1])
    place = f"{path}:L{lines[0][0]}"
    if head[:2] != ["", "Metric"] or backbones[:2] != ["Backbone", "--"] or len(head) != len(backbones):
        raise Unreadable(place, "another head", "Columns were renamed or added: compare with the adapter.")
    names = dict(zip(_MODELS, _MODELS, strict=True))
    models = [
        f"{known(names, model, place, 'model')} {size}" for model, size in zip(head[2:], backbones[2:], strict=True)
    ]
    if len(set(models)) != len(models):
        raise Unreadable(place, "a model twice", "Ask the harness which column counts.")
    rows = [row for number, line in lines[_HEAD:] for row in _row(path, number, _cells(line), models, commit)]
    seen: dict[str, str] = {}
    for row in rows:
        if seen.setdefault(row.on, row.place) != row.place:
            raise Unreadable(row.place, f"{row.on} twice", "Ask the harness which row counts.")
    return Taken(rows=tuple(rows))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _row(path: str, line: int, cells: list[str], models: list[str], commit: str) -> list[Rerun]:
    place = f"{path}:L{line}"
    if cells[0] == "Modality":
        return []
    if len(cells) != len(models) + 2:
        raise Unreadable(place, f"{len(cells)} cells, {len(models) + 2} columns", "Look at the row: a bar is missing.")
    on = known(_DATASETS, cells[0], place, "data set")
    metric = known(_METRICS, cells[1], place, "metric")
    rows = []
    for model, cell in zip(models, cells[2:], strict=True):
        if cell == "--":
            continue
        found = _VALUE.fullmatch(cell)
        if not found:
            raise Unreadable(place, f"{model}: {cell!r} is no value with its deviation", "Look at the cell.")
        rows.append(_rerun(model, on, metric, found, place, commit))
    return rows


def _rerun(model: str, on: str, metric: str, found: re.Match[str], place: str, commit: str) -> Rerun:
    sensor = on.rpartition("-")[2]
    return Rerun(
        model=model,
        on=Handle(on),
        metric=Handle(metric),
        split=Handle("official"),
        how=Protocol("scratch" if model.startswith(_FROM_SCRATCH) else "frozen"),
        inputs=Inputs(sensor) if sensor in ("s1", "s2") else Inputs("all"),
        value=plain(number(found[2], place, "value"), 4),
        unit=_PRINTED.get(metric, "points"),
        spread=plain(number(found[3], place, "deviation"), 4),
        spread_kind=SpreadKind.DEVIATION,
        runs=_RUNS,
        place=place,
        commit=commit,
    )


COPERNICUS_BENCH = Adapter(
    name="copernicus-bench",
    address="https://github.com/zhu-xlab/Copernicus-FM",
    licence="Apache-2.0",
    files="Copernicus-Bench/results/README.md",
    read=_read,
)
