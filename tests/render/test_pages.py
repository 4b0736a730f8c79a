"""A paper's page says what is known, says that the rest is not, and never borrows a language silently."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from conftest import PROJECT
from export import made
from invented import TAXONOMY, entry, snapshot
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, merge
from rsfm.model import (
    ArxivId,
    Entry,
    Origin,
    PaperId,
    Points,
    Prose,
    Related,
    Relations,
    Section,
    Snapshot,
    Venue,
    VenueKind,
    VenueState,
)
from rsfm.render import Article, Content, Messages, Renderer, SiteFacts, all_pages, menu_of
from rsfm.render.card import authors_line
from rsfm.render.facts import PaperFacts
from rsfm.render.messages import day
from rsfm.render.page import last_step, title_beside
from rsfm.render.references import References
from rsfm.render.structured_data import json_for_script

TEMPLATES = [PROJECT / "site_src/templates", PROJECT / "site_src/docs"]
MESSAGES = Messages.load(PROJECT / "site_src/messages")
PROSE = Prose(
    origin=Origin.MODEL_UNREVIEWED,
    one_line=Section(en="Only in English."),
    key_points=Points(zh=("一", "二", "三"), en=("One", "Two", "Three")),
    summary=Section(zh="只有中文。"),
    applications=Section(zh="用途。", en="Uses.", origin=Origin.PERSON),
)


def pages_of(*entries: Entry, said: tuple[Snapshot, ...] = (), articles: tuple[Article, ...] = ()) -> dict[str, str]:
    """The HTML of every page in a language, by address."""
    catalog = merge(entries, {each.arxiv_id: each for each in said}, TAXONOMY)
    citations = {paper.paper_id: {"BibTeX": "@misc{x}"} for paper in catalog.papers}
    site = SiteFacts(site_url="https://example.org/atlas/", repo_url="https://example.org/source")
    content = Content(catalog=catalog, site=site, citations=citations, articles=articles)
    renderer = Renderer(content, MESSAGES, TEMPLATES, menu_of(articles, MESSAGES))
    return {page.address: page.html for page in all_pages(renderer) if page.address.startswith(("zh/", "en/"))}


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_language_that_is_missing_is_said_to_be_missing_and_the_other_is_marked():
    pages = pages_of(entry("a", prose=PROSE))
    zh, en = pages["zh/papers/a/"], pages["en/papers/a/"]
    assert "暂无中文，以下为英文" in zh
    assert '<div lang="en"><p>Only in English.</p>' in re.sub(r">\s+<", "><", zh)
    assert "Not yet available in English" in en
    assert '<div lang="zh-Hans"><p>只有中文。</p>' in re.sub(r">\s+<", "><", en)
    assert "暂无中文" not in text_of(pages_of(entry("b", prose=replace(PROSE, one_line=None)))["zh/papers/b/"])


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (Origin.PERSON, "Written by a person."),
        (Origin.MODEL_REVIEWED, "reviewed by a person"),
        (Origin.MODEL_UNREVIEWED, "not yet reviewed by a person"),
    ],
)
def test_a_page_says_who_wrote_it(origin: Origin, words: str):
    assert words in text_of(pages_of(entry("a", prose=replace(PROSE, origin=origin)))["en/papers/a/"])


def test_a_section_of_another_origin_says_so_itself():
    html = pages_of(entry("a", prose=PROSE))["en/papers/a/"]
    section = html[html.index('id="applications"') :]
    assert "Written by a person." in section[: section.index("</section>")]


def test_what_nobody_knows_is_said_not_to_be_known():
    text = text_of(pages_of(entry("a"))["en/papers/a/"])
    assert "Not known: Modalities, Sensors, Ground sampling distance, Methods, Tasks, Backbone, Parameters" in text
    assert "Code not known" in text
    assert not re.search(r"\bMethod\b", text)


def test_what_follows_from_the_architecture_is_not_said_to_be_unknown(catalog: Catalog):
    shown = [PaperFacts(paper, catalog, Locale.EN) for paper in catalog.papers]
    nominal = [facts for facts in shown if facts.parameters and facts.parameters.values[0].nominal]
    assert nominal
    assert not [facts.entry.paper_id for facts in nominal if "Parameters" in facts.unknown]


def test_a_paper_that_is_on_arxiv_is_not_said_to_be_absent_from_it():
    text = text_of(pages_of(entry("a", arxiv_id=ArxivId("2501.00001")))["en/papers/a/"])
    assert "Metadata not yet fetched from arXiv." in text
    assert "No arXiv version" not in text
    assert "No arXiv version of this paper is known." in text_of(pages_of(entry("b"))["en/papers/b/"])


def test_facts_from_another_source_than_arxiv_say_so():
    mine = entry("a", arxiv_id=ArxivId("2501.00001"))
    text = text_of(pages_of(mine, said=(snapshot("2501.00001"),))["en/papers/a/"])
    assert "not yet confirmed with arXiv" in text
    assert "No abstract is stored yet" in text


def test_an_abstract_is_shown_as_the_authors_wrote_it():
    said = snapshot("2501.00001", abstract="Loss is $x < y$ & more.")
    assert (
        "Loss is $x &lt; y$ &amp; more."
        in pages_of(entry("a", arxiv_id=ArxivId("2501.00001")), said=(said,))["en/papers/a/"]
    )


def test_a_withdrawn_paper_says_so():
    said = snapshot("2501.00001", withdrawn=True)
    assert "Withdrawn from arXiv" in pages_of(entry("a", arxiv_id=ArxivId("2501.00001")), said=(said,))["en/papers/a/"]


def test_relations_are_shown_on_both_sides():
    pages = pages_of(entry("child", relations=Relations(builds_on=(Related(entry=PaperId("base")),))), entry("base"))
    assert "Builds on" in pages["en/papers/child/"]
    assert "Built upon by" in pages["en/papers/base/"]


def test_a_teacher_that_no_paper_starts_from_leads_nowhere(tmp_path: Path):
    # The example is distilled from DINOv2 and initialised from CLIP; only the latter has a list.
    papers = made.catalog(tmp_path, {name: made.plain(name) for name in ("remoteclip", "rs5m")})
    content = Content(catalog=papers, site=SiteFacts(site_url="https://example.org/", repo_url="https://example.org/"))
    renderer = Renderer(content, MESSAGES, TEMPLATES, menu_of([], MESSAGES))
    html = {page.address: page.html for page in all_pages(renderer)}["en/papers/terralens/"]
    assert '/browse/base/clip/">CLIP</a>' in html
    assert "<span>DINOv2</span>" in html


def test_every_page_has_the_same_address_in_both_languages():
    pages = pages_of(entry("a"), entry("b"))
    assert {path[3:] for path in pages if path.startswith("zh/")} == {
        path[3:] for path in pages if path.startswith("en/")
    }


def test_a_head_names_its_page_and_its_twin():
    head = pages_of(entry("a"))["zh/papers/a/"]
    assert '<link rel="canonical" href="https://example.org/atlas/zh/papers/a/">' in head
    assert '<link rel="alternate" hreflang="en" href="https://example.org/atlas/en/papers/a/">' in head
    assert '<meta property="og:title"' in head


def test_a_description_is_never_in_the_other_language():
    head = pages_of(entry("a", prose=PROSE))["zh/papers/a/"]
    assert '<meta name="description" content="A: An Invented Model (arXiv 2025)">' in head


def test_a_citation_is_dated_as_the_venue_and_online_as_arxiv():
    venue = Venue(name="CVPR", year=2026, state=VenueState.PUBLISHED, kind=VenueKind.CONFERENCE)
    mine = entry("a", arxiv_id=ArxivId("2501.00001"), venue=venue)
    head = pages_of(mine, said=(snapshot("2501.00001"),))["en/papers/a/"]
    assert 'name="citation_publication_date" content="2026"' in head
    assert 'name="citation_online_date" content="2025/01/02"' in head
    assert 'name="citation_conference_title" content="CVPR"' in head


def test_data_in_a_script_cannot_end_it():
    assert "<" not in json_for_script({"title": "</script><!--", "more": "a & b"})


@pytest.mark.parametrize(
    ("count", "en", "zh"),
    [(0, "", ""), (1, "A0", "A0"), (3, "A0, A1, A2", "A0、A1、A2"), (5, "A0, A1, A2 + 2", "A0、A1、A2 等 5 人")],
)
def test_a_card_names_three_authors_and_counts_the_rest(count: int, en: str, zh: str):
    authors = tuple(f"A{n}" for n in range(count))
    assert (authors_line(authors, Locale.EN), authors_line(authors, Locale.ZH)) == (en, zh)


def test_dates_are_written_as_people_write_them():
    assert day(date(2026, 3, 5), Locale.EN) == "5 March 2026"
    assert day(date(2026, 3, 5), Locale.ZH) == "2026 年 3 月 5 日"


def test_a_word_in_one_language_only_is_refused(tmp_path: Path):
    (tmp_path / "zh.yml").write_text("a: 甲\n")
    (tmp_path / "en.yml").write_text("a: A\nb: B\n")
    with pytest.raises(ValueError, match="only one language: b"):
        Messages.load(tmp_path)


def test_a_text_that_is_the_same_in_both_languages_is_not_marked():
    mine = entry("a", model=replace(entry("x").model, pretraining=Localized.same("MAE")))
    assert "暂无中文" not in pages_of(mine)["zh/papers/a/"]
    assert "MAE" in pages_of(mine)["zh/papers/a/"]


@pytest.mark.parametrize(
    ("name", "title", "rest"),
    [
        ("SatMAE", "SatMAE: Pre-training Transformers", "Pre-training Transformers"),
        ("LISAt", "LISAT: a segmentation assistant", "A segmentation assistant"),
        ("灵眸", "灵眸：遥感基础模型", "遥感基础模型"),
        ("Hydro", "Hydro--A Foundation Model", "A Foundation Model"),
        ("TerraLens", "TerraLens - A Model", "A Model"),
        ("DINOv3", "DINOv3", ""),
        ("MAE", "MAEs for the Earth", "MAEs for the Earth"),
        ("Mini-JEPA", "Mini-JEPA Foundation Model Fleet", "Mini-JEPA Foundation Model Fleet"),
        ("SAM", "SAM-Adapter: A Model", "SAM-Adapter: A Model"),
        ("CLIP", "A Model with CLIP: An Essay", "A Model with CLIP: An Essay"),
    ],
)
def test_a_title_beside_a_name_does_not_say_it_again(name: str, title: str, rest: str):
    assert title_beside(name, title) == rest


def test_a_card_says_the_name_once_and_a_reference_all_of_the_title():
    paper = replace(entry(PaperId("terralens")), name="TerraLens", title="TerraLens: A Model")
    pages = pages_of(paper)
    card = pages["en/papers/"].partition('data-paper-id="terralens"')[2].partition("</article>")[0]
    assert '<p class="card__title" lang="en">A Model</p>' in card
    assert '<meta name="citation_title" content="TerraLens: A Model">' in pages["en/papers/terralens/"]


@pytest.mark.parametrize(
    ("reference", "zh", "en"),
    [
        ("paper#abstract", "论文 摘要", "paper abstract"),
        ("paper#Table 3", "论文 表 3", "paper Table 3"),
        ("paper#Section 4.1", "论文 第 4.1 节", "paper Section 4.1"),
        ("card", "模型卡", "model card"),
        ("own-key", "own-key", "own-key"),
    ],
)
def test_a_source_is_named_in_the_language_of_the_page(reference: str, zh: str, en: str):
    (paper,) = merge([entry(PaperId("terralens"))], {}, TAXONOMY).papers
    references = References(paper, {}, None)
    assert [references.cite(reference, locale).label for locale in (Locale.ZH, Locale.EN)] == [zh, en]


def test_addresses_that_end_alike_are_told_apart_by_their_owners():
    urls = ["https://hub.example/ada/Lens", "https://hub.example/bo/Lens", "https://hub.example/bo/Lens-2"]
    assert [last_step(url, urls) for url in urls] == ["ada/Lens", "bo/Lens", "Lens-2"]
    twice = ["https://one.example/ada/Lens", "https://two.example/ada/Lens"]
    assert [last_step(url, twice) for url in twice] == ["", ""], "then they are numbered"
    assert last_step("https://hub.example/") == ""
