"""What a reader does on the site: favourites, sharing, citing, switching language, reading without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from rsfm.merge import Catalog
from rsfm.render.pages.lists import CARDS


def star(page: Page, name: str, locale: str = "en"):
    return page.get_by_role("button", name={"en": f"Favourite {name}", "zh": f"收藏 {name}"}[locale]).first


def test_a_favourite_is_kept_and_listed(open_page: OpenPage, base: str):
    page = open_page("en/papers/geochat/")
    star(page, "GeoChat").click()
    expect(star(page, "GeoChat")).to_have_attribute("aria-pressed", "true")
    page.goto(f"{base}zh/favourites/")
    expect(page.locator("article[data-paper-id=geochat]")).to_be_visible()
    star(page, "GeoChat", "zh").click()
    expect(page.get_by_text("给论文加星标")).to_be_visible()


def test_favourites_are_the_same_in_all_tabs(open_page: OpenPage, base: str):
    page = open_page("en/papers/geochat/")
    other = page.context.new_page()
    other.goto(f"{base}en/favourites/")
    expect(other.get_by_text("A star on a paper keeps it here")).to_be_visible()
    star(page, "GeoChat").click()
    expect(other.locator("article[data-paper-id=geochat]")).to_be_visible()


KEPT = "JSON.parse(localStorage.getItem('rsfm:favourites:2'))"


def test_favourites_are_kept_by_paper_id(open_page: OpenPage):
    page = open_page("en/papers/crossearth/")
    star(page, "CrossEarth").click()
    assert [paper["id"] for paper in page.evaluate(KEPT)["papers"]] == ["crossearth"]


def test_a_favourite_that_left_the_catalog_can_be_removed(open_page: OpenPage):
    keep = "if (!localStorage.length) localStorage.setItem('rsfm:favourites:1', '[\"gone-model\", \"geochat\"]')"
    page = open_page("en/favourites/", script=keep)
    expect(page.get_by_text("gone-model is no longer in the catalog.")).to_be_visible()
    page.get_by_role("button", name="Remove").click()
    expect(page.get_by_text("gone-model is no longer in the catalog.")).to_be_hidden()
    expect(page.locator("article.card")).to_have_count(1)


BROKEN_STORAGE = {
    "throws": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
    "is null": "Object.defineProperty(window, 'localStorage', { value: null })",
    "is full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    "cannot be read": "Storage.prototype.getItem = () => { throw new DOMException('broken', 'InvalidStateError'); }",
    "holds nonsense": "for (const k of ['rsfm:scheme:1', 'rsfm:favourites:1', 'rsfm:favourites:2', 'rsfm:locale:1']) localStorage.setItem(k, '{nonsense')",
    "holds another shape": "localStorage.setItem('rsfm:scheme:1', '{\"index\": 9}'); localStorage.setItem('rsfm:favourites:1', '{\"a\": 1}'); localStorage.setItem('rsfm:favourites:2', '[7, {\"papers\": 3}]')",
    "holds null": "localStorage.setItem('rsfm:scheme:1', 'null'); localStorage.setItem('rsfm:favourites:1', 'null')",
}


@pytest.mark.parametrize("fault", BROKEN_STORAGE)
def test_the_site_works_when_storage(open_page: OpenPage, fault: str):
    page = open_page("en/papers/geochat/", script=BROKEN_STORAGE[fault])
    star(page, "GeoChat").click()
    expect(star(page, "GeoChat")).to_have_attribute("aria-pressed", "true")
    scheme = page.locator("html").get_attribute("data-md-color-scheme")
    page.get_by_role("button", name="Switch to dark mode").click()
    expect(page.locator("html")).not_to_have_attribute("data-md-color-scheme", scheme or "")
    page.keyboard.press("/")
    page.keyboard.type("RemoteCLIP")
    expect(page.get_by_role("dialog").locator("article[data-paper-id=remoteclip]")).to_be_visible()


@pytest.mark.parametrize("fault", ["throws", "is full"])
def test_the_reader_is_told_when_favourites_cannot_be_kept(open_page: OpenPage, base: str, fault: str):
    page = open_page("en/favourites/", script=BROKEN_STORAGE[fault])
    expect(page.get_by_text("favourites last only while this page is open")).to_be_visible()
    page.goto(f"{base}en/papers/geochat/")
    star(page, "GeoChat").click()
    expect(page.get_by_text("favourites last only while this page is open").first).to_be_visible()


def test_the_language_switch_keeps_the_search(open_page: OpenPage):
    page = open_page("en/search/?q=sar&family=visual")
    expect(page.get_by_role("status").filter(has_text="found")).to_be_visible()
    page.locator("a.switch-locale").click()
    page.wait_for_url("**/zh/search/?q=sar&family=visual")


def test_the_switch_between_light_and_dark_is_named_and_worked_by_keyboard(open_page: OpenPage):
    page = open_page("en/", color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("button", name="Switch to light mode").focus()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "default")
    expect(page.get_by_role("button", name="Switch to dark mode")).to_be_focused()
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-md-color-scheme", "default")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_is_dark_on_white(open_page: OpenPage, scheme: str):
    page = open_page("en/papers/geochat/", color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)
    colours = page.evaluate(
        "[getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.body).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_a_missing_address_leads_home_wherever_the_site_lies(open_page: OpenPage, base: str):
    page = open_page("zh/papers/no-such-model/", expected=("404",))
    page.get_by_role("link", name="首页").click()
    page.wait_for_url(f"{base}zh/")


def test_a_star_in_the_search_dialog_can_be_seen(open_page: OpenPage):
    page = open_page("en/about/?q=geochat")
    box = page.get_by_role("dialog").get_by_role("button", name="Favourite GeoChat").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 24


def test_the_citation_can_be_copied(open_page: OpenPage):
    script = (
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (t) => { window.copied = t; } } })"
    )
    page = open_page("en/papers/remoteclip/", script=script)
    cited = page.locator("section[aria-labelledby=cite] rsfm-copy").first
    cited.get_by_role("button", name="Copy").click()
    expect(cited.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("window.copied").startswith("@article{liu2023remoteclip,")


def test_the_language_switch_leads_to_the_same_page(open_page: OpenPage, base: str):
    page = open_page("en/papers/mtp/")
    page.get_by_role("link", name="本页的中文版").or_(page.locator("a.switch-locale")).first.click()
    page.wait_for_url(f"{base}zh/papers/mtp/")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.locator("a.switch-locale").click()
    page.wait_for_url(f"{base}en/papers/mtp/")


@pytest.mark.parametrize(("browser_locale", "lands"), [("zh-CN", "zh"), ("en-GB", "en"), ("fr-FR", "en")])
def test_the_root_goes_to_the_language_of_the_browser(open_page: OpenPage, base: str, browser_locale: str, lands: str):
    page = open_page("", locale=browser_locale)
    page.wait_for_url(f"{base}{lands}/")


def test_the_root_remembers_the_language_that_was_chosen(open_page: OpenPage, base: str):
    page = open_page("en/", locale="en-US")
    page.locator("a.switch-locale").click()
    page.wait_for_url(f"{base}zh/")
    page.goto(base)
    page.wait_for_url(f"{base}zh/")


def test_every_list_and_page_can_be_read_without_scripts(open_page: OpenPage, base: str, catalog: Catalog):
    page = open_page("", java_script_enabled=False, expected=("was preloaded using link preload",))
    page.get_by_role("link", name="进入中文版").click()
    page.get_by_role("link", name="全部论文").first.click()
    assert page.locator("article.card").count() == CARDS < len(catalog.papers)
    page.get_by_role("link", name="下一页").click()
    assert page.locator("article.card").count() == CARDS
    page.goto(f"{base}zh/papers/remoteclip/")
    expect(page.get_by_role("heading", name="方法详解")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("收藏"))).to_have_count(0)
    page.goto(f"{base}en/search/")
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    page.locator(".without-script a", has_text="Vision-language").click()
    assert page.locator("article.card").count() == CARDS < len(catalog.by_family["vision-language"])


def test_a_missing_address_is_answered_in_both_languages(open_page: OpenPage):
    page = open_page("en/papers/no-such-model/deep/", expected=("404",))
    expect(page.get_by_role("heading", name="This page does not exist")).to_be_visible()
    expect(page.get_by_role("heading", name="没有这个页面")).to_be_visible()


FIELDS_BEFORE_CARDS = 8
"""What stands before the first paper of the list: the fields of the explorer, and no more than a reader bears."""


def test_the_whole_way_to_a_paper_can_be_walked_by_keyboard(open_page: OpenPage):
    page = open_page("en/papers/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")
    for _ in range(FIELDS_BEFORE_CARDS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.card__name a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/papers/*/")


def test_a_printed_page_holds_the_paper_and_not_the_interface(open_page: OpenPage):
    page = open_page("en/papers/geochat/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Method")).to_be_visible()
    for which in (".header", ".toolbar rsfm-star button", ".footer", ".related"):
        expect(page.locator(which)).to_be_hidden()
