"""Lists as people lay them out: what is the title, what is a paper, and where its links lead."""

from __future__ import annotations

from cProfile import Profile
from pathlib import Path

import pytest

from rsfm.lists.report import ListReview, as_markdown, review
from rsfm.locales import Locale
from rsfm.store import Library, load

PROJECT = Path(__file__).parents[2]
ARXIV = "https://arxiv.org/abs"
TABLE = "| Title | Venue | Date | Code | Note |\n|---|---|---|---|---|\n"
STAR = "![Star](https://img.shields.io/github/stars/example/a.svg?style=social) <br> "
ONE = "TerraOne: A First Model of Satellite Images"

TITLES = {
    "an arrow before it": (f"- [TerraNet]({ARXIV}/2403.00061) --> A Network for Land Cover", "A Network for Land Cover"),
    "authors after a break": (
        TABLE + f"| [**{ONE}**]({ARXIV}/2503.00081) <br>K. Example, L. Sample, et al. | arXiv | 2025-03-14 |",
        ONE,
    ),
    "a badge before it": (
        TABLE + f"| {STAR}[**{ONE}**]({ARXIV}/2501.00010) <br>A. Example | arXiv | 2025 | - | accepted by GRSM-25 |",
        ONE,
    ),
    "a remark in another column": (TABLE + f"| [**{ONE}**]({ARXIV}/2501.00010) | | | - | a remark of five words |", ONE),
    "links in double brackets": (f"- {ONE} [[paper]({ARXIV}/2403.00131)] [[code](https://github.com/a/b)]", ONE),
    "links in brackets": (f"- {ONE} ([paper]({ARXIV}/2403.00132)) ([code](https://github.com/a/b))", ONE),
    "Chinese brackets": (f"- {ONE} 【[论文]({ARXIV}/2403.00133)】【[代码](https://github.com/a/b)】", ONE),
    "angle brackets and a slash": (f"- {ONE} <[paper]({ARXIV}/2403.00135)> / <[code](https://github.com/a/b)>", ONE),
    "a dash and a comma": (f"- {ONE} - [paper]({ARXIV}/2403.00134), [code](https://github.com/a/b)", ONE),
    "authors and a year before it": (f"- [Example et al., 2024] {ONE}. [link]({ARXIV}/2403.00136)", ONE),
    "a Chinese journal": (
        "- 李示例, 王样本. 遥感大模型研究综述[J]. 遥感学报, 2024, 28(1): 1-20. [链接](https://doi.org/10.11834/jrs.1)",
        "遥感大模型研究综述",
    ),
    "a Chinese thesis": (
        "- 张示例. 面向遥感影像的基础模型研究[D]. 武汉: 某大学, 2024. [链接](https://doi.org/10.11834/jrs.2)",
        "面向遥感影像的基础模型研究",
    ),
    "a quoted title": (
        '1. A. Example, B. Sample, and C. Test, "Counting Trees with Language Models," *IEEE Trans. Geosci. Remote Sens.*, '
        "vol. 62, 2024. [DOI](https://doi.org/10.1109/TGRS.2024.3500011)",
        "Counting Trees with Language Models",
    ),
    "a year in brackets after the authors": (
        "2. Example, A., & Sample, B. (2024). Naming clouds with foundation models. Remote Sensing of Environment, 300. "
        "https://doi.org/10.1016/j.rse.2024.113900",
        "Naming clouds with foundation models",
    ),
    "an id after it": (
        f"4. [Example et al., 2024] Folding Maps with Models. arXiv:2403.00102. [link]({ARXIV}/2403.00102)",
        "Folding Maps with Models",
    ),
    "a comma inside it": (
        f"- [paper]({ARXIV}/2304.00065) Lightweight, Pre-trained Transformers for Time Series",
        "Lightweight, Pre-trained Transformers for Time Series",
    ),
    "two lines": (f"- Graph networks for learning in\n  urban computing: a survey. [paper]({ARXIV}/2303.00484)", "Graph networks for learning in urban computing: a survey"),
    "entities": (f"- Segmentation &amp; Detection of Clouds [paper]({ARXIV}/2303.00484)", "Segmentation & Detection of Clouds"),
    "a venue after it": (f"- {ONE}, CVPR 2024 ([paper]({ARXIV}/2403.00094), [code](https://github.com/a/b))", ONE),
    "a venue and bars after it": (f"- {ONE}, arXiv 2024, [paper]({ARXIV}/2403.00095) | [code](https://github.com/a/b)", ONE),
    "a heading": (
        f"## Diffusion\n\n### 3. [NIPS '2024] {ONE}\n**Authors**: Ada Example, Bo Sample\n\n  [📄 Paper]({ARXIV}/2411.00051v1) | 💻 Code",
        ONE,
    ),
    "a paragraph with the links": (
        f"- 🔥 **Mar-29-24: {ONE}**\n\narXiv 2024 (arXiv:2403.00041). *A. Example.* [[Paper]({ARXIV}/2403.00041)][[Code]:Null]",
        ONE,
    ),
    "a table in HTML": (
        "<table>\n  <tr><th>Paper</th><th>Link</th></tr>\n  <tr>\n    <td>Towards Agents for Earth Observation</td>\n"
        f'    <td><a href="{ARXIV}/2504.00032">Paper</a></td>\n  </tr>\n</table>',
        "Towards Agents for Earth Observation",
    ),
    "a cell over several rows": (
        "<table>\n<thead><tr><th>Kind</th><th>Title</th><th>Link</th></tr></thead>\n\n<tr><td rowspan='2'>A kind of five words</td>"
        f"<td>One</td><td>-</td></tr>\n<tr><td>{ONE}</td><td><a href='{ARXIV}/2504.00032'>Paper</a></td></tr>\n</table>",
        ONE,
    ),
    "a bar inside it": (
        TABLE + f"| [TerraPipe: One \\| Two Models of Images]({ARXIV}/2501.00141) | arXiv | 2025 | N/A | |",
        "TerraPipe: One | Two Models of Images",
    ),
    "no address": (TABLE + f"| [{ONE}]() | arXiv 2025 | 2025 | [Code](https://github.com/a/b) | |", ONE),
}  # fmt: skip
NAMES = {
    "a country": f"|Year|Country|Name|\n|-|-|-|\n|2024|United Arab Emirates|[TerraTalk]({ARXIV}/2411.00017)|",
    "a description": f"| Dataset | Sources | paper |\n|-|-|-|\n| TerraTalk | SPOT, IKONOS, Landsat, etc. | [paper]({ARXIV}/2311.00017) |",
    "a badge of a venue": "| Method | Location | Paper |\n|-|-|-|\n| TerraTalk | China (Beijing, Shanghai) | [TGRS2024](https://ieeexplore.ieee.org/document/10000001) |",
    "a publisher": "| Year | Venue | Name |\n|-|-|-|\n| 2022 | RS | [TerraTalk](https://www.mdpi.com/2072-4292/15/8/2000) |",
    "a forum": "| Year | Venue | Name |\n|-|-|-|\n| 2022 | ICLR | [TerraTalk](https://openreview.net/forum?id=abcDEF1234) |",
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A catalog without papers."""
    folder = tmp_path_factory.mktemp("list") / "papers"
    folder.mkdir()
    (folder / "_taxonomy.yml").write_bytes((PROJECT / "papers/_taxonomy.yml").read_bytes())
    return load(folder)


def read(text: str, library: Library) -> ListReview:
    return review("x.md", f"# A list\n\n{text}\n", library)


@pytest.mark.parametrize(("text", "title"), TITLES.values(), ids=TITLES)
def test_a_title_is_whole_and_nothing_else(text: str, title: str, library: Library) -> None:
    (one,) = read(text, library).known
    assert one.item.title
    assert one.item.title.text == title


@pytest.mark.parametrize("text", NAMES.values(), ids=NAMES)
def test_another_column_never_gives_the_title(text: str, library: Library) -> None:
    (one,) = read(text, library).known
    assert (one.item.title, one.item.name) == (None, "TerraTalk")


@pytest.mark.parametrize(
    "line",
    [
        "- [Introduction to the Example Engine API](https://courses.example.edu/intro)",
        "- [example-tools](https://github.com/example/tools) - A Python package for reading and writing raster datasets",
        "- todo: add link to the data set list on [this page](https://example.org/list)",
        "- TerraLake: Lakes Seen in Satellite Images [[download](https://drive.google.com/drive/folders/1x)]",
        "- [All papers of a special issue on models](https://www.mdpi.com/journal/remotesensing/special_issues/X1)",
    ],
)
def test_what_leads_to_no_paper_is_unsure_and_not_drafted(line: str, library: Library) -> None:
    found = read(line, library)
    assert (found.known, len(found.unsure)) == ((), 1)
    assert "Unsure whether these are papers" in as_markdown(found, [], Locale.EN)


@pytest.mark.parametrize(
    ("links", "fields"),
    [
        (
            "[paper](https://www.mdpi.com/2072-4292/16/9/1000) [data](https://doi.org/10.5281/zenodo.10000001)",
            {"links.paper": "https://www.mdpi.com/2072-4292/16/9/1000", "links.dataset": "https://doi.org/10.5281/zenodo.10000001"},
        ),
        (
            f"[paper]({ARXIV}/2403.00091) [data](https://example.org/d) [主页](https://example.org/p)",
            {"arxiv_id": "2403.00091", "links.dataset": "https://example.org/d", "links.project": "https://example.org/p"},
        ),
        (
            "[paper](https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2503.00073&sa=D) [百度网盘](https://pan.baidu.com/s/1x)",
            {"arxiv_id": "2503.00073", "links.dataset": "https://pan.baidu.com/s/1x"},
        ),
    ],
)  # fmt: skip
def test_each_link_goes_to_its_field(links: str, fields: dict[str, str], library: Library) -> None:
    (one,) = read(f"- {ONE} {links}", library).known
    assert one.values == {field: [value] for field, value in fields.items()}


def test_what_is_below_an_entry_does_not_disturb_it(library: Library) -> None:
    text = (
        f"- [{ONE}]({ARXIV}/2403.00121)\n```bibtex\n@article{{a, title={{TerraOne}}}}\n```\n"
        f"- [TerraTwo: A Second Model of Images]({ARXIV}/2403.00122)\n  <details><summary>BibTeX</summary>\n\n  ```\n"
        f"  @article{{b, url={{{ARXIV}/2403.00122}}}}\n  ```\n  </details>"
    )
    assert [one.arxiv_id for one in read(text, library).known] == ["2403.00121", "2403.00122"]


def test_time_grows_with_the_rows_and_not_with_their_square(library: Library) -> None:
    def calls(rows: int) -> int:
        lines = (
            f"| Terra{n} | Terra{n}: A Model of Place {n} in Images | [paper]({ARXIV}/2401.{n:05d}) |\n"
            for n in range(rows)
        )
        counted = Profile()
        counted.runcall(read, "| Name | Title | Paper |\n|-|-|-|\n" + "".join(lines), library)
        return sum(each.callcount for each in counted.getstats())

    calls(10)
    # Calls, not seconds: a busy machine makes no more of them. Four times the rows, and a little for what grows along.
    assert calls(800) < 5 * calls(200)
