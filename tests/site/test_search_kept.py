"""The search index is made of the records of the last build wherever a paper and the words are the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from invented import ENTRY, papers_folder
from rsfm.site.search import record, write_search
from rsfm.store import load
from rsfm.store.kept import Kept


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "machine"))
    return papers_folder(tmp_path, {n: ENTRY.format(name=n.title(), title=f"Model {n}") for n in ("one", "two", "six")})


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The papers whose texts are read, one after the other."""
    found: list[str] = []
    work = record._Reading

    def noted(paper, *more):
        found.append(paper.paper_id)
        return work(paper, *more)

    monkeypatch.setattr(record, "_Reading", noted)
    return found


def index(papers: Path, kept: Kept | None = None) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    write_search(files.__setitem__, load(papers).catalog(), 1, kept)
    return files


def test_only_papers_that_changed_are_read_and_the_index_is_the_same(papers: Path, tmp_path: Path, read: list[str]):
    file = tmp_path / ".cache/search.kept"
    assert index(papers, Kept(file)) == index(papers)
    edits = [
        (lambda: None, set()),
        (lambda: change(papers / "two.yml", "Model two", "Model too"), {"two"}),
        (lambda: (papers / "six.yml").rename(papers / "seven.yml"), {"seven"}),
        ((papers / "two.yml").unlink, set()),
        (lambda: change(papers / "_taxonomy.yml", "VLM", "VLMs"), {"one", "seven"}),
    ]
    for edit, again in edits:
        edit()
        read.clear()
        made = index(papers, Kept(file))
        assert set(read) == again
        assert made == index(papers)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
