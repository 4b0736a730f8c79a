"""What the home page and the page for newcomers compute: news by day, picks by task, ways to choose."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from urllib.parse import parse_qs

import pytest

from conftest import PROJECT
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.model import Availability
from rsfm.render import PAGE_TYPES, Content, Messages, Renderer, SiteFacts, menu_of
from rsfm.render.facets import commercial_of, ranges_of, terms_of
from rsfm.render.home import first, fresh, last_day, picks
from rsfm.render.pages.news import MONTHS


@pytest.fixture(scope="module")
def renderer(catalog: Catalog) -> Renderer:
    messages = Messages.load(PROJECT / "site_src/messages")
    content = Content(catalog=catalog, site=SiteFacts(site_url="", repo_url=""))
    templates = [PROJECT / "site_src/templates", PROJECT / "site_src/docs"]
    return Renderer(content, messages, templates, menu_of([], messages))


@pytest.fixture(scope="module")
def start_page(renderer: Renderer) -> str:
    return next(PAGE_TYPES["start"].build(renderer)).html


def test_the_page_of_news_tells_each_thing_once(renderer: Renderer):
    pages = {page.address: page.html for page in PAGE_TYPES["news"].build(renderer)}
    for locale in Locale:
        week, shown = (told(pages[f"{locale}/{tail}"]) for tail in ("news/week/", "news/"))
        assert week
        assert shown[: len(week)] == week
        assert len(set(shown)) == len(shown)
        months = sorted((address for address in pages if re.match(rf"{locale}/news/\d", address)), reverse=True)
        assert set(shown) == {*week, *(each for address in months[:MONTHS] for each in told(pages[address]))}


def told(page: str) -> list[str]:
    """The events on a page of news."""
    return re.findall(r"<li><time.*?</li>", re.sub(r'(href=")[./]*', r"\1", page))


def test_news_are_counted_from_the_last_day_the_catalog_knows(catalog: Catalog):
    end = last_day(catalog)
    assert end
    added, accepted, released = fresh(catalog, Locale.EN)
    assert added.week == sum(end - paper.entry.added < timedelta(days=7) for paper in catalog.papers)
    assert [each.what for each in (accepted, released)] == ["accepted", "released"]
    for each in (accepted, released):
        assert len({news.paper_id for news in each.shown}) == len(each.shown)
        assert [news.date for news in each.shown] == sorted((news.date for news in each.shown), reverse=True)


def test_picks_are_models_of_the_task_those_first_that_can_be_had(catalog: Catalog):
    for task, count, papers in picks(catalog):
        assert count == sum(task in paper.entry.model.tasks for paper in catalog.papers)
        assert all(task in paper.entry.model.tasks and "model" in paper.entry.kinds for paper in papers)
        had = [paper.entry.weights.state is Availability.OPEN for paper in papers]
        assert had == sorted(had, reverse=True)


def test_an_empty_catalog_has_no_news():
    nothing = Catalog(papers=(), taxonomy={"family": {}})
    assert fresh(nothing, Locale.EN) == []
    assert picks(nothing) == []
    assert first(nothing, lambda _: True, 3) == []


def test_every_way_to_choose_leads_to_as_many_papers_as_it_says(catalog: Catalog, start_page: str):
    links = re.findall(r'<a class="chip" href="[^"]*papers/\?([^"]+)"[^>]*>[^<]* <span[^>]*>(\d+)</span>', start_page)
    assert len(links) > 20
    for query, count in links:
        [(facet, [wanted])] = parse_qs(html.unescape(query)).items()
        assert int(count) == sum(fits(paper.entry, facet, wanted, catalog) for paper in catalog.papers), query


def fits(entry, facet: str, wanted: str, catalog: Catalog) -> bool:
    """Whether the explorer would show the paper."""
    if facet == "parameters":
        low, high = wanted.split("-")
        known = ranges_of(entry).get("parameters")
        return bool(known) and known[1] >= float(low) and known[0] <= float(high or "inf")
    terms = terms_of(entry)
    return wanted in (terms | {"commercial": commercial_of(terms, catalog.taxonomy)}).get(facet, ())
