"""The search of a catalog without its pages: only scripts and index, asked through one call of a real browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from browser.conftest import PREFIX, serve
from conftest import PROJECT
from rsfm.merge import Catalog, Paper
from rsfm.site.folder import SiteFolder
from rsfm.site.search import write_search

_ASK = """async (queries) => {
  const { search } = await import(new URL("../assets/js/search_engine.js", location.href).href);
  const { loadIds } = await import(new URL("../assets/js/search_files.js", location.href).href);
  const answers = [];
  for (const query of queries) {
    const { numbers, notes, filters, offers } = await search(query);
    answers.push({ ids: await loadIds(numbers), notes, filters: filters.map((each) => each.name), offers: offers.map((each) => each.name) });
  }
  return answers;
}"""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the search answers."""

    papers: list[Paper]
    notes: list[dict[str, Any]]
    filters: list[str]
    offers: list[str]

    @property
    def ids(self) -> list[str]:
        return [paper.paper_id for paper in self.papers]


class Search:
    """The search of one catalog in one page."""

    def __init__(self, catalog: Catalog, page: Any) -> None:
        self.catalog, self.page = catalog, page

    def ask(self, queries: Sequence[str]) -> list[Asked]:
        """Ask each of ``queries``."""
        return [
            Asked(**(each | {"papers": [self.catalog.by_id[paper_id] for paper_id in each.pop("ids")]}))
            for each in self.page.evaluate(_ASK, list(queries))
        ]

    def call(self, module: str, function: str, *values: object) -> Any:
        """Call an exported function of one of the site's scripts."""
        script = (
            f'async (all) => (await import(new URL("../assets/js/{module}", location.href).href)).{function}(...all)'
        )
        return self.page.evaluate(script, list(values))


@contextmanager
def searched(catalog: Catalog, folder: Path, browser: Browser) -> Iterator[Search]:
    """Index ``catalog`` in ``folder`` and open a page that can ask it."""
    shutil.copytree(PROJECT / "site_src/docs/assets/js", folder / "assets/js")
    write_search(SiteFolder(folder).write_bytes, catalog, 1)
    (folder / "en").mkdir()
    (folder / "en/index.html").write_text(
        '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>x</title>'
    )
    server = serve(folder)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}{PREFIX}/en/index.html")
    yield Search(catalog, page)
    context.close()
    server.shutdown()
    server.server_close()
