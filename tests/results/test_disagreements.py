"""Two sources that cannot both be right are found, whatever their origin and protocol."""

from __future__ import annotations

from typing import Any

import pytest

from results.invented import BENCHMARKS, measured
from rsfm.model import ResultOrigin
from rsfm.results import Measured, disagreements_of


def disagree(*values: Measured) -> bool:
    return bool(disagreements_of(values, BENCHMARKS))


COPIED = {"origin": ResultOrigin.COPIED, "how": "unstated", "by": "cedar", "reported_in": "cedar"}


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        ({"value": 77.9}, True),
        ({"value": 78.1}, False),
        ({"value": 70.0, "how": "knn"}, False),
        ({"value": 70.0, "how": "unstated"}, True),
        ({"value": 70.0, "split": "tr-20"}, False),
        ({"value": 70.0, "metric": "miou"}, False),
        ({"value": 70.0, "variant": "large"}, False),
        ({"value": 70.0, "head": "mlp"}, False),
        ({"value": 70.0, "head": "unstated"}, True),
        ({"value": 70.0, "inputs": "rgb-224-ms"}, False),
        ({"value": 70.0, **COPIED}, True),
        ({"value": 70.0, "paper_id": "birch"}, False),
        ({"value": 77.9, "spread": 3.0}, False),
        ({"value": 79.0, "spread": 0.5}, True),
        ({"value": None}, False),
    ],
)
def test_values_of_one_variant_that_no_stated_difference_explains(other: dict[str, Any], wanted: bool) -> None:
    assert disagree(measured("alder", 80.0), measured("alder", **other)) is wanted


def test_other_units_may_lie_two_percent_apart() -> None:
    assert not disagree(measured("alder", 10.0, metric="error"), measured("alder", 10.2, metric="error"))
    assert disagree(measured("alder", 10.0, metric="error"), measured("alder", 10.3, metric="error"))


def test_two_notes_explain_a_distance_and_a_missing_one_only_where_notes_count() -> None:
    assert not disagree(measured("alder", 80.0, note="1x"), measured("alder", 70.0, note="3x"))
    assert disagree(measured("alder", 80.0, note="1x"), measured("alder", 70.0))
    assert not disagree(measured("alder", 80.0, on="dunes", note="better of two"), measured("alder", 70.0, on="dunes"))


def test_the_same_line_and_value_twice_is_one_record_and_no_disagreement() -> None:
    twice = measured("alder", 80.0), measured("alder", 80.0, head="unstated")
    assert not disagree(*twice)


def test_a_copied_value_stands_beside_the_own_one_and_both_keep_their_source() -> None:
    (found,) = disagreements_of(
        [measured("alder", 80.0), measured("alder", 70.0, source="repo#X.md:L3", **COPIED)], BENCHMARKS
    )
    assert [(side.value, side.source) for side in found.sides] == [(70.0, "repo#X.md:L3"), (80.0, "repo#README.md:L80")]
    assert found.apart == 10.0


def test_the_farthest_apart_come_first_and_percentages_before_other_units() -> None:
    found = disagreements_of(
        [
            measured("alder", 80.0, metric="error"),
            measured("alder", 40.0, metric="error"),
            measured("birch", 80.0),
            measured("birch", 77.0),
            measured("cedar", 80.0),
            measured("cedar", 70.0),
        ],
        BENCHMARKS,
    )
    assert [(one.paper_id, one.apart) for one in found] == [("cedar", 10.0), ("birch", 3.0), ("alder", 40.0)]
