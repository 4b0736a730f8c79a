"""Taking published files: rows are judged by the benchmarks, and a newer take supersedes rows instead of losing them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from rsfm.model import Benchmark, Handle, Harness, Rerun
from rsfm.results.harnesses.adapter import Adapter, Unreadable, once
from rsfm.results.units import WrongUnit, in_unit

_SHORT = 12


def judged(rows: Iterable[Rerun], benchmarks: Mapping[Handle, Benchmark]) -> tuple[Rerun, ...]:
    """Return ``rows`` where the benchmarks know all they name. Raises Unreadable for the first that they do not."""
    rows = tuple(rows)
    for row in rows:
        benchmark = benchmarks.get(row.on)
        if benchmark is None:
            raise Unreadable(row.place, f"no benchmark {row.on}", "Define it in papers/_benchmarks.yml.")
        metric = benchmark.metrics.get(row.metric)
        if metric is None:
            do = f"Define it in papers/_benchmarks.yml, with its unit and which values are better: {row.on} has others."
            raise Unreadable(row.place, f"no metric {row.metric} on {row.on}", do)
        if row.split not in benchmark.splits:
            raise Unreadable(row.place, f"no split {row.split} on {row.on}", "Define it in papers/_benchmarks.yml.")
        try:
            in_unit(float(row.value), row.unit, metric)
        except WrongUnit as refused:
            raise Unreadable(
                row.place, str(refused), "Find out in which unit the file is; nothing is guessed."
            ) from None
    once(rows)
    return rows


def superseded(old: Harness | None, adapter: Adapter, rows: tuple[Rerun, ...], commit: str, today: date) -> Harness:
    """Return the harness after a take: what changed or is gone stays, marked with the day, the reason and the commit."""
    taken = Harness(
        name=Handle(adapter.name),
        address=adapter.address,
        commit=commit,
        licence=adapter.licence,
        taken=today,
        rows=rows,
    )
    if old is None:
        return taken
    new = {row.key: row for row in rows}
    kept = [row for row in old.rows if row.superseded]
    for row in old.counting:
        now = new.get(row.key)
        if now is None:
            kept.append(replace(row, superseded=f"{today}: no longer published at {commit[:_SHORT]}"))
        elif _says(now) != _says(row):
            kept.append(replace(row, superseded=f"{today}: newer run at {now.commit[:_SHORT]}"))
    if commit == old.commit and set(old.rows) == {*rows, *kept}:
        return old
    return replace(taken, rows=(*rows, *kept))


def _says(row: Rerun) -> tuple[object, ...]:
    """What a newer run may change: the number and how sure it is, not where it stands in the file."""
    return (row.value, row.unit, row.spread, row.spread_kind, row.runs)
