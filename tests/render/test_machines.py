"""What a paper's page tells reference managers, search engines and previews, read back by a library."""

import html
import re

import extruct
import pytest

from export.made import HOSTILE, catalog, plain
from invented import PROJECT
from rsfm.render import Content, Messages, Renderer, SiteFacts, all_pages, menu_of

SITE = "https://atlas.example/"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    others = {name: plain(name) for name in ("remoteclip", "rs5m")}
    made = catalog(tmp_path_factory.mktemp("machines"), others)
    content = Content(catalog=made, site=SiteFacts(site_url=SITE, repo_url="https://example.org/source"))
    messages = Messages.load(PROJECT / "site_src/messages")
    folders = [PROJECT / "site_src/templates", PROJECT / "site_src/docs"]
    renderer = Renderer(content, messages, folders, menu_of([], messages))
    return {page.address: page.html for page in all_pages(renderer) if "/papers/" in page.address}


def read(page: str) -> tuple[dict[str, dict], dict[str, list[str]]]:
    """Return JSON-LD by type, and meta tags by name."""
    found = extruct.extract(page, syntaxes=["json-ld"], uniform=False)["json-ld"]
    tags: dict[str, list[str]] = {}
    for name, content in META.findall(page):
        tags.setdefault(name, []).append(html.unescape(content))
    return {thing["@type"]: thing for thing in found}, tags


META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')


def test_reference_managers_find_every_field(pages):
    _, tags = read(pages["en/papers/terralens/"])
    assert tags["citation_title"] == ["TerraLens: An Invented Vision-Language Model for Learning the Entry Format"]
    assert tags["citation_author"] == ["Ada Example", "李示例"]
    assert tags["citation_journal_title"] == ["IEEE TGRS"]
    assert tags["citation_publication_date"] == ["2025"]
    assert (tags["citation_volume"], tags["citation_issue"]) == (["63"], ["2"])
    assert (tags["citation_firstpage"], tags["citation_lastpage"]) == (["1"], ["20"])
    assert tags["citation_doi"] == ["10.1000/terralens.2025"]
    assert tags["citation_pdf_url"] == ["https://arxiv.org/pdf/2501.00010"]
    assert tags["citation_keywords"] == ["vision-language model", "instruction tuning"]


def test_search_engines_find_the_article_its_code_its_data_and_the_way_to_it(pages):
    things, _ = read(pages["zh/papers/terralens/"])
    assert things["ScholarlyArticle"]["mainEntityOfPage"] == f"{SITE}zh/papers/terralens/"
    assert things["ScholarlyArticle"]["author"][1]["name"] == "李示例"
    assert things["SoftwareSourceCode"]["codeRepository"] == "https://example.org/terralens/code"
    assert things["Dataset"]["name"] == "TerraLens-1M"
    assert things["Dataset"]["license"].startswith("https://")
    steps = things["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert steps[-1] == {"@type": "ListItem", "position": 3, "name": "TerraLens", "item": f"{SITE}zh/papers/terralens/"}


def test_previews_find_title_section_and_authors(pages):
    _, tags = read(pages["zh/papers/terralens/"])
    assert tags["og:type"] == ["article"]
    assert (tags["og:locale"], tags["og:locale:alternate"]) == (["zh_CN"], ["en_US"])
    assert tags["og:url"] == [f"{SITE}zh/papers/terralens/"]
    assert tags["article:author"] == ["Ada Example", "李示例"]
    assert tags["article:tag"] == ["视觉语言模型", "指令微调"]


def test_a_hostile_title_comes_back_whole_and_nothing_is_made_up(pages):
    things, tags = read(pages["en/papers/hostile/"])
    assert tags["citation_title"] == [HOSTILE]
    assert things["ScholarlyArticle"]["headline"] == HOSTILE
    assert set(things) == {"ScholarlyArticle", "BreadcrumbList"}, "no code and no data is known"
    assert not {"citation_doi", "citation_pdf_url", "citation_volume"} & tags.keys()


def test_a_page_names_its_twins_for_programs(pages):
    page = pages["en/papers/terralens/"]
    for kind, href in (
        ("text/markdown", "index.md"),
        ("application/json", "../../../api/v1/papers/terralens.json"),
        ("application/x-bibtex", "../../../cite/terralens.bib"),
    ):
        assert f'<link rel="alternate" type="{kind}" href="{href}">' in page
