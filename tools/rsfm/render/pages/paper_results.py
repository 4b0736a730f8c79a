"""All results of a paper that has more of them than its own page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rsfm.locales import Locale
from rsfm.merge import Paper
from rsfm.render.facts import PaperFacts
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer
from rsfm.render.standing import ShownGroup, Standing

RESULTS_SHOWN = 20
"""So many results are on the page of a paper; where it has more, all of them are on a page of their own."""


@page_type()
def papers_results(renderer: Renderer) -> Iterator[Page]:
    """Yield all results of every paper that has more of them than its own page shows."""
    for locale in Locale:
        for paper in renderer.catalog.papers:
            if (count := results_of(renderer, paper)) > RESULTS_SHOWN:
                yield _results_page(renderer, locale, paper, count)


def _results_page(renderer: Renderer, locale: Locale, paper: Paper, count: int) -> Page:
    tail, name = f"papers/{paper.paper_id}/results/", paper.entry.name
    title = renderer.messages.say(locale, "results_of", name=name)
    body = renderer.render(
        "paper_results.html",
        locale,
        f"{locale}/{tail}",
        heading=title,
        paper_id=paper.paper_id,
        name=name,
        standing=standing_of(renderer, locale, paper),
        results=PaperFacts(paper, renderer.catalog, locale, renderer.vocabulary[locale]).results,
    )
    about = renderer.messages.say(locale, "results_of_about", name=name, count=count)
    return renderer.page(locale, tail, title=title, description=about, body=body)


def results_of(renderer: Renderer, paper: Paper) -> int:
    """Return how many values the models of ``paper`` have on benchmarks."""
    return sum(len(each.rows) + len(each.left_out) for each in renderer.comparison.of_paper(paper.paper_id))


def standing_of(renderer: Renderer, locale: Locale, paper: Paper) -> list[ShownGroup]:
    """Return how the models of ``paper`` stand, those with a rank first."""
    standing = Standing(renderer.catalog, locale, renderer.messages.say)
    return standing.groups(renderer.comparison.of_paper(paper.paper_id))


def first_rows(groups: Iterable[ShownGroup], count: int) -> Iterator[ShownGroup]:
    """Yield ``groups`` up to their first ``count`` rows."""
    for group in groups:
        if count <= 0:
            return
        yield replace(group, rows=group.rows[:count])
        count -= len(group.rows)
