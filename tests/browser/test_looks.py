"""Every kind of page: accessible, inside its width, in both schemes, languages and sizes."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from browser.conftest import OpenPage
from conftest import PROJECT
from rsfm.merge import Catalog
from rsfm.render import PAGE_TYPES, Content, Messages, Renderer, SiteFacts, menu_of

PAGES = [
    "",
    "papers/",
    "papers/geolangbind/",
    "papers/crossearth/",
    "families/visual/",
    "years/",
    "search/?q=CLIP",
    "favourites/",
    "contribute/",
    "rules/",
    "about/",
]


FETCHING = ("search/?q=CLIP", "favourites/")
"""Pages that ask for something after they have loaded."""
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


# Every page at every width in either scheme, and in either language at both widths.
@pytest.mark.parametrize(
    ("locale", "width", "scheme"),
    [("en", 360, "light"), ("en", 1280, "dark"), ("zh", 360, "dark"), ("zh", 1280, "light")],
)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_accessible_and_does_not_scroll_sideways(
    open_page: OpenPage, locale: str, path: str, width: int, scheme: str
):
    page = open_page(f"{locale}/{path}", viewport={"width": width, "height": 800}, color_scheme=scheme)
    if path in FETCHING:
        page.wait_for_load_state("networkidle")
    assert page.evaluate(SIDEWAYS) == 0
    violations = Axe().run(page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in violations] == []


def example_of(name: str, catalog: Catalog) -> str:
    """The address of the first page of a registered type."""
    messages = Messages.load(PROJECT / "site_src/messages")
    content = Content(catalog=catalog, site=SiteFacts(site_url="", repo_url=""))
    templates = [PROJECT / "site_src/templates", PROJECT / "site_src/docs"]
    page = next(PAGE_TYPES[name].build(Renderer(content, messages, templates, menu_of([], messages))))
    return page.address


LOOKED_AT_ELSEWHERE = ("articles", "root", "lost", "former_papers")
"""Former papers lead on at once, and there are none until a paper is renamed: tests/site/test_renamed.py."""


@pytest.mark.parametrize("name", [name for name in PAGE_TYPES if name not in LOOKED_AT_ELSEWHERE])
def test_every_registered_type_of_page_is_accessible_on_a_phone(open_page: OpenPage, catalog: Catalog, name: str):
    page = open_page(example_of(name, catalog), viewport={"width": 360, "height": 800})
    assert page.evaluate(SIDEWAYS) == 0
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_is_accessible(open_page: OpenPage, scheme: str):
    page = open_page("en/?q=CLIP", color_scheme=scheme)
    page.get_by_role("dialog").locator("article").first.wait_for()
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize("path", ["", "404.html"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_in_no_language_are_accessible(open_page: OpenPage, base: str, path: str, scheme: str):
    # Without scripts, as a reader without them sees it; the root would go on to a language otherwise.
    page = open_page(path, color_scheme=scheme)
    page.route("**/choose_locale.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(f"{base}{path}")
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []


def test_the_menu_of_a_narrow_page_opens_by_keyboard_and_gives_the_focus_back(open_page: OpenPage):
    page = open_page("zh/papers/", viewport={"width": 360, "height": 800})
    button = page.get_by_role("button", name="菜单")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("navigation", name="主导航").get_by_role("link", name="论文")).to_be_focused()
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    page.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    page.get_by_role("link", name="分类浏览").click()
    page.wait_for_url("**/zh/browse/")


def test_the_menu_closes_when_the_focus_or_a_click_leaves_it(open_page: OpenPage):
    page = open_page("en/papers/", viewport={"width": 360, "height": 800})
    button = page.get_by_role("button", name="Menu")
    button.click()
    page.get_by_role("navigation", name="Main navigation").get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    page.get_by_role("heading", level=1).click()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_of_a_narrow_page_is_there_without_scripts(open_page: OpenPage):
    page = open_page("en/", viewport={"width": 360, "height": 800}, java_script_enabled=False)
    expect(page.get_by_role("link", name="Favourites", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()


FOCUSED = """() => {
  const element = document.activeElement;
  const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
  const shown = box.width > 0 && box.height > 0;
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  return element === document.body ? "" : shown && ring ? "seen" : element.outerHTML.slice(0, 120);
}"""
MOST_STOPS = 120


@pytest.mark.parametrize(
    "path", ["zh/", "zh/papers/dofa/", "en/papers/#filters", "en/compare/?ids=satmae,skysense", "zh/benchmarks/aid/"]
)
def test_whoever_walks_by_keyboard_sees_where_they_are(open_page: OpenPage, path: str):
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(FOCUSED))
        if not stops[-1]:
            break
    assert len(stops) > 20
    assert {stop for stop in stops if stop} == {"seen"}
