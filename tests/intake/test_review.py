"""A pull request is summed up: what is new, what was there already, and what nobody edits by hand."""

import json
import shutil
from pathlib import Path

import pytest

from invented import ENTRY, papers_folder
from rsfm.checks import RULES
from rsfm.cli import main
from rsfm.github.review import DUPLICATE
from rsfm.site.excerpt import take_pages

ONE = ENTRY.format(name="TerraLens", title='"TerraLens: An Invented Model of the Ground"') + 'arxiv_id: "2501.00010"\n'
TWO = ENTRY.format(name="OrbitTalk", title="OrbitTalk speaks with satellites")
SNAPSHOT = {
    "arxiv_id": "2501.00010",
    "authors": ["Ada Example"],
    "confirmed": "2026-05-01",
    "provenance": "fact-sheet",
    "published": "2025-01-02",
    "title": "TerraLens: An Invented Model of the Ground",
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """The catalog before and after, the same at first."""
    before = papers_folder(tmp_path / "before", {"terralens": ONE})
    (before / "_arxiv").mkdir()
    (before / "_arxiv/2501.00010.json").write_text(json.dumps(SNAPSHOT), encoding="utf-8")
    after = tmp_path / "after/papers"
    shutil.copytree(before, after)
    return before, after


def said(folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str], *options: str) -> tuple[int, str]:
    before, after = folders
    code = main(["--papers", str(after), "review", "--base", str(before), "--locale", "en", *options])
    return code, capsys.readouterr().out


def test_the_rules_it_counts_on_exist():
    assert RULES.keys() >= DUPLICATE


def test_no_change_is_said_in_one_line(folders, capsys):
    assert said(folders, capsys) == (0, "## 0 new, 0 changed, 0 removed\n")


def test_new_changed_and_removed_entries_are_listed(folders, capsys):
    before, after = folders
    (after / "orbittalk.yml").write_text(TWO, encoding="utf-8")
    (after / "terralens.yml").write_text(ONE.replace("year: 2025", "year: 2024"), encoding="utf-8")
    (before / "gone.yml").write_text(TWO, encoding="utf-8")
    code, text = said(folders, capsys)
    assert code == 0
    assert text.startswith("## 1 new, 1 changed, 1 removed\n")
    assert "- **orbittalk** — OrbitTalk speaks with satellites (no snapshot yet)" in text
    assert "- **terralens**\n  - venue.year: 2025 → 2024" in text
    assert "- gone.yml" in text


def test_a_change_of_no_value_is_said_to_be_one(folders, capsys):
    (folders[1] / "terralens.yml").write_text("# A comment.\n" + ONE, encoding="utf-8")
    assert "- **terralens** (comments or layout only)\n" in said(folders, capsys)[1]


def test_a_duplicate_is_pointed_out(folders, capsys):
    (folders[1] / "orbittalk.yml").write_text(TWO + 'arxiv_id: "2501.00010"\n', encoding="utf-8")
    assert "papers/terralens.yml has the same arXiv id [RA320]" in said(folders, capsys)[1]


def test_a_title_spelled_otherwise_than_on_arxiv_is_pointed_out(folders, capsys):
    (folders[1] / "terralens.yml").write_text(ONE.replace("of the Ground", "of a Ground"), encoding="utf-8")
    text = said(folders, capsys)[1]
    assert "### Not what arXiv says\n" in text
    assert "arXiv has it as “TerraLens: An Invented Model of the Ground” [RA402]" in text


def test_what_can_be_mended_by_itself_is_listed(folders, capsys):
    (folders[1] / "terralens.yml").write_text(ONE.replace("kinds: model", "kinds: model  "), encoding="utf-8")
    text = said(folders, capsys)[1]
    _, _, listed = text.partition("### Mended by `rsfm check --fix`\n\n")
    assert listed.startswith("- ` papers/terralens.yml:4:13 ` — lines that end in blanks: 1 [RA026]\n")


def test_text_of_a_pull_request_means_nothing_in_the_summary(folders, capsys):
    hostile = ENTRY.format(name="Evil", title='"@ada ``` <b> ](x)"')
    (folders[1] / "evil.yml").write_text(hostile, encoding="utf-8")
    assert "- **evil** — ```` @ada ``` <b> ](x) ````" in said(folders, capsys)[1]


@pytest.mark.parametrize("name", ["_arxiv/2501.00010.json", "_arxiv/2501.00099.json", "_confirmed.json"])
def test_what_only_tools_write_is_protected(folders, capsys, name: str):
    (folders[1] / name).write_text("{}", encoding="utf-8")
    code, text = said(folders, capsys)
    assert code == 1 and name in text and "Only tools write these files" in text
    code, text = said(folders, capsys, "--by-tool")
    assert code == 0 and "Only tools write these files" not in text


def test_what_only_tools_write_cannot_be_removed_or_made_a_link(folders, capsys):
    stored = folders[1] / "_arxiv/2501.00010.json"
    stored.unlink()
    assert said(folders, capsys)[0] == 1
    stored.symlink_to("/etc/hostname")
    assert said(folders, capsys)[0] == 1


def test_a_first_snapshot_may_come_with_its_entry(folders, capsys):
    (folders[1] / "orbittalk.yml").write_text(TWO + 'arxiv_id: "2501.00011"\n', encoding="utf-8")
    values = {**SNAPSHOT, "arxiv_id": "2501.00011", "title": "OrbitTalk speaks with satellites"}
    (folders[1] / "_arxiv/2501.00011.json").write_text(json.dumps(values), encoding="utf-8")
    code, text = said(folders, capsys)
    assert code == 0 and "(with a snapshot)" in text


def test_the_summary_goes_to_the_step_summary_too(folders, capsys, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    text = said(folders, capsys)[1]
    assert (tmp_path / "summary.md").read_text("utf-8") == text


def test_a_base_that_is_not_there_is_said(folders, capsys):
    assert main(["--papers", str(folders[1]), "review", "--base", str(folders[1] / "none")]) == 2


def test_the_pages_of_the_entries_are_taken_from_both_sites(folders, capsys, tmp_path: Path):
    (folders[1] / "terralens.yml").write_text(ONE.replace("year: 2025", "year: 2024"), encoding="utf-8")
    for site in ("old", "new"):
        for part in ("assets/css", "zh/papers/terralens", "en/papers/terralens", "en/papers/other"):
            (tmp_path / site / part).mkdir(parents=True)
            (tmp_path / site / part / "index.html").write_text(site, encoding="utf-8")
    sites = ["--sites", str(tmp_path / "old"), str(tmp_path / "new"), "--pages", str(tmp_path / "pages")]
    assert said(folders, capsys, *sites)[0] == 0
    assert (tmp_path / "pages/before/zh/papers/terralens/index.html").read_text() == "old"
    assert (tmp_path / "pages/after/en/papers/terralens/index.html").read_text() == "new"
    assert not (tmp_path / "pages/after/en/papers/other").exists()


def test_a_site_without_the_page_gives_none(tmp_path: Path):
    (tmp_path / "site/assets").mkdir(parents=True)
    assert take_pages(tmp_path / "site", ["terralens"], tmp_path / "pages") == 0
