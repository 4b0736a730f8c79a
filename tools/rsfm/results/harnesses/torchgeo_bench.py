"""torchgeo-bench: one file a model, one row for each data set, method, bands and normalisation."""

from __future__ import annotations

from collections import Counter

from rsfm.model import Handle, Inputs, Protocol, Rerun, SpreadKind
from rsfm.results.harnesses.adapter import Adapter, Taken, Unreadable, known, number, once, plain, same, table

_DATASETS = {
    **{name: name for name in ("m-bigearthnet", "m-brick-kiln", "m-eurosat", "m-forestnet", "m-pv4ger", "m-so2sat")},
    **{name: f"geo-bench-2-{name}" for name in ("benv2", "forestnet", "so2sat", "treesatai")},
    "eurosat": "eurosat",
    "eurosat-spatial": "eurosat-spatial",
}
_SPLITS = {"eurosat": "tr-60"}
"""Where its division is not the benchmark's own: 16,200 of 27,000 images for training."""
_METRICS = {"accuracy": "accuracy", "micro_mAP": "micro-map"}
_METHODS = {
    "knn5": ("knn", "knn", "k = 5"),
    "linear": ("linear-probe", "linear", ""),
}
_NORMALISED = {"bandspec_zscore": "zscore", "model_native": "native"}
_LEFT_OUT_METHODS = ("intrinsic_dim", "profile", "seg-")
_LEFT_OUT_NORMALISED = ("minmax", "minmax_zscore", "identity", "raw", "mean_stdev", "percentile_2_98")

_NEEDED = (
    *("dataset", "method", "metric_name", "metric_value", "ci_lower", "ci_upper", "seed", "name", "normalization"),
    *("image_size", "interpolation", "partition", "bands", "bootstrap"),
)
_PASSED_OVER = (
    *("feature_dim", "best_c", "best_lr", "best_batch_size", "n_train", "n_val", "n_test", "model", "num_classes"),
    *("config_hash", "c_range_start", "c_range_stop", "c_range_num", "merge_val", "res", "pool", "fw_iou"),
    *("precision", "recall", "f1", "ece", "rms_ce", "mce", "ece_ts", "rms_ce_ts", "mce_ts", "temperature"),
    "calibration_n_bins",
)
_DIGITS = 4


def _read(path: str, text: str, commit: str) -> Taken:
    if path.endswith("all_results.csv"):
        do = "That table over all models was withdrawn: take the files in results/models/."
        raise Unreadable(f"{path}:L1", "a withdrawn table", do)
    rows: dict[object, tuple[bool, Rerun]] = {}
    left_out: Counter[str] = Counter()
    for line, cells in table(path, text, _NEEDED, (*_PASSED_OVER, "withdrawn")):
        place = f"{path}:L{line}"
        if cells.get("withdrawn"):
            raise Unreadable(place, "a withdrawn run", "Take a commit in which the run was repeated or removed.")
        if reason := _passed_over(cells, place):
            left_out[reason] += 1
            continue
        row, recorded = _row(cells, place, commit), bool(cells.get("config_hash"))
        if row.key not in rows:
            rows[row.key] = (recorded, row)
        elif recorded and not rows[row.key][0]:
            # The harness repeats runs with their configuration on record; those count.
            left_out["an earlier run without its configuration"] += 1
            rows[row.key] = (True, row)
        else:
            once([rows[row.key][1], row])
    return Taken(rows=tuple(row for _, row in rows.values()), left_out=left_out)


def _passed_over(cells: dict[str, str], place: str) -> str:
    if any(cells["method"].startswith(method) for method in _LEFT_OUT_METHODS):
        return f"method {cells['method']}"
    if cells["normalization"] in _LEFT_OUT_NORMALISED:
        return f"normalization {cells['normalization']}"
    if cells["bands"] not in ("rgb", "all"):
        return "a list of bands"
    return "" if cells["image_size"] else "no image size"


def _row(cells: dict[str, str], place: str, commit: str) -> Rerun:
    same(cells["seed"], ("0",), place, "seed")
    same(cells["partition"], ("default",), place, "partition")
    how, head, note = known_method(cells["method"], place)
    value = number(cells["metric_value"], place, "metric_value")
    low, high = (number(cells[end], place, end) for end in ("ci_lower", "ci_upper"))
    if not 0 <= value <= 1:
        raise Unreadable(place, f"metric_value is {value}", "The file had fractions: find out in which unit it is now.")
    size = int(number(cells["image_size"], place, "image_size"))
    normalised = known(_NORMALISED, cells["normalization"], place, "normalization")
    on, inputs = known(_DATASETS, cells["dataset"], place, "dataset"), f"{cells['bands']}-{size}-{normalised}"
    if on.startswith("geo-bench-2-"):
        # Its own leaderboard fixes the inputs and does not state them; here they tell runs apart, so a note has them.
        note = ", ".join(filter(None, (inputs, note)))
    return Rerun(
        model=cells["name"],
        on=Handle(on),
        metric=Handle(known(_METRICS, cells["metric_name"], place, "metric_name")),
        split=Handle(_SPLITS.get(cells["dataset"], "official")),
        how=Protocol(how),
        head=head,
        inputs=Inputs(inputs),
        value=plain(value, _DIGITS),
        unit="fraction",
        spread=plain((high - low) / 2, _DIGITS) if high > low else "",
        spread_kind=SpreadKind.CONFIDENCE if high > low else None,
        note=note,
        place=place,
        commit=commit,
    )


def known_method(method: str, place: str) -> tuple[str, str, str]:
    """Return protocol, head and note of a method."""
    return _METHODS[known(dict(zip(_METHODS, _METHODS, strict=True)), method, place, "method")]


TORCHGEO_BENCH = Adapter(
    name="torchgeo-bench",
    address="https://github.com/torchgeo/torchgeo-bench",
    licence="MIT",
    files="results/models/*.csv",
    read=_read,
)
