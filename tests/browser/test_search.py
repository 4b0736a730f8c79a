"""The search finds every paper that contains what was asked, in both languages, from every page."""

from __future__ import annotations

import random
import re

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.site.search_text import fold, words_to_ask
from rsfm.site.searchable import searchable_texts

ASK = """async (queries) => {
  const { search } = await import(new URL("../../assets/js/search_engine.js", location.href).href);
  const { loadPapers } = await import(new URL("../../assets/js/cards.js", location.href).href);
  const papers = await loadPapers();
  const answers = [];
  for (const query of queries) answers.push((await search(query, papers)).map((paper) => paper.paper_id));
  return answers;
}"""
CHINESE = [
    "遥感",
    "语义分割",
    "视觉语言",
    "基础模型",
    "预训练",
    "零样本",
    "变化检测",
    "目标检测",
    "多模态",
    "数据集",
    "指令微调",
    "对比学习",
    "影像",
    "分割",
]
NAMES = ["GeoChat", "geochat", "CLIP", "SegEarth-OV", "SkySense", "RS5M", "GeoLangBind", "DOFA", "吉林一号"]
OTHERS = [
    "2410.01768",
    "2311.15826",
    "Vision-Language",
    "Sentinel-2",
    "Xiao Xiang Zhu",
    "Delong Chen",
    "CVPR",
    "zebra",
    "孙显",
]


def plain_search(catalog: Catalog, query: str) -> set[str]:
    """The papers that contain ``query`` as it stands."""
    wanted = fold(query)
    return {p.paper_id for p in catalog.papers if any(wanted in text for text in folded_texts(p, catalog))}


def folded_texts(paper: Paper, catalog: Catalog) -> list[str]:
    return [fold(text) for _, text in searchable_texts(paper, catalog)]


def queries_of(catalog: Catalog) -> list[str]:
    """Every query named above, every word of every title and name, and parts of words and phrases drawn by a seed."""
    chosen = random.Random(7)  # noqa: S311 -- the same queries in every run
    texts = [text for paper in catalog.papers for text in folded_texts(paper, catalog)]
    words = sorted({word for text in texts for word in re.findall(r"[a-z0-9]{2,}", text)})
    runs = sorted({run for text in texts for run in re.findall(r"[\u4e00-\u9fff]{2,}", text)})
    titles = {word for p in catalog.papers for word in re.findall(r"\w+", f"{p.entry.title} {p.entry.name}")}
    parts = []
    for word in chosen.sample(words, 150):
        start = chosen.randrange(len(word) - 1)
        parts.append(word[start : chosen.randrange(start + 2, len(word) + 1)])
    for run in chosen.sample(runs, 150):
        start = chosen.randrange(len(run) - 1)
        parts.append(run[start : min(len(run), start + chosen.randrange(2, 6))])
    return [*CHINESE, *NAMES, *OTHERS, *sorted(titles), *chosen.sample(words, 150), *parts]


@pytest.mark.parametrize("locale", list(Locale))
def test_the_search_finds_every_paper_that_contains_the_query(open_page: OpenPage, catalog: Catalog, locale: Locale):
    queries = [query for query in queries_of(catalog) if words_to_ask(query)]
    answers = open_page(f"{locale}/search/").evaluate(ASK, queries)
    assert len(answers) > 400
    found = dict(zip(queries, map(set, answers), strict=True))
    assert {
        query: plain_search(catalog, query) - papers
        for query, papers in found.items()
        if plain_search(catalog, query) - papers
    } == {}
    # A query of one word, or of one pair of characters, finds nothing else either.
    single = [query for query in queries if len(words_to_ask(query)) == 1]
    assert len(single) > 200
    assert {
        query: found[query] - plain_search(catalog, query)
        for query in single
        if found[query] - plain_search(catalog, query)
    } == {}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("CLIP", "remoteclip"),
        ("open-vocabulary", {"segearth-ov", "skysense-o"}),
        ("SkySense", "skysense"),
        ("吉林一号", "cgeartheye"),
        ("SkySense-O", "skysense-o"),
        ("rsgpt", "rsgpt"),
        ("arXiv:2311.15826", "geochat"),
    ],
)
def test_what_a_paper_is_about_counts_more_than_what_it_mentions(
    open_page: OpenPage, query: str, first: str | set[str]
):
    answer = open_page("en/search/").evaluate(ASK, [query])[0]
    assert answer[0] in ({first} if isinstance(first, str) else first), answer


def shown(page: Page) -> list[str]:
    return page.locator("[data-results] article").evaluate_all("all => all.map((each) => each.dataset.paperId)")


@pytest.mark.parametrize(
    ("locale", "query", "paper_id"),
    [
        ("zh", "遥感图文", "remoteclip"),
        ("en", "2311.15826", "geochat"),
        ("zh", "Delong Chen", "remoteclip"),
        ("en", "MaKA", "geolangbind"),
    ],
)
def test_a_reader_finds_a_paper_from_any_page(open_page: OpenPage, locale: str, query: str, paper_id: str):
    page = open_page(f"{locale}/about/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    page.keyboard.type(query)
    expect(dialog.locator(f"article[data-paper-id={paper_id}]")).to_be_visible()
    assert f"q={query.split(maxsplit=1)[0]}" in page.evaluate("decodeURIComponent(location.search)")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{locale}/papers/*/")


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
    expect(page.locator("article[data-paper-id=segearth-ov]")).to_be_visible()


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
    assert set(shown(page)) == with_sar
    assert "modality=sar" in page.url
    page.reload()
    expect(page.get_by_role("status")).to_contain_text(str(len(with_sar)))
    page.get_by_role("button", name="Clear filters").click()
    expect(page.get_by_role("status")).to_contain_text(str(len(catalog.papers)))
    assert "modality" not in page.url


def test_papers_of_other_fields_come_last(open_page: OpenPage):
    for answer in open_page("zh/search/").evaluate(ASK, ["遥感", "视觉语言", "vision-language"]):
        assert "mir" not in answer[:3]


@pytest.mark.parametrize(
    ("locale", "query", "marked"),
    [
        ("zh", "语义分割", {"语义", "义分", "分割"}),
        ("en", "REMOTE  sensing", {"remote", "sensing"}),
        ("en", "zebra", set()),
    ],
)
def test_results_show_what_was_asked_for(open_page: OpenPage, locale: str, query: str, marked: set[str]):
    page = open_page(f"{locale}/search/?q={query}")
    expect(page.get_by_role("status").first).to_contain_text(re.compile(r"\d|No|没有"))
    found = page.evaluate("[...CSS.highlights.get('found')].map((range) => range.toString().toLowerCase())")
    assert set(found) == marked


def test_nothing_found_says_so(open_page: OpenPage):
    page = open_page("en/search/?q=zebra")
    expect(page.get_by_role("status")).to_contain_text("No paper matches")
    assert shown(page) == []


def test_a_search_that_cannot_load_says_so(open_page: OpenPage):
    page = open_page("zh/search/", expected=("Failed to load", "Failed to fetch", "Pagefind", "pagefind", "worker"))
    page.route("**/pagefind/**", lambda route: route.abort())
    page.get_by_label("搜索论文").first.fill("遥感")
    expect(page.get_by_role("status")).to_contain_text("未能载入")


@pytest.mark.parametrize(
    "text",
    [
        "遥感 CLIP",
        "https://arxiv.org/abs/2311.15826v1",
        "doi:10.1109/TGRS.2024.3390838",
        "ＦＵＬＬ width",
        "Müller",
        "SegEarth-OV",
        "2410.01768",
        "𠀀𠀁x",
        "İstanbul ﬁne",
    ],
)
def test_a_query_is_cut_in_the_browser_as_texts_are_cut_in_the_index(open_page: OpenPage, text: str):
    cut = 'async (t) => (await import(new URL("../../assets/js/search_text.js", location.href).href)).wordsToAsk(t)'
    assert open_page("en/search/").evaluate(cut, text) == words_to_ask(text)
