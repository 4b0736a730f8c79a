"""The list of all papers as a reader narrows it: terms, numbers, words, orders; by address, keyboard and on bad days."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.model import TermName
from rsfm.render.facets import facets_of_all, ranges_of
from rsfm.render.page import title_beside

STATUS = ".explorer__status"
CARDS = "rsfm-explorer [data-results] article"
ALL_OF = f"""(ids) => {{
  const shown = [...document.querySelectorAll("{CARDS}")];
  return shown.length > 0 && shown.every((each) => ids.includes(each.dataset.paperId));
}}"""


def counted(page: Page) -> int:
    """How many papers the explorer says that there are."""
    expect(page.locator(STATUS)).to_have_text(re.compile(r"\d"))
    return int(re.sub(r"\D", "", page.locator(STATUS).inner_text()))


def says(page: Page, count: int) -> None:
    """Wait until the explorer says that so many papers fit."""
    expect(page.locator(STATUS)).to_have_text(re.compile(rf"(?<!\d){count}(?!\d)"))


def those(catalog: Catalog, **wanted: str) -> list[str]:
    """The papers that have every one of the terms ``wanted``, by facet."""
    return [
        paper_id
        for paper_id, facets in facets_of_all(catalog).items()
        if all(term in facets.get(facet, ()) for facet, term in wanted.items())
    ]


@pytest.mark.parametrize("locale", ["en", "zh"])
def test_papers_are_narrowed_by_terms_and_the_counts_say_what_is_left(
    open_page: OpenPage, catalog: Catalog, locale: str
):
    page = open_page(f"{locale}/papers/")
    page.locator(".explorer__filters > summary").click()
    task, modality = (
        catalog.taxonomy[facet][TermName(term)].label.best(Locale(locale))
        for facet, term in (("task", "change-detection"), ("modality", "sar"))
    )
    page.get_by_role("checkbox", name=task).first.check()
    says(page, len(those(catalog, task="change-detection")))
    both = those(catalog, task="change-detection", modality="sar")
    option = page.locator("[data-facet=modality] li").filter(has=page.get_by_role("checkbox", name=modality)).first
    expect(option.locator("[data-count]")).to_have_text(str(len(both)))
    option.get_by_role("checkbox").check()
    says(page, len(both))
    page.wait_for_function(ALL_OF, arg=both)
    assert page.url.endswith("?task=change-detection&modality=sar")


def test_terms_of_one_facet_are_any_or_all(open_page: OpenPage, catalog: Catalog):
    page = open_page("en/papers/?modality=sar&modality=multispectral")
    assert counted(page) == len({*those(catalog, modality="sar"), *those(catalog, modality="multispectral")})
    page.locator(".explorer__filters > summary").click()
    page.locator("[data-every=modality]").check()
    both = set(those(catalog, modality="sar")) & set(those(catalog, modality="multispectral"))
    says(page, len(both))
    assert "every=modality" in page.url


def test_numbers_narrow_and_what_nobody_knows_fits_none(open_page: OpenPage, catalog: Catalog):
    page = open_page("en/papers/")
    page.locator(".explorer__filters > summary").click()
    page.get_by_label("Parameters: to").fill("100")
    ends = [ranges_of(paper.entry).get("parameters") for paper in catalog.papers]
    small = [range_ for range_ in ends if range_ and range_[0] <= 100e6]
    says(page, len(small))
    assert page.url.endswith("?parameters=-100000000")


def test_back_takes_the_last_choice_away_and_an_address_is_a_choice(open_page: OpenPage, catalog: Catalog):
    page = open_page("en/papers/?weights=open&view=table&sort=name")
    assert counted(page) == len(those(catalog, weights="open"))
    names = page.locator("[data-table] tbody th").all_inner_texts()
    assert names == sorted(names, key=str.casefold) and len(names) > 20
    page.get_by_role("button", name="Take Weights: open away").click()
    says(page, len(catalog.papers))
    page.go_back()
    says(page, len(those(catalog, weights="open")))
    expect(page.get_by_role("button", name="Take Weights: open away")).to_be_visible()


def test_nothing_chosen_is_the_list_as_it_came(open_page: OpenPage):
    page = open_page("en/papers/?q=SatMAE")
    expect(page.locator(f"{CARDS}[data-paper-id=satmae]")).to_be_visible()
    expect(page.locator("[data-static]")).to_be_hidden()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#explorer-q")).to_be_focused()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator("[data-static]")).to_be_visible()
    expect(page.locator("rsfm-explorer [data-results]")).to_be_hidden()


def test_who_comes_to_find_a_model_sees_what_to_choose_by(open_page: OpenPage):
    page = open_page("en/")
    page.get_by_role("link", name="Find a model").first.click()
    page.wait_for_url("**/en/papers/#filters")
    expect(page.get_by_role("checkbox", name="Change detection").first).to_be_visible()


def test_the_explorer_is_worked_by_keyboard(open_page: OpenPage):
    page = open_page("en/papers/")
    page.locator("#explorer-q").focus()
    page.keyboard.type("hyperspectral")
    expect(page.locator(CARDS).first).to_be_visible()
    expect(page.locator("#explorer-q")).to_be_focused()
    page.locator(".explorer__filters > summary").focus()
    page.keyboard.press("Enter")
    box = page.locator("[data-facet=task] input[name=task]").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    expect(page.get_by_role("button", name=re.compile("^Take .* away$"))).to_have_count(1)


@pytest.mark.parametrize("lost", ["data/papers.json", "data/en/terms.json", "data/en/*.json"])
def test_what_could_not_be_loaded_is_said_and_tried_again(open_page: OpenPage, lost: str):
    page = open_page("en/papers/", expected=("ERR_FAILED",))
    page.route(f"**/{lost}", lambda route: route.abort())
    page.locator(".explorer__top select[name=sort]").select_option("name")
    expect(page.locator(STATUS)).to_have_text(re.compile("could not be loaded"))
    page.unroute(f"**/{lost}")
    page.locator(".explorer__top select[name=sort]").select_option("added")
    expect(page.locator(CARDS).first).to_be_visible()


@pytest.mark.parametrize("view", ["", "&view=table"])
def test_what_is_narrowed_is_accessible_on_a_phone(open_page: OpenPage, view: str):
    page = open_page(f"en/papers/?task=change-detection{view}#filters", viewport={"width": 360, "height": 800})
    expect(page.locator(f"{CARDS}, rsfm-explorer tbody tr").first).to_be_visible()
    assert [each["id"] for each in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") == 0


def test_nothing_moves_when_the_explorer_arrives(open_page: OpenPage):
    watch = """window.moved = 0;
      new PerformanceObserver((list) => { for (const each of list.getEntries()) window.moved += each.value; })
        .observe({ type: "layout-shift", buffered: true });"""
    page = open_page("en/papers/", script=watch, viewport={"width": 360, "height": 740})
    page.wait_for_load_state("networkidle")
    expect(page.locator("#explorer-q")).to_be_visible()
    assert page.evaluate("window.moved") < 0.05


def test_without_scripts_no_dead_field_is_shown(open_page: OpenPage):
    page = open_page("en/papers/", java_script_enabled=False, expected=("was preloaded using link preload",))
    expect(page.locator("#explorer-q")).to_be_hidden()
    assert page.locator(".page-head").bounding_box()["y"] < page.locator("article.card").first.bounding_box()["y"] < 500


def test_papers_are_compared_from_their_cards(open_page: OpenPage, base: str):
    page = open_page("en/papers/?q=SatMAE")
    page.locator(CARDS).get_by_role("link", name="Compare SatMAE", exact=True).click()
    page.wait_for_url("**/en/compare/?ids=satmae")
    page.goto(f"{base}en/search/?q=Scale-MAE")
    page.locator("main").get_by_role("link", name="Compare Scale-MAE", exact=True).click()
    page.wait_for_url("**/en/compare/?ids=satmae,scale-mae")
    expect(page.locator("rsfm-compare thead a")).to_have_text(["SatMAE", "Scale-MAE"])


def test_a_sixth_paper_is_not_compared_and_that_is_said(open_page: OpenPage, base: str):
    page = open_page("en/compare/?ids=satmae,scale-mae,geochat,remoteclip,skysense")
    expect(page.locator("rsfm-compare thead a")).to_have_count(5)
    page.goto(f"{base}en/compare/?add=mtp")
    expect(page.get_by_role("status").filter(has_text="Five papers are the most")).to_be_visible()
    expect(page.locator("rsfm-compare thead a")).to_have_count(5)


def test_authors_and_the_conference_of_a_paper_lead_to_their_papers(open_page: OpenPage, catalog: Catalog):
    page = open_page("en/papers/skysense/")
    page.get_by_role("link", name="CVPR 2024").click()
    page.wait_for_url("**/en/browse/venue/cvpr-2024/")
    page.go_back()
    page.locator(".paper__authors").get_by_role("link", name="Yansheng Li").click()
    page.wait_for_url("**/en/browse/author/yansheng-li/")
    assert page.locator("article.card").count() == sum("Yansheng Li" in each.authors for each in catalog.papers)


def test_scripts_leave_out_of_titles_what_templates_do(open_page: OpenPage, catalog: Catalog):
    page = open_page("en/papers/")
    named = [[paper.entry.name, paper.entry.title] for paper in catalog.papers]
    code = """named => import(new URL('../../assets/js/cards.js', location.href))
        .then(m => named.map(([name, title]) => m.titleBeside(name, title)))"""
    assert page.evaluate(code, named) == [title_beside(*each) for each in named]


def test_cards_that_scripts_draw_name_no_model_twice(open_page: OpenPage):
    page = open_page("zh/papers/?q=SatMAE")
    first = page.locator(CARDS).filter(has=page.get_by_role("link", name="SatMAE", exact=True)).first
    expect(first.locator(".card__title")).to_have_text(re.compile("^Pre-Training Transformers", re.IGNORECASE))
    expect(first.locator(".card__title")).to_have_attribute("lang", "en")


def test_a_model_is_compared_under_the_paper_that_it_is_part_of(open_page: OpenPage, catalog: Catalog):
    paper = next(paper for paper in catalog.papers if paper.paper_id == "skyscript")
    assert "SkyCLIP" in paper.entry.aliases
    page = open_page("zh/compare/?ids=remoteclip")
    for name, said in (
        ("SkyCLIP", f"SkyCLIP 收录在 {paper.entry.name} 名下，已加入对比。"),
        ("Nonesuch", "没有名为 Nonesuch 的论文。"),
    ):
        page.locator("#compare-name").fill(name)
        page.get_by_role("button", name="加入").click()
        expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    expect(page.locator("rsfm-compare thead a")).to_have_text(["RemoteCLIP", paper.entry.name])


def test_every_number_that_was_asked_for_is_named_and_can_be_taken_away(open_page: OpenPage):
    page = open_page("en/papers/?task=change-detection&parameters=-100000000")
    expect(page.locator(STATUS)).to_have_text(re.compile(r"\d"))
    few = counted(page)
    page.get_by_role("button", name="Take Parameters ≤ 100 M away").click()
    page.wait_for_url("**/en/papers/?task=change-detection")
    page.wait_for_function(f"() => parseInt(document.querySelector('{STATUS}').textContent) > {few}")


def test_a_comparison_that_cannot_be_loaded_says_so_and_not_that_the_papers_are_unknown(open_page: OpenPage):
    page = open_page(
        "en/compare/?ids=satmae,skysense", script="window.fetch = async () => { throw new TypeError(''); };"
    )
    said = page.get_by_role("status").filter(has_text="could not be loaded")
    expect(said).to_be_visible()
    page.locator("#compare-name").fill("GeoChat")
    page.get_by_role("button", name="Add").click()
    expect(said).to_be_visible()
