"""Nothing jumps while a page loads: what comes late has its room before (Cumulative Layout Shift)."""

from __future__ import annotations

import pytest

from browser.conftest import OpenPage

MOST = 0.05
"""Half of what browsers' makers call good."""
OBSERVED = """
window.jumped = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) jumped.push([value, sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
}).observe({ type: "layout-shift", buffered: true });
"""
LATE = {
    "": ".card",
    "papers/": "rsfm-explorer:not([hidden]) form",
    "papers/?modality=sar&weights=open": "rsfm-explorer .card",
    "papers/?q=CLIP": "rsfm-explorer .card",
    "papers/?family=visual&view=table": "rsfm-explorer tbody tr",
    "search/": "input[type=search]",
    "search/?q=CLIP": "article",
    "favourites/": "main",
    "papers/clay/": "rsfm-star button",
    "papers/geolangbind/": "rsfm-star button",
}
"""What is there when a page is done, by its address."""


@pytest.mark.parametrize(("locale", "width"), [("zh", 360), ("en", 1280)])
@pytest.mark.parametrize("path", list(LATE))
def test_nothing_jumps_while_a_page_loads(open_page: OpenPage, locale: str, width: int, path: str):
    page = open_page(f"{locale}/{path}", script=OBSERVED, viewport={"width": width, "height": 800})
    page.wait_for_load_state("networkidle")
    page.locator(LATE[path]).first.wait_for()
    # The observer is told after the next frame.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    jumped = page.evaluate("jumped")
    assert sum(value for value, _ in jumped) <= MOST, jumped
