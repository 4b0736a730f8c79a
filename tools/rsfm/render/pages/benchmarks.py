"""The benchmarks: one list, a page for each with its tables, and what sources cannot agree on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from rsfm.locales import Locale
from rsfm.model import Benchmark, Handle
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer
from rsfm.render.standing import ShownRow, ShownTable, Standing, plot_of, scatters_of
from rsfm.results import BenchmarkResults, Disagreement

_PLOTTED = 2
"""So many values make a plot."""


@page_type(menu=(25, "benchmarks/", "nav_benchmarks"))
def benchmarks(renderer: Renderer) -> Iterator[Page]:
    """Yield the list of all benchmarks, by task."""
    comparison = renderer.comparison
    for locale in Locale:
        title = renderer.messages.say(locale, "nav_benchmarks")
        lead = renderer.messages.say(
            locale,
            "benchmarks_lead",
            benchmarks=len(comparison.benchmarks),
            values=len(comparison.values),
            tables=len(comparison.tables),
        )
        body = renderer.render(
            "benchmarks.html",
            locale,
            f"{locale}/benchmarks/",
            heading=title,
            lead=lead,
            tasks=comparison.by_task,
            disagreements=len(comparison.disagreements),
        )
        yield renderer.page(locale, "benchmarks/", title=title, description=lead, body=body)


@page_type()
def benchmark(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of each benchmark."""
    for locale in Locale:
        standing = Standing(renderer.catalog, locale, renderer.messages.say)
        for each in renderer.comparison.benchmarks.values():
            tail = f"benchmarks/{each.name}/"
            key = partial(renderer.keys.of_benchmark, f"{locale}/{tail}", each)
            yield Page.later(f"{locale}/{tail}", key, partial(_benchmark, renderer, locale, standing, each, tail))


def _benchmark(renderer: Renderer, locale: Locale, standing: Standing, each: BenchmarkResults, tail: str) -> Page:
    label, lead = (text.best(locale) for text in (each.benchmark.label, each.benchmark.definition))
    tables = [standing.table(table, each.benchmark) for table in each.tables]
    rows = [row for table in tables for row in table.rows]
    body = renderer.render(
        "benchmark.html",
        locale,
        f"{locale}/{tail}",
        heading=label,
        lead=lead,
        results=each,
        benchmark=each.benchmark,
        metrics=[standing.metric(name, each.benchmark) for name in each.benchmark.metrics],
        introduced=renderer.catalog.by_id.get(each.benchmark.entry) if each.benchmark.entry else None,
        tables=[(table, _pictures(renderer, table)) for table in tables],
        families=[term for term in renderer.catalog.taxonomy["family"] if any(row.family == term for row in rows)],
        sized=sum(row.size > 0 for row in rows) > 1,
        opened=len({row.open_weights for row in rows}) > 1,
        left_out=[
            (
                standing.row(out.measured, each.benchmark, None, out.reason),
                standing.metric(out.measured.metric, each.benchmark),
                standing.protocol(out.measured.how),
                standing.split(out.measured.split, each.benchmark),
            )
            for out in each.left_out
        ],
        disagreements=[_disagreement(standing, renderer, one) for one in each.disagreements],
    )
    return renderer.page(locale, tail, title=label, description=lead, body=body)


def _pictures(renderer: Renderer, shown: ShownTable) -> tuple[object, object]:
    names = [f"{row.model} {row.variant}".strip() for row in shown.rows]
    plot = plot_of(shown.table, names) if len(names) >= _PLOTTED else None
    return plot, scatters_of(shown.table, names, renderer.catalog)


@page_type()
def disagreements(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of all values that cannot both be true."""
    found = renderer.comparison.disagreements
    for locale in Locale:
        standing = Standing(renderer.catalog, locale, renderer.messages.say)
        title = renderer.messages.say(locale, "disagreements")
        lead = renderer.messages.say(locale, "disagreements_lead", count=len(found))
        rows = [_disagreement(standing, renderer, one) for one in found]
        body = renderer.render(
            "disagreements.html", locale, f"{locale}/disagreements/", heading=title, lead=lead, rows=rows
        )
        yield renderer.page(locale, "disagreements/", title=title, description=lead, body=body)


@dataclass(frozen=True, kw_only=True)
class _Dispute:
    """Values that cannot both be true, in words."""

    one: Disagreement
    benchmark: Benchmark
    metric: str
    split: str
    sides: list[tuple[ShownRow, str, str]]
    """Each value with its protocol and its origin."""
    apart: str


def _disagreement(standing: Standing, renderer: Renderer, one: Disagreement) -> _Dispute:
    benchmark = renderer.catalog.benchmarks[Handle(one.on)]
    return _Dispute(
        one=one,
        benchmark=benchmark,
        metric=standing.metric(one.metric, benchmark),
        split=standing.split(one.split, benchmark),
        sides=[(standing.row(side, benchmark, None), standing.protocol(side.how), side.origin) for side in one.sides],
        apart=f"{one.apart:.4g}",
    )
