"""A table has one protocol; a rank only exists among rows that are alike in all that varies."""

from __future__ import annotations

from typing import Any

import pytest

from results.invented import BENCHMARKS, measured
from rsfm.model import ResultOrigin
from rsfm.results import Measured, Table, tables_of


def table(*values: Measured) -> Table:
    (only,) = tables_of(values, BENCHMARKS)
    return only


def ranks(*values: Measured) -> list[tuple[str, int | None]]:
    return [(row.measured.model, row.rank) for row in table(*values).rows]


def test_values_of_two_protocols_never_share_a_table() -> None:
    found = tables_of([measured("alder"), measured("birch", how="knn"), measured("cedar", split="tr-20")], BENCHMARKS)
    assert [one.key.how for one in found] == ["finetune", "knn", "finetune"]


@pytest.mark.parametrize(
    "change",
    [
        {"origin": ResultOrigin.COPIED},
        {"how": "unstated"},
        {"split": "unstated"},
        {"value": None},
        {"on": "nowhere"},
    ],
)
def test_what_is_copied_or_unstated_never_enters_a_table(change: dict[str, Any]) -> None:
    assert tables_of([measured("alder", **change)], BENCHMARKS) == ()


def test_the_better_value_comes_first_whichever_way_is_better() -> None:
    assert ranks(measured("alder", 80.0), measured("birch", 82.0)) == [("birch", 1), ("alder", 2)]
    lower = (measured("alder", 4.0, metric="error"), measured("birch", 5.0, metric="error"))
    assert ranks(*lower) == [("alder", 1), ("birch", 2)]


def test_sizes_of_one_model_are_no_contest() -> None:
    assert ranks(measured("alder", 80.0), measured("alder", 82.0, variant="large")) == [
        ("alder", None),
        ("alder", None),
    ]


def test_rows_that_differ_in_what_varies_share_the_table_and_no_rank() -> None:
    found = table(
        measured("alder", 80.0), measured("birch", 82.0, head="mlp"), measured("cedar", 81.0, inputs="unstated")
    )
    assert len(found.rows) == 3 and {row.rank for row in found.rows} == {None}


def test_a_harness_and_the_authors_share_the_table_and_each_has_its_own_contest() -> None:
    rerun = {"origin": ResultOrigin.RERUN, "by": "fieldbench"}
    found = table(
        measured("alder", 80.0),
        measured("birch", 82.0),
        measured("alder", 70.0, **rerun),
        measured("birch", 69.0, **rerun),
        measured("cedar", 90.0, tuned_on=("RSICD",)),
    )
    assert [(row.measured.value, row.rank, row.of) for row in found.rows] == [
        (90.0, None, 0),
        (82.0, 1, 2),
        (80.0, 2, 2),
        (70.0, 1, 2),
        (69.0, 2, 2),
    ]
    assert found.contests == 2 and found.models == 3


def test_ties_inside_the_spread_are_ties_and_the_next_rank_counts_them() -> None:
    values = [measured("alder", 82.0, spread=0.5), measured("birch", 81.6), measured("cedar", 81.0)]
    assert ranks(*values) == [("alder", 1), ("birch", 1), ("cedar", 3)]
    rows = table(*values).rows
    assert [row.ties for row in rows] == [True, True, False]
    assert [row.best for row in rows] == [True, True, False]


def test_a_chain_of_ties_does_not_carry_the_last_to_the_first() -> None:
    values = [
        measured("alder", 82.0, spread=0.5),
        measured("birch", 81.6, spread=0.5),
        measured("cedar", 81.2, spread=0.5),
    ]
    assert ranks(*values) == [("alder", 1), ("birch", 1), ("cedar", 3)]


def test_without_a_spread_only_equal_values_tie() -> None:
    assert ranks(measured("alder", 82.0), measured("birch", 82.0), measured("cedar", 81.99))[-1] == ("cedar", 3)
