"""What a click in the explorer takes in Chromium, beside Pagefind's answer to the same question.

Both have the same invented papers with the same facets, from the same server. Ours is measured from the click until the
new cards are painted; Pagefind answers with counts and the data of as many papers, and draws nothing. Medians of the
clicks of several rounds, with the slowest. ``python tests/benchmarks/explorer.py [1000 10000]``
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from pathlib import Path
from statistics import median

from pagefind.index import IndexConfig, PagefindIndex
from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT / "tests"), str(PROJECT / "tools")]

from benchmarks.invented_catalog import write_catalog  # noqa: E402
from benchmarks.site_in_part import write_site  # noqa: E402
from browser.conftest import PREFIX, serve  # noqa: E402
from rsfm.merge import Catalog  # noqa: E402
from rsfm.render.facets import facets_of_all  # noqa: E402
from rsfm.store import load  # noqa: E402

Offered = dict[str, list[list[str]]]
"""Terms and labels by facet, as the explorer has them."""

CLICKS = (("task", 0), ("modality", 1), ("code", 0), ("task", 0), ("modality", 0), ("method", 2), ("code", 0))
"""Which box is clicked: the facet and the place of the term. A second click takes the first back."""
ROUNDS = 3
SLOWER = (1, 4)
"""How many times the processor is slowed."""
SHOWN = 12
"""Papers that the explorer shows at a time."""
CLICK = """([facet, place]) => new Promise((done) => {
  const box = document.querySelectorAll(`rsfm-explorer [data-facet=${facet}] input[name=${facet}]`)[place];
  const list = document.querySelector("rsfm-explorer [data-results]");
  const begun = performance.now();
  new MutationObserver((_, observer) => {
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
  }).observe(list, { childList: true });
  box.click();
})"""
ASK = """async ([filters, shown]) => {
  const begun = performance.now();
  const { results } = await pagefind.search(null, { filters });
  await Promise.all(results.slice(0, shown).map((each) => each.data()));
  return performance.now() - begun;
}"""
PAGEFIND = f"{PREFIX}/pagefind/pagefind.js"
READY = "() => document.querySelector('rsfm-explorer')?.hidden === false && performance.now()"


async def write_peer(catalog: Catalog, folder: Path) -> None:
    """Write Pagefind's index of the papers, with the facets that the explorer has."""
    async with PagefindIndex(config=IndexConfig(output_path=str(folder / "pagefind"))) as index:
        facets = facets_of_all(catalog)
        for paper in catalog.papers:
            filters = {name: list(terms) for name, terms in facets[paper.paper_id].items() if terms}
            await index.add_custom_record(
                url=f"/en/papers/{paper.paper_id}/",
                content=paper.entry.title,
                language="en",
                meta={"title": paper.entry.name},
                filters=filters,
            )
    (folder / "peer.html").write_text("<!doctype html><title>Pagefind</title>", "utf-8")


def opened(browser: Browser, address: str, slower: int) -> Page:
    """Open a page of a phone in a context of its own, on a processor slowed so many times."""
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address, wait_until="commit")
    return page


def busy(session: CDPSession) -> float:
    """Return the processor milliseconds that the page's thread has used: the same on a machine with other work."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * next(each["value"] for each in metrics if each["name"] == "TaskDuration")


def clicks_of(browser: Browser, base: str, slower: int) -> tuple[float, list[float], list[float]]:
    """Return the milliseconds until the explorer can be used, those of each click, and what the processor had to do."""
    page = opened(browser, f"{base}en/papers/", slower)
    ready = page.wait_for_function(READY).json_value()
    page.wait_for_load_state("networkidle")
    page.locator(".explorer__filters > summary").click()
    page.wait_for_selector("rsfm-explorer [data-facet=method] li", state="attached")
    page.wait_for_load_state("networkidle")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    taken, work = [], []
    for click in CLICKS:
        before = busy(session)
        taken.append(page.evaluate(CLICK, click))
        work.append(busy(session) - before)
    page.context.close()
    return ready, taken, work


def answers_of(browser: Browser, base: str, offered: Offered, slower: int) -> list[float]:
    """Return the milliseconds of Pagefind's answers to what is chosen after each click."""
    page = opened(browser, f"{base}peer.html", slower)
    page.evaluate("async (from) => { window.pagefind = await import(from); await pagefind.init(); }", PAGEFIND)
    taken, chosen = [], set[tuple[str, str]]()
    for facet, place in CLICKS:
        chosen ^= {(facet, offered[facet][place][0])}
        filters = {name: {"any": sorted(term for of, term in chosen if of == name)} for name, _ in sorted(chosen)}
        taken.append(page.evaluate(ASK, [filters, SHOWN]))
    page.context.close()
    return taken


def report(who: str, taken: list[float]) -> float:
    """Print the median and the slowest of ``taken``; return the median."""
    print(f"    {who:34} {median(taken):6.0f} ms, the slowest {max(taken):6.0f} ms")
    return median(taken)


def main() -> None:
    """Print figures for every number of papers."""
    executable = (PROJECT / ".cache/chromium").read_text().strip()
    for size in map(int, sys.argv[1:] or (1000, 10_000)):
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            catalog = load(write_catalog(Path(folder) / "papers", size)).catalog()
            write_site(catalog, site, "all_papers", "lost")
            asyncio.run(write_peer(catalog, site))
            with (
                sync_playwright() as playwright,
                playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"]) as browser,
            ):
                measure(browser, site, size)


def measure(browser: Browser, site: Path, size: int) -> None:
    """Print what both take on the site of so many papers."""
    offered = json.loads((site / "data/en/terms.json").read_text("utf-8"))
    server = serve(site)
    base = f"http://127.0.0.1:{server.server_port}{PREFIX}/"
    print(f"explorer, {size} papers, {len(CLICKS)} clicks in {ROUNDS} rounds")
    for slower in SLOWER:
        print(f"  processor slowed {slower} times" if slower > 1 else "  processor as it is")
        rounds = [clicks_of(browser, base, slower) for _ in range(ROUNDS)]
        report("until the list can be used", [ready for ready, _, _ in rounds])
        ours = report("a click, until cards are painted", [each for _, taken, _ in rounds for each in taken])
        report("  of it work of the page's thread", [each for _, _, work in rounds for each in work])
        answers = [each for _ in range(ROUNDS) for each in answers_of(browser, base, offered, slower)]
        print(f"    ratio {ours / report('Pagefind, without drawing', answers):.2f}", flush=True)
    server.shutdown()


if __name__ == "__main__":
    main()
