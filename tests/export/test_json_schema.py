"""The JSON Schema of an entry is in step with the model, the example and every entry, and is bilingual throughout."""

import json
import re
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from checks.mutations import mutated
from rsfm.checks import check_entry
from rsfm.cli import main
from rsfm.export.json_schema import REFERENCE, json_schema, to_text
from rsfm.model import Availability, Entry
from rsfm.model.register import leaves
from rsfm.problems import Severity
from rsfm.store import load, read_entry

PAPERS = Path(__file__).parents[2] / "papers"
ENTRIES = sorted(path for path in PAPERS.glob("*.yml") if path.name == "_example.yml" or path.name[0] != "_")
LIBRARY = load(PAPERS)
SCHEMA = json_schema(LIBRARY.taxonomy)


class _AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as editors read it: numbers and nothing are guessed, dates and words such as no are not."""


_AsEditorsRead.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("int", r"[-+]?\d+", "-+0123456789"),
    ("float", r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _AsEditorsRead.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def read(text):
    return yaml.load(text, _AsEditorsRead)  # noqa: S506 -- a SafeLoader


def faults(text):
    return [error.json_path for error in Draft7Validator(SCHEMA).iter_errors(read(text))]


def test_the_schema_is_a_schema():
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("part", range(4))
def test_the_example_and_every_entry_fit_the_schema(part):
    found = {path.stem: faults(path.read_text("utf-8")) for path in ENTRIES[part::4]}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


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
        ("  gsd: 0.6-10 ", "  gsd: 1m ", "$.model.gsd"),
    ],
)
def test_a_fault_in_an_entry_is_a_fault_by_the_schema(before, after, where):
    assert before in EXAMPLE
    assert where in faults(EXAMPLE.replace(before, after))


LINE = {
    "year": "  year: 2025",
    "added": "added: 2025-01-15",
    "arxiv_id": 'arxiv_id: "2501.00010"',
    "doi": "doi: 10.1000/terralens.2025",
    "code": "  code: https://example.org/terralens/code ",
    "distance": "  gsd: 0.6-10 ",
    "parameters": "    parameters: 151M ",
    "licence": "  licence: {name: CC-BY-NC-4.0, proof: card}",
    "backbone": "    backbone: vit-b-16 ",
    "source": "    source: repo#README.md:L40",
    "how": "    how: finetune ",
    "builds_on": "  builds_on: [remoteclip]",
}
TAKEN = {
    "year": ['"2025"', "'2025'"],
    "added": ['"2025-01-15"', "2024-02-29"],
    "arxiv_id": ['"1401.0001"', "cs/0112017", "math.AG/0112017"],
    "doi": [
        "10.1016/S0034-4257(96)00112-5",
        "'10.1002/(SICI)1097-0118(199601)21:1<1::AID-JGT1>3.0.CO;2-A'",
        "Null",
        "",
    ],
    "code": ["https://example.org/%E9%81%A5?a=b&c=d", "[https://a-b.example.org, https://example.org/~a/(b)]"],
    "distance": ["0.5", '"0.5-10"', "10.0", "{sentinel-2: 10}", "{by_sensor: {naip: 0.6}}"],
    "parameters": ["303M", "~1B", "'>300M'", "2M-5M", '"2,585"', "300000000"],
    "licence": ["MIT", "none-found", "{name: custom, proof: https://a.org/licence}"],
    "backbone": ["vit-l-14", "{vision: vit-l-14, language: vicuna}"],
    "source": ["card", "paper#Table 3", "https://a.org/x", "repo#a/b.md:L1-L3"],
    "how": ["linear-probe", "few-shot-16"],
    "builds_on": ["remoteclip", "[]"],
}
REFUSED = {
    "year": ["1980", "2100", "25", '"20255"'],
    "added": ["2025/01/15", "2025-1-5", "2025-13-01", "2025-02-30", "soon"],
    "arxiv_id": ['"2513.00010"', '"2501.0010"', '"1401.00010"', '"2501.00010v2"', "fox/0112017"],
    "doi": ["10.48550/arXiv.2501.00010", "https://doi.org/10.1000/x", "10.1000/x.", "10.1000/遥感", "10.1000/a%2Fb"],
    "code": [
        "http://example.org/x",
        "https://example.org:8443/x",
        "https://me@example.org/x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://example.org/遥感",
        "'https://example.org/{x}'",
        "https:///x",
        f"https://example.org/{'x' * 2100}",
        "",
    ],
    "distance": ["[1, 10]", "10m", "-1", "0", "{sentinel: 10}", "high"],
    "parameters": ["large", "303 million", "up to 1B", "-3", "[1M, 2M]"],
    "licence": ["Apache 2.0", "{proof: https://a.org/licence}", "[MIT, custom]"],
    "backbone": ["ViT-L/14", "{vision: vit, tongue: x}"],
    "source": ["Table 3", "Repo#x", "http://a.org/x"],
    "how": ["fine-tuned", "few-shot", "few-shot-0"],
    "builds_on": ["[RemoteCLIP]", "[a--b]", f"[{'a' * 61}]"],
}


def typed(field, value):
    before = LINE[field]
    return EXAMPLE.replace(before, f"{before.partition(':')[0]}: {value} ", 1)


def judged(text):
    """Return the problems that the check finds in the example changed to ``text``, its invented addresses aside."""
    file = read_entry("papers/_example.yml", text.encode(), LIBRARY.taxonomy)
    return [p for p in (*file.problems, *check_entry(LIBRARY, file, date(2026, 6, 1))) if p.code != "RA508"]


@pytest.mark.parametrize(("field", "value"), [(field, value) for field in TAKEN for value in TAKEN[field]])
def test_what_the_check_takes_the_schema_takes(field, value):
    assert LINE[field] in EXAMPLE
    assert [p for p in judged(typed(field, value)) if p.severity is Severity.ERROR] == []
    assert faults(typed(field, value)) == []


@pytest.mark.parametrize(("field", "value"), [(field, value) for field in REFUSED for value in REFUSED[field]])
def test_what_the_check_refuses_the_schema_refuses(field, value):
    assert [p for p in judged(typed(field, value)) if p.severity is Severity.ERROR]
    assert faults(typed(field, value))


@pytest.mark.parametrize("links", ["", "links:\n", "links: {project: https://a.org}\n", "links: {code: []}\n"])
@pytest.mark.parametrize("state", list(Availability))
def test_what_is_open_has_a_link_and_what_does_not_exist_has_none(links, state):
    text = re.sub(r"(?ms)^links:.*?^model:", f"{links}code: {{state: {state}}}\nmodel:", EXAMPLE)
    assert bool(faults(text)) is (state is Availability.OPEN)
    linked = re.sub(r"(?m)^(links:.*\n|)code: ", "links: {code: https://a.org}\ncode: ", text)
    assert bool(faults(linked)) is (state is Availability.NONE)


def test_no_mutated_entry_is_refused_in_which_the_check_finds_nothing():
    tried = 0
    for seed in range(120):
        data = mutated(EXAMPLE, seed)
        with suppress(UnicodeDecodeError, yaml.YAMLError):
            fine = not judged(data.decode())
            tried += fine
            assert not fine or faults(data.decode()) == [], seed
    assert tried > 3


def test_a_blank_optional_field_is_allowed_and_a_blank_required_one_is_not():
    assert faults(re.sub(r"(?m)^doi: .*$", "doi:", EXAMPLE)) == []
    assert faults(re.sub(r"(?m)^name: .*$", "name:", EXAMPLE)) == ["$.name"]


def described(schema):
    for key, value in schema.items():
        if key in ("if", "then"):
            continue
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


def test_the_help_of_every_field_is_offered():
    offered = set(described(SCHEMA))
    helps = {path: field.uses.help for path, field in leaves(Entry).items() if path != "paper_id"}
    assert {path for path, text in helps.items() if f"{text.zh}\n{text.en}" not in offered} == set()


def test_every_term_is_offered_with_its_label_in_both_languages():
    family = SCHEMA["definitions"]["family"]
    assert family["enum"] == list(LIBRARY.taxonomy["family"])
    assert family["enumDescriptions"][0].startswith("视觉语言 · Vision-language\n")


def choices(schema):
    if isinstance(schema, dict):
        if "enum" in schema and "type" in schema:
            yield schema["enum"], schema.get("markdownEnumDescriptions", [])
        schema = list(schema.values())
    for inner in schema if isinstance(schema, list) else []:
        yield from choices(inner)


def test_every_choice_explains_itself_in_both_languages():
    found = list(choices(SCHEMA))
    assert ["journal", "conference", None] in [words for words, _ in found]
    for words, texts in found:
        assert len(texts) == len([word for word in words if word])
        for text in texts:
            zh, _, en = text.split("\n")[0].partition(" · ")
            # The name of a model, a licence or a package is the same in both languages.
            assert zh == en or (re.search(r"[\u4e00-\u9fff]", zh) and re.search("[A-Za-z]{3}|^[A-Z][A-Za-z]*$", en)), (
                text
            )


def test_the_verb_prints_or_writes_the_schema(tmp_path, capsys):
    assert main(["--papers", str(PAPERS), "schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA
    assert main(["--papers", str(PAPERS), "schema", "--output", str(tmp_path / "entry.json")]) == 0
    assert json.loads((tmp_path / "entry.json").read_text("utf-8")) == SCHEMA
    assert main(["--papers", str(PAPERS), "schema", "--output", str(tmp_path)]) == 2


def test_the_committed_schema_is_the_one_that_would_be_written():
    committed = PAPERS.parent / "site_src/docs/schema/entry.json"
    assert committed.read_text("utf-8") == to_text(LIBRARY.taxonomy), "run make fix"


def test_an_entry_tells_editors_where_its_schema_is():
    firsts = {path.stem: path.read_text("utf-8").partition("\n")[0] for path in ENTRIES}
    assert {name: first for name, first in firsts.items() if first != f"# {REFERENCE}"} == {}
    assert (PAPERS / REFERENCE.partition("=")[2]).is_file()
