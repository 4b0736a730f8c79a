"""What a list says about a paper in words of its own is no title, and what only looks like a paper is not drafted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from contribute.invented_list import SEA, catalog
from rsfm.lists.drafts import draft
from rsfm.lists.report import ListReview, review
from rsfm.locales import Locale
from rsfm.store import load

NEW = "https://arxiv.org/abs/2501.00031"
PAPER = f"[paper]({NEW})"
CODE = "https://github.com/invented/Owl-Net-Road-Detection"
OWL = "Counting Owls at Night from Orbit"
HEAD = "| Dataset | Publication | Method |\n|---|---|---|\n"

TITLES = {
    "a repository with many words": (f"- [Owl-Net-Road-Detection]({CODE}) -> {OWL} {PAPER}", OWL),
    "what leads on to the link": (f"- [OwlNet]({CODE}) -> {OWL}, with {PAPER}", OWL),
    "what leads on from the paper itself": (f"- [OwlNet]({NEW}) -> {OWL}, with [data](https://example.org/o)", OWL),
    "code of the paper": (f"- [OwlNet]({CODE}) -> Official PyTorch implementation of our TGRS paper: {OWL}. {PAPER}", OWL),
    "data and code for the paper": (f"- [owls]({CODE}) -> Dataset and code for the paper {OWL} [IGARSS 2023]({NEW})", OWL),
    "entities written twice": (f"| Title | Link |\n|---|---|\n| &amp;lt;b&amp;gt;{OWL}&amp;lt;/b&amp;gt; | {PAPER} |", OWL),
    "tags as entities": (f"| Title | Link |\n|---|---|\n| &lt;i&gt;Counting&lt;/i&gt; Owls at Night from Orbit | {PAPER} |", OWL),
    "a formula": (f"| Title | Link |\n|---|---|\n| Owls and CH$_{{4}}$ from Orbit | {PAPER} |", "Owls and CH$_{4}$ from Orbit"),
    "the years it is about": (f"| Title | Link |\n|---|---|\n| {OWL} (2002–2025) | {PAPER} |", f"{OWL} (2002–2025)"),
}  # fmt: skip

NAMES = {
    "what a sentence begins with": (f"- [OwlData](https://example.org/owl) -> a large data set of owls at night, {PAPER}", ""),
    "an abbreviated sentence": (f"- [owl-net]({CODE}) -> Choice of owls e.g. the largest owls of a night. {PAPER}", ""),
    "a name with hyphens": (f"| Method | Year |\n|---|---|\n| [Owl-a-b]({NEW}) | 2020 |", "Owl-a-b"),
    "a name of several words": (f"| Dataset | Size |\n|---|---|\n| [Owl Lake Night Set]({NEW}) | 12 |", "Owl Lake Night Set"),
    "a name that is a word for stars": (f"| Dataset | Size |\n|---|---|\n| [STAR]({NEW}) | 12 |", "STAR"),
    "a method beside the name": (
        f"| Model | Method | Paper |\n|---|---|---|\n| OwlZero | Owl-zero (no night data) | [arXiv]({NEW}) |",
        "OwlZero",
    ),
    "a long name of a venue": (
        HEAD + f"| OwlSet | [Proc. Owls Remote Sens. and Orbit Inf. Sciences 2018]({NEW}) | owls |",
        "OwlSet",
    ),
    "a citation below a data set": (
        f"- [**OwlSet: Owls of the World**](https://example.org/owl) *(Some University, Jan 2020)*\n"
        f"10 kinds of owls. Paper: [Example et al., 2019]({NEW})",
        "OwlSet: Owls of the World",
    ),
    "an abbreviation, and data at other names": (
        f"| Abbr. | Code / Dataset | Paper |\n|---|---|---|\n| OwlZero | [Owl Viewer]({CODE}) | [arXiv]({NEW}) |",
        "OwlZero",
    ),
    "a key of a citation": (f"| Title | Link |\n|---|---|\n| example2021owls | {PAPER} |", ""),
}  # fmt: skip

NO_PAPERS = {
    "an article on a blog": f"- [owls]({CODE}) -> Finding the Owls of a Wood, with [paper](https://medium.com/some/owls-1)",
    "a solution of a challenge": f"- [owls]({CODE}) -> Winning Solutions of the Owl Challenge, CVPR 2020",
    "a comment of Markdown": f"[//]: # (| 2023 | [{OWL}]&#40;https://arxiv.org/abs/2501.00031&#41; |)",
    "a comment in HTML": f"<!--\n- [{OWL}]({NEW})\n-->",
    "a notice": f"| Title | Link |\n|---|---|\n| Correction: {OWL} | [doi](https://doi.org/10.1000/owl.2) |",
    "a reply in a discussion": f"- [{OWL}](https://doi.org/10.5194/egusphere-2026-1-ac1)",
    "news of the list": f"## News\n- [2026.04.15] Our survey of owls is now available on {PAPER}",
    "data with a DOI": "- [Owls of the World at Night](https://doi.org/10.17605/osf.io/4kzs9)",
    "a page of benchmarks": "- https://www.isprs.org/resources/datasets/benchmarks/2d-owls.aspx",
}


@pytest.fixture
def read(tmp_path: Path):
    library = load(catalog(tmp_path))
    return lambda text: review("x.md", text + "\n", library)


def only(found: ListReview):
    (one,) = found.known
    return one.item


@pytest.mark.parametrize(("text", "title"), TITLES.values(), ids=TITLES)
def test_the_title_is_what_the_paper_is_called(read, text: str, title: str):
    item = only(read(text))
    assert item.title and item.title.text == title


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_where_no_title_stands_none_is_made_up(read, text: str, name: str):
    item = only(read(text))
    assert item.title is None
    assert not name or item.name == name


@pytest.mark.parametrize("text", NO_PAPERS.values(), ids=NO_PAPERS)
def test_what_is_no_paper_is_not_drafted(read, text: str):
    found = read(f"- [{SEA}](https://arxiv.org/abs/2410.00001)\n\n{text}")
    assert [one.paper and one.paper.paper_id for one in found.known] == ["seaowl"]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.ieee-jas.net/en/article/doi/10.1109/JAS.2025.1",
        "https://journal.example.edu/cn/article/doi/10.13203/j.owl.1",
        "https://www.scitepress.org/PublishedPapers/2017/61206/",
    ],
)
def test_a_page_that_names_a_doi_is_a_paper(read, url: str):
    assert only(read(f"| Title | Link |\n|---|---|\n| {OWL} | [OwlSet]({url}) |")).is_proven


def test_a_comment_that_is_never_closed_hides_nothing(read):
    assert only(read(f"<!-- old\n- [{OWL}]({NEW})")).title


def test_a_draft_has_no_formula_in_its_title(read, tmp_path: Path):
    (one,) = read(f"| Title | Link |\n|---|---|\n| Owls and CH$_{{4}}$ from Orbit | {PAPER} |").known
    _, text = draft(one, load(tmp_path / "papers").taxonomy, "x.md:1", date(2026, 1, 1), Locale.EN)
    assert "Owls and CH₄ from Orbit" in text
