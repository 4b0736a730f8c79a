"""Public lists are held against the catalog: found by id, title or name, counted once, and told apart from what was left out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from invented import ENTRY, papers_folder
from rsfm.cli import main
from rsfm.merge import Catalog
from rsfm.problems import Severity
from rsfm.quality import held_against_lists
from rsfm.store import load

ENTRIES = {
    "owl": ENTRY.format(name="Owl", title='"Owl: Invented Masked Pre-Training of Radar"'),
    "tern": ENTRY.format(name="Tern", title='"Invented Captions for Aerial Scenes"') + 'arxiv_id: "2501.00001"\n',
}
DISCOVERY = """\
ask: [radar]
days: 4
signals: {remote_sensing: {radar: 5}, foundation_model: {masked: 5}}
threshold: 30
rejected:
  - {arxiv_id: "2501.00009", reason: {zh: 单一应用, en: One application}, decided: 2025-01-01}
"""
LISTS = """\
first:
  name: A first list
  url: https://github.com/someone/first
  revision: "0123456789ab"
  seen: 2025-03-01
  works:
    - "owl: invented masked pretraining of radar"
    - {title: "Another Title Altogether", arxiv_id: "2501.00001"}
    - {title: "Ship Counting", arxiv_id: "2501.00009"}
    - "A Work That Nobody Has Here"
second:
  name: A second list
  url: https://github.com/someone/second
  revision: "ba9876543210"
  seen: 2025-04-01
  works:
    - Tern
    - {title: "A work that nobody has here", arxiv_id: "2501.00003"}
    - "Something Only the Second Names"
"""


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = papers_folder(tmp_path, ENTRIES)
    (folder / "_discovery.yml").write_text(DISCOVERY, encoding="utf-8")
    (folder / "_lists.yml").write_text(LISTS, encoding="utf-8")
    return folder


def test_each_work_is_here_left_out_or_lacking(papers: Path) -> None:
    held, lacking = held_against_lists(load(papers).catalog())
    assert [(one.list.name, one.ours, one.left_out, one.lacking) for one in held] == [
        ("A second list", 1, 0, 2),
        ("A first list", 2, 1, 1),
    ]
    assert [one.percent for one in held] == [pytest.approx(100 / 3), 50.0]
    assert [(one.work.title.casefold(), [each.seen for each in one.lists]) for one in lacking] == [
        ("a work that nobody has here", [date(2025, 4, 1), date(2025, 3, 1)])
    ]


def test_the_report_tells_it(papers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--papers", str(papers), "report"])
    said = capsys.readouterr().out
    assert "50.0 %     2/4     A first list (2025-03-01)" in said
    assert "1 works that several lists name are not here; first: A work that nobody has here" in said


@pytest.mark.parametrize(
    ("broken", "field"),
    [
        ("seen: 2025-03-01", "first.seen"),
        ("url: https://github.com/someone/first", "first.url"),
        ('arxiv_id: "2501.00001"', "first.works.1.arxiv_id"),
    ],
)
def test_a_broken_list_is_a_problem_and_no_traceback(papers: Path, broken: str, field: str) -> None:
    key = broken.partition(":")[0]
    (papers / "_lists.yml").write_text(LISTS.replace(broken, f"{key}: nonsense"), encoding="utf-8")
    library = load(papers)
    problems = [one for one in library.problems if one.severity is Severity.ERROR]
    assert [(one.place.path, one.field) for one in problems] == [("papers/_lists.yml", field)]
    assert library.catalog().public_lists == {}


def test_what_the_import_prints_is_what_the_file_holds(
    papers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = tmp_path / "LIST.md"
    listed.write_text(
        '- **A "Quoted" Title: With {Braces} of Radar Models** [Paper](https://arxiv.org/abs/2501.00011)\n'
        "- **Invented Captions for Aerial Scenes** [Paper](https://arxiv.org/abs/2501.00001)\n",
        encoding="utf-8",
    )
    main(["--papers", str(papers), "import", str(listed), "--format", "works"])
    head = LISTS.partition("  works:")[0]
    (papers / "_lists.yml").write_text(head + capsys.readouterr().out, encoding="utf-8")
    library = load(papers)
    assert not [one for one in library.problems if one.place.path.endswith("_lists.yml")]
    works = library.public_lists["first"].works  # type: ignore[index] -- names are names
    assert [(work.title, work.arxiv_id) for work in works] == [
        ('A "Quoted" Title: With {Braces} of Radar Models', "2501.00011"),
        ("Invented Captions for Aerial Scenes", "2501.00001"),
    ]


def test_the_real_lists_are_held_against_the_real_catalog(catalog: Catalog) -> None:
    held, _ = held_against_lists(catalog)
    assert len(held) >= 10
    assert all(one.named == len(one.list.works) > 0 for one in held)
    of_our_subject = [one for one in held if "Foundation Models" in one.list.name]
    assert of_our_subject
    assert all(one.percent >= 90 for one in of_our_subject)
