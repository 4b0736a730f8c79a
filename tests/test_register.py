"""A field is said once: a new one is seen in every other place, in both languages, without touching any of them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import typing
from enum import StrEnum

import pytest

from export.made import without_entries
from invented import PROJECT
from rsfm.locales import Localized
from rsfm.model import Benchmarks, Entry, Taxonomy
from rsfm.model.choices import choice_text
from rsfm.model.register import Field, fact, fields_of, leaves, shape_of, values_at
from rsfm.store import load_beside

NUMBER = """    swath: Quantity | None = fact(
        "幅宽", "Swath", "一景的宽度，米。", "Width of a scene, in metres.",
        unit=Unit.METRES, facet=Facet.RANGE, export="swath", asked=True, example="290000",
    )
"""
TERM = """    orbits: tuple[str, ...] = fact(
        "轨道", "Orbits", "卫星的轨道：词表 orbit 中的词。", "Where the satellites fly: terms of orbit.",
        default=(), terms="orbit", facet=Facet.TERM, search=4, export="orbits", asked=True,
    )
"""
VOCABULARY = """
orbit:
  sun-synchronous:
    label: {zh: 太阳同步轨道, en: Sun-synchronous}
    definition: {zh: 每天同一时刻过境。, en: Passes at the same hour each day.}
    aliases: [SSO]
  geostationary:
    label: {zh: 地球静止轨道, en: Geostationary}
"""
FILES = {
    # what is touched for both fields: file, what stands there, what comes before it
    "tools/rsfm/model/variants.py": ("    patch_size: Quantity", NUMBER),
    "tools/rsfm/model/facts.py": ("    tools: Whole | None", TERM),
    "papers/_example.yml": ("  tools: 12 ", "  orbits: [sun-synchronous]\n"),
    "papers/_taxonomy.yml": ("\nunit:\n", VOCABULARY),
}
TOUCHED_FOR_A_NUMBER = 2
TOUCHED_FOR_A_TERM = 3


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What the rest of the project makes of the two invented fields."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(PROJECT / "tools/rsfm", folder / "tools/rsfm", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "papers").mkdir()
    for name in ("_taxonomy.yml", "_example.yml", "_benchmarks.yml", "_sources.yml"):
        shutil.copy(PROJECT / "papers" / name, folder / "papers")
    without_entries(folder / "papers/_benchmarks.yml")
    for name, (before, text) in FILES.items():
        path = folder / name
        old = path.read_text("utf-8")
        assert before in old, name
        path.write_text(old.replace(before, text + before, 1), "utf-8")
    example = folder / "papers/_example.yml"
    text = example.read_text("utf-8").replace("    parameters: 151M ", "    swath: 290000\n    parameters: 151M ", 1)
    text = text.replace("    parameters: ~7B", "    parameters: ~7B\n    swath: 20K-185K", 1)
    example.write_text(text, "utf-8")
    alone = re.sub(
        r"^relations:.*?(?=^\w)|^    base_entries.*?\n|^    entry: rs5m.*?\n", "", text, flags=re.DOTALL | re.MULTILINE
    )
    alone = alone.replace("remoteclip/vit-l-14", "clip").replace("example.org", "terralens.github.io")
    (folder / "papers/terralens.yml").write_text(alone, "utf-8")
    command = [sys.executable, str(PROJECT / "tests/probe_register.py"), str(PROJECT)]
    environment = {"PYTHONPATH": str(folder / "tools"), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_they_are_read_and_the_rules_accept_them(seen: dict):
    assert seen["problems"] == []


def test_they_are_in_the_schema_with_their_help_and_their_terms(seen: dict):
    model = seen["schema"]["properties"]["model"]["properties"]
    assert "卫星的轨道" in model["orbits"]["description"] and "satellites fly" in model["orbits"]["description"]
    assert seen["schema"]["definitions"]["orbit"]["enum"] == ["sun-synchronous", "geostationary"]
    assert "太阳同步轨道 · Sun-synchronous" in seen["schema"]["definitions"]["orbit"]["enumDescriptions"][0]
    assert "Width of a scene" in json.dumps(seen["schema"]["properties"]["variants"])


def test_the_forms_ask_for_them_and_let_them_be_corrected(seen: dict):
    adding, correcting = (seen["forms"][f"{name}.yml"] for name in ("add_paper", "correct_paper"))
    assert 'label: "幅宽 · Swath"' in adding and 'placeholder: "290000"' in adding
    assert 'label: "轨道 · Orbits"' in adding and "geostationary · 地球静止轨道 · Geostationary" in adding
    assert "model.orbits · 卫星的轨道 · Where the satellites fly" in correcting


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("zh", ["幅宽", "29 万米", "轨道", "太阳同步轨道", "每天同一时刻过境。"]),
        ("en", ["Swath", "290k m", "20–185k m", "Orbits", "Sun-synchronous", "Passes at the same hour each day."]),
    ],
)
def test_the_page_of_a_paper_shows_them_with_label_unit_and_meaning(seen: dict, locale: str, said: list[str]):
    for text in said:
        assert text in seen["pages"][locale], text


def test_the_search_finds_a_term_by_its_labels_and_aliases(seen: dict):
    assert {"太阳同步轨道", "Sun-synchronous", "SSO"} <= set(seen["searched"])
    assert seen["concepts"]["orbit:sun-synchronous"], "a query that names the term is narrowed by it"


def test_papers_are_narrowed_by_them_as_by_others_of_their_kind(seen: dict):
    assert seen["terms"]["orbit"] == ["sun-synchronous"]
    assert seen["ranges"]["swath"] == [20000, 290000]
    for locale, label, option, swath, unit in (
        ("zh", "轨道", "太阳同步轨道", "幅宽", "米"),
        ("en", "Orbits", "Sun-synchronous", "Swath", "m"),
    ):
        assert seen["offered"][locale]["facets"]["orbit"][:2] == [label, [["sun-synchronous", option, 1]]]
        assert seen["offered"][locale]["ranges"]["swath"] == [swath, [unit, 1], 20000, 290000]


def test_tables_for_programs_have_a_column_for_each(seen: dict):
    assert seen["export"]["orbits"] == "sun-synchronous"
    assert (seen["export"]["swath_min"], seen["export"]["swath_max"]) == ("20000", "290000")


def test_a_new_field_needs_no_file_but_its_own_its_example_and_its_terms():
    # The vocabulary is one more; forms and schema are written by make fix.
    assert len({*FILES} - {"papers/_taxonomy.yml", "tools/rsfm/model/facts.py"}) == TOUCHED_FOR_A_NUMBER
    assert len({*FILES} - {"tools/rsfm/model/variants.py"}) == TOUCHED_FOR_A_TERM


@pytest.mark.parametrize("missing", range(4))
def test_a_field_without_label_or_help_in_either_language_cannot_be_declared(missing: int):
    texts = ["幅宽", "Swath", "一景的宽度。", "Width of a scene."]
    texts[missing] = ""
    with pytest.raises(ValueError, match="label and its help"):
        fact(*texts)


def groups(kind: typing.Any, known: dict[typing.Any, None] | None = None) -> dict[typing.Any, None]:
    """Every group of fields that an entry is made of."""
    known = {} if known is None else known
    if kind not in known and kind is not Localized:
        known[kind] = None
        for field in fields_of(kind).values():
            shape, inner = shape_of(field.kind)
            while shape in ("list", "table"):
                shape, inner = shape_of(inner)
            if shape == "group":
                groups(inner, known)
    return known


FIELDS = [
    pytest.param(field, id=f"{kind.__name__}.{name}")
    for kind in groups(Entry)
    for name, field in fields_of(kind).items()
    if name != "paper_id"
]
TERMS = load_beside(PROJECT / "papers").taxonomy


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_has_label_and_help_in_both_languages(field: Field):
    for text in (field.uses.label, field.uses.help):
        assert text.zh and text.en and not re.search(r"[\u4e00-\u9fff]", text.en)
    assert re.search(r"[\u4e00-\u9fff]", field.uses.help.zh or "")
    assert field.uses.help.en and field.uses.help.en[-1] in ".…"


@pytest.mark.parametrize("field", FIELDS)
def test_a_vocabulary_that_a_field_names_is_there(field: Field):
    assert not field.terms or TERMS[field.terms]
    assert not field.uses.search or 1 <= field.uses.search <= 10
    assert not field.uses.facet or field.terms or field.uses.export, "a facet has a name in addresses"


def test_every_vocabulary_is_used_by_a_field():
    named = {field.terms for kind in (*groups(Entry), *groups(Benchmarks)) for field in fields_of(kind).values()}
    assert set(TERMS) <= named


CHOICES = {
    inner: None
    for kind in (*groups(Entry), *groups(Benchmarks), *groups(Taxonomy))
    for field in fields_of(kind).values()
    if isinstance(inner := shape_of(field.kind)[1], type) and issubclass(inner, StrEnum)
}


@pytest.mark.parametrize("choice", [member for kind in CHOICES for member in kind], ids=str)
def test_every_choice_says_what_it_means_in_both_languages(choice: StrEnum):
    text = choice_text(choice)
    assert re.search(r"[\u4e00-\u9fff]", text.zh or "") and text.en and not re.search(r"[\u4e00-\u9fff]", text.en)


def test_the_example_types_every_field_somewhere():
    """Who adds a field shows in the example how it is typed."""
    example = load_beside(PROJECT / "papers").example
    assert example and example.entry
    entry = example.entry.resolved
    known = {id(field): f"{kind.__name__}.{name}" for kind in groups(Entry) for name, field in fields_of(kind).items()}
    typed = {id(field) for path, field in leaves(Entry).items() if any(True for _ in values_at(entry, path))}
    unseen = {known[id(field)] for field in leaves(Entry).values() if id(field) not in typed}
    assert unseen - {"Entry.paper_id"} == {"Bands.which", "Bands.products"}, "of three ways to say bands it shows one"
