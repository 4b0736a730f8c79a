"""Whatever a contributor types is shown as typed, on every page it reaches, and does nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from browser.conftest import PREFIX, Watch, serve
from conftest import build
from invented import papers_folder

TABS = 8
"""So many pages are looked at side by side: each is left alone for half a second, to see what it does by itself."""
HOSTILE = (
    """<script>alert(1)</script><img src=x onerror=alert(2)>"'`'"><b onclick=alert(3)>&lt;&amp;{{ 7*7 }}{% raw %}${7*7}$x$"""
    """--8<-- "README.md" </title></script></textarea><!-- rsfm:hero -->[[slot:body]][[policy]][x](javascript:alert(4)){.a onclick=alert(5)} |x| `c`"""
)


def entry_text(text: str) -> str:
    quoted = "'" + text.replace("'", "''") + "'"
    both = f"{{zh: {quoted}, en: {quoted}}}"
    points = f"[{quoted}, {quoted}, {quoted}]"
    return f"""\
name: {quoted}
title: {quoted}
aliases: [{quoted}]
other_titles: [{quoted}]
family: visual
kinds: [model]
authors: [{quoted}, {quoted}]
venue: {{name: {quoted}, year: 2025, state: preprint}}
links: {{code: "https://example.org/%3Cscript%3E?a=1&b={{{{x}}}}".replace}}
code: {{state: open, licence: {{name: MIT, proof: "https://example.org/x"}}}}
model:
  sensors: [sentinel-2]
  pretraining: {both}
variants:
  main: {{label: {quoted}, backbone: {{vision: vit-b, connector: {quoted}}}, parameters: 1M, hub: {quoted}, load: {{own-code: [{quoted}]}}, note: {quoted}, source: "https://example.org/x"}}
data: [{{name: {quoted}, role: pre-training, coverage: {quoted}, parts: [{quoted}], source: "https://example.org/x"}}]
relations: {{builds_on: [{{name: {quoted}}}]}}
keywords: {{zh: [{quoted}], en: [{quoted}]}}
note: {both}
prose:
  origin: person
  one_line: {both}
  key_points: {{zh: {points}, en: {points}}}
  summary: {both}
  method: {{problem: {both}, idea: {both}, framework: {both}, innovation: {both}, design: {both}}}
  highlights: {both}
  applications: {both}
added: 2025-01-15
verified: 2025-02-01
""".replace(
        'links: {code: "https://example.org/%3Cscript%3E?a=1&b={{x}}".replace}',
        'links: {code: "https://example.org/a&b=%22"}',
    )


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    papers = papers_folder(folder, {"hostile": entry_text(HOSTILE)})
    done = build(papers, folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def batched(paths: list[str], size: int) -> list[list[str]]:
    return [paths[at : at + size] for at in range(0, len(paths), size)]


def test_every_page_shows_what_was_typed_and_runs_none_of_it(hostile_site: Path, browser: Browser):
    server = serve(hostile_site)
    base = f"http://127.0.0.1:{server.server_port}{PREFIX}/"
    watch = Watch(base)
    context = browser.new_context()
    paths = [file.parent.relative_to(hostile_site).as_posix() for file in sorted(hostile_site.rglob("index.html"))]
    pages = [watch.on(context.new_page()) for _ in range(TABS)]
    visited = 0
    for some in batched([path for path in paths if path != "."], TABS):
        opened = dict(zip(some, pages, strict=False))
        for path, page in opened.items():
            page.goto(f"{base}{path}/")
        for path, page in opened.items():
            page.wait_for_load_state("networkidle")
            assert page.locator("#content [onclick], #content [onerror], #content script").count() == 0, path
            visited += 1
    assert visited >= 20
    page = pages[0]
    page.goto(f"{base}en/papers/hostile/")
    for where in (
        "h1",
        ".paper__title",
        ".paper__authors",
        ".point p",
        ".key-points li",
        ".method dd p",
        ".note",
        ".citation",
    ):
        shown = page.locator(where).first.inner_text()
        assert "alert(1)" in shown, where
    assert page.locator("h1").inner_text() == " ".join(HOSTILE.split())
    assert "alert(1)" in page.title()
    page.goto(f"{base}en/search/?q=alert")
    page.locator("article[data-paper-id=hostile]").wait_for()
    assert page.locator("article h3").inner_text() == " ".join(HOSTILE.split())
    context.close()
    server.shutdown()
    server.server_close()
    assert watch.faults == []
