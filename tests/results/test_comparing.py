"""Ten pairs that look comparable and are not, ten that are; and the answer to a reviewer's question."""

from __future__ import annotations

from typing import Any

import pytest

from results.invented import BENCHMARKS, MEADOWS, measured
from rsfm.model import PaperId, ResultOrigin
from rsfm.results import Measured, Reason, verdict, why_not

Pair = tuple[Measured, Measured]


def pair(other: dict[str, Any], one: dict[str, Any] | None = None) -> Pair:
    """Two models on one benchmark, alike but for what is said of each."""
    return measured("alder", **{"value": 81.0, **(one or {})}), measured("birch", **{"value": 80.0, **other})


FROM_A_HARNESS = {"origin": ResultOrigin.RERUN, "by": "fieldbench", "reported_in": None}
LOOK_ALIKE: dict[str, tuple[Pair, Reason]] = {
    "one is copied from another paper": (pair({"origin": ResultOrigin.COPIED, "by": "cedar"}), Reason.COPIED),
    "one does not say how": (pair({"how": "unstated"}), Reason.PROTOCOL_UNSTATED),
    "one does not say on which split": (pair({"split": "unstated"}), Reason.SPLIT_UNSTATED),
    "one probes, one fine-tunes": (pair({"how": "linear-probe"}), Reason.OTHER_PROTOCOL),
    "20 % against 50 % for training": (pair({"split": "tr-50"}, {"split": "tr-20"}), Reason.OTHER_SPLIT),
    "another head": (pair({"head": "upernet"}), Reason.OTHER_CONDITION),
    "several scales at once": (pair({"inputs": "rgb-224-ms"}), Reason.OTHER_CONDITION),
    "one does not say what it was shown": (pair({"inputs": "unstated"}), Reason.CONDITION_UNSTATED),
    "a harness against the authors": (pair(FROM_A_HARNESS), Reason.MEASURED_BY),
    "zero-shot, but tuned on something close": (
        pair({"how": "zero-shot", "tuned_on": ("RSICD",)}, {"how": "zero-shot"}),
        Reason.TUNED_ON,
    ),
    "two harnesses": (pair(FROM_A_HARNESS | {"by": "gardenbench"}, FROM_A_HARNESS), Reason.MEASURED_BY),
    "sizes of one model": ((measured("alder", 81.0), measured("alder", 80.0, variant="large")), Reason.SAME_ENTRY),
    "a value that may be a fraction": (pair({"value": None}), Reason.UNIT),
    "another metric": (pair({"metric": "miou"}), Reason.OTHER_METRIC),
    "another benchmark of the same name in the text": (pair({"on": "dunes"}), Reason.OTHER_BENCHMARK),
}
COMPARABLE: dict[str, Pair] = {
    "both fine-tuned by their authors": pair({}),
    "both probed by their authors": pair({"how": "linear-probe"}, {"how": "linear-probe"}),
    "both by one harness": pair(FROM_A_HARNESS, FROM_A_HARNESS),
    "other sizes of other models": pair({"variant": "large"}),
    "notes that the benchmark does not count": pair({"note": "1x"}),
    "both on the same part": pair({"split": "tr-20"}, {"split": "tr-20"}),
    "both zero-shot, tuned on nothing close": pair({"how": "zero-shot"}, {"how": "zero-shot"}),
    "one with a spread": pair({"spread": 0.2}),
    "both few-shot with as many": pair({"how": "few-shot-16"}, {"how": "few-shot-16"}),
    "both from one benchmark paper": pair(
        {"origin": ResultOrigin.RERUN, "by": "cedar"}, {"origin": ResultOrigin.RERUN, "by": "cedar"}
    ),
    "both with their training split in the mixture": pair({"how": "in-mixture"}, {"how": "in-mixture"}),
}


@pytest.mark.parametrize("case", LOOK_ALIKE)
def test_pairs_that_look_comparable_and_are_not(case: str) -> None:
    (one, other), reason = LOOK_ALIKE[case]
    assert reason in why_not(one, other, MEADOWS)
    assert why_not(other, one, MEADOWS), "the order does not matter"


@pytest.mark.parametrize("case", COMPARABLE)
def test_pairs_that_are_comparable(case: str) -> None:
    one, other = COMPARABLE[case]
    assert why_not(one, other, MEADOWS) == () == why_not(other, one, MEADOWS)


def test_a_note_counts_where_the_benchmark_says_so() -> None:
    dunes = BENCHMARKS["dunes"]  # type: ignore[index]
    one, other = measured("alder", on="dunes"), measured("birch", on="dunes", note="better of two")
    assert why_not(one, other, dunes) == (Reason.OTHER_CONDITION,)
    assert why_not(one, measured("birch", on="dunes", inputs="unstated"), dunes) == ()


def answer(*values: Measured) -> Any:
    return verdict(values, PaperId("alder"), PaperId("birch"), "meadows", MEADOWS)


def test_models_known_from_copies_only_are_not_compared() -> None:
    copied = {"origin": ResultOrigin.COPIED, "how": "unstated", "split": "tr-50"}
    said = answer(
        measured("alder", 96.94, by="cedar", **copied),
        measured("alder", 55.1, by="dogwood", **copied),
        measured("birch", 97.58, by="cedar", **copied),
        measured("birch", 48.46, by="dogwood", **copied),
    )
    assert said.only_copied
    assert said.reasons == (Reason.COPIED,)
    assert said.pairs == () and said.better == ""


def test_the_better_one_is_told_where_there_is_one() -> None:
    assert answer(measured("alder", 81.0), measured("birch", 80.0)).better == "alder"
    assert answer(measured("alder", 2.0, metric="error"), measured("birch", 3.0, metric="error")).better == "alder"
    assert answer(measured("alder", 81.0, spread=1.5), measured("birch", 80.0)).better == "", "a tie"


def test_values_that_speak_for_either_make_none_better() -> None:
    either = answer(
        measured("alder", 81.0),
        measured("birch", 80.0),
        measured("alder", 60.0, how="knn"),
        measured("birch", 61.0, how="knn"),
    )
    assert either.better == "" and len(either.pairs) == 2


def test_what_stands_in_the_way_of_the_nearest_pair_is_told() -> None:
    said = answer(measured("alder", 81.0), measured("birch", 80.0, how="knn"), measured("birch", 80.0, head="mlp"))
    assert said.reasons in ((Reason.OTHER_PROTOCOL,), (Reason.OTHER_CONDITION,))
    assert answer(measured("alder", 81.0)).reasons == (Reason.NOTHING,)
