"""Where a newcomer starts: what these models are, how to choose one, what to read first; all of it computed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import Availability
from rsfm.render.facets import commercial_of, ranges_of, terms_of
from rsfm.render.home import first
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.pictures import Tie, links_of
from rsfm.render.renderer import Renderer
from rsfm.results import BenchmarkResults, Comparison

_MILLION, _BILLION = 10**6, 10**9
_SIZES: tuple[tuple[str, int | None, int | None], ...] = (
    ("small", None, 100 * _MILLION),
    ("medium", 100 * _MILLION, _BILLION),
    ("large", _BILLION, None),
)
"""What fits a laptop, one card of a workstation, or more than that."""
_FIRST = 6
_WAYS = 6
"""So many methods, surveys and foundations are named."""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One way to narrow the list of all papers: its words, how many papers it leaves, and its query."""

    label: str
    count: int
    query: str
    about: str = ""


@page_type()
def start(renderer: Renderer) -> Iterator[Page]:
    """Yield the page for newcomers."""
    catalog = renderer.catalog
    for locale in Locale:

        def say(name: str, locale: Locale = locale, **values: object) -> str:
            return renderer.messages.say(locale, name, **values)

        title = say("start_here")
        lead = say("start_lead", count=len(catalog.papers))
        body = renderer.render(
            "start.html",
            locale,
            f"{locale}/start/",
            heading=title,
            lead=lead,
            families=[
                (term, len(papers), first(catalog, lambda paper, term=term: paper.entry.family == term, 3))  # type: ignore[misc]
                for term, papers in catalog.by_family.items()
            ],
            methods=_terms(catalog, "method", locale)[:_WAYS],
            modalities=_terms(catalog, "modality", locale),
            tasks=_terms(catalog, "task", locale)[:12],
            sizes=_sizes(catalog, say),
            terms_of_use=_terms_of_use(catalog, say),
            surveys=[paper for paper in catalog.papers if "survey" in paper.entry.kinds][:_FIRST],
            foundations=_foundations(catalog),
            benchmarks=_benchmarks(renderer.comparison),
        )
        yield renderer.page(locale, "start/", title=title, description=lead, body=body)


def _terms(catalog: Catalog, vocabulary: str, locale: Locale) -> list[Choice]:
    """Return the terms of ``vocabulary`` that occur, those with most papers first."""
    counts = Counter(term for paper in catalog.papers for term in terms_of(paper.entry).get(vocabulary, ()))
    terms = catalog.taxonomy.get(vocabulary, {})
    return [
        Choice(
            label=terms[term].label.best(locale),
            count=count,
            query=f"{vocabulary}={term}",
            about=terms[term].definition.best(locale),
        )
        for term, count in counts.most_common()
        if term in terms
    ]


def _sizes(catalog: Catalog, say: Callable[..., str]) -> list[Choice]:
    known = [sizes for paper in catalog.papers if (sizes := ranges_of(paper.entry).get("parameters"))]
    return [
        Choice(
            label=say(f"start_size_{name}"),
            # As the explorer counts: a paper fits where any of its sizes does.
            count=sum((high is None or low <= high) and (least is None or top >= least) for low, top in known),
            query=f"parameters={least or 0}-{high or ''}",
        )
        for name, least, high in _SIZES
    ]


def _terms_of_use(catalog: Catalog, say: Callable[..., str]) -> list[Choice]:
    open_code = sum(paper.entry.code.state is Availability.OPEN for paper in catalog.papers)
    weights = sum("open" in terms_of(paper.entry).get("weights", ()) for paper in catalog.papers)
    uses = Counter(use for paper in catalog.papers for use in commercial_of(terms_of(paper.entry), catalog.taxonomy))
    return [
        Choice(label=say("start_open_weights"), count=weights, query="weights=open"),
        Choice(label=say("start_open_code"), count=open_code, query="code=open"),
        Choice(label=say("start_commercial"), count=uses["yes"], query="commercial=yes"),
    ]


def _foundations(catalog: Catalog) -> list[tuple[Paper, int]]:
    """Return the works on which most others say they stand, with how many those are."""
    counts = Counter(link.on.paper_id for link in links_of(catalog) if link.tie is not Tie.NAME)
    return [(catalog.by_id[paper_id], count) for paper_id, count in counts.most_common(_WAYS)]


def _benchmarks(comparison: Comparison) -> list[BenchmarkResults]:
    """Return the benchmarks with most models, one of each suite."""
    found: dict[str, BenchmarkResults] = {}
    for each in sorted(comparison.benchmarks.values(), key=lambda each: -each.models):
        found.setdefault(each.benchmark.suite or each.name, each)
    return list(found.values())[:_FIRST]
