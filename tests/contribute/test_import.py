"""``rsfm import`` finds what is wrong with a list, says what is right where that is known, and drafts what is new."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from contribute.conftest import Said, files
from contribute.invented_list import CLEAN, DEW, GENERAL, ICE, LIST, RENAMED, RIGHT_NOW, SEA, SKY, catalog
from rsfm.checks import check
from rsfm.lists.markdown import read_list
from rsfm.lists.report import review
from rsfm.problems import Severity
from rsfm.store import Library, load

Run = Callable[..., Said]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return catalog(tmp_path)


@pytest.fixture
def library(papers: Path) -> Library:
    return load(papers)


def line_of(piece: str, number: int = 1) -> int:
    return [at for at, line in enumerate(LIST.splitlines(), 1) if piece in line][number - 1]


FAULTS: list[tuple[str, list[int], str, str]] = [
    ("spelling", [line_of("Goundation")], "Goundation", "Foundation"),
    ("spelling", [line_of("Fonudation")], "Fonudation", "Foundation"),
    ("other-papers-title", [line_of(SKY), line_of("http://")], SKY, SEA),
    ("title-twice", [line_of(SKY), line_of(SKY, 2)], SKY, ""),
    ("other-papers-title", [line_of("Thoroughly")], "A Thoroughly Different Title of Something Else", SEA),
    ("paper-twice", [line_of("http://"), line_of("Again")], "2410.00001", ""),
    ("http", [line_of("http://")], "http://arxiv.org/abs/2410.00001", "https://arxiv.org/abs/2410.00001"),
    ("separators", [line_of(") |[")], ") |[", ") | ["),
    ("capitals", [line_of("http://")], "https://github.com/invented/seaowl", "https://github.com/invented/SeaOwl"),
    (
        "link-missing",
        [line_of("poster")],
        "",
        "https://openaccess.thecvf.com/skyfox https://github.com/Invented/SkyFox",
    ),
    ("link-missing", [line_of("Again")], "", "https://github.com/invented/SeaOwl"),
    ("link-missing", [line_of("no code")], "", "https://huggingface.co/invented/DewMole"),
    (
        "link-differs",
        [line_of("OldToad")],
        "https://github.com/invented/OldToad",
        "https://github.com/invented/MarshToad",
    ),
    (
        "title-differs",
        [line_of("SFenToad")],
        "SFenToad: Unifying Earth Observation with Agglomerative Toads",
        f"{RENAMED} (now: {RIGHT_NOW})",
    ),
    ("arxiv-name", [line_of("OldToad"), line_of("Sand(")], "arxiv", "arXiv"),
    ("venue-differs", [line_of("Sand(")], "2024-arxiv.", "ICCV 2025"),
    ("out-of-scope", [line_of("Sand(")], "Sand", ""),
    ("stray-blank", [line_of("Sand(")], "Sand(Paper )", "Sand(Paper)"),
    ("name-twice", [line_of("本文提出")], "Sand 本文提出了一种名为 Sand", "本文提出了一种名为 Sand"),
    ("year-impossible", [line_of("2023.")], "2023.", "IEEE TPAMI 2026"),
    ("venue-missing", [line_of("2023.")], "2023.", "IEEE TPAMI 2026"),
    ("version", [line_of("v2.pdf")], "https://arxiv.org/pdf/2410.00002v2.pdf", "https://arxiv.org/abs/2410.00002"),
    ("pdf", [line_of("v2.pdf")], "https://arxiv.org/pdf/2410.00002v2.pdf", "https://arxiv.org/abs/2410.00002"),
    (
        "address-form",
        [line_of("no code")],
        "https://github.com/invented/DewMole/",
        "https://github.com/invented/DewMole",
    ),
    ("code-flag", [line_of("no code")], "github(no code)", "https://github.com/invented/DewMole"),
    ("colon", [line_of("DewMole:G")], "DewMole:Geospatial Foundation Model for Underground Interpretation", DEW),
    ("claim", [line_of("迄今")], "DewMole是迄今为止最大的鼹鼠", ""),
    ("prefix", [line_of("Special")], "2022-TGRS Special issue.", "IEEE TGRS 2022"),
    ("prefix", [line_of("Sand("), line_of("2023."), line_of("Special"), line_of("Again")], "2024-….[", "2024-…. ["),
    (
        "section-differs",
        [line_of("Special"), line_of("Goundation")],
        "Visual-Language Goundation Models 视觉-语言",
        "Visual / 视觉",
    ),
    (
        "address-form",
        [line_of("Special")],
        "https://ieeexplore.ieee.org/abstract/document/1234567",
        "https://ieeexplore.ieee.org/document/1234567",
    ),
    (
        "glued-text",
        [line_of("Hares论文")],
        "IceHare: A Remote Sensing Foundation Model with Masked Hares论文",
        ICE,
    ),
    ("year-impossible", [line_of("Again")], "2021-TGRS.", "CVPR 2025"),
    ("break-tag", [at for at, line in enumerate(LIST.splitlines(), 1) if "</br>" in line], "</br>", "<br>"),
    ("labels", [line_of("http://"), line_of("poster"), line_of("OldToad")], "Paper ×3, Name(Paper) ×4", "Name(Paper)"),
    ("labels", [line_of("http://")], "github(code) ×1, code ×1", "code"),
    ("emphasis", [line_of("poster")], "**", ""),
    ("first-person", [line_of("我们")], "我们…", ""),
    ("authors-missing", [line_of("http://"), line_of("poster"), line_of("Special"), line_of("Again")], "", ""),
    ("order", [line_of("Sand("), line_of("2023."), line_of("Again")], "", ""),
]


def test_every_fault_is_found_with_its_lines_and_the_right_value_and_nothing_else(library: Library) -> None:
    found = [(f.kind.value, list(f.lines), f.wrong, f.right) for f in review("list.md", LIST, library).faults]
    assert sorted(found) == sorted(FAULTS)


def test_every_fault_is_explained_in_both_languages(library: Library) -> None:
    for fault in review("list.md", LIST, library).faults:
        assert fault.what.zh
        assert fault.what.en


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_tidy_list_has_no_fault(library: Library, line_end: str) -> None:
    assert review("clean.md", CLEAN.replace("\n", line_end), library).faults == ()


def test_a_title_over_a_snapshots_id_is_compared_without_an_entry(library: Library, papers: Path) -> None:
    (papers / "seaowl.yml").unlink()
    (papers / "skyfox.yml").unlink()
    found = {(f.kind.value, f.right) for f in review("list.md", LIST, load(papers)).faults}
    assert ("other-papers-title", SEA) in found


def test_bullets_and_tables_are_read_alike() -> None:
    found = read_list(CLEAN)
    assert [(i.title.text if i.title else "", i.claim.strip(" -"), len(i.links)) for i in found.items] == [
        ("FoxTwo: Counting More Foxes with Language", "CVPR 2025", 2),
        ("FoxOne: Counting Foxes with Language", "CVPR 2024", 2),
        ("ElkOne: A Self-Supervised Model of Elks", "IEEE TGRS 2023", 2),
        ("ElkTwo: A Second Self-Supervised Model of Elks", "arXiv 2024", 1),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "- [FoxOne: Counting Foxes in Snow](https://arxiv.org/abs/2401.00010), CVPR 2024. [[code](https://github.com/i/Fox)]",
        '* "FoxOne: Counting Foxes in Snow", Ada Example, CVPR 2024 [[Paper]](https://arxiv.org/abs/2401.00010)',
        "1. FoxOne: Counting Foxes in Snow, CVPR 2024, [Paper](https://arxiv.org/abs/2401.00010)",
        '- <a href="https://arxiv.org/abs/2401.00010">FoxOne: Counting Foxes in Snow</a> (CVPR 2024)',
        "- CVPR 2024 [Paper](https://arxiv.org/abs/2401.00010) ![stars](https://img.shields.io/x)\n  FoxOne: Counting Foxes in Snow<br>Snow.",
        "| Name | Paper | Venue | Data |\n|-|-|-|-|\n| FoxOne | [FoxOne: Counting Foxes in Snow](https://arxiv.org/abs/2401.00010) | CVPR 2024 | [Baidu Yun](https://a.example.net/1) [Google Drive folder](https://a.example.net/2) |",
        "| 论文 | 出处 | 链接 |\n|--|--|--|\n| FoxOne: Counting Foxes in Snow | CVPR 2024 | [论文](https://arxiv.org/abs/2401.00010) |",
    ],
)
def test_the_usual_ways_to_write_an_item_are_understood(library: Library, row: str) -> None:
    (one,) = review("x.md", row, library).known
    assert one.item.title
    assert one.item.title.text == "FoxOne: Counting Foxes in Snow"
    assert one.arxiv_id == "2401.00010"
    assert "CVPR 2024" in one.item.claim


@pytest.mark.parametrize(
    ("row", "title", "name", "claim"),
    [
        ("- [DuneFox](https://arxiv.org/abs/2311.00040), CVPR 2024", "", "DuneFox", "CVPR 2024"),
        ("- **DuneFox** [[Paper]](https://arxiv.org/abs/2311.00040)", "", "DuneFox", ""),
        ("- [DuneFox: Another](https://arxiv.org/abs/2311.00040)", "DuneFox: Another", "", ""),
        ("- 2024-CVPR. [Paper](https://arxiv.org/abs/2311.00040)", "", "", "2024-CVPR."),
        ("- CVPR 2024 [DuneFox](https://arxiv.org/abs/2311.00040)", "", "DuneFox", "CVPR 2024"),
        (
            "- [一个中文遥感狐狸的研究](https://a.example.net/1) 狐狸学报 2025",
            "一个中文遥感狐狸的研究",
            "",
            "狐狸学报 2025",
        ),
        ("- [基于SAR的研究与应用探索](https://a.example.net/1.pdf)", "基于SAR的研究与应用探索", "", ""),
        (
            "| 标题 | 年份 |\n|-|-|\n| [一个中文遥感狐狸的研究](https://a.example.net/1) | 2025 |",
            "一个中文遥感狐狸的研究",
            "",
            "2025",
        ),
        ("| Paper | Year |\n|-|-|\n| [X0: A Fox](https://doi.org/10.1000/x0) | 2025 |", "X0: A Fox", "", "2025"),
        ("| Paper | Year |\n|-|-|\n| [DuneFox](https://doi.org/10.1000/x0) | 2025 |", "", "DuneFox", "2025"),
    ],
)
def test_a_paper_with_few_latin_words_is_read_too(
    library: Library, row: str, title: str, name: str, claim: str
) -> None:
    reviewed = review("x.md", row, library)
    (one,) = reviewed.known
    found = (one.item.title.text if one.item.title else "", one.item.name, one.item.claim.strip(" ,"))
    assert found == (title, name, claim)
    assert not reviewed.unread
    assert {fault.kind.value for fault in reviewed.faults} <= {"venue-missing", "year-impossible"}


@pytest.mark.parametrize("label", ["[SeaOwl: A Remote Owl Model]", "[SeaOwl]"])
def test_an_arxiv_link_without_an_arxiv_id_is_a_fault_and_not_drafted(
    tmp_path: Path, library: Library, rsfm: Run, label: str
) -> None:
    (tmp_path / "x.md").write_text(f"- {label}(http://arxiv.org/abs/2410.0716)\n", encoding="utf-8")
    found = review("x.md", (tmp_path / "x.md").read_text(encoding="utf-8"), library).faults
    assert [(f.wrong, f.right) for f in found if f.kind.value == "arxiv-id"] == [("http://arxiv.org/abs/2410.0716", "")]
    assert rsfm("import", str(tmp_path / "x.md"), "--out", str(tmp_path / "out")).code == 1
    (drafted,) = (tmp_path / "out").iterdir()
    assert "2410.0716" not in drafted.read_text(encoding="utf-8")


def test_the_right_arxiv_id_is_named_where_the_catalog_has_the_paper(library: Library) -> None:
    found = review("x.md", f"- [{DEW}](https://arxiv.org/pdf/2410.0000)", library).faults
    assert [f.right for f in found if f.kind.value.startswith("arxiv")] == ["https://arxiv.org/abs/2410.00002"]


def test_an_escaped_bar_in_a_table_is_a_bar(library: Library) -> None:
    row = "| Paper | Year |\n|-|-|\n| [Foxes \\| Owls in Deep Snow](https://doi.org/10.1000/x0) | 2025 |"
    (one,) = review("x.md", row, library).known
    assert one.item.title
    assert (one.item.title.text, one.item.claim) == ("Foxes | Owls in Deep Snow", "2025")


@pytest.mark.parametrize(
    "use", ["[Counting Foxes in Deep Snow][Ref 1]", "[Counting Foxes in Deep Snow][]", "[Counting Foxes in Deep Snow]"]
)
@pytest.mark.parametrize("before", ["- {}, CVPR 2024", "| Paper | Venue |\n|-|-|\n| {} | CVPR 2024 |"])
def test_links_by_reference_are_links(library: Library, use: str, before: str) -> None:
    label = "ref 1" if "Ref 1" in use else "counting foxes in deep snow"
    text = f"{before.format(use)}\n\n[{label}]: <https://arxiv.org/abs/2401.00010> 'Foxes'\n[other]: https://a.example.net\n"
    (one,) = review("x.md", text, library).known
    assert one.item.title
    assert (one.item.title.text, one.arxiv_id) == ("Counting Foxes in Deep Snow", "2401.00010")
    assert one.item.description == []


def test_a_name_or_a_translation_over_a_papers_link_is_no_wrong_title(library: Library) -> None:
    rows = "- [SeaOwl](https://arxiv.org/abs/2410.00001)\n\n- [无需训练的猫头鹰遥感分割](https://arxiv.org/abs/2410.00003)\n"
    reviewed = review("x.md", rows, library)
    assert [one.paper.paper_id for one in reviewed.known if one.paper] == ["seaowl", "sand"]
    assert not {"title-differs", "other-papers-title"} & {fault.kind.value for fault in reviewed.faults}


def test_a_line_that_is_not_read_is_named(tmp_path: Path, rsfm: Run) -> None:
    news = "## News\n\n- 2025: [SeaOwl](https://arxiv.org/abs/2410.00001) is out\n"
    (tmp_path / "x.md").write_text(f"{CLEAN}\n- [Owls](https://a.example.net/1)\n\n{news}", encoding="utf-8")
    done = rsfm("import", str(tmp_path / "x.md"))
    at = len(CLEAN.splitlines()) + 2
    assert (done.code, f"line {at} not read" in done.err, f"line {at + 4} not read" in done.err) == (0, True, True)
    assert f"- {at}: `- [Owls](https://a.example.net/1)`" in done.out


@pytest.mark.parametrize(("text", "code"), [("- [Owls](https://a.example.net/1)\n", 1), ("Owls.\n", 1), ("\n", 0)])
def test_a_list_without_any_paper_is_not_fine(tmp_path: Path, rsfm: Run, text: str, code: int) -> None:
    (tmp_path / "x.md").write_text(text, encoding="utf-8")
    assert rsfm("import", str(tmp_path / "x.md")).code == code


def test_drafts_are_written_for_new_papers_and_read_as_entries(papers: Path, tmp_path: Path, rsfm: Run) -> None:
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    before = files(papers)
    out = tmp_path / "new" / "drafts"
    done = rsfm("import", str(tmp_path / "clean.md"), "--out", str(out))
    assert (done.code, files(papers)) == (0, before)
    assert sorted(path.name for path in out.iterdir()) == ["elkone.yml", "elktwo.yml", "foxone.yml", "foxtwo.yml"]
    for path in out.iterdir():
        (papers / path.name).write_bytes(path.read_bytes())
    library = load(papers)
    drafts = {file.document.path: file.values for file in library.files}
    fox, elk = drafts["papers/foxone.yml"], drafts["papers/elkone.yml"]
    assert (fox["family"], fox["arxiv_id"], fox["venue.name"], fox["venue.year"]) == (
        "vision-language",
        "2401.00010",
        "CVPR",
        2024,
    )
    assert (elk["family"], elk["doi"], elk["links.code"]) == (
        "visual",
        "10.1000/elk.1",
        "https://gitlab.com/invented/elk",
    )
    left = {(p.place.path, p.field) for p in check(library) if p.severity is Severity.ERROR}
    assert left == {("papers/foxone.yml", "kinds"), ("papers/foxtwo.yml", "kinds")}


def test_a_draft_takes_nothing_that_is_known_to_be_wrong(papers: Path, tmp_path: Path, rsfm: Run) -> None:
    (tmp_path / "list.md").write_text(LIST, encoding="utf-8")
    out = tmp_path / "drafts"
    assert rsfm("import", str(tmp_path / "list.md"), "--out", str(out)).code == 1
    assert not out.exists()
    rsfm("import", str(tmp_path / "list.md"), "--out", str(out), "--all")
    seaowl = (out / "seaowl.yml").read_text(encoding="utf-8")
    assert f'title: "{SEA}"' in seaowl
    assert "# list.md:9\n" in seaowl
    dewmole = (out / "dewmole.yml").read_text(encoding="utf-8")
    assert "  year: 2024\n" in dewmole
    assert f'title: "{DEW}"' in dewmole


def test_papers_whose_names_fall_together_get_a_file_each_and_what_is_unknown_is_a_blank(
    papers: Path, tmp_path: Path, rsfm: Run
) -> None:
    rows = (
        f"- [Counting Foxes in Deep Snow]({url})\n"
        for url in ("https://a.example.net/1.pdf", "https://a.example.net/2.pdf")
    )
    (tmp_path / "x.md").write_text("".join(rows), encoding="utf-8")
    rsfm("import", str(tmp_path / "x.md"), "--out", str(tmp_path / "out"))
    drafts = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    assert sorted(drafts) == ["counting-foxes-in-deep-snow-2.yml", "counting-foxes-in-deep-snow.yml"]
    assert "# name:  # what people call it\n" in drafts["counting-foxes-in-deep-snow.yml"]
    assert "# venue:\n#   name:\n#   year:\n#   state:\n" in drafts["counting-foxes-in-deep-snow.yml"]


def test_no_file_is_ever_overwritten(tmp_path: Path, rsfm: Run) -> None:
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/foxone.yml").write_text("mine\n", encoding="utf-8")
    done = rsfm("import", str(tmp_path / "clean.md"), "--out", str(tmp_path / "out"))
    assert (tmp_path / "out/foxone.yml").read_text(encoding="utf-8") == "mine\n"
    assert "foxone.yml is there already" in done.err


def test_the_report_is_markdown_or_json_in_either_language(tmp_path: Path, rsfm: Run) -> None:
    path = tmp_path / "list.md"
    path.write_text(LIST, encoding="utf-8")
    shown = rsfm("import", str(path))
    assert shown.code == 1
    assert (
        f"| {line_of('Sand(')} | a stray blank inside brackets | `Sand(Paper )` | `Sand(Paper)` | stray-blank |"
        in shown.out
    )
    assert "括号里有多余的空格" in rsfm("import", str(path), "--locale", "zh").out
    rsfm("import", str(path), "--format", "json", "--report", str(tmp_path / "report.json"))
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert len(report["faults"]) == len(FAULTS)
    assert report["papers"][3] == {"line": line_of("Sand("), "title": GENERAL, "entry": "sand"}


def test_text_of_a_list_cannot_break_out_of_the_report(tmp_path: Path, rsfm: Run) -> None:
    path = tmp_path / "x.md"
    row = "- 2020-arXiv. [a `b` <b>@you (Paper )</b>](https://arxiv.org/abs/2410.00003) Some | <img src=x> title with four words\n"
    path.write_text(row, encoding="utf-8")
    out = rsfm("import", str(path)).out
    bare = [piece for line in out.splitlines() for piece in re.sub(r"(`+).*?\1", "", line).split()]
    assert not [piece for piece in bare if "<" in piece or "@" in piece]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "遥感基础模型与视觉语言模型的论文清单，开放词汇分割".encode().decode("cp1252", "ignore").encode(),
            "Latin-1 or Windows",
        ),
        ("# 收藏 分享\n作者 分类 发布日期".encode().decode("cp1254", "ignore").encode(), "Latin-1 or Windows"),
        (
            "遥感基础模型与视觉语言模型的论文清单，开放词汇分割和变化检测".encode()
            .decode("gb18030", "ignore")
            .encode(),
            "read as GBK",
        ),
        ("遥感基础模型".encode("gb18030"), "line 1 is not UTF-8"),
        (b"a\x00b", "binary"),
        (b"x" * (2 * 1024 * 1024 + 1), "more than"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused_with_the_reason(
    papers: Path, tmp_path: Path, rsfm: Run, data: bytes, said: str
) -> None:
    (tmp_path / "bad.md").write_bytes(data)
    done = rsfm("import", str(tmp_path / "bad.md"), "--out", str(tmp_path / "out"))
    assert (done.code, done.out, (tmp_path / "out").exists()) == (1, "", False)
    assert said in done.err


def test_a_missing_list_ends_with_two(tmp_path: Path, rsfm: Run) -> None:
    done = rsfm("import", str(tmp_path / "none.md"))
    assert (done.code, "none.md" in done.err) == (2, True)


@pytest.mark.parametrize(
    "unit", ["[", "[]a", '<a href="x" ', "![](()", "“a ", "**a ", "| a ", "[a](http://a(", "http://[", "- x\n"]
)
def test_a_hostile_list_is_read_in_reasonable_time_without_an_exception(library: Library, unit: str) -> None:
    review("x.md", "\n".join(["- " + unit * 300] * 20), library)
