"""What is found is what was asked: pairs of Chinese exactly, names and people first, nothing inside other words."""

from __future__ import annotations

import random
import re

import pytest

from browser.search.asking import Search
from rsfm.merge import Catalog
from rsfm.site.search.concepts import concepts_of
from rsfm.site.search.fields import texts_of
from rsfm.site.search.text import fold


def texts(catalog: Catalog) -> dict[str, list[str]]:
    """Every text of every paper, folded."""
    return {p.paper_id: [fold(each.text) for each in texts_of(p, catalog.taxonomy)] for p in catalog.papers}


def test_pairs_of_chinese_are_found_exactly(real: Search):
    chosen = random.Random(7)  # noqa: S311 -- the same queries in every run
    folded = texts(real.catalog)
    runs = sorted(
        {run for each in folded.values() for text in each for run in re.findall(r"[\u4e00-\u9fff]{2,}", text)}
    )
    meant = {spelling for concept in concepts_of(real.catalog) for spelling in concept.spellings}
    people = {author for paper in real.catalog.papers for author in paper.authors}
    pairs = {run[at : at + 2] for run in chosen.sample(runs, 400) for at in (chosen.randrange(len(run) - 1),)}
    queries = sorted(pairs - meant - people)
    cut = [query for query in queries if not set(query) & set("的了吗呢吧和与在是能会想找如何哪怎什么")]
    assert len(cut) > 150
    for query, answer in zip(cut, real.ask(cut), strict=True):
        wanted = {paper_id for paper_id, each in folded.items() if any(query in text for text in each)}
        assert set(answer.ids) == wanted, query


@pytest.mark.parametrize("query", ["SAR", "CD", "MAE", "ViT"])
def test_no_paper_is_found_for_the_inside_of_a_word_of_its_text(real: Search, query: str):
    whole = re.compile(rf"(?<![a-z0-9]){query.lower()}|(?<=[a-z]){query}", re.IGNORECASE)
    folded = texts(real.catalog)
    meant = {s for c in concepts_of(real.catalog) if query.lower() in c.spellings for s in c.spellings}
    for paper in real.ask([query])[0].papers:
        name = " ".join((paper.entry.name, *paper.entry.aliases, paper.paper_id)).lower()
        text = " | ".join(folded[paper.paper_id]).replace("-", " ")
        begun = re.search(rf"(?<![a-z0-9]){query.lower()}", text)
        assert (
            begun
            or query.lower() in name
            or whole.search(paper.entry.title)
            or any(s in text or s in text.replace("-", " ") for s in meant)
        )


@pytest.mark.parametrize("query", ["Bo Du", "Du Bo", "Wei Zhang", "Zhu Xiaoxiang", "Liangpei Zhang"])
def test_a_person_finds_the_papers_of_that_person_and_no_others(real: Search, query: str):
    wanted = "".join(sorted(query.lower().replace(" ", "")))
    (answer,) = real.ask([query])
    own = [any("".join(sorted(fold(a).replace(" ", ""))) == wanted for a in paper.authors) for paper in answer.papers]
    assert own
    assert own == sorted(own, reverse=True)


def test_a_typing_error_is_corrected_and_said(real: Search):
    (answer,) = real.ask(["foundaton model"])
    assert answer.notes[0] == {"kind": "corrected", "from": "foundaton", "words": ["foundation"]}


def test_two_names_of_one_thing_find_the_same(real: Search):
    pairs = [("遥感大模型", "遥感基础模型"), ("遥感大模型 目标检测", "遥感基础模型 目标检测"), ("遥感大模型", "RSFM")]
    for one, other in pairs:
        found, same = real.ask([one, other])
        assert len(found.ids) > 5, one
        assert set(found.ids) == set(same.ids), (one, other)


def test_filters_are_read_from_a_query(real: Search):
    (answer,) = real.ask(["open weights SAR optical"])
    assert answer.filters == ["weights:open", "modality:sar", "modality:optical"]
    assert answer.papers
    for paper in answer.papers:
        assert {"sar", "optical"} <= set(paper.entry.model.modalities)


def test_definitions_are_no_text_of_a_paper(real: Search):
    assert all(
        "definition" not in each.label.en for p in real.catalog.papers for each in texts_of(p, real.catalog.taxonomy)
    )
    (answer,) = real.ask(["sub-metre"])
    assert len(answer.papers) < len(real.catalog.papers) / 10


def test_an_index_is_the_same_in_every_run(real: Search):
    from rsfm.site.search import write_search  # noqa: PLC0415

    runs: list[dict[str, bytes]] = [{}, {}]
    for files in runs:
        write_search(files.__setitem__, real.catalog, 1)
    assert runs[0] == runs[1]


@pytest.mark.parametrize(
    "query",
    [
        "2311.99999",
        "arXiv:2311.99999v2",
        "https://arxiv.org/abs/2311.99999",
        "https://doi.org/10.1109/NOWHERE.2024.12345",
        "https://ieeexplore.ieee.org/document/99999999",
        "github.com/somebody/something-of-2024",
    ],
)
def test_an_unknown_id_or_address_finds_nothing_and_says_so(real: Search, query: str):
    (answer,) = real.ask([query])
    assert (answer.ids, answer.notes) == ([], [{"kind": "unknown", "words": [query]}])


@pytest.mark.parametrize("query", ["image/text", "SAR/optical", "1/2"])
def test_what_only_looks_like_an_address_is_words(real: Search, query: str):
    (answer,) = real.ask([query])
    assert answer.ids
    assert all(note["kind"] != "unknown" for note in answer.notes)


def test_every_title_finds_its_paper_first(real: Search):
    chosen = random.Random(3).sample(real.catalog.papers, 60)  # noqa: S311 -- the same in every run
    for paper, answer in zip(chosen, real.ask([paper.entry.title for paper in chosen]), strict=True):
        assert answer.papers[0].entry.title == paper.entry.title
