"""What lies in the folder of published files is shown, and nothing else: no links out of the tree, nothing that runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from invented import copy_project
from mkdocs_hook import write_articles
from rsfm.site.published_files import faults_of, faults_of_svg, refuse_unpublishable

DOCS = Path(__file__).parents[2] / "site_src/docs"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1">{}</svg>'


def test_what_the_project_publishes_may_be_published() -> None:
    assert list(faults_of(DOCS)) == []


@pytest.mark.parametrize(
    "name", ["page.html", "page.htm", "page.xhtml", "page.xml", "run.wasm", "data.yml", "noending"]
)
def test_a_file_of_another_kind_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / name).write_text("x", encoding="utf-8")
    with pytest.raises(ValueError, match=f"docs/{name}: not of a kind"):
        refuse_unpublishable(tmp_path / "docs")


def test_a_link_is_refused_wherever_it_leads(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.png").symlink_to("/etc/hostname")
    (tmp_path / "docs/b.png").symlink_to("nowhere")
    assert [fault.partition(":")[2][:19] for fault in faults_of(tmp_path / "docs")] == [" not a regular file"] * 2


def test_the_engine_reads_nothing_that_may_not_be_published(tmp_path: Path) -> None:
    copy_project(tmp_path)
    (tmp_path / "papers").mkdir()
    os.mkfifo(tmp_path / "site_src/docs/pipe.md")  # whoever reads it waits for ever
    (tmp_path / "site_src/docs/all").symlink_to("/etc")
    with pytest.raises(ValueError, match=r"docs/all: not a regular file.*\ndocs/pipe.md: not a regular file"):
        write_articles(tmp_path / "mkdocs.yml", tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h1v1z" fill="url(#a)"/>',
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><use href="#a"/>',
        "<style>path { fill: red }</style><title>A picture</title>",
    ],
)
def test_a_picture_that_only_shows_is_published(inside: str) -> None:
    assert list(faults_of_svg(SVG.format(inside).encode())) == []


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)"/>',
        '<a xlink:href="javascript:alert(1)"><path/></a>',
        '<use href="https://example.org/a.svg#b"/>',
        '<image href="https://example.org/pixel.png"/>',
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<style>@import url(https://example.org/a.css);</style>",
        '<path style="fill: url(https://example.org/a)"/>',
        "<animate attributeName='href' to='javascript:alert(1)'/>",
        "<path",
    ],
)
def test_a_picture_that_runs_or_loads_something_is_not(inside: str) -> None:
    assert list(faults_of_svg(SVG.format(inside).encode()))


def test_a_document_type_is_not_even_read() -> None:
    assert list(faults_of_svg(b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'))
