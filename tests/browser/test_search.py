"""The search as readers use it: page and dialog, keyboard, filters, the address, what is said of the results."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from rsfm.merge import Catalog

SHIFTS = """window.shifts = 0;
new PerformanceObserver((list) => { for (const each of list.getEntries()) if (!each.hadRecentInput) window.shifts += each.value; })
  .observe({ type: "layout-shift", buffered: true });"""


def shown(page: Page) -> list[str]:
    return page.locator("[data-results] article").evaluate_all("all => all.map((each) => each.dataset.paperId)")


def count_of(page: Page) -> int:
    expect(page.get_by_role("status").first).to_contain_text(re.compile(r"\d|No|没有"))
    found = re.search(r"\d+", page.get_by_role("status").first.inner_text())
    return int(found[0]) if found else 0


@pytest.mark.parametrize(
    ("locale", "query", "paper_id"),
    [
        ("zh", "遥感图文", "remoteclip"),
        ("en", "2311.15826", "geochat"),
        ("zh", "Kartik Kuckreja", "geochat"),
        ("en", "remoteclp", "remoteclip"),
    ],
)
def test_a_reader_finds_a_paper_from_any_page(open_page: OpenPage, locale: str, query: str, paper_id: str):
    page = open_page(f"{locale}/about/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    page.keyboard.type(query)
    expect(dialog.locator(f"article[data-paper-id={paper_id}]")).to_be_visible()
    # The paper may be found before the last letter is typed.
    page.wait_for_function(
        "(asked) => decodeURIComponent(location.search).includes(asked)", arg=f"q={query.split(maxsplit=1)[0]}"
    )
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{locale}/papers/*/")


def test_the_dialog_leads_to_the_search_page_with_all_results_and_filters(open_page: OpenPage):
    page = open_page("en/about/")
    page.keyboard.press("/")
    page.keyboard.type("change detection")
    link = page.get_by_role("dialog").get_by_role("link", name="with filters")
    expect(link).to_have_attribute("href", re.compile("detection$"))
    told = int(re.search(r"\d+", link.inner_text())[0])  # type: ignore[index]
    link.click()
    page.wait_for_url("**/en/search/?q=change*")
    assert count_of(page) == told
    expect(page.get_by_label("Modality")).to_be_visible()


def test_escape_closes_the_search_and_cleans_the_address(open_page: OpenPage):
    page = open_page("en/papers/geochat/")
    page.get_by_role("link", name="Search", exact=True).click()
    page.keyboard.type("clip")
    expect(page.get_by_role("dialog").locator("article").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("location.search") == ""


def test_an_address_with_a_query_opens_the_search(open_page: OpenPage):
    page = open_page("en/?q=RemoteCLIP")
    expect(page.get_by_role("dialog").locator("article[data-paper-id=remoteclip]")).to_be_visible()


def test_enter_leads_to_all_results_on_the_search_page(open_page: OpenPage):
    page = open_page("zh/")
    page.keyboard.press("/")
    page.keyboard.type("语义分割")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/search/?q=*")
    expect(page.locator("[data-results] article").first).to_be_visible()


def test_the_home_page_searches(open_page: OpenPage):
    page = open_page("en/")
    page.get_by_role("searchbox").first.fill("GeoChat")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/en/search/?q=GeoChat")
    expect(page.locator("article[data-paper-id=geochat]")).to_be_visible()


def test_facets_narrow_the_list_and_live_in_the_address(open_page: OpenPage, catalog: Catalog):
    page = open_page("en/search/")
    expect(page.locator("[data-results] article")).to_have_count(min(12, len(catalog.papers)))
    page.get_by_label("Modality").select_option("sar")
    with_sar = {p.paper_id for p in catalog.papers if "sar" in p.entry.model.modalities}
    expect(page.get_by_role("status")).to_contain_text(str(len(with_sar)))
    assert set(shown(page)) <= with_sar
    assert "modality=sar" in page.url
    page.reload()
    expect(page.get_by_role("status")).to_contain_text(str(len(with_sar)))
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("status")).to_contain_text(str(len(catalog.papers)))
    assert "modality" not in page.url


def test_more_results_come_when_asked_for_and_take_the_focus(open_page: OpenPage):
    page = open_page("en/search/?q=SAR")
    expect(page.locator("[data-results] article")).to_have_count(12)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator("[data-results] article")).to_have_count(24)
    assert page.evaluate(
        "document.activeElement.closest('li') === document.querySelector('[data-results]').children[12]"
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("en/search/?q=foundaton model", "No paper has “foundaton”; shown are papers for “foundation”."),
        ("zh/search/?q=遥感影像语义分割", "以下论文包含它的各部分：“遥感”"),
        ("en/search/?q=which model can count ships in satellite images", "those with the rarest: “"),
        ("en/search/?q=open weights SAR optical", "Read as filters: Weights: open, SAR, Optical (RGB)."),
        ("zh/search/?q=开源权重 高光谱", "已理解为筛选条件：权重：开放、高光谱。"),
        ("en/search/?q=GeoChat zebra", "No paper has “zebra”; it was left out."),
    ],
)
def test_a_reader_is_told_how_the_query_was_understood(open_page: OpenPage, path: str, said: str):
    page = open_page(path)
    expect(page.locator("main .search__notes")).to_contain_text(said)
    expect(page.locator("main [data-results] article").first).to_be_visible()


def test_a_term_is_offered_as_a_filter(open_page: OpenPage, catalog: Catalog):
    page = open_page("en/search/?q=change detection")
    page.get_by_role("link", name="Change detection", exact=True).click()
    page.wait_for_url("**task=change-detection*")
    assert count_of(page) == sum("change-detection" in p.entry.model.tasks for p in catalog.papers)


def test_an_empty_result_offers_parts_and_lists(open_page: OpenPage):
    page = open_page("en/search/?q=zebra")
    expect(page.get_by_role("status")).to_contain_text("No paper matches")
    assert shown(page) == []
    expect(page.get_by_role("link", name="By family")).to_be_visible()


def test_filters_that_leave_nothing_offer_to_go(open_page: OpenPage):
    page = open_page("en/search/?q=GeoChat&modality=audio")
    expect(page.get_by_role("status")).to_contain_text("No paper matches")
    page.get_by_role("link", name="Without filters").click()
    page.wait_for_url("**/search/?q=GeoChat")
    expect(page.locator("article[data-paper-id=geochat]")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "label", "passage"),
    [("zh/search/?q=Bo Du", "作者", "Bo Du"), ("en/search/?q=Bo Du", "Authors", "Bo Du")],
)
def test_a_result_says_why_it_was_found_where_its_card_does_not_show_it(
    open_page: OpenPage, path: str, label: str, passage: str
):
    why = open_page(path).locator(".card__why").first
    expect(why).to_contain_text(passage)
    expect(why.locator(".card__where")).to_have_text(label)


@pytest.mark.parametrize(
    ("locale", "query", "marked"),
    [("zh", "语义分割", "语义分割"), ("en", "REMOTE  sensing", "remote sensing"), ("en", "SAR", "sar")],
)
def test_results_show_what_was_asked_for(open_page: OpenPage, locale: str, query: str, marked: str):
    page = open_page(f"{locale}/search/?q={query}")
    expect(page.locator("[data-results] article").first).to_be_visible()
    found = page.evaluate("[...CSS.highlights.get('found')].map((range) => range.toString().toLowerCase())")
    assert marked in [each.replace("-", " ") for each in found]
    assert not any(each in ("ar", "-s", "sa") for each in found)


def test_a_search_that_cannot_load_says_so(open_page: OpenPage):
    page = open_page("zh/about/", expected=("Failed to load", "Failed to fetch"))
    page.route("**/search-index/**", lambda route: route.abort())
    page.keyboard.press("/")
    page.keyboard.type("遥感")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("未能载入")


def test_without_scripts_the_page_says_so_and_leads_on(open_page: OpenPage):
    page = open_page("en/search/", java_script_enabled=False)
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.get_by_label("Modality")).to_be_hidden()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["en/search/?q=SAR", "zh/search/?q=遥感影像语义分割", "en/search/"])
def test_nothing_moves_while_results_come(open_page: OpenPage, path: str, width: int):
    page = open_page(path, script=SHIFTS, viewport={"width": width, "height": 800})
    expect(page.locator("[data-results] article").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifts") <= 0.05


def test_the_search_page_asks_at_once_for_all_that_it_loads(open_page: OpenPage):
    page = open_page("en/search/?q=SAR")
    expect(page.locator("[data-results] article").first).to_be_visible()
    told, loaded = page.evaluate(
        """[[...document.querySelectorAll("link[rel=modulepreload]")].map((link) => link.href),
        performance.getEntriesByType("resource").map((each) => each.name).filter((name) => name.endsWith(".js"))]"""
    )
    assert {each for each in loaded if "/early/" not in each} == set(told)


def test_a_person_is_shown_as_the_reason_and_nobody_else_of_that_name(open_page: OpenPage):
    page = open_page("zh/papers/geochat/?q=Liangpei Zhang")
    reasons = page.locator("#search-dialog .card__why")
    expect(reasons.first).to_contain_text("Liangpei")
    expect(reasons.filter(has_text="Zhang")).to_have_count(reasons.count())
    assert [text for text in reasons.all_inner_texts() if "Zhang" in text and "Liangpei" not in text] == []


def test_without_dialogs_the_link_leads_to_the_page_of_the_search(open_page: OpenPage, base: str):
    page = open_page("en/papers/geochat/?q=SAR", script="delete HTMLDialogElement.prototype.showModal;")
    page.keyboard.press("/")
    page.get_by_role("link", name="Search").click()
    page.wait_for_url(f"{base}en/search/")
