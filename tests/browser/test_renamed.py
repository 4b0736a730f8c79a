"""A paper that was renamed keeps its stars, notes and lists, and its place in links to comparisons."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, Route, expect

from browser.conftest import OpenPage

NAMES = '<meta name="rsfm-renamed" content="{&#34;old-sat&#34;:&#34;satmae&#34;}"><link rel="icon"'
STARRED = {
    "version": 2,
    "lists": ["Thesis"],
    "papers": [
        {"id": "old-sat", "at": "2025-01-02", "lists": ["Thesis"], "note": "first", "read": False},
        {"id": "geochat", "at": "", "lists": [], "note": "", "read": False},
        {"id": "satmae", "at": "2026-01-02", "lists": [], "note": "second", "read": True},
    ],
}


def with_names(page: Page) -> None:
    """Let every page say that satmae was once called old-sat."""

    def told(route: Route) -> None:
        answer = route.fetch()
        without = re.sub(r'<meta name="rsfm-renamed"[^>]*>', "", answer.text())
        route.fulfill(response=answer, body=without.replace('<link rel="icon"', NAMES, 1))

    page.route(lambda url: url.split("?")[0].split("#")[0].endswith("/"), told)


def test_stars_of_the_former_name_are_stars_of_the_paper(open_page: OpenPage):
    page = open_page(
        "en/about/", script=f"localStorage.setItem('rsfm:favourites:2', {json.dumps(json.dumps(STARRED))})"
    )
    with_names(page)
    page.goto(page.url.replace("about/", "favourites/"))
    expect(page.locator("[data-results] article")).to_have_count(2)
    expect(page.locator("[data-results] [data-paper-id=satmae] textarea").first).to_have_value("first\n\nsecond")
    page.goto(page.url.replace("favourites/", "papers/satmae/"))
    expect(page.get_by_role("button", name="Favourite SatMAE", exact=True).first).to_have_attribute(
        "aria-pressed", "true"
    )


def test_a_comparison_finds_papers_by_their_former_names(open_page: OpenPage):
    page = open_page("en/about/")
    with_names(page)
    page.goto(page.url.replace("about/", "compare/?ids=old-sat,geochat,satmae"))
    expect(page.locator("rsfm-compare thead th a")).to_have_text(["SatMAE", "GeoChat"])
