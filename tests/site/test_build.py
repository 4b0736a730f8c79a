"""The site of the real catalog is whole, the same when built again, and never replaced by a worse one."""

import filecmp
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import pytest

from conftest import PROJECT, build
from invented import ENTRY, copy_few, papers_folder
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.render.pages.paper_results import RESULTS_SHOWN
from rsfm.results import Comparison
from rsfm.site.tags import read
from rsfm.site.verify import verify
from rsfm.store.kept import Kept

ELSEWHERE = {"SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"}
"""Another place and machine."""
LARGEST_PAPER = 16_000
"""Bytes of a paper's page, compressed; what leads on to a page of its own keeps it below."""
A_DAY_LATER = """\
import datetime, time

now, now_ns, utc, local = time.time, time.time_ns, time.gmtime, time.localtime
time.time = lambda: now() + 86_400
time.time_ns = lambda: now_ns() + 86_400 * 10**9
time.gmtime = lambda seconds=None: utc(time.time() if seconds is None else seconds)
time.localtime = lambda seconds=None: local(time.time() if seconds is None else seconds)


class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=1)


datetime.datetime = Later
"""
"""Python runs this before anything else where it is called sitecustomize: every clock is a day ahead."""


def test_the_site_is_whole(site_dir: Path):
    assert verify(site_dir) == []


def test_every_paper_has_a_page_in_both_languages(site_dir: Path, catalog: Catalog):
    for locale in Locale:
        found = {path.parent.name for path in (site_dir / locale / "papers").glob("*/index.html")}
        assert {name for name in found if not name.isdecimal()} == set(catalog.by_any_id)


def test_nothing_of_the_engine_is_published_but_what_pages_use(site_dir: Path):
    assert not list(site_dir.rglob("*.map"))
    assert not (site_dir / "assets/javascripts").exists()
    styles = (site_dir / "assets/css/material.css").read_text()
    assert ".md-typeset h1" in styles
    assert "md-header" not in styles
    assert len(styles) < 25_000


def test_two_builds_a_day_apart_are_the_same_to_the_byte(site_dir: Path, tmp_path: Path):
    (tmp_path / "sitecustomize.py").write_text(A_DAY_LATER)
    elsewhere = ELSEWHERE | {"PYTHONPATH": str(tmp_path)}
    ask = "import datetime; print(datetime.date.today(), datetime.datetime.now(datetime.UTC).date())"
    said = subprocess.check_output([sys.executable, "-c", ask], env=os.environ | elsewhere, text=True)
    assert not {str(datetime.now(UTC).date())} & set(said.split()), "the clock is ahead"
    done = build(PROJECT / "papers", tmp_path / "elsewhere", **elsewhere)
    assert done.returncode == 0, done.stdout + done.stderr
    assert _differences(filecmp.dircmp(site_dir, tmp_path / "elsewhere")) == []


def _differences(compared: filecmp.dircmp[str]) -> list[str]:
    found = compared.left_only + compared.right_only
    found += filecmp.cmpfiles(compared.left, compared.right, compared.common_files, shallow=False)[1]
    return found + [each for folder in compared.subdirs.values() for each in _differences(folder)]


def test_the_list_for_machines_names_every_paper(site_dir: Path, catalog: Catalog):
    papers = json.loads((site_dir / "api/papers.json").read_text())["papers"]
    assert [paper["paper_id"] for paper in papers] == [paper.paper_id for paper in catalog.papers]
    for paper in papers:
        assert {"paper_id", "name", "title", "family", "year", "arxiv_id", "url"} <= set(paper)
        assert all((site_dir / paper["url"][locale] / "index.html").is_file() for locale in Locale)


def test_the_sitemap_lists_every_page_in_both_languages(site_dir: Path):
    root = ET.parse(site_dir / "sitemap.xml").getroot()  # noqa: S314 -- our own file
    listed = [loc.text for loc in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = [path for locale in Locale for path in (site_dir / locale).rglob("index.html")]
    leading_on = [path for path in pages if '<meta http-equiv="refresh"' in path.read_text()]
    assert len(listed) == len(set(listed)) == len(pages) - len(leading_on) + 1, "and the root"


def test_machines_can_read_what_a_page_is_about(site_dir: Path):
    html = (site_dir / "en/papers/remoteclip/index.html").read_text()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])  # type: ignore[index]
    assert data["@type"] == "ScholarlyArticle"
    assert 'name="citation_arxiv_id" content="2306.11029"' in html


def test_a_catalog_with_an_error_leaves_the_old_site_as_it_is(tmp_path: Path):
    papers = papers_folder(tmp_path, {"good": ENTRY.format(name="Good", title="A Good Entry")})
    site = tmp_path / "site"
    assert build(papers, site).returncode == 0
    before = (site / "en/papers/good/index.html").read_bytes()
    (papers / "bad.yml").write_text("name: Bad\n")
    done = build(papers, site)
    assert done.returncode == 1
    assert "papers/bad.yml:1:1: error: title" in done.stdout
    assert (site / "en/papers/good/index.html").read_bytes() == before


@pytest.mark.parametrize("count", [0, 1])
def test_a_small_catalog_makes_a_whole_site(tmp_path: Path, count: int):
    entries = {f"p{n}": ENTRY.format(name=f"P{n}", title=f"Paper {n}") for n in range(count)}
    done = build(papers_folder(tmp_path, entries), tmp_path / "site")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a few real papers, whole."""
    folder = tmp_path_factory.mktemp("small")
    copy_few(folder / "papers", "mtp")
    done = build(folder / "papers", folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    assert verify(folder / "site") == []
    return folder / "site"


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (lambda site: (site / "zh/papers/mtp/index.html").unlink(), "zh/papers/mtp/index.html: the page of this paper"),
        (lambda site: _replace(site / "en/index.html", "Content-Security-Policy", "X"), "no content security policy"),
        (lambda site: _replace(site / "en/index.html", 'href="../en/papers/"', 'href="../en/paper/"'), "leads nowhere"),
        (lambda site: _replace(site / "en/about/index.html", "<body", "<body onclick='x()'"), "inline event handler"),
        (
            lambda site: _replace(
                site / "en/about/index.html", "</head>", "<script src='https://example.org/x.js'></script></head>"
            ),
            "another server",
        ),
        (
            lambda site: _replace(site / "en/about/index.html", "</head>", "<script>go()</script></head>"),
            "its policy does not allow its own inline code",
        ),
        (
            lambda site: _replace(site / "en/about/index.html", "</main>", '<p data-a="b"onclick="go()"></p></main>'),
            "inline event handler: <p onclick>",
        ),
        (
            lambda site: _replace(
                site / "en/about/index.html",
                "</head>",
                '<meta property="og:image" content="https://example.org/previews/none.png"></head>',
            ),
            "there is no such picture: https://example.org/previews/none.png",
        ),
        (lambda site: _replace(site / "en/about/index.html", "</head>", "<title>2</title></head>"), "2 titles"),
        (
            lambda site: _replace(site / "en/papers/mtp/index.html", 'id="results"', 'id="outcome"'),
            "en/papers/mtp/index.html: a link leads to a place that does not exist: #results",
        ),
        (
            lambda site: _replace(site / "zh/benchmarks/dior-r/index.html", ' id="', ' id="x'),
            "a link leads to a place that does not exist: ../../../zh/benchmarks/dior-r/#",
        ),
        (
            lambda site: [
                _replace(page, "papers.csl.json", "papers.json")
                for page in site.rglob("index.html")
                if "papers.csl.json" in page.read_text()
            ],
            "en/papers.csl.json: no page leads to this export",
        ),
        (lambda site: _replace(site / "sitemap.xml", "<loc>", "<lok>"), "it lists 0 pages"),
        (lambda site: _replace(site / "zh/about/index.html", 'lang="zh-Hans"', 'lang="en"', 1), "its language is"),
    ],
)
def test_a_damaged_site_is_found_out(small_site: Path, tmp_path: Path, damage, fault: str):
    copy = tmp_path / "site"
    shutil.copytree(small_site, copy)
    assert verify(copy, Kept(tmp_path / "proved.kept")) == []
    damage(copy)
    faults = verify(copy)
    assert any(fault in found for found in faults), faults
    assert verify(copy, Kept(tmp_path / "proved.kept")) == faults, "what was proved before hides nothing"


def test_a_page_that_was_proved_is_not_read_again(small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    copy = tmp_path / "site"
    shutil.copytree(small_site, copy)
    assert verify(copy, Kept(tmp_path / "proved.kept")) == []
    _replace(copy / "en/shortcuts/index.html", "</main>", "<p>New</p></main>")
    seen: list[str] = []
    monkeypatch.setattr("rsfm.site.verify.read", lambda page, passed: seen.append(page) or read(page, passed))
    assert verify(copy, Kept(tmp_path / "proved.kept")) == []
    assert seen == [(copy / "en/shortcuts/index.html").read_text()]


def _replace(path: Path, old: str, new: str, count: int = -1) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, count))


def test_the_next_visit_of_a_paper_takes_16_kb_at_most_as_hosts_send_it(site_dir: Path):
    pages = {path.relative_to(site_dir): path.read_bytes() for path in site_dir.glob("*/papers/*/index.html")}
    sizes = {str(path): len(gzip.compress(page, 6)) for path, page in pages.items()}
    assert pages
    assert {path: size for path, size in sizes.items() if size > LARGEST_PAPER} == {}


def test_results_that_the_page_of_a_paper_has_no_place_for_are_all_on_a_page_of_their_own(
    site_dir: Path, catalog: Catalog
):
    counts = {
        paper.paper_id: sum(len(group.rows) + len(group.left_out) for group in comparison.of_paper(paper.paper_id))
        for comparison in [Comparison(catalog)]
        for paper in catalog.papers
    }
    many = {paper_id for paper_id, count in counts.items() if count > RESULTS_SHOWN}
    for locale in Locale:
        folder = site_dir / locale / "papers"
        assert {path.parent.parent.name for path in folder.glob("*/results/index.html")} == many
        for paper_id in many:
            own, every = (rows_of(folder / paper_id / name) for name in ("index.html", "results/index.html"))
            assert 'data-all-results href="results/"' in (folder / paper_id / "index.html").read_text()
            assert own == every[:RESULTS_SHOWN]
            assert len(every) == counts[paper_id]


def rows_of(page: Path) -> list[list[str]]:
    """The rows of the table that says how the models of a paper stand, as text."""
    _, _, table = page.read_text().partition("data-standing>")
    rows = table.partition("</table>")[0].split("<tr")[2:]
    return [[re.sub("<[^>]+>", "", cell) for cell in re.split("<t[hd]", row)[1:]] for row in rows]
