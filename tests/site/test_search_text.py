"""Any part of any word can be found: what is asked is always the beginning of something indexed."""

import pytest

from rsfm.site.search_text import fold, words_to_ask, words_to_index

FOUND = [
    ("RemoteCLIP", "clip"),
    ("RemoteCLIP", "EMOTE"),
    ("遥感图像语义分割", "语义分割"),
    ("遥感图像语义分割", "割"),
    ("面向遥感的 CLIP 模型", "CLIP"),
    ("arXiv 2410.01768", "2410.01768"),
    ("ＲＳＧＰＴ", "rsgpt"),
    ("Müller", "muller"),
    ("Muller", "MÜLLER"),
    ("SegEarth-OV", "segearth-ov"),
    ("ISPRS Vaihingen", "vaih"),
]


@pytest.mark.parametrize(("text", "query"), FOUND)
def test_what_a_text_contains_is_found(text: str, query: str):
    index = words_to_index(text)
    assert all(any(word.startswith(asked) for word in index) for asked in words_to_ask(query))


@pytest.mark.parametrize(
    "pasted",
    [
        "arXiv:2311.15826",
        "2311.15826v1",
        "https://arxiv.org/abs/2311.15826",
        "http://www.arxiv.org/pdf/2311.15826v2.pdf",
        "arxiv.org/abs/2311.15826",
    ],
)
def test_a_pasted_arxiv_address_asks_for_its_id(pasted: str):
    assert words_to_ask(pasted) == ["2311", "15826"]


def test_a_pasted_doi_address_asks_for_its_doi():
    assert words_to_ask("https://doi.org/10.1109/TGRS.2024.3390838") == words_to_ask("10.1109/TGRS.2024.3390838")


@pytest.mark.parametrize(("text", "query"), [("遥感图像", "感遥"), ("GeoChat", "chatgeo"), ("遥感", "遥远")])
def test_what_a_text_does_not_contain_is_not_found(text: str, query: str):
    index = words_to_index(text)
    assert not all(any(word.startswith(asked) for word in index) for asked in words_to_ask(query))


@pytest.mark.parametrize("text", ["遥感 x", "A", "", "…—，。", "𠀀𠀁", "ﬁne"])
def test_cutting_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)
    assert words_to_ask(text) == words_to_ask(fold(text))


def test_every_indexed_word_is_one_word_to_the_search_engine():
    assert all(word.isalnum() for word in words_to_index("遥感 CLIP 2410.01768 SegEarth-OV 𠀀"))
