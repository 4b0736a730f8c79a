"""The tables of a release, read back: every value is the one that the files of the site have, in its own type."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from export.made import HOSTILE, folder, plain
from export.made import catalog as invented
from rsfm import cli
from rsfm.export import EXPORTS, RELEASED
from rsfm.export.api.csv_text import SEPARATOR
from rsfm.merge import Catalog
from rsfm.store import load

API = "api/v1/"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return invented(tmp_path_factory.mktemp("parquet"), {"bare": plain("bare")})


def table(made: Catalog, name: str) -> pa.Table:
    ((path, data),) = RELEASED[f"{API}{name}.parquet"](made)
    assert path == f"{API}{name}.parquet"
    return pq.read_table(io.BytesIO(data))


def as_csv(value: object) -> str:
    if isinstance(value, list):
        return SEPARATOR.join(value)
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", ["papers", "results"])
def test_it_has_the_columns_and_values_of_the_csv_file(made, name):
    text = dict(EXPORTS[f"{API}{name}.csv"].files(made, ""))[f"{API}{name}.csv"]
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    read = table(made, name)
    assert read.column_names == header
    for row, cells in zip(read.to_pylist(), rows, strict=True):
        for (column, value), cell in zip(row.items(), cells, strict=True):
            if isinstance(value, float) and cell:
                assert value == float(cell)
            else:
                assert as_csv(value) == (cell.removeprefix("'") if as_csv(value).startswith("=") else cell), column


def test_values_have_types_and_texts_are_as_typed(made):
    rows = {row["paper_id"]: row for row in table(made, "papers").to_pylist()}
    assert rows["hostile"]["title"] == HOSTILE and rows["hostile"]["name"] == "=1+1"
    lens = rows["terralens"]
    assert (lens["year"], lens["parameters_max"]) == (2025, 7e9)
    assert lens["authors"] == ["Ada Example", "李示例"] and "sar" not in lens["modalities"]
    assert rows["bare"]["code"] is None and rows["bare"]["gsd_min"] is None


def test_a_date_is_a_date(catalog: Catalog):
    rows = {row["paper_id"]: row for row in table(catalog, "papers").to_pylist()}
    dated = next(paper for paper in catalog.papers if paper.published)
    assert rows[dated.paper_id]["published"] == dated.published and isinstance(dated.published, date)


def test_a_catalog_without_papers_has_the_same_columns_and_types(made, tmp_path: Path):
    empty = load(folder(tmp_path, {})).catalog()
    for name in ("papers", "results"):
        assert table(empty, name).schema == table(made, name).schema


def test_a_release_holds_them_beside_all_other_files_the_same_each_time(tmp_path: Path, capsys):
    papers = tmp_path / "papers"
    invented(tmp_path)
    for name in ("one", "two"):
        command = ["--papers", str(papers), "export", "files", "--release", "--output", str(tmp_path / name)]
        assert cli.main(command) == 0
    assert f"{len(EXPORTS) + 2} exports of 2 papers" in capsys.readouterr().out
    for path in (*EXPORTS, *RELEASED):
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()
    assert cli.main(["--papers", str(papers), "export", "files", "--output", str(tmp_path / "three")]) == 0
    assert not list((tmp_path / "three").rglob("*.parquet"))
    assert json.loads((tmp_path / "one/api/v1/papers.json").read_text())["papers"]
