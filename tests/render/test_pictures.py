"""Pictures say what the catalog says: every count is checked against the papers."""

from __future__ import annotations

import re

import pytest

from conftest import PROJECT
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.render import PAGE_TYPES, Content, Messages, Renderer, SiteFacts, menu_of
from rsfm.render.numbers import counted
from rsfm.render.pictures import amounts, lineages, links_of, matrix, openness, papers_by_year, sizes, timeline
from rsfm.render.pictures.lineage import Tie
from rsfm.render.pictures.scale import Scale, marks, round_top


def test_every_paper_is_in_the_bar_of_its_year(catalog: Catalog):
    drawn = papers_by_year(catalog)
    assert {bar.year: bar.total for bar in drawn.bars if bar.total} == {y: len(p) for y, p in catalog.by_year.items()}
    assert sum(piece.count for bar in drawn.bars for piece in bar.pieces) == len(catalog.papers)
    assert all(piece.at >= 0 for bar in drawn.bars for piece in bar.pieces)


def test_a_year_without_papers_is_a_gap_not_left_out(catalog: Catalog):
    years = [bar.year for bar in papers_by_year(catalog).bars]
    assert years == list(range(min(years), max(years) + 1))


def test_fields_of_the_matrix_count_the_papers_that_have_both(catalog: Catalog):
    drawn = matrix(catalog, tasks=5, modalities=4)
    for task, _, fields in drawn.rows:
        for field in fields:
            both = [
                p for p in catalog.papers if task in p.entry.model.tasks and field.modality in p.entry.model.modalities
            ]
            assert field.count == len(both)
    assert drawn.gaps == sum(field.count == 0 for _, _, fields in drawn.rows for field in fields)


@pytest.mark.parametrize("what", ["code", "weights"])
def test_openness_counts_nothing_where_there_is_nothing_to_release(catalog: Catalog, what: str):
    wanted = sum(getattr(paper.entry, what).state != "not-applicable" for paper in catalog.papers)
    assert sum(bar.total for bar in openness(catalog, what).bars) == wanted


def test_every_model_is_a_dot_of_the_timeline(catalog: Catalog):
    dots = [dot for lane in timeline(catalog).lanes for dot in lane.dots]
    assert {dot.paper.paper_id for dot in dots} == {p.paper_id for p in catalog.papers if "model" in p.entry.kinds}


def test_every_known_size_is_a_dot(catalog: Catalog):
    known = [v for p in catalog.papers for v in p.entry.models.values() if v.parameters]
    assert len(sizes(catalog, Locale.EN).dots) == len(known)


def test_pretraining_data_is_a_dot_where_it_is_counted_in_images_or_samples(catalog: Catalog):
    dots = amounts(catalog, Locale.EN).dots
    known = [
        (paper.paper_id, data.name)
        for paper in catalog.papers
        for data in paper.entry.data
        if "pre-training" in data.role and {"images", "samples"} & set(data.count)
    ]
    assert sorted((dot.paper.paper_id, dot.variant) for dot in dots) == sorted(known)
    heights = [dot.y for dot in dots]
    assert heights == sorted(heights, reverse=True)  # the smallest first, lowest


def test_what_is_stood_on_is_older(catalog: Catalog):
    assert all(link.on.newness < link.work.newness for link in links_of(catalog))


def test_the_well_known_lineages_can_be_recognised(catalog: Catalog):
    drawn = {each.root.entry.name: {node.paper.entry.name for node in each.nodes} for each in lineages(catalog)}
    assert {"RingMo", "SkySense", "SatMAE", "RemoteCLIP", "Prithvi"} <= set(drawn)
    assert {"RingMo-Sense", "RingMo-Aerial", "RingMoE"} <= drawn["RingMo"]
    assert "Prithvi-EO-2.0" in drawn["Prithvi"]
    assert all(node.tie for each in lineages(catalog) for node in each.nodes[1:])


def test_a_name_is_a_tie_only_where_nothing_closer_is_known(catalog: Catalog):
    closest = {(link.work.paper_id, link.on.paper_id): link.tie for link in links_of(catalog)}
    assert closest["ringmo-lite", "ringmo"] is Tie.SUCCEEDS
    assert closest["ringmo-aerial", "ringmo"] is Tie.NAME


def test_an_axis_ends_at_a_round_number():
    assert [round_top(value) for value in (1, 3, 7, 11, 319, 1000)] == [1, 4, 10, 20, 400, 1000]
    assert [mark.text for mark in marks(400, Scale(low=0, high=400, start=0, end=1))] == [
        "0",
        "100",
        "200",
        "300",
        "400",
    ]
    assert Scale(low=3, high=3, start=0, end=10)(3) == 5


def test_an_empty_catalog_has_empty_pictures():
    nothing = Catalog(papers=(), taxonomy={"family": {}})
    assert papers_by_year(nothing).bars == ()
    assert timeline(nothing).lanes == ()
    assert sizes(nothing, Locale.ZH).dots == amounts(nothing, Locale.ZH).dots == ()
    assert matrix(nothing).rows == ()
    assert lineages(nothing) == []


def test_the_page_draws_with_classes_and_has_a_table_for_every_picture(catalog: Catalog):
    messages = Messages.load(PROJECT / "site_src/messages")
    content = Content(catalog=catalog, site=SiteFacts(site_url="", repo_url=""))
    templates = [PROJECT / "site_src/templates", PROJECT / "site_src/docs"]
    for page in PAGE_TYPES["pictures"].build(Renderer(content, messages, templates, menu_of([], messages))):
        assert not re.search(r"\sstyle=| fill=| stroke=|<script(?! src| type=.module. src)", page.html)
        assert page.html.count('class="folded"') == 6  # the matrix is a table itself
        assert len(re.findall('<svg class="picture[^>]*aria-labelledby', page.html)) == page.html.count("<title id=")


@pytest.mark.parametrize(
    ("number", "what", "said"),
    [
        ("4.93 亿", "幅影像", "4.93 亿幅影像"),
        ("3500", "幅影像", "3500 幅影像"),
        ("2 万", "GB", "2 万 GB"),
        ("4M", "images", "4M images"),
    ],
)
def test_chinese_numbers_and_what_they_count_stand_together(number: str, what: str, said: str):
    assert counted(number, what) == said
