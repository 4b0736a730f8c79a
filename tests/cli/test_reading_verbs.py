"""At a shell the catalog can be listed, searched, shown, compared and written as an awesome list."""

import csv
import io
import json
from pathlib import Path

import pytest

from export.made import HOSTILE, example, folder, plain
from rsfm.cli import main
from rsfm.export.awesome import Languages
from rsfm.store import load

SAR = plain(
    "foxsar",
    name="FoxSAR",
    title="FoxSAR: Counting Invented Foxes in Radar Images",
    more="arxiv_id: '2501.00020'\nmodel: {modalities: [sar], gsd: 3}\nvariants: {base: {parameters: 86M}}\nlinks: {code: https://github.com/invented/foxsar}\ncode: open",
).replace("family: visual", "family: task-specific")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    entries = {
        "terralens": example(),
        "hostile": plain("hostile", name="=1+1", title=HOSTILE, more="arxiv_id: '2501.00021'"),
        "foxsar": SAR,
        "remoteclip": plain("remoteclip"),
        "rs5m": plain("rs5m"),
    }
    return folder(tmp_path_factory.mktemp("shell"), entries)


@pytest.fixture
def say(papers, capsys):
    def run(*command: str) -> tuple[int, str, str]:
        code = main(["--papers", str(papers), *command])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def ids(text: str) -> list[str]:
    return [json.loads(line)["paper_id"] for line in text.splitlines()]


@pytest.mark.parametrize(
    ("flags", "found"),
    [
        (["--modality", "sar"], ["foxsar"]),
        (["--modality", "SAR"], ["foxsar"]),
        (["--parameters", "80M-90M"], ["foxsar"]),
        (["--parameters", ">1B"], ["terralens"]),
        (["--gsd", "<5"], ["terralens", "foxsar"]),
        (["--family", "task-specific", "--code", "open"], ["foxsar"]),
        (["--modality", "sar", "--modality", "text"], ["terralens", "foxsar"]),
        (["--modality", "sar", "--modality", "text", "--weights", "open"], ["terralens"]),
        (["--benchmark", "dior-r"], ["terralens"]),
        (["--year", "2024"], []),
    ],
)
def test_the_catalog_is_narrowed_by_its_facets(say, flags, found):
    code, out, _ = say("list", "--format", "json", *flags)
    assert set(ids(out)) == set(found)
    assert code == (0 if found else 1)


def test_a_term_that_is_not_there_is_refused_with_those_that_are(say):
    code, out, err = say("list", "--modality", "smell")
    assert (code, out) == (2, "")
    assert "“smell” is not there; there is" in err and "sar" in err


@pytest.mark.parametrize("form", ["table", "json", "bib", "csv"])
def test_a_former_name_leads_to_the_paper(say, form):
    code, out, _ = say("show", "terra-lens", "--format", form)
    assert (code, out) == say("show", "terralens", "--format", form)[:2]
    assert code == 0 and "TerraLens" in out


def test_a_table_stands_in_columns_and_says_what_is_not_known(say):
    _, out, _ = say("list")
    head, *rows = out.splitlines()
    assert head.split() == ["paper_id", "year", "venue", "family", "parameters", "code", "weights", "name"]
    assert len(rows) == 5
    lens = next(row for row in rows if row.startswith("terralens"))
    assert "151M-7B" in lens and "open" in lens
    assert "?" in next(row for row in rows if row.startswith("rs5m"))


def test_the_other_forms_are_those_of_the_site(say):
    _, out, _ = say("list", "--format", "csv")
    assert {row["paper_id"] for row in csv.DictReader(io.StringIO(out))} == {
        "terralens",
        "hostile",
        "foxsar",
        "remoteclip",
        "rs5m",
    }
    _, out, _ = say("show", "foxsar", "--format", "bib")
    assert out.startswith("@misc{")
    _, out, _ = say("show", "terralens", "--format", "json")
    assert json.loads(out)["variants"]["large"]["note"] == "not the preview of January"


@pytest.mark.parametrize(
    "name", ["terralens", "TerraLens", "TERRALENS-INSTRUCT", "2501.00010", "10.1000/terralens.2025"]
)
def test_a_paper_is_found_under_its_names(say, name):
    code, out, _ = say("show", name)
    assert code == 0 and out.startswith("TerraLens: An Invented")
    assert "https://arxiv.org/abs/2501.00010" in out


def test_a_paper_that_is_not_there_is_said_to_be_missing(say):
    code, _, err = say("show", "nobody\x1b[31m")
    assert code == 2 and "no paper is called" in err and "\x1b" not in err


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("foxes radar", "foxsar"),
        ("雷达", None),
        ("视觉语言模型", "terralens"),
        ("合成孔径雷达", "foxsar"),
        ("2501.00010", "terralens"),
        ("李示例 terralens", "terralens"),
        ("no-such-word", None),
    ],
)
def test_a_search_finds_papers_with_every_word(say, words, first):
    code, out, _ = say("search", "--format", "json", *words.split())
    if first:
        assert ids(out)[0] == first
    elif code:
        assert out == ""


def test_facts_stand_side_by_side(say):
    code, out, _ = say("compare", "terralens", "foxsar")
    assert code == 0
    lines = {line.split()[0]: line.split()[1:] for line in out.splitlines()}
    assert lines["paper_id"] == ["terralens", "foxsar"]
    assert lines["parameters"] == ["151M-7B", "86M"]
    assert lines["doi"] == ["10.1000/terralens.2025", "?"]
    assert say("compare", "foxsar")[0] == 1
    assert say("compare", "foxsar", "nobody")[0] == 2


@pytest.mark.parametrize("language", list(Languages))
def test_an_awesome_list_is_read_again_without_loss(say, papers, tmp_path, language):
    written = tmp_path / "README.md"
    code, _, _ = say("export", "awesome", "--language", language, "--output", str(written))
    assert code == 0
    empty = folder(tmp_path, {})
    main(
        [
            "--papers",
            str(empty),
            "import",
            str(written),
            "--out",
            str(tmp_path / "drafts"),
            "--report",
            str(tmp_path / "r.md"),
        ]
    )
    real = {paper.paper_id: paper.entry for paper in load(papers).catalog().papers}
    drafts = [path.read_text("utf-8") for path in sorted((tmp_path / "drafts").glob("*.yml"))]
    for paper_id in ("terralens", "foxsar", "hostile"):
        entry = real[paper_id]
        (draft,) = [text for text in drafts if f'"{entry.arxiv_id}"' in text or f"'{entry.arxiv_id}'" in text]
        assert f"family: {entry.family}" in draft
        for url in entry.links.code:
            assert url in draft or "github.com" not in url, "what a host holds is known of hosts of code only"
    (lens,) = [text for text in drafts if "2501.00010" in text]
    assert "IEEE TGRS" in lens and "year: 2025" in lens and "10.1000/terralens.2025" in lens
    assert real["terralens"].title in lens


def test_every_file_for_programs_can_be_written_into_a_folder(say, tmp_path):
    code, _, _ = say("export", "files", "--output", str(tmp_path / "all"), "--site-url", "https://atlas.example/")
    assert code == 0
    for path in ("api/v1/papers.json", "api/v1/papers/foxsar.json", "en/papers.bib", "zh/feed.atom", "llms.txt"):
        assert (tmp_path / "all" / path).is_file()
    assert say("export", "files")[0] == 2


def test_the_changes_of_the_data_are_written_for_a_release(say):
    code, out, _ = say("export", "changelog")
    assert code == 0
    assert out.startswith("# Changes of the data\n\n## 2025-02\n")
    assert "TerraLens: weights released" in out.replace("\\", "")
    assert say("export", "changelog", "--since", "2026-01-01")[1] == "# Changes of the data\n\n"
    assert "数据的变化" in say("export", "changelog", "--language", "zh")[1]
