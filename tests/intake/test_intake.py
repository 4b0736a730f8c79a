"""Whatever an issue says: a clean answer becomes an entry, any other a reply that names everything at once."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from intake.bodies import adding, correcting
from invented import PROJECT, papers_folder
from rsfm.cli import main
from rsfm.export.json_schema import REFERENCE
from rsfm.forms import Outcome, Sender, take_in, wanted_arxiv_id
from rsfm.store import Library, load, read_entry

TODAY = date(2026, 6, 1)
ENTRY = """\
# A comment of a curator.
name: TerraLens
title: "TerraLens: An Invented Model"   # kept
family: visual
kinds: [model]
authors: [Ada Example, Bo Sample]
venue: {name: CVPR, year: 2025, state: published}
doi: 10.1000/terralens.2025
links:
  code:
    - https://github.com/terralens/one
    - https://github.com/terralens/two

  # The demo went away.
  project: https://github.com/terralens/site
code:
  state: open
prose:
  origin: person
  one_line:
    zh: 用一个虚构的模型说明地面。
    en: >-
      Explains the ground with a model
      that does not exist.
added: 2025-01-15
verified: 2025-02-01
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    papers = papers_folder(tmp_path_factory.mktemp("catalog"), {"terralens": ENTRY})
    (papers / "_arxiv").mkdir()
    snapshot = {
        "arxiv_id": "2501.00011",
        "authors": ["Ada Example"],
        "confirmed": "2026-05-01",
        "provenance": "fact-sheet",
        "published": "2025-01-02",
        "title": "TerraFox: An Invented Model That Hunts for Fields",
    }
    (papers / "_arxiv/2501.00011.json").write_text(json.dumps(snapshot), encoding="utf-8")
    return load(papers)


def outcome(library: Library, body: str) -> Outcome:
    return take_in(body, library, issue=7, sender=Sender(login="ada-e", number="42"), title="", today=TODAY)


def test_a_clean_answer_becomes_an_entry_that_the_rules_accept(library: Library):
    found = outcome(library, adding(library.taxonomy))
    assert found.paper_id == "terrafox" and found.is_new
    assert read_entry("papers/terrafox.yml", found.text.encode(), library.taxonomy).entry is not None
    assert 'arxiv_id: "2501.00011"\n' in found.text and "kinds: [model, dataset]\n" in found.text
    assert "`/approve`" in found.reply and "**" not in found.reply.split("<details>")[0]


def test_the_author_is_credited_and_the_issue_closed(library: Library):
    found = outcome(library, adding(library.taxonomy))
    assert found.title == "Add terrafox"
    assert found.commit == ("Add terrafox\n\nCloses #7.\n\nCo-authored-by: ada-e <42+ada-e@users.noreply.github.com>\n")


@pytest.mark.parametrize(
    ("login", "number"),
    [
        ("", ""),
        ("dependabot[bot]", "1"),
        ("ada\nCo-authored-by: x", "1"),
        ("ada", "1 <x>"),
        ("-ada", "4"),
        ("ada", "٤"),
    ],
)
def test_an_account_that_is_not_an_ordinary_one_is_not_credited(login: str, number: str):
    assert Sender(login=login, number=number).credit == ""


ADDING = {
    "empty": ({"name": "", "title": "", "year": ""}, ["Name", "Title", "Year"]),
    "no box ticked": ({"consent": ""}, ["Licence"]),
    "no response, typed by hand": ({"name": "_No response_"}, ["Name"]),
    "wrong ids": ({"arxiv": "2501.1", "doi": "doi?", "year": "25"}, ["arXiv id", "DOI", "Year"]),
    "lost zero": ({"arxiv": "2501.1234"}, ["arXiv id"]),
    "nothing but a comma": ({"family": ",", "kinds": ", "}, ["Family", "What the paper presents"]),
    "unknown family": ({"family": "visaul"}, ["Family"]),
    "unknown terms": ({"kinds": "model, modle", "tasks": "eating"}, ["What the paper presents", "Tasks"]),
    "address without https": ({"code": "http://example.com/x", "project": "foo"}, ["Code", "Project page"]),
    "HTML": ({"title": "<img src=x onerror=alert(1)>", "authors": "<b>Ada</b>"}, ["Title", "Authors"]),
    "comment": ({"title": "TerraFox <!-- hidden"}, ["Title"]),
    "Markdown": ({"title": "![x](https://evil.example/x.png)"}, ["Title"]),
    "several lines": ({"name": "Terra\nFox"}, ["Name"]),
    "control character": ({"title": "Terra\x07Fox: An Invented Model"}, ["Title"]),
    "bidi": ({"title": "TerraFox \u202eledoM"}, ["Title"]),
    "mojibake": ({"one_line_zh": "鐢ㄤ竴涓櫄鏋勭殑妯″瀷璇存槑鍦伴潰銆"}, ["The point in one sentence, in Chinese"]),
    "bytes lost": ({"title": "TerraFox: An Inv\ufffdnted Model"}, ["Title"]),
    "60 kB": ({"title": "TerraFox " * 7000}, ["Title"]),
    "existing paper": ({"name": "TerraLens"}, ["Name"]),
    "existing identity": ({"doi": "10.1000/TERRALENS.2025"}, ["DOI"]),
    "name without letters": ({"name": "遥感大模型", "language": "English"}, ["Name"]),
    "path": ({"name": "../../etc/passwd", "year": "x"}, ["Year"]),
    "reserved name": ({"name": "CON", "title": "CON: An Invented Model"}, []),
    "neither id nor link": ({"arxiv": "", "code": ""}, ["Title"]),
    "another paper's title": ({"title": "Seeing Rivers from Very Far Away"}, ["Title"]),
}


@pytest.mark.parametrize(("changes", "named"), ADDING.values(), ids=ADDING)
def test_a_bad_answer_is_refused_and_every_fault_named_in_one_reply(
    library: Library, changes: dict[str, str], named: list[str]
):
    found = outcome(library, adding(library.taxonomy, **changes))
    assert (found.paper_id, found.text, found.commit) == ("", "", "")
    for label in named:
        assert f"- **{label}** — " in found.reply
    assert found.reply.count("\n- ") >= max(1, len(named))


def test_who_has_neither_id_nor_link_is_told_which_questions_to_answer(library: Library):
    nowhere = outcome(library, adding(library.taxonomy, arxiv="", code="", language="English")).reply
    hint = nowhere.partition("no link at all<br>")[2].partition("\n")[0]
    assert all(
        f"“{label}”" in hint for label in ("arXiv id", "DOI", "Publisher's page", "Code", "Project page", "Weights")
    )
    somewhere = outcome(library, adding(library.taxonomy, arxiv="", code="", project="https://terrafox.github.io/"))
    assert somewhere.paper_id == "terrafox"


def test_a_box_that_is_there_but_not_ticked_is_no_consent(library: Library):
    assert outcome(library, adding(library.taxonomy).replace("- [x]", "- [ ]")).paper_id == ""


def test_a_removed_question_and_a_doubled_one_are_named(library: Library):
    body = adding(library.taxonomy)
    start, end = body.index("### 年份"), body.index("### 进展")
    removed = outcome(library, body[:start] + body[end:]).reply
    assert (
        "**Year** — its heading is missing" in removed
        and "` Add this line and write below it: ### 年份 · Year `" in removed
    )
    assert "**Year** — the heading is there twice" in outcome(library, body + "\n\n" + body[start:end]).reply


def test_a_heading_that_hides_in_an_answer_is_a_doubled_one(library: Library):
    body = adding(library.taxonomy, authors="```\n### 标题 · Title\n\nAnother Title\n```")
    assert "**Title** — the heading is there twice" in outcome(library, body).reply


def test_line_ends_and_code_fences_make_no_difference(library: Library):
    plain = outcome(library, adding(library.taxonomy))
    assert outcome(library, adding(library.taxonomy).replace("\n", "\r\n")) == plain
    fenced = adding(library.taxonomy, title="```text\nTerraFox: An Invented Model That Hunts for Fields\n```")
    assert outcome(library, fenced) == plain


def test_what_has_one_right_answer_is_mended_and_not_complained_of(library: Library):
    found = outcome(library, adding(library.taxonomy, code="https://www.github.com/terrafox/terrafox.git/"))
    assert "code: https://github.com/terrafox/terrafox\n" in found.text


def test_a_judgement_call_is_advice_and_stops_nothing(library: Library):
    sentences = {"one_line_zh": "This is English and not Chinese at all.", "one_line_en": "A model hunts for fields."}
    found = outcome(library, adding(library.taxonomy, **sentences))
    assert found.paper_id == "terrafox"
    assert "they may be right as they are:\n\n- **The point in one sentence, in Chinese** — " in found.reply


@pytest.mark.parametrize(
    ("changes", "line", "advice"),
    [
        ({}, "", False),
        ({"venue": "IEEE TGRS"}, "  kind: journal\n", False),
        ({"venue": "International Conference on Foxes", "state": "accepted"}, "  kind: conference\n", False),
        ({"venue": "Foxes Weekly", "venue_kind": "journal"}, "  kind: journal\n", False),
        ({"venue": "Foxes Weekly"}, "", True),
        ({"venue": "CVPR", "venue_kind": "journal"}, "  kind: journal\n", True),
        ({"venue_kind": "journal"}, "  kind: journal\n", True),
    ],
)
def test_whether_it_is_a_journal_is_asked_only_where_nobody_can_know(
    library: Library, changes: dict[str, str], line: str, advice: bool
):
    found = outcome(library, adding(library.taxonomy, **changes))
    assert found.paper_id == "terrafox", found.reply
    assert [one + "\n" for one in found.text.splitlines() if one.startswith("  kind:")] == ([line] if line else [])
    assert ("**Journal or conference** — " in found.reply) is advice


def test_an_id_that_arxiv_has_not_confirmed_is_pointed_out(library: Library):
    found = outcome(library, adding(library.taxonomy, arxiv="2501.00012"))
    assert found.paper_id == "terrafox"
    assert "**arXiv id** — arXiv has not confirmed this id" in found.reply


@pytest.mark.parametrize("body", ["", "hello @ada, see #1", "### Name\n\nx", "\x00" * 9, "### " * 20_000])
def test_an_issue_that_answers_no_form_is_told_so(library: Library, body: str):
    found = outcome(library, body)
    assert found.paper_id == "" and found.reply.count("\n- ") == 1


@pytest.mark.parametrize(
    ("changes", "chinese"),
    [
        ({"name": "", "language": "中文"}, True),
        ({"name": "", "language": "English", "remarks": "谢谢"}, False),
        ({"name": "", "remarks": "谢谢"}, True),
        ({"name": "", "one_line_zh": "用一个虚构的模型说明地面。"}, False),
        ({"name": ""}, False),
    ],
)
def test_the_reply_is_in_the_authors_language(library: Library, changes: dict[str, str], chinese: bool):
    assert ("谢谢！" in outcome(library, adding(library.taxonomy, **changes)).reply) is chinese


def test_a_field_is_corrected_and_no_other_line_changes(library: Library):
    body = correcting(
        library.taxonomy,
        "https://atlas.example/zh/papers/terralens/#cite",
        field="venue.year",
        value="2024",
        field_2="links.code",
        value_2="- https://github.com/terralens/three",
        field_3="prose.one_line.en",
        value_3="Explains the ground without a model.",
    )
    found = outcome(library, body)
    assert found.paper_id == "terralens" and not found.is_new
    assert found.text == (
        ENTRY.replace("year: 2025", "year: 2024")
        .replace(
            "  code:\n    - https://github.com/terralens/one\n    - https://github.com/terralens/two\n",
            "  code: https://github.com/terralens/three\n",
        )
        .replace(
            "en: >-\n      Explains the ground with a model\n      that does not exist.\n",
            "en: Explains the ground without a model.\n",
        )
    )
    assert "```diff" in found.reply
    assert found.commit.startswith("Correct terralens\n\nvenue.year, links.code, prose.one_line.en.\nCloses #7.\n")


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        (
            "links.demo",
            "https://huggingface.co/spaces/terralens/demo",
            "  demo: https://huggingface.co/spaces/terralens/demo\n",
        ),
        ("links.paper", "https://doi.example.com/x", None),
        ("aliases", "TL-1\nTL-2", "aliases:\n  - TL-1\n  - TL-2\n"),
        ("kinds", "model, dataset", "kinds: [model, dataset]\n"),
        ("title", "TerraLens: An Invented Model #1", 'title: "TerraLens: An Invented Model #1"   # kept\n'),
        ("prose.summary.en", "One\nline.\n\nTwo.", "  summary:\n    en: |\n      One line.\n\n      Two.\n"),
        ("weights.state", "announced", "weights:\n  state: announced\n"),
        ("model.tools", "12", "model:\n  tools: 12\n"),
        ("model.sensors", "Sentinel-2、NAIP", "  sensors: [sentinel-2, naip]\n"),
        ("model.gsd", "0.5-10 m", "  gsd: 0.5-10\n"),
        ("code.licence.name", "MIT License", "  licence:\n    name: MIT\n"),
        ("venue.volume", "63", '  volume: "63"\n'),
        ("authors", "Ada Example\nBo Sample\nCy Muster", "  - Cy Muster\n"),
    ],
)
def test_a_new_value_stands_where_the_field_belongs(library: Library, field: str, value: str, line: str | None):
    found = outcome(library, correcting(library.taxonomy, "TerraLens", field=field, value=value))
    assert found.paper_id == "terralens", found.reply
    assert line is None or line in found.text
    kept = [one for one in ENTRY.splitlines() if one not in found.text.splitlines()]
    assert len(kept) <= 1


def test_a_corrected_relation_keeps_works_that_have_no_entry(tmp_path: Path):
    """A form takes names of entries; a work given by its name has none, and is not lost for it."""
    other = '  - name: GaLR\n    arxiv_id: "2204.09860"\n'
    entry = ENTRY + "relations:\n  builds_on:\n  - entry: terrafox\n" + other
    library = load(papers_folder(tmp_path, {"terralens": entry, "terrafox": ENTRY.replace("TerraLens", "TerraFox")}))
    found = outcome(library, correcting(library.taxonomy, "terralens", field="relations.builds_on", value="terrafox"))
    assert found.paper_id == "terralens", found.reply
    after = load(papers_folder(tmp_path / "after", {"terralens": found.text})).entries[0].relations.builds_on
    assert [(one.entry, one.name, one.arxiv_id) for one in after] == [
        ("terrafox", None, None),
        (None, "GaLR", "2204.09860"),
    ]


CORRECTING = {
    "unknown paper": ({"paper": "terralense"}, "Did you mean terralens?"),
    "a path": ({"paper": "../../../etc/passwd"}, "**Paper** —"),
    "hostile paper": ({"paper": "@all <b>x</b>"}, "**Paper** —"),
    "unknown field": ({"field": "venue.yaer"}, "Did you mean venue.year?"),
    "a curator's field": ({"field": "verified"}, "**Field to change** —"),
    "no value": ({"value": ""}, "**What it should say** — it does not say what venue.year should be"),
    "a value without field": ({"value_2": "x"}, "**Field to change, 2** — no field is chosen"),
    "the same field twice": ({"field_2": "venue.year", "value_2": "2023"}, "this field is changed twice"),
    "nothing new": ({"value": "2025"}, "the entry already says so"),
    "a wrong value": ({"value": "25"}, "**What it should say** — “25” is not a year"),
    "a wrong term": ({"field": "family", "value": "visaul"}, "Did you mean visual?"),
    "a wrong consequence": ({"field": "code.licence.proof", "value": "https://a.org/x"}, "code.licence.name"),
    "something else": ({"field": "other", "value": "", "remarks": "It was withdrawn."}, "a curator will look at it"),
    "something else, but what": (
        {"field": "other", "value": ""},
        "**Sources and remarks** — it does not say what is wrong",
    ),
}


@pytest.mark.parametrize(("changes", "said"), CORRECTING.values(), ids=CORRECTING)
def test_a_bad_correction_changes_nothing_and_says_why(library: Library, changes: dict[str, str], said: str):
    answers = {"paper": "terralens", "field": "venue.year", "value": "2024"} | changes
    found = outcome(library, correcting(library.taxonomy, **{k: v for k, v in answers.items() if v}))
    assert found.paper_id == "" and found.text == ""
    assert said in found.reply


def test_a_fault_that_was_there_before_is_not_the_authors(library: Library, tmp_path: Path):
    papers = papers_folder(tmp_path, {"terralens": ENTRY.replace("state: open", "state: opne")})
    library = load(papers)
    found = outcome(library, correcting(library.taxonomy, "terralens", field="venue.year", value="2024"))
    assert found.paper_id == "terralens"


def test_the_arxiv_id_of_an_answer_is_known_before_it_is_judged(library: Library):
    assert wanted_arxiv_id(adding(library.taxonomy), library) == "2501.00011"
    assert wanted_arxiv_id(adding(library.taxonomy, arxiv="x"), library) is None
    assert wanted_arxiv_id("hello", library) is None


def run(papers: Path, body: str, output: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(body.encode())))
    command = ["--papers", str(papers), "intake", "-", "--issue", "7", "--author", "ada", "--author-id", "42"]
    return main([*command, "--output", str(output)])


def test_the_verb_writes_a_new_entry_and_never_over_an_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    papers = papers_folder(tmp_path, {"terralens": ENTRY})
    taxonomy = load(papers).taxonomy
    assert run(papers, adding(taxonomy), tmp_path / "out", monkeypatch) == 0
    assert (papers / "terrafox.yml").read_text("utf-8").startswith(f"# {REFERENCE}\nname: TerraFox\n")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        "reply.md",
        "title.txt",
        "commit.txt",
        "description.md",
    }
    assert run(papers, adding(taxonomy), tmp_path / "again", monkeypatch) == 1
    assert [path.name for path in (tmp_path / "again").iterdir()] == ["reply.md"]


def test_the_verb_corrects_the_existing_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    papers = papers_folder(tmp_path, {"terralens": ENTRY})
    body = correcting(load(papers).taxonomy, "terralens", field="venue.year", value="2024")
    assert run(papers, body, tmp_path / "out", monkeypatch) == 0
    assert (papers / "terralens.yml").read_text("utf-8") == ENTRY.replace("year: 2025", "year: 2024")


def test_the_verb_says_where_it_cannot_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    command = ["--papers", str(PROJECT / "papers"), "intake", str(tmp_path / "none"), "--issue", "7"]
    assert main([*command, "--output", str(tmp_path)]) == 2
    assert "rsfm intake:" in capsys.readouterr().err
