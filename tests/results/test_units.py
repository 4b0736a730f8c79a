"""Percent and fraction cannot meet: a value says what it is, or it is refused."""

from __future__ import annotations

import pytest

from results.invented import MEADOWS, catalog, entry, harness, rerun, result, typed
from rsfm.model import Handle, Reference, ResultOrigin
from rsfm.results import WrongUnit, in_unit, measured_in
from rsfm.results.units import unit_typed

ACCURACY, SCORE, ERROR = (MEADOWS.metrics[Handle(name)] for name in ("accuracy", "score", "error"))


@pytest.mark.parametrize(
    ("value", "printed", "metric", "wanted"),
    [
        (95.6, "percent", ACCURACY, 95.6),
        (0.956, "fraction", ACCURACY, 95.6),
        (95.6, "percent", SCORE, 0.956),
        (0.6684, "fraction", ACCURACY, 66.84),
        (3.5, "m", ERROR, 3.5),
    ],
)
def test_a_value_comes_into_the_unit_of_its_benchmark(
    value: float, printed: str, metric: object, wanted: float
) -> None:
    assert in_unit(value, printed, metric) == wanted  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "printed", "metric"),
    [
        (3.5, "points", ACCURACY),
        (3.5, "km", ERROR),
        (95.6, "fraction", ACCURACY),
        (101, "percent", ACCURACY),
        (-1, "percent", ACCURACY),
    ],
)
def test_another_unit_or_a_value_out_of_range_is_refused(value: float, printed: str, metric: object) -> None:
    with pytest.raises(WrongUnit):
        in_unit(value, printed, metric)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "metric"), [("0.956", ACCURACY), ("1", ACCURACY), ("95.6", SCORE)])
def test_a_bare_number_that_may_be_either_is_refused(text: str, metric: object) -> None:
    with pytest.raises(WrongUnit):
        unit_typed(typed(text), metric)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "unit"), [("95.6", "percent"), ("0.4%", "percent"), ("0", "percent")])
def test_a_sign_of_percent_says_what_a_number_is(text: str, unit: str) -> None:
    assert unit_typed(typed(text), ACCURACY) == unit


def test_a_fraction_and_a_percentage_of_one_value_are_equal_in_the_catalog() -> None:
    own = entry("alder", result({"base": "66.84"}), result({"large": "0.6684"}))
    found = measured_in(catalog(own, harnesses=(harness(rerun("alder_b", "0.6684")),)))
    assert [value.value for value in found] == [66.84, None, 66.84]
    assert "write 66.84%" in found[1].refused


def test_every_value_says_whose_it_is_and_who_measured_it() -> None:
    values = {"base": "80", "birch/large": "79", "gpt-4v": "60"}
    found = measured_in(
        catalog(entry("alder", result(values), result({"birch/base": "70"}, origin=ResultOrigin.COPIED)))
    )
    assert [(v.model, v.variant, v.origin.value, v.by) for v in found] == [
        ("alder", "base", "own", ""),
        ("birch", "large", "rerun", "alder"),
        ("gpt-4v", "gpt-4v", "rerun", "alder"),
        ("birch", "base", "copied", "alder"),
    ]
    assert {v.split for v in found} == {"official"}, "the benchmark's default"


def test_aliases_of_a_metric_are_one_metric_and_the_same_record_counts_once() -> None:
    again = (
        result({"base": "80"}),
        result({"base": "80"}, metric=Handle("OA")),
        result({"base": "80"}, source=Reference("repo#README.md:L11")),
    )
    assert len(measured_in(catalog(entry("alder", *again)))) == 2


def test_a_harness_knows_a_variant_by_its_own_name() -> None:
    rows = (rerun("alder_b16", "0.8"), rerun("stranger", "0.7"))
    found = measured_in(catalog(entry("alder", fieldbench="alder_b16"), harnesses=(harness(*rows),)))
    assert [(v.paper_id, v.variant, v.model, v.by) for v in found] == [
        ("alder", "base", "alder", "fieldbench"),
        (None, "stranger", "stranger", "fieldbench"),
    ]
