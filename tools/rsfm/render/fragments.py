"""Generated parts of hand-written pages: ``<!-- rsfm:name -->`` in Markdown becomes ``fragments/name.html``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from rsfm.locales import Locale
from rsfm.model import Availability
from rsfm.render.home import fresh, last_day, picks
from rsfm.render.messages import day
from rsfm.render.pictures import matrix, papers_by_year
from rsfm.render.renderer import Renderer
from rsfm.render.shards import shard_count
from rsfm.render.templates import Html

NEWEST = 6
"""Cards under "newest" on the home page."""

TASKS, MODALITIES = 12, 9
"""Of the matrix on the home page."""

Values = Mapping[str, Any]


def fragment(renderer: Renderer, name: str, locale: Locale, address: str) -> Html:
    """Return the fragment ``name`` for a page at ``address``. Raises KeyError for an unknown name."""
    values = FRAGMENTS[name](renderer, locale, address)
    return renderer.render(f"fragments/{name}.html", locale, address, **values)


def _hero(renderer: Renderer, *_: object) -> Values:
    entries = [paper.entry for paper in renderer.catalog.papers]
    return {
        "count": len(entries),
        "open_code": sum(entry.code.state is Availability.OPEN for entry in entries),
        "open_weights": sum(entry.weights.state is Availability.OPEN for entry in entries),
        "drawn": papers_by_year(renderer.catalog),
        "names": family_numbers(renderer),
    }


def family_numbers(renderer: Renderer) -> dict[str, int]:
    """Return the number of each family, by which pictures colour it."""
    return {family: place for place, family in enumerate(renderer.catalog.taxonomy["family"])}


def _fresh(renderer: Renderer, locale: Locale, _: str) -> Values:
    end = last_day(renderer.catalog)
    return {"fresh": fresh(renderer.catalog, locale), "end": day(end, locale) if end else ""}


def _matrix(renderer: Renderer, *_: object) -> Values:
    return {"matrix": matrix(renderer.catalog, TASKS, MODALITIES), "names": {}}


def _families(renderer: Renderer, locale: Locale, _: str) -> Values:
    terms = renderer.catalog.taxonomy["family"]
    return {"families": [(term, terms[term], len(papers)) for term, papers in renderer.catalog.by_family.items()]}


def _years(renderer: Renderer, *_: object) -> Values:
    counts = {year: len(papers) for year, papers in renderer.catalog.by_year.items()}
    return {"years": counts, "most": max(counts.values(), default=1)}


def _newest(renderer: Renderer, *_: object) -> Values:
    papers = renderer.catalog.papers
    return {"cards": renderer.cards_html(papers[:NEWEST]), "count": len(papers)}


def _search(renderer: Renderer, locale: Locale, address: str) -> Values:
    return {**_families(renderer, locale, address), **_years(renderer)}


def _favourites(renderer: Renderer, *_: object) -> Values:
    return {"shards": shard_count(len(renderer.catalog.papers))}


FRAGMENTS: dict[str, Callable[[Renderer, Locale, str], Values]] = {
    "hero": _hero,
    "families": _families,
    "years": _years,
    "newest": _newest,
    "fresh": _fresh,
    "matrix": _matrix,
    "picks": lambda renderer, *_: {"picks": picks(renderer.catalog)},
    "search": _search,
    "favourites": _favourites,
    "forms": lambda *_: {},
    "rules": lambda renderer, *_: {"rules": renderer.content.rules},
    "exports": lambda renderer, *_: {"exports": renderer.content.exports},
}
"""What each fragment is filled with: a function of the renderer, the locale and the address of the page."""
