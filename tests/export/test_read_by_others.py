"""Programs that did not make the files read them whole, whatever titles mean to a format."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from export.made import ADDRESS, HOSTILE, catalog, plain
from rsfm.export import EXPORTS, RELEASED
from rsfm.export.api.csv_text import csv_text
from rsfm.export.awesome import Languages, awesome

API = "api/v1/"
TITLES = {
    "formula": HOSTILE,
    "sum": "@SUM(1+1)*cmd|' /C calc'!A0",
    "minus": "-2+3, and a comma; \"two\" 'three'",
    "full-width": "＝HYPERLINK(“https://evil.example”)：遥感，基础模型",
    "tex": r"$E = mc^2$ costs 100\% of {a_b} & \emph{all} ~ # ^",
    "markup": "<script>alert(1)</script> &amp; &lt;b&gt; ]]> <!-- x -->",
    "markdown": "*a* _b_ `c` [d](javascript:alert(1)) ![e](f) | g | # h",
    "template": "{{ 7*7 }} {% raw %} ${7*7} <%= x %>",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    entries = {name: plain(name, name=f"N{number}", title=title) for number, (name, title) in enumerate(TITLES.items())}
    return catalog(tmp_path_factory.mktemp("hostile"), entries)


@pytest.fixture(scope="module")
def files(made, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of every export, and of what a release has besides."""
    place = tmp_path_factory.mktemp("files")
    texts = {path: text.encode() for each in EXPORTS.values() for path, text in each.files(made, ADDRESS)}
    for path, data in (texts | {path: data for each in RELEASED.values() for path, data in each(made)}).items():
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_bytes(data)
    return place


def by_duckdb(read: str) -> Callable[[Path], list[dict[str, Any]]]:
    return lambda path: duckdb.sql(f"FROM {read.format(path)}").df().to_dict("records")


READERS: dict[str, tuple[str, Callable[[Path], list[dict[str, Any]]]]] = {
    "csv-pandas": ("papers.csv", lambda path: pd.read_csv(path, dtype=str).to_dict("records")),
    "csv-duckdb": ("papers.csv", by_duckdb("read_csv('{}', all_varchar = true)")),
    "parquet-duckdb": ("papers.parquet", by_duckdb("'{}'")),
    "jsonl-pandas": ("papers.jsonl", lambda path: pd.read_json(path, lines=True, dtype=False).to_dict("records")),
    "jsonl-duckdb": (
        "papers.jsonl",
        by_duckdb("read_ndjson('{}', columns = {{paper_id: 'VARCHAR', title: 'VARCHAR'}})"),
    ),
    "json-duckdb": ("papers.json", by_duckdb("(SELECT unnest(papers, recursive := true) FROM read_json('{}'))")),
}


@pytest.mark.parametrize("reader", list(READERS))
def test_a_title_is_read_back_as_it_was_typed(files: Path, reader: str):
    name, read = READERS[reader]
    found = {row["paper_id"]: row["title"] for row in read(files / API / name)}
    typed = TITLES
    if name.endswith(".csv"):  # where a spreadsheet would run it
        typed = {name: f"'{title}" if title[0] in "=@-＝" else title for name, title in TITLES.items()}
    assert {paper_id: found[paper_id] for paper_id in TITLES} == typed


def test_pandas_and_duckdb_read_the_same_results(files: Path):
    path = files / API / "results.csv"
    one = pd.read_csv(path).set_index(["paper_id", "benchmark", "variant"])["value"]
    other = duckdb.read_csv(path).df().set_index(["paper_id", "benchmark", "variant"])["value"]
    assert one.to_dict() == other.to_dict()
    assert one["terralens", "dior-r", "base"] == 71.29


def test_every_feed_is_valid_by_the_grammar_of_its_format(files: Path):
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    found = list(files.rglob("feed.atom"))
    assert len(found) > 20
    for path in found:
        grammar.assertValid(etree.parse(path))


def test_the_grammar_refuses_what_the_format_refuses(files: Path):
    grammar = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))
    text = (files / "en/feed.atom").read_text("utf-8")
    assert grammar.validate(etree.fromstring(text.encode()))
    for right, wrong in (
        ("T00:00:00Z", "T00:00:00"),
        ("<id>tag:", "<id>"),
        ("<summary>", "<abstract>"),
        ('rel="self"', 'rel="self" x="1"'),
    ):
        closed = text.replace("</summary>", "</abstract>") if "abstract" in wrong else text
        assert not grammar.validate(etree.fromstring(closed.replace(right, wrong).encode())), wrong


def test_the_titles_of_a_feed_are_as_they_were_typed(files: Path):
    said = {title.text for title in etree.parse(files / "en/feed.atom").iter("{*}title")}
    assert {f"N{number} – {title}" for number, title in enumerate(TITLES.values())} <= said
    items = pd.DataFrame(json.loads((files / "zh/feed.json").read_text("utf-8"))["items"])
    assert {f"N{number} – {title}" for number, title in enumerate(TITLES.values())} <= set(items["title"])


def read_markdown(text: str) -> tuple[str, set[str]]:
    """Return the text of a Markdown document as a reader sees it, and the addresses of its links."""
    tokens = [inner for token in MarkdownIt().enable("table").parse(text) for inner in (token.children or [token])]
    assert not {"html_block", "html_inline", "image", "code_inline"} & {token.type for token in tokens}
    shown = "".join(token.content if token.type == "text" else "\n" for token in tokens)
    return shown, {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}


@pytest.mark.parametrize("languages", list(Languages))
def test_the_awesome_list_shows_titles_as_they_were_typed(made, languages: Languages):
    shown, links = read_markdown(awesome(made.papers, made, languages))
    assert [title for title in TITLES.values() if title not in shown] == []
    assert all(link.startswith(("https://", "#")) for link in links)


@pytest.mark.parametrize("character", ["\n", "\r\n", "\t", '"', ",", "\x0b"])
def test_a_cell_with_any_character_is_one_cell(tmp_path: Path, character: str):
    text = f"a{character}b"
    (tmp_path / "x.csv").write_bytes(csv_text(["one", "two"], [[text, "end"]]).encode())
    assert duckdb.sql(f"FROM read_csv('{tmp_path}/x.csv', header = true, all_varchar = true)").fetchall() == [
        (text, "end")
    ]
