"""Text is cut, folded and stemmed alike by the index and by the browser."""

from __future__ import annotations

import pytest

from browser.search.asking import Search
from rsfm.site.search.names import camel_parts, exact, person
from rsfm.site.search.text import fold, joined, runs, stem

TEXTS = [
    "遥感 CLIP",
    "ＦＵＬＬ width",
    "Müller",
    r"M{\"u}ller \'Etude \v{C}ehovin",
    "Øystein Łukasz ß",
    "SegEarth-OV 2410.01768",
    "𠀀𠀁x",
    "İstanbul ﬁne",
    "遙感變化檢測",
    "benchmarks classes boxes cities bias SAR",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_a_query_is_folded_as_texts_are(real: Search, text: str):
    table = real.page.evaluate(
        'async () => [...await (await import(new URL("../assets/js/search_files.js", location.href).href)).loadTraditional()]'
    )
    script = """async ([text, table]) => {
      const { fold, tokensOf, stem } = await import(new URL("../assets/js/search_text.js", location.href).href);
      const folded = fold(text, new Map(table));
      return [folded, tokensOf(folded).map((token) => token.text), tokensOf(folded).map((token) => stem(token.text))];
    }"""
    folded = fold(text)
    assert real.page.evaluate(script, [text, table]) == [folded, runs(folded), [stem(run) for run in runs(folded)]]


@pytest.mark.parametrize("text", TEXTS)
def test_folding_twice_changes_nothing(text: str):
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "spaces", "found"),
    [
        ("pre-training", False, {"pretraining"}),
        ("Sentinel 2 of ESA", False, {"sentinel2"}),
        ("change detection models", True, {"changedetection", "detectionmodel"}),
        ("change detection", False, set()),
        ("影像-text", False, set()),
    ],
)
def test_neighbours_are_written_as_one(text: str, spaces: bool, found: set[str]):
    assert joined(fold(text), spaces=spaces) == found


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("SatMAE", {"sat", "mae"}),
        ("SkySenseGPT", {"sky", "sense", "gpt", "skysense", "sensegpt"}),
        ("DOFA", set()),
        ("necessary", set()),
    ],
)
def test_capitals_cut_a_name_into_parts(name: str, parts: set[str]):
    assert camel_parts(name) == parts


@pytest.mark.parametrize(
    ("name", "ways"),
    [
        ("Xiao Xiang Zhu", {"xiaoxiangzhu", "zhuxiaoxiang", "xxzhu", "xiaozhu", "zhuxiao"}),
        ("Bo Du", {"bodu", "dubo", "bdu"}),
        ("Du, Bo", {"bodu", "dubo"}),
        ("张良培", {"张良培"}),
    ],
)
def test_a_person_is_asked_for_in_either_order(name: str, ways: set[str]):
    assert ways <= person(name)


def test_names_are_compared_without_what_separates():
    assert exact("SkySense-O") == exact("skysense o") == "skysenseo"
    assert exact("DOFA+") != exact("DOFA")


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("foundaton", "foundation", True),
        ("segmnetation", "segmentation", True),
        ("xrithvi", "prithvi", True),
        ("sapce", "space", True),
        ("clip", "clipp", True),
        ("geochat", "geocart", False),
        ("abcde", "badce", False),
    ],
)
def test_one_typing_error_is_one(real: Search, one: str, other: str, near: bool):
    assert real.call("search_spelling.js", "differByOne", one, other) is near


@pytest.mark.parametrize("query", ["foundaton", "Prithvy", "rpithvi", "egment", "zzzzz"])
def test_a_correction_takes_three_small_lists(real: Search, query: str):
    sizes: list[int] = []
    page = real.page.context.new_page()
    page.on("response", lambda got: sizes.append(len(got.body())) if "/words/" in got.url else None)
    page.goto(real.page.url)
    Search(real.catalog, page).call("search_spelling.js", "corrections", query.lower())
    page.wait_for_load_state("networkidle")
    page.close()
    assert len(sizes) <= 3
    assert sum(sizes) <= 40_000
