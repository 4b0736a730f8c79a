"""The JSON Schema of an entry is in step with the model, the example and every entry, and is bilingual throughout."""

import json
import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from rsfm.cli import main
from rsfm.export.field_texts import FIELD_TEXTS
from rsfm.export.json_schema import REFERENCE, json_schema, to_text
from rsfm.store import load

PAPERS = Path(__file__).parents[2] / "papers"
ENTRIES = sorted(path for path in PAPERS.glob("*.yml") if path.name not in ("_taxonomy.yml", "_discovery.yml"))
LIBRARY = load(PAPERS)
SCHEMA = json_schema(LIBRARY.taxonomy)


class _AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers and nothing are guessed, dates and words such as no are not."""


_AsEditorsRead.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("int", r"[-+]?\d+", "-+0123456789"),
    ("float", r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", "-+.0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
):
    _AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def read(text):
    return yaml.load(text, _AsEditorsRead)  # noqa: S506 -- a SafeLoader


def faults(text):
    return [error.json_path for error in Draft7Validator(SCHEMA).iter_errors(read(text))]


def test_the_schema_is_a_schema():
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", ENTRIES, ids=[path.stem for path in ENTRIES])
def test_the_example_and_every_entry_fit_the_schema(path):
    assert faults(path.read_text("utf-8")) == []


EXAMPLE = (PAPERS / "_example.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ("name: TerraLens ", "nome: TerraLens ", "$"),
        ("family: vision-language", "family: visaul", "$.family"),
        ('arxiv_id: "2501.00010"', "arxiv_id: 2501.00010", "$.arxiv_id"),
        ("  year: 2025", "  year: 25", "$.venue.year"),
        ("  state: published", "  state: done", "$.venue.state"),
        ("added: 2025-01-15", "added: soon", "$.added"),
        ("https://example.org/terralens/code ", "http://example.org/terralens/code ", "$.links.code"),
        ("ground_sampling_distance: [1, 10]", "ground_sampling_distance: [1m]", "$.model.ground_sampling_distance"),
    ],
)
def test_a_fault_in_an_entry_is_a_fault_by_the_schema(before, after, where):
    assert before in EXAMPLE
    assert where in faults(EXAMPLE.replace(before, after))


def test_a_blank_optional_field_is_allowed_and_a_blank_required_one_is_not():
    assert faults(re.sub(r"(?m)^doi: .*$", "doi:", EXAMPLE)) == []
    assert faults(re.sub(r"(?m)^name: .*$", "name:", EXAMPLE)) == ["$.name"]


def described(schema):
    for key, value in schema.items():
        if key == "properties":
            for inner in value.values():
                yield inner.get("description", "")
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, dict):
                yield from described(inner)


def test_every_field_is_described_in_both_languages():
    texts = list(described(SCHEMA))
    assert len(texts) > 60
    for text in texts:
        zh, en = text.split("\n")
        assert re.search(r"[\u4e00-\u9fff]", zh) and not re.search(r"[\u4e00-\u9fff]", en)


def test_every_text_is_used():
    used = set(described(SCHEMA))
    assert {path for path, text in FIELD_TEXTS.items() if f"{text.zh}\n{text.en}" not in used} == set()


def test_every_term_is_offered_with_its_label_in_both_languages():
    family = SCHEMA["properties"]["family"]
    assert family["enum"] == list(LIBRARY.taxonomy.family)
    assert family["enumDescriptions"][0].startswith("视觉语言 · Vision-language\n")


def test_the_verb_prints_or_writes_the_schema(tmp_path, capsys):
    assert main(["--papers", str(PAPERS), "schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA
    assert main(["--papers", str(PAPERS), "schema", "--output", str(tmp_path / "entry.json")]) == 0
    assert json.loads((tmp_path / "entry.json").read_text("utf-8")) == SCHEMA
    assert main(["--papers", str(PAPERS), "schema", "--output", str(tmp_path)]) == 2


def test_the_committed_schema_is_the_one_that_would_be_written():
    committed = PAPERS.parent / "site_src/docs/schema/entry.json"
    assert committed.read_text("utf-8") == to_text(LIBRARY.taxonomy), "run make fix"


@pytest.mark.parametrize("path", ENTRIES, ids=[path.stem for path in ENTRIES])
def test_an_entry_tells_editors_where_its_schema_is(path):
    first = path.read_text("utf-8").partition("\n")[0]
    assert first == f"# {REFERENCE}"
    assert (PAPERS / first.partition("=")[2]).is_file()
