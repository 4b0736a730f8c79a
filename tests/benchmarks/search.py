"""How much a browser loads, and how long it takes, until the first result of a search is seen; and what the index costs.

Chromium on loopback, scripts and styles included in "from nothing"; a query once the search was used counts alone.
``python tests/benchmarks/search.py [papers or folder of entries …]``
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "tools")]

from benchmarks.invented_catalog import write_catalog  # noqa: E402
from benchmarks.site_in_part import write_index, write_site  # noqa: E402
from browser.conftest import PREFIX, serve  # noqa: E402
from rsfm.store import load  # noqa: E402

QUERIES = {
    "one word": ("segmentation", "语义分割"),
    "three words": ("SAR change detection", "遥感影像语义分割"),
    "one error": ("segmentaion", "foundaton 模型"),
}
RUNS = 3
FIRST = """() => new Promise((done) => {
  const list = document.querySelector("main [data-results]");
  const look = () => {
    if (!list.querySelector("article")) return false;
    const all = performance.getEntriesByType("resource").filter((each) => each.startTime >= (window.begun ?? 0));
    const index = all.filter((each) => /search-index|[/]data[/]/.test(each.name));
    const sum = (some) => some.reduce((bytes, each) => bytes + each.encodedBodySize, 0);
    done({ ms: performance.now() - (window.begun ?? 0), all: sum(all), index: sum(index) });
    return true;
  };
  if (!look()) new MutationObserver((_, observer) => { if (look()) observer.disconnect(); }).observe(list, { childList: true });
})"""
TYPE = """(query) => {
  const input = document.querySelector("#query");
  document.querySelector("main [data-results]").replaceChildren();
  window.begun = performance.now();
  input.value = query;
  input.dispatchEvent(new Event("input"));
}"""


def measured(browser: Browser, base: str, locale: str, query: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what the first result takes from nothing, and once another query was answered."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}{locale}/search/?q={query}", wait_until="commit")
    page.wait_for_selector("main [data-results]", state="attached")
    cold = page.evaluate(FIRST)
    page.wait_for_load_state("networkidle")
    context.close()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}{locale}/search/?q=benchmark", wait_until="networkidle")
    page.evaluate(TYPE, query)
    warm = page.evaluate(FIRST)
    page.wait_for_load_state("networkidle")
    context.close()
    return cold, warm


def main() -> None:
    """Print figures for every number of papers."""
    catalogs = sys.argv[1:] or ["1000", "10000"]
    executable = (PROJECT / ".cache/chromium").read_text().strip()
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"]) as browser,
    ):
        for which in catalogs:
            with tempfile.TemporaryDirectory() as folder:
                site = Path(folder) / "site"
                papers = write_catalog(Path(folder) / "papers", int(which)) if which.isdigit() else Path(which)
                catalog = load(papers).catalog()
                write_site(catalog, site)
                seconds = write_index(catalog, site)
                files = [file.stat().st_size for file in (site / "search-index").rglob("*.z")]
                print(
                    f"search, {which} papers: index in {seconds:.1f} s, {len(files)} files, {sum(files) / 1e6:.1f} MB"
                )
                server = serve(site)
                base = f"http://127.0.0.1:{server.server_port}{PREFIX}/"
                for kind, queries in QUERIES.items():
                    for locale, query in zip(("en", "zh"), queries, strict=True):
                        report(kind, locale, [measured(browser, base, locale, query) for _ in range(RUNS)])
                server.shutdown()


def report(kind: str, locale: str, runs: list[tuple[dict[str, Any], dict[str, Any]]]) -> None:
    """Print the medians of ``runs``."""
    cold, warm = ({key: median(run[at][key] for run in runs) for key in ("ms", "all", "index")} for at in (0, 1))
    print(
        f"  {kind:12} {locale}  from nothing {cold['index'] / 1e3:6.0f} kB of index and cards"
        f" ({cold['all'] / 1e3:.0f} kB with styles and scripts) {cold['ms']:6.0f} ms,"
        f"  then {warm['index'] / 1e3:6.0f} kB {warm['ms']:6.0f} ms"
    )


if __name__ == "__main__":
    main()
