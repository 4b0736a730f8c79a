"""Whatever can be pressed is large enough for a finger (WCAG 2.2, 2.5.8), on every kind of page; words in a text are not."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from browser.conftest import OpenPage
from browser.test_looks import LOOKED_AT_ELSEWHERE, example_of
from rsfm.merge import Catalog
from rsfm.render import PAGE_TYPES

TOO_SMALL = """() => {
  const inText = (node) => {
    if (getComputedStyle(node).display !== "inline") return false;
    let block = node;
    while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let beside = "";
    while (texts.nextNode()) {
      if (!texts.currentNode.parentElement.closest("a, button, .visually-hidden")) beside += texts.currentNode.data;
    }
    return /[\\p{L}\\p{N}]{2}/u.test(beside);
  };
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !inText(node))
    .map((node) => {
      const box = (node.matches("[type=checkbox], [type=radio]") ? node.closest("label") ?? node : node).getBoundingClientRect();
      return [Math.min(box.width, box.height), node.outerHTML.slice(0, 120)];
    })
    // What is read out and not shown has one pixel.
    .filter(([size]) => size > 1 && size < 24)
    .map(([size, html]) => `${size.toFixed(1)} ${html}`);
}"""
MORE = (
    "en/papers/clay/",
    "zh/papers/geolangbind/",
    "en/search/?q=CLIP",
    "zh/about/",
    "en/data/",
    "en/rules/",
    "404.html",
)


def too_small(page: Page) -> dict[int, list[str]]:
    """Return what is too small on the page, at the width of a phone and at that of a laptop."""
    found = {}
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found[width] = page.evaluate(TOO_SMALL)
    return found


@pytest.mark.parametrize("name", [name for name in PAGE_TYPES if name not in LOOKED_AT_ELSEWHERE])
def test_every_registered_type_of_page_can_be_used_with_a_finger(open_page: OpenPage, catalog: Catalog, name: str):
    assert too_small(open_page(example_of(name, catalog))) == {360: [], 1280: []}


@pytest.mark.parametrize("path", MORE)
def test_a_page_can_be_used_with_a_finger(open_page: OpenPage, path: str):
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    assert too_small(page) == {360: [], 1280: []}


STOPS = """() => {
  const here = document.activeElement;
  return here.closest("pre") ? [[...document.querySelectorAll("pre")].indexOf(here.closest("pre"))] : [];
}"""


@pytest.mark.parametrize("path", ["en/papers/clay/", "zh/data/", "en/contribute/"])
def test_a_block_of_code_is_one_stop_at_most(open_page: OpenPage, path: str):
    page = open_page(path, viewport={"width": 360, "height": 800})
    page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
    blocks = page.locator("main pre:visible").count()
    assert blocks
    page.locator("main pre:visible").first.evaluate(
        "(pre) => { pre.tabIndex = 0; pre.focus(); pre.removeAttribute('tabindex'); }"
    )
    stops: list[int] = []
    for _ in range(5 * blocks + 10):
        page.keyboard.press("Tab")
        stops += page.evaluate(STOPS)
    assert len(stops) == len(set(stops))
