"""May two values be compared? Every reason why not, each a word that pages explain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from rsfm.model import Benchmark, Better, Handle, PaperId, ResultOrigin
from rsfm.model.results import UNSTATED
from rsfm.results.measured import Measured


class Reason(StrEnum):
    """Why a value is in no table, or why two values have no order."""

    COPIED = "copied"
    UNIT = "unit"
    PROTOCOL_UNSTATED = "protocol-unstated"
    SPLIT_UNSTATED = "split-unstated"
    OTHER_BENCHMARK = "other-benchmark"
    OTHER_SPLIT = "other-split"
    OTHER_METRIC = "other-metric"
    OTHER_PROTOCOL = "other-protocol"
    TUNED_ON = "tuned-on"
    MEASURED_BY = "measured-by"
    CONDITION_UNSTATED = "condition-unstated"
    OTHER_CONDITION = "other-condition"
    SAME_ENTRY = "same-entry"
    NOTHING = "nothing"


def not_in_a_table(value: Measured) -> Reason | None:
    """Return why ``value`` stands in no table; ``None`` where it stands in one."""
    if value.origin is ResultOrigin.COPIED:
        return Reason.COPIED
    if value.value is None:
        return Reason.UNIT
    if value.how == UNSTATED:
        return Reason.PROTOCOL_UNSTATED
    return Reason.SPLIT_UNSTATED if value.split == UNSTATED else None


def conditions(value: Measured, benchmark: Benchmark) -> tuple[str, ...]:
    """Return what ``value`` says of all that varies on ``benchmark``."""
    return tuple(str(getattr(value, name)) for name in benchmark.varies)


def unstated(value: Measured, benchmark: Benchmark) -> bool:
    """Say whether ``value`` leaves open what varies; a note that is not there says that nothing was special."""
    return any(
        name != "note" and said.startswith(UNSTATED)
        for name, said in zip(benchmark.varies, conditions(value, benchmark), strict=True)
    )


def why_not(one: Measured, other: Measured, benchmark: Benchmark) -> tuple[Reason, ...]:
    """Return every reason why ``one`` and ``other`` have no order; empty where the better value is the better model."""
    out_of = dict.fromkeys(reason for value in (one, other) if (reason := not_in_a_table(value)))
    found = [
        (Reason.OTHER_BENCHMARK, one.on != other.on),
        (Reason.OTHER_SPLIT, one.split != other.split),
        (Reason.OTHER_METRIC, one.metric != other.metric),
        (Reason.OTHER_PROTOCOL, one.how != other.how and UNSTATED not in (one.how, other.how)),
        (Reason.TUNED_ON, bool(one.tuned_on or other.tuned_on)),
        (Reason.MEASURED_BY, one.by != other.by),
        (Reason.CONDITION_UNSTATED, unstated(one, benchmark) or unstated(other, benchmark)),
        (Reason.OTHER_CONDITION, _contradicted(one, other, benchmark)),
        (Reason.SAME_ENTRY, one.model == other.model),
    ]
    return (*out_of, *(reason for reason, holds in found if holds))


def _contradicted(one: Measured, other: Measured, benchmark: Benchmark) -> bool:
    pairs = zip(benchmark.varies, conditions(one, benchmark), conditions(other, benchmark), strict=True)
    return any(a != b and (name == "note" or not {UNSTATED} & {a, b}) for name, a, b in pairs)


def tied(one: Measured, other: Measured) -> bool:
    """Say whether two values differ by no more than the larger of their spreads."""
    if one.value is None or other.value is None:
        return False
    return abs(one.value - other.value) <= max(one.spread or 0.0, other.spread or 0.0)


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Whether one model is better than another on a benchmark, as far as the catalog can tell."""

    pairs: tuple[tuple[Measured, Measured], ...]
    """Values that have an order; empty where nothing can be compared."""
    reasons: tuple[Reason, ...]
    """Why nothing can be compared."""
    only_copied: bool = False
    """Whether one of the two has nothing but copied values."""
    better: str = ""
    """The model that leads in every pair; empty for a tie, for none, or where pairs speak for either."""


def verdict(values: Iterable[Measured], one: PaperId, other: PaperId, on: str, benchmark: Benchmark) -> Verdict:
    """Answer whether ``one`` is better than ``other`` on the benchmark ``on``."""
    here = [value for value in values if value.on == on]
    ours, theirs = ([value for value in here if value.paper_id == model] for model in (one, other))
    if not ours or not theirs:
        return Verdict(pairs=(), reasons=(Reason.NOTHING,))
    judged = [((a, b), why_not(a, b, benchmark)) for a, b in product(ours, theirs)]
    pairs = tuple(pair for pair, reasons in judged if not reasons)
    if pairs:
        leaders = {leader(a, b, benchmark) for a, b in pairs}
        return Verdict(pairs=pairs, reasons=(), better=leaders.pop() if len(leaders) == 1 else "")
    copied = any(all(value.origin is ResultOrigin.COPIED for value in side) for side in (ours, theirs))
    # What stands in the way of the nearest pair, not of all of them.
    nearest = min((reasons for _, reasons in judged), key=len)
    return Verdict(pairs=(), reasons=(Reason.COPIED,) if copied else nearest, only_copied=copied)


def leader(one: Measured, other: Measured, benchmark: Benchmark) -> str:
    """Return the model with the better of two values that have an order; empty for a tie."""
    if tied(one, other) or one.value is None or other.value is None:
        return ""
    higher = benchmark.metrics[Handle(one.metric)].better is Better.HIGHER
    return one.model if (one.value > other.value) is higher else other.model
