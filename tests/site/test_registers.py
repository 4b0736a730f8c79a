"""Whatever is registered as a type of page or as an export is published, linked, listed and verified like all others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from conftest import PROJECT
from invented import TAXONOMY, entry
from rsfm.export import EXPORTS, export
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, merge
from rsfm.render import PAGE_TYPES, Page, Renderer, SiteFacts
from rsfm.render.pages import page_type
from rsfm.render.shards import shard_count, shard_of
from rsfm.site import SiteSource, publish
from rsfm.site.engine import take_articles
from rsfm.site.folder import Outside, SiteFolder
from rsfm.site.styles import lend
from rsfm.site.verify import verify
from site_of_an_engine import left_by_engine


def published(folder: Path, count: int = 1) -> list[str]:
    """Publish ``count`` invented papers around what an engine left, and return the faults of the site."""
    left_by_engine(folder)
    catalog = merge([entry(f"p-{number}") for number in range(count)], {}, TAXONOMY)
    source = SiteSource.of_project(
        PROJECT, SiteFacts(site_url="https://example.org/", repo_url="https://example.org/src")
    )
    # In a thread of its own: a browser test of the same process may have an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(publish, folder, catalog, source, lambda _: None).result()
    return verify(folder)


def test_an_invented_type_of_page_is_published_linked_listed_and_verified(tmp_path: Path):
    @page_type(menu=(15, "sensors/", "nav_years"))
    def sensors(renderer: Renderer) -> Iterator[Page]:
        for locale in Locale:
            body = renderer.render("list.html", locale, f"{locale}/sensors/", heading="S", lead="", cards="", last=1)
            yield renderer.page(locale, "sensors/", title="Sensors", description="All of them", body=body)

    try:
        assert published(tmp_path) == []
    finally:
        del PAGE_TYPES["sensors"]
    for locale in Locale:
        assert (tmp_path / locale / "sensors/index.html").is_file()
        assert f'href="../{locale}/sensors/"' in (tmp_path / locale / "index.html").read_text()
        assert f"https://example.org/{locale}/sensors/" in (tmp_path / "sitemap.xml").read_text()


def test_an_invented_export_is_published_linked_and_verified(tmp_path: Path):
    @export("api/names.txt", label=Localized.same("Names"), about=Localized.same("the names"))
    def names(catalog: Catalog) -> Iterator[tuple[str, str]]:
        yield "api/names.txt", "".join(f"{paper.entry.name}\n" for paper in catalog.papers)

    try:
        assert published(tmp_path) == []
        assert (tmp_path / "api/names.txt").read_text() == "P-0\n"
        page = (tmp_path / "en/index.html").read_text()
        assert '<a href="../api/names.txt">Names</a>' in page
        (tmp_path / "api/names.txt").unlink()
        assert "api/names.txt: this export is missing" in verify(tmp_path)
    finally:
        del EXPORTS["api/names.txt"]


def test_two_pages_at_one_address_are_refused(tmp_path: Path):
    @page_type()
    def twice(renderer: Renderer) -> Iterator[Page]:
        yield Page(address="en/papers/", make=str)

    try:
        with pytest.raises(ValueError, match="same address: en/papers/"):
            published(tmp_path)
    finally:
        del PAGE_TYPES["twice"]


def test_a_long_list_lies_on_pages_that_lead_to_each_other(tmp_path: Path):
    assert published(tmp_path, 100) == []
    pages = [(tmp_path / f"en/papers/{number}index.html").read_text() for number in ("", "2/", "3/")]
    assert [len(re.findall(r'<article class="card" data-paper-id', page)) for page in pages] == [48, 48, 4]
    assert all(len(page.encode()) < 60_000 for page in pages)
    assert 'rel="next" href="../../en/papers/2/"' in pages[0] and 'rel="prev"' not in pages[0]
    assert 'rel="prev" href="../../../en/papers/"' in pages[1] and 'rel="next" href="../../../en/papers/3/"' in pages[1]
    assert "<title>All papers (page 3 of 3)" in pages[2]


def test_every_card_lies_in_the_shard_that_a_browser_computes(tmp_path: Path):
    assert published(tmp_path, 100) == []
    index = json.loads((tmp_path / "data/papers.json").read_text())
    assert index["shards"] == shard_count(100) == 16
    for paper_id in index["paper_id"]:
        shard = json.loads((tmp_path / f"data/zh/{shard_of(paper_id, 16)}.json").read_text())
        assert shard[paper_id]["name"] == paper_id.title()


def test_an_engine_that_left_no_article_is_named(tmp_path: Path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en/index.html").write_text("<!doctype html><html></html>")
    with pytest.raises(ValueError, match=r"en/index\.html"):
        take_articles(tmp_path)


def test_the_theme_lends_only_what_our_pages_use():
    css = "@charset 'x';.md-typeset a,.md-nav a{b:c}@media print{.md-typeset p{d:e}.md-tabs{f:g}}@font-face{h:i}"
    assert lend(css) == ".md-typeset a{b:c}\n@media print{.md-typeset p{d:e}}"


@pytest.mark.parametrize("path", ["../x", "a/../../x", "/etc/x", "a//b", "", "a/./b", "a\\b", "a/..."])
def test_a_site_is_never_written_outside_its_folder(tmp_path: Path, path: str):
    with pytest.raises(Outside):
        SiteFolder(tmp_path / "site").write(path, "")


def test_no_file_of_a_site_is_written_twice(tmp_path: Path):
    folder = SiteFolder(tmp_path)
    folder.write("a/b", "")
    with pytest.raises(Outside, match="two files"):
        folder.write("a/b", "")
