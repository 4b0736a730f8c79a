"""However a list is laid out, its papers are read, nothing false is said of them, and what is not read is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from contribute.invented_list import DEW, SEA, SKY, catalog
from rsfm.lists.around_titles import split_title
from rsfm.lists.report import ListReview, review
from rsfm.store import load

SEA_LINKS = "[paper](https://arxiv.org/abs/2410.00001) [code](https://github.com/invented/SeaOwl)"
NEW = "https://arxiv.org/abs/2501.00031"
LAYOUTS = {
    "a table without outer bars": f"Title | Venue | Links\n--- | --- | ---\n{SEA} | CVPR 2025 | {SEA_LINKS}",
    "a table with a date of its own": f"| Title | Venue | Date | Links |\n|-|-|-|-|\n| {SEA} | CVPR'25 | 2024 | {SEA_LINKS} |",
    "a quotation": f"> - CVPR 2025. {SEA_LINKS} **{SEA}**",
    "a box that is ticked": f"- [x] {SEA} (CVPR 2025) {SEA_LINKS}",
    "a venue before the title": f"- (CVPR 2025) {SEA} {SEA_LINKS}",
    "a venue in Chinese brackets": f"- 【CVPR 2025】{SEA}【论文】{SEA_LINKS}",
    "a venue after the title": f"- **{SEA}**, CVPR 2025. {SEA_LINKS}",
    "a name before the rest of the title": "- [SeaOwl](https://arxiv.org/abs/2410.00001): " + SEA.partition(": ")[2]
    + " [code](https://github.com/invented/SeaOwl)",
    "a name beside the title": f"- **SeaOwl**. _{SEA}_. {SEA_LINKS}",
    "a name in small pictures": f"- :star2: {SEA} {SEA_LINKS}",
    "bars in full width": f"- {SEA}｜{SEA_LINKS}",
    "badges below a heading": "### SeaOwl\n[![arXiv](https://img.shields.io/badge/a.svg)](https://arxiv.org/abs/2410.00001) "
    f"[![code](https://img.shields.io/b.svg)](https://github.com/invented/SeaOwl)\n{SEA}, CVPR 2025",
    "links below a title": f"- **Segmentation**\n  - 2025\n    - {SEA}\n      - Paper: <https://arxiv.org/abs/2410.00001>\n"
    "      - Code: https://github.com/invented/SeaOwl\n      - Venue: CVPR 2025",
    "links below a title in bold": f"**1. {SEA} (CVPR 2025)**\n- Paper: <https://arxiv.org/abs/2410.00001>\n"
    "- Code: https://github.com/invented/SeaOwl",
    "Chinese labels below a title in bold": f"**《{SEA}》**\n\n* 论文：https://arxiv.org/abs/2410.00001\n"
    "* 代码：https://github.com/invented/SeaOwl\n* 单位：某大学",
    "bold letters in a table of HTML": f"<table><tr><th>Title</th><th>Links</th></tr>\n<tr><td><b>SeaOwl</b>{SEA[6:]}</td>"
    '<td><a href="https://arxiv.org/abs/2410.00001">Paper</a> <a href="https://github.com/invented/SeaOwl">Code</a></td></tr></table>',
    "Chinese labels": f"1、**海上的猫头鹰分割模型**（CVPR 2025）\n论文标题：{SEA}\n论文链接：https://arxiv.org/abs/2410.00001\n"
    "代码：https://github.com/invented/SeaOwl",
}  # fmt: skip


@pytest.fixture
def read(tmp_path: Path):
    library = load(catalog(tmp_path))
    return lambda text: review("x.md", text + "\n", library)


def faults(found: ListReview) -> list[str]:
    # That authors are missing is true of all these.
    return [str(fault.kind) for fault in found.faults if str(fault.kind) != "authors-missing"]


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS)
def test_a_paper_is_read_whole_and_nothing_false_is_said_of_it(read, text: str):
    found = read(text)
    (one,) = found.known
    assert one.paper and one.paper.paper_id == "seaowl"
    assert one.item.title and one.item.title.text == SEA
    assert (one.arxiv_id, one.values["links.code"]) == ("2410.00001", ["https://github.com/invented/SeaOwl"])
    assert (faults(found), found.unread) == ([], ())


def test_a_title_in_bold_takes_only_what_says_where_its_paper_is(read):
    other = "- Foxes Seen by Two Sensors at Once [paper](https://arxiv.org/abs/2501.00032)"
    found = read(f"**Counting Hares: A Model of All Fields**\n- [Paper]({NEW})\n{other}")
    assert [one.item.title.text for one in found.known if one.item.title] == [
        "Counting Hares: A Model of All Fields",
        "Foxes Seen by Two Sensors at Once",
    ]
    assert read(f"**Models of the Year 2025: The Best**\n\nSome words.\n\n{other}").known[0].arxiv_id == "2501.00032"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"| 模型 | 论文题目 | 链接 |\n|-|-|-|\n| 无 | Counting Hares in All Fields | [论文]({NEW}) |", ""),
        (f"- **FoxNet** | *Foxes in a bog seen from space* | [Paper]({NEW})", "FoxNet"),
        (f"- **FoxQA** (2025): 狐狸问答数据集，十二万问答对。[[论文]({NEW})]", "FoxQA"),
    ],
)
def test_a_paper_is_called_what_the_list_calls_it(read, text: str, name: str):
    (one,) = read(text).known
    assert one.item.name == name


@pytest.mark.parametrize("form", ["- {name}（arXiv 2025）{link}", "- 2025｜{name}｜[论文]({link})", "3. {name} {link}"])
def test_a_short_title_has_a_name_before_its_colon(read, form: str):
    (one,) = read(form.format(name="FoxNet：数狐狸", link=NEW)).known
    assert one.item.title and one.item.title.text == "FoxNet：数狐狸"


@pytest.mark.parametrize(
    "line",
    [
        "- A long tutorial on models: https://www.youtube.com/watch?v=abc",
        "- 一篇很长的中文解读文章：https://zhuanlan.zhihu.com/p/1",
        "- Write to me@mail.example.net or star https://github.com/me/list",
        "We follow a survey of foxes (https://arxiv.org/abs/2501.00032).",
        '<p><a href="https://arxiv.org/abs/2501.00032"><img src="x.png"></a></p>',
    ],
)
def test_what_is_no_item_about_a_paper_is_not_drafted_but_named(read, line: str):
    found = read(f"- [{SEA}](https://arxiv.org/abs/2410.00001)\n\n{line}")
    assert len(found.known) == 1
    assert [one.line for one in found.unread] == [3]


def test_papers_below_a_category_are_papers_of_their_own(read):
    found = read(
        f"- Vision-language models of the field\n  - {SEA} {SEA_LINKS}\n  - [{DEW}](https://arxiv.org/abs/2410.00002)"
    )
    assert [one.paper and one.paper.paper_id for one in found.known] == ["seaowl", "dewmole"]


def test_rows_below_a_head_that_was_forgotten_are_rows(read):
    (one,) = read(
        f"|2025|CVPR|[{SEA}](https://arxiv.org/abs/2410.00001)|[Code](https://github.com/invented/SeaOwl)|"
    ).known
    assert (one.paper and one.paper.paper_id, one.item.title and one.item.title.text) == ("seaowl", SEA)


def test_a_fence_inside_a_longer_one_ends_nothing(read):
    found = read(
        f"````\n```\n- [{DEW}](https://arxiv.org/abs/2410.00002)\n````\n\n- [{SEA}](https://arxiv.org/abs/2410.00001)"
    )
    assert [one.arxiv_id for one in found.known] == ["2410.00001"]


def test_papers_without_a_year_are_not_out_of_order(read):
    found = read(
        f"- (ICCV 2025) [{SKY}](https://openaccess.thecvf.com/skyfox)\n- [{SEA}](https://arxiv.org/abs/2410.00001)"
    )
    assert "order" not in faults(found)


@pytest.mark.parametrize("url", ["https://：：/x", "http://[::1", "https://[x]", "https://a:b:c/"])
def test_an_address_that_is_none_stops_nothing(read, url: str):
    assert [one.item.title.text for one in read(f"- [{SEA}]({url}) https://arxiv.org/abs/2410.00001").known] == [SEA]


@pytest.mark.parametrize(
    ("text", "title", "claim"),
    [
        ("[ICLR'25] FoxNet: A Model", "FoxNet: A Model", "ICLR'25"),
        ("FoxNet: A Model (arXiv 2025.01)", "FoxNet: A Model", "arXiv 2025.01"),
        ("2024. FoxNet: A Model [PDF]", "FoxNet: A Model", "2024"),
        ("FoxNet: A Model (Extended)", "FoxNet: A Model (Extended)", ""),
        ("FoxNet: Foxes of 2024", "FoxNet: Foxes of 2024", ""),
        ("2030 Agenda: Foxes Seen from Space", "2030 Agenda: Foxes Seen from Space", ""),
        ("1984-2020: A Model of Foxes", "1984-2020: A Model of Foxes", ""),
        ("(2024)", "(2024)", ""),
        ("", "", ""),
    ],
)
def test_venue_and_year_around_a_title_are_no_part_of_it(text: str, title: str, claim: str):
    assert split_title(text) == (title, claim)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (
            r"Mapping land\_cover with \*All\* \[Few\] Labels \~ Again",
            "Mapping land_cover with *All* [Few] Labels ~ Again",
        ),
        (r"Learning of AT\&amp;T \<b\> and \`Code\` from Space", "Learning of AT&amp;T <b> and `Code` from Space"),
        (r"$S^{3}$: Learning Maps of the Whole Sphere", "$S^{3}$: Learning Maps of the Whole Sphere"),
        (r"$\alpha$Fox: An Invented Model of the Ground", r"$\alpha$Fox: An Invented Model of the Ground"),
    ],
)
@pytest.mark.parametrize("form", ["- [{title}]({link})", "| Title | Link |\n|-|-|\n| {title} | [paper]({link}) |"])
def test_what_is_marked_as_meant_as_itself_is_part_of_the_title(read, form: str, written: str, title: str):
    (one,) = read(form.format(title=written, link=NEW)).known
    assert one.item.title and one.item.title.text == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # A list of code and data describes things; the title, if it is there at all, stands elsewhere.
        (f"* [Q](https://github.com/a/q) -> Optical and SAR pairs of foxes from the [paper]({NEW}): Foxes Seen by Two Sensors at Once", "Foxes Seen by Two Sensors at Once"),
        (f"* [3rd place solution here](https://github.com/a/q) -> which sharpens, with [arxiv paper]({NEW})", None),
        (f"* How to make a map of all foxes [here]({NEW})", None),
        (f"* [fox-bench](https://github.com/a/f) -> Fox-Bench is a benchmark for models of foxes and hares. Read the [paper]({NEW})", None),
        (f"| Model | Paper | Code |\n|-|-|-|\n| **FoxNet** | [FoxNet]({NEW}) | [code](https://github.com/a/f) |", None),
        (f"- **FoxQA** (2025): 狐狸问答数据集，十二万问答对。[[论文]({NEW})] [[百度网盘](https://pan.baidu.com/s/1a)] 提取码: abcd", None),
        (f"- **FoxQA**：首个能数狐狸的多模态大模型。 [paper]({NEW})", None),
        (f"3. Roe B, Doe A, Wu W. Foxes, hares, and tokens[J]. Journal of Foxes, 2024, 2: 1-15. [paper]({NEW})", "Foxes, hares, and tokens"),
        (f"[3] Roe B. Counting foxes from very far away[C]//CVPR. 2024: 1-9. [paper]({NEW})", "Counting foxes from very far away"),
        (f"- **FoxNet** | *Foxes in a bog seen from space* | `IGARSS 2024` | [Paper]({NEW})", "Foxes in a bog seen from space"),
        (f"* [fox](https://github.com/a/f) -> Foxes Are All You Need to See from Space, with [paper]({NEW})", "Foxes Are All You Need to See from Space"),
    ],
)  # fmt: skip
def test_what_describes_a_paper_is_not_its_title(read, text: str, title: str | None):
    (one,) = read(text).known
    assert (one.item.title and one.item.title.text) == title
