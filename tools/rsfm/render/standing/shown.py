"""Values, ranks and reasons in the words of one language, with where each leads."""

from __future__ import annotations

from collections.abc import Callable

from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.model import Availability, Benchmark, Handle, PaperId, Quantity, Variant
from rsfm.model.register import Unit
from rsfm.model.results import UNSTATED
from rsfm.model.sources import place_of
from rsfm.render.facts.told import protocol_said
from rsfm.render.facts.words import Words
from rsfm.render.numbers import said
from rsfm.render.references import Cited, References
from rsfm.render.standing.rows import ShownGroup, ShownRow, ShownTable
from rsfm.results import Measured, PaperResults, Reason, Row, Table, TableKey
from rsfm.results.units import FRACTION, PERCENT


class Standing:
    """Puts results into words; one for each locale."""

    def __init__(self, catalog: Catalog, locale: Locale, say: Callable[..., str]) -> None:
        self._catalog = catalog
        self._locale = locale
        self._say = say
        self._words = Words(catalog.taxonomy, locale)

    def table(self, table: Table, benchmark: Benchmark) -> ShownTable:
        """Return a table in words."""
        return ShownTable(
            anchor=anchor_of(table.key),
            caption=self.caption(table.key, benchmark),
            rows=tuple(self.row(row.measured, benchmark, row) for row in table.rows),
            models=table.models,
            table=table,
        )

    def caption(self, key: TableKey, benchmark: Benchmark) -> str:
        """Return what all values of a table have in common: split, metric and protocol."""
        return " · ".join(
            (self.metric(key.metric, benchmark), self.protocol(key.how), self.split(key.split, benchmark))
        )

    def protocol(self, how: str) -> str:
        """Return a protocol in words."""
        return protocol_said(how, self._locale)

    def metric(self, name: str, benchmark: Benchmark) -> str:
        """Return a metric with its unit."""
        metric = benchmark.metrics.get(Handle(name))
        if metric is None:
            return name
        unit = "%" if metric.unit == PERCENT else "" if metric.unit in (FRACTION, "points") else metric.unit
        label = metric.label.best(self._locale)
        return f"{label} ({unit})" if unit and self._locale is Locale.EN else f"{label}（{unit}）" if unit else label

    def split(self, name: str, benchmark: Benchmark) -> str:
        """Return a split in words."""
        split = benchmark.splits.get(Handle(name))
        return split.label.best(self._locale) if split else self._say(self._locale, "split_unstated")

    def row(self, value: Measured, benchmark: Benchmark, row: Row | None, reason: Reason | None = None) -> ShownRow:
        """Return one value in words."""
        paper = self._catalog.by_id.get(value.paper_id) if value.paper_id else None
        variant = paper.entry.models.get(Handle(value.variant)) if paper else None
        named = "" if value.inputs.startswith(UNSTATED) else value.inputs
        return ShownRow(
            rank=self._rank(row),
            place=(row.rank if row else None) or 0,
            best=bool(row and row.best),
            contest=row.contest if row else None,
            model=paper.entry.name if paper else value.paper_id or self._base(value.variant),
            paper_id=paper.paper_id if paper else "",
            variant=_without(paper.entry.name if paper else "", (variant and variant.label) or value.variant)
            if value.paper_id
            else "",
            value=self._number(value, benchmark),
            typed=value.typed,
            head="" if (value.how, value.head) in _SAID else self._head(value.head),
            inputs=named,
            note="; ".join(filter(None, (value.note, self._tuned(value)))),
            by=self._by(value),
            parameters=_parameters(variant, self._locale),
            size=_size(variant),
            year=str(paper.year) if paper else "",
            family=paper.entry.family if paper else "",
            open_weights=bool(paper and paper.entry.weights.state is Availability.OPEN),
            source=self.cite(value),
            reason=self._say(self._locale, f"reason_{reason.replace('-', '_')}") if reason else "",
            missed=value.claim in self._catalog.misses,
        )

    def groups(self, results: tuple[PaperResults, ...]) -> list[ShownGroup]:
        """Return how the models of one paper stand, those with a rank first."""
        shown = []
        for each in results:
            benchmark = self._catalog.benchmarks[Handle(each.key.on)]
            rows = [self.row(row.measured, benchmark, row) for row in each.rows]
            rows += [self.row(out.measured, benchmark, None, out.reason) for out in each.left_out]
            shown.append(
                ShownGroup(
                    benchmark=benchmark.label.best(self._locale),
                    name=each.key.on,
                    anchor=anchor_of(each.key) if each.rows else "",
                    split=self.split(each.key.split, benchmark),
                    metric=self.metric(each.key.metric, benchmark),
                    protocol=self.protocol(each.key.how),
                    rows=tuple(rows),
                )
            )
        return sorted(shown, key=lambda group: not any(row.rank for row in group.rows))

    def cite(self, value: Measured) -> Cited | None:
        """Return where a value can be looked up, to the line."""
        if value.reported_in:
            paper = self._catalog.by_id[value.reported_in]
            return References(paper, self._catalog.sources, self._catalog.last_verified).cite(
                value.source, self._locale
            )
        harness = self._catalog.harnesses.get(Handle(value.by))
        if harness is None:
            return None
        path, lines = place_of(f"harness#{value.source}")
        first = lines.partition(",")[0]
        return Cited(label=f"{value.by} {path} {lines}", href=f"{harness.address}/blob/{value.commit}/{path}#{first}")

    def _rank(self, row: Row | None) -> str:
        if not row or row.rank is None:
            return ""
        name = "rank_tied" if row.ties else "rank_said"
        return self._say(self._locale, name, rank=_ordinal(row.rank, self._locale), of=row.of)

    def _by(self, value: Measured) -> str:
        if not value.by:
            return self._say(self._locale, "by_authors")
        paper = self._catalog.by_id.get(PaperId(value.by))
        return paper.entry.name if paper else value.by

    def _tuned(self, value: Measured) -> str:
        return self._say(self._locale, "tuned_on", names=", ".join(value.tuned_on)) if value.tuned_on else ""

    def _head(self, name: str) -> str:
        return "" if name == UNSTATED else self._words.term("head", name).text

    def _base(self, name: str) -> str:
        return self._words.term("base", name).text if name in self._catalog.taxonomy.get("base", {}) else name

    def _number(self, value: Measured, benchmark: Benchmark) -> str:
        if value.value is None:
            return value.typed
        percent = benchmark.metrics[Handle(value.metric)].unit == PERCENT
        text = f"{value.value:.2f}" if percent else f"{value.value:.4g}"
        return (
            f"{text} ± {value.spread:.2f}"
            if value.spread and percent
            else f"{text} ± {value.spread:.2g}"
            if value.spread
            else text
        )


def anchor_of(key: TableKey) -> str:
    """Return the place of a table on its page."""
    return f"{key.split}-{key.metric}-{key.how}"


def _parameters(variant: Variant | None, locale: Locale) -> str:
    return (
        said(variant.parameters, Unit.PARAMETERS, locale)
        if variant and isinstance(variant.parameters, Quantity)
        else ""
    )


def _size(variant: Variant | None) -> int:
    parameters = variant.parameters if variant else None
    return int((parameters.high or parameters.low or 0) if isinstance(parameters, Quantity) else 0)


def _without(model: str, variant: str) -> str:
    """Return the name of a variant without that of its model, which stands before it."""
    return variant[len(model) :].lstrip(" -") if variant.lower().startswith(model.lower()) else variant


_SAID = {("knn", "knn"), ("linear-probe", "linear")}
"""Protocols that have said already what the head is."""
_TEENS = range(11, 14)


def _ordinal(number: int, locale: Locale) -> str:
    if locale is Locale.ZH:
        return str(number)
    if number % 100 in _TEENS:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
