"""Every value of the catalog in one form: who was measured on what, how, by whom, and where that is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rsfm.merge import Catalog, Paper
from rsfm.model import Benchmark, Handle, Harness, Measurement, Metric, PaperId, Rerun, Result, ResultOrigin
from rsfm.model.results import UNSTATED
from rsfm.results.units import WrongUnit, in_unit, spread_in_unit, unit_typed


@dataclass(frozen=True, kw_only=True)
class Measured:
    """One value with all that it depends on."""

    paper_id: PaperId | None
    """The entry of the model that was measured; ``None`` where the catalog has none."""
    variant: str
    """Its variant; what a harness calls it, or a term of ``base``, where there is no entry."""
    on: str
    metric: str
    split: str
    how: str
    head: str
    inputs: str
    note: str
    tuned_on: tuple[str, ...]
    origin: ResultOrigin
    by: str
    """Who measured it: empty for a model's own authors, else a harness or the entry of a paper."""
    value: float | None
    """In the unit of the benchmark; ``None`` where it cannot be known."""
    spread: float | None
    typed: str
    """As its source prints it."""
    refused: str
    """Why there is no value."""
    reported_in: PaperId | None
    """The entry whose file holds it; ``None`` for a harness's."""
    source: str
    """The reference in that entry, or the place in the harness's repository."""
    commit: str = ""
    """The commit of the harness's file."""
    claim: str = ""
    """What names it when it is proved: see ``results.proof``."""

    @property
    def model(self) -> str:
        """What counts as one competitor: sizes of one model are none of one another."""
        return self.paper_id or self.variant

    @property
    def record(self) -> tuple[object, ...]:
        """What makes it the same record as another: one place of one file, and one value."""
        return (self.reported_in or self.by, self.source, self.model, self.variant, self.on, self.metric, self.value)


def measured_in(catalog: Catalog) -> tuple[Measured, ...]:
    """Return every value of the catalog once: those of entries, then those of harnesses."""
    found = {(*each.record, each.how, each.split, each.inputs, each.head, each.note): each for each in _all(catalog)}
    return tuple(found.values())


def claim_of(paper_id: PaperId, result: Result, variant: str) -> str:
    """Return what names a value of an entry: one line may hold several, of other splits and protocols."""
    return f"{paper_id}:{result.on}:{result.metric}:{variant}:{result.source}:{result.values[variant].typed}"


def claim_of_rerun(harness: str, row: Rerun) -> str:
    """Return what names a value of a harness."""
    return f"{harness}:{row.on}:{row.metric}:{row.model}:{row.place}"


def _all(catalog: Catalog) -> Iterator[Measured]:
    for paper in catalog.papers:
        for result in paper.entry.results:
            yield from _of_entry(paper, result, catalog)
    for harness in catalog.harnesses.values():
        yield from _of_harness(harness, catalog)


def canonical_metric(benchmark: Benchmark | None, name: str) -> str:
    """Return the metric that ``name`` means on ``benchmark``: aliases are one with what they stand for."""
    if benchmark and name not in benchmark.metrics:
        for metric, what in benchmark.metrics.items():
            if name.lower() in (alias.lower() for alias in what.aliases):
                return metric
    return name


def _of_entry(paper: Paper, result: Result, catalog: Catalog) -> Iterator[Measured]:
    benchmark = catalog.benchmarks.get(result.on)
    metric = canonical_metric(benchmark, result.metric)
    what = benchmark.metrics.get(Handle(metric)) if benchmark else None
    split = result.split or (benchmark.default_split if benchmark else None) or UNSTATED
    for key, value in result.values.items():
        subject, variant = _subject(paper, key)
        own = subject == paper.paper_id
        origin = result.origin if own or result.origin is not ResultOrigin.OWN else ResultOrigin.RERUN
        number, spread, refused = _typed(value, what)
        yield Measured(
            paper_id=subject,
            variant=variant,
            on=result.on,
            metric=metric,
            split=split,
            how=result.how,
            head=result.head,
            inputs=result.inputs or UNSTATED,
            note=result.note or "",
            tuned_on=result.tuned_on,
            origin=origin,
            by="" if origin is ResultOrigin.OWN else paper.paper_id,
            value=number,
            spread=spread,
            typed=value.typed,
            refused=refused,
            reported_in=paper.paper_id,
            source=result.source,
            claim=claim_of(paper.paper_id, result, key),
        )


def _subject(paper: Paper, key: str) -> tuple[PaperId | None, str]:
    """Return which entry and variant the key of a value names: own variants, ``entry/variant``, terms of ``base``."""
    other, slash, variant = key.partition("/")
    if slash:
        return PaperId(other), variant
    return (paper.paper_id, key) if key in paper.entry.models or key == paper.paper_id else (None, key)


def _typed(value: Measurement, metric: Metric | None) -> tuple[float | None, float | None, str]:
    if metric is None:
        return None, None, "the benchmark has no such metric"
    try:
        unit = unit_typed(value, metric)
        spread = None if value.spread is None else spread_in_unit(value.spread, unit, metric)
        return in_unit(value.value, unit, metric), spread, ""
    except WrongUnit as refused:
        return None, None, str(refused)


def _of_harness(harness: Harness, catalog: Catalog) -> Iterator[Measured]:
    known = known_models(catalog, harness.name)
    for row in harness.counting:
        benchmark = catalog.benchmarks.get(row.on)
        what = benchmark.metrics.get(row.metric) if benchmark else None
        paper_id, variant = known.get(row.model, (None, row.model))
        number, spread, refused = _printed(row, what)
        yield Measured(
            paper_id=paper_id,
            variant=variant,
            on=row.on,
            metric=row.metric,
            split=row.split,
            how=row.how,
            head=row.head,
            inputs=row.inputs or UNSTATED,
            note=row.note,
            tuned_on=(),
            origin=ResultOrigin.RERUN,
            by=harness.name,
            value=number,
            spread=spread,
            typed=row.value,
            refused=refused,
            reported_in=None,
            source=row.place,
            commit=row.commit,
            claim=claim_of_rerun(harness.name, row),
        )


def _printed(row: Rerun, metric: Metric | None) -> tuple[float | None, float | None, str]:
    if metric is None:
        return None, None, "the benchmark has no such metric"
    try:
        spread = spread_in_unit(float(row.spread), row.unit, metric) if row.spread else None
        return in_unit(float(row.value), row.unit, metric), spread, ""
    except WrongUnit as refused:
        return None, None, str(refused)


def known_models(catalog: Catalog, harness: str) -> dict[str, tuple[PaperId, str]]:
    """Return the entry and variant of each model that ``harness`` knows by a name of its own."""
    return {
        name: (paper.paper_id, variant)
        for paper in catalog.papers
        for variant, model in paper.entry.models.items()
        if (name := model.known_as.get(Handle(harness)))
    }
