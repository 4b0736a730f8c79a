"""What programs read under api/v1: all facts with their sources, nothing that is not known, the same bytes each time."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest

from export.made import HOSTILE, catalog, plain
from rsfm.export import EXPORTS
from rsfm.export.api.csv_text import csv_text

API = "api/v1/"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    made = catalog(tmp_path_factory.mktemp("api"), {"bare": plain("bare")})
    return {
        path: text
        for name, each in EXPORTS.items()
        if name.startswith(API)
        for path, text in each.files(made, "https://atlas.example/")
    }


def of(files: dict[str, str], name: str):
    return json.loads(files[API + name])


def test_every_file_has_the_structure_that_the_schema_tells(files):
    schema = of(files, "schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    seen = set()
    for path, text in files.items():
        name = path.removeprefix(API)
        if not name.endswith(".json") or name == "schema.json":
            continue
        part = "paper" if name.startswith("papers/") else name.removesuffix(".json")
        seen.add(part)
        jsonschema.Draft202012Validator({**schema, "$ref": f"#/$defs/{part}"}).validate(json.loads(text))
    assert seen == {"paper", "papers", "taxonomy", "benchmarks", "results", "changes"}


def test_a_paper_has_every_fact_with_its_source(files):
    paper = of(files, "papers/terralens.json")
    large = paper["variants"]["large"]
    assert large["parameters"] == {"min": 7_000_000_000, "max": 7_000_000_000, "about": True}
    assert large["input_size"]["min"] == 224, "what all variants share is spelt out"
    assert large["training"]["source"] == "paper#Section 4"
    assert paper["model"]["gsd"]["span"] == {"min": 0.6, "max": 10}
    assert paper["data"][0]["count"]["images"] == {"min": 250_000, "max": 250_000}
    assert paper["results"][0]["values"]["large"] == {
        "value": 74.54,
        "typed": "74.54 ± 0.25 (5)",
        "spread": 0.25,
        "runs": 5,
    }
    assert paper["sources"]["repo"]["revision"] == "13cc2b71825d"
    assert paper["sources"]["repo"]["url"] == "https://example.org/terralens/code"
    assert paper["sources"]["paper"]["url"] == "https://arxiv.org/abs/2501.00010"
    assert paper["prose"]["one_line"]["zh"] and paper["prose"]["one_line"]["en"]


def test_every_field_of_the_example_is_in_its_record(files):
    text = files[f"{API}papers/terralens.json"]
    for word in ("hf-hub:terralens/terralens-base", "EarthVision", "not the preview of January", "2401.00010", "500"):
        assert word in text


def test_what_is_not_known_is_absent(files):
    bare = of(files, "papers/bare.json")
    assert not {"code", "weights", "model", "variants", "data", "results", "doi", "arxiv_id"} & bare.keys()
    assert "null" not in files[f"{API}papers/bare.json"]
    row = next(row for row in of(files, "papers.json")["papers"] if row["paper_id"] == "bare")
    assert "code" not in row and "weights" not in row


def test_a_renamed_paper_is_found_by_its_former_name(files):
    assert files[f"{API}papers/terra-lens.json"] == files[f"{API}papers/terralens.json"]
    assert of(files, "papers/terra-lens.json")["paper_id"] == "terralens"
    assert of(files, "papers/terralens.json")["former_ids"] == ["terra-lens"]
    rows = {row["paper_id"]: row for row in of(files, "papers.json")["papers"]}
    assert rows["terralens"]["former_ids"] == ["terra-lens"]
    assert "former_ids" not in rows["bare"] and "terra-lens" not in rows


def test_the_lines_are_the_same_records(files):
    lines = [json.loads(line) for line in files[f"{API}papers.jsonl"].splitlines()]
    assert {line["paper_id"]: line for line in lines} == {
        name: of(files, f"papers/{name}.json") for name in ("terralens", "hostile", "bare")
    }


def test_the_table_of_papers_is_read_back_and_runs_nothing(files):
    rows = {row["paper_id"]: row for row in csv.DictReader(io.StringIO(files[f"{API}papers.csv"], newline=""))}
    assert rows["hostile"]["title"] == f"'{HOSTILE}"
    assert rows["hostile"]["name"] == "'=1+1"
    lens = rows["terralens"]
    assert (lens["parameters_min"], lens["parameters_max"]) == ("151000000", "7000000000")
    assert (lens["gsd_min"], lens["gsd_max"], lens["modalities"]) == ("0.6", "10", "optical; multispectral; text")
    assert lens["authors"] == "Ada Example; 李示例"
    assert rows["bare"]["code"] == ""
    assert all(None not in row and None not in row.values() for row in rows.values()), "every row has every column"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " ="])
def test_no_cell_begins_a_formula(start):
    (_, (cell,)) = csv.reader(io.StringIO(csv_text(["x"], [[f"{start}1"]]), newline=""))
    assert cell == f"'{start}1"


def test_a_negative_number_stays_a_number():
    assert csv_text(["x"], [[-0.3]]) == "x\r\n-0.3\r\n"


def test_results_begin_with_the_promised_columns(files):
    rows = list(csv.reader(io.StringIO(files[f"{API}results.csv"], newline="")))
    assert rows[0][:7] == ["paper_id", "variant", "benchmark", "split", "metric", "value", "protocol"]
    assert rows[1][:7] == ["terralens", "base", "dior-r", "official", "ap50", "71.29", "finetune"]
    copied = dict(zip(rows[0], rows[3], strict=True))
    assert (copied["paper_id"], copied["variant"], copied["reported_by"]) == ("remoteclip", "vit-l-14", "terralens")
    assert (copied["origin"], copied["tuned_on"], copied["unit"]) == ("copied", "RSICD", "percent")


def test_the_same_catalog_gives_the_same_bytes(files, tmp_path: Path):
    again = catalog(tmp_path, {"bare": plain("bare")})
    made = {path: text for each in EXPORTS.values() for path, text in each.files(again, "https://atlas.example/")}
    assert {path: made[path] for path in files} == files
