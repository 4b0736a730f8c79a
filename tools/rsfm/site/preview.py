"""The site as it would be built, each file made when somebody asks for it: what ``rsfm serve`` shows."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from rsfm.export import EXPORTS
from rsfm.locales import Locale
from rsfm.render import PAGE_TYPES, Page, Renderer
from rsfm.render.pages.papers import paper_page
from rsfm.render.shards import shard_count
from rsfm.site.publish import SiteSource, data_files
from rsfm.site.search import write_search

_SEARCH = "search-index/"


class Preview:
    """One state of the site. Lists for crawlers are not in it: they name every page."""

    def __init__(self, renderer: Renderer, source: SiteSource, engine: Path) -> None:
        """``engine`` is the folder where the engine left articles and styles."""
        self._renderer = renderer
        self._source = source
        self._folders = (source.templates[-1], engine)
        self._made: dict[str, bytes] = {}
        self._pages = self._all_but_papers()
        self._data = self._data_and_exports()
        papers = renderer.catalog.papers
        self._places = {paper.paper_id: place for place, paper in enumerate(papers)}

    def file(self, path: str) -> bytes | None:
        """Return what lies at ``path`` below the root of the site, or ``None``."""
        if not all(step.strip(".") for step in path.split("/")) or "\\" in path or "\0" in path:
            return None
        if path not in self._made:
            if (data := self._as_it_lies(path)) is not None:
                return data
            self._make(path)
        return self._made.get(path)

    def _make(self, path: str) -> None:
        if path.startswith(_SEARCH):
            if not any(made.startswith(_SEARCH) for made in self._made):
                catalog = self._renderer.catalog
                write_search(self._made.__setitem__, catalog, shard_count(len(catalog.papers)))
        elif not path.endswith((".html", ".md")):
            self._look_in(self._data, path)
        elif not self._make_paper(path):
            self._look_in(self._pages, path)

    def _look_in(self, files: Iterator[tuple[str, str]], wanted: str) -> None:
        """Make more of ``files`` until the one that is wanted is there."""
        for path, text in files:
            self._made[path] = text.encode()
            if path == wanted:
                return

    def _make_paper(self, path: str) -> bool:
        """Make the page of a paper, if that is what lies at ``path``."""
        locale, _, tail = path.partition("/")
        folder, _, rest = tail.partition("/")
        place = self._places.get(rest.partition("/")[0])  # type: ignore[call-overload]
        if locale not in set(Locale) or folder != "papers" or place is None:
            return False
        near: tuple[object, ...] = (None, *self._renderer.catalog.papers, None)
        newer, paper, older = near[place : place + 3]
        page = paper_page(self._renderer, Locale(locale), paper, newer, older)  # type: ignore[arg-type]
        self._made |= {name: text.encode() for name, text in _files_of(page)}
        return True

    def _all_but_papers(self) -> Iterator[tuple[str, str]]:
        for kind in PAGE_TYPES.values():
            if kind.name != "papers":
                for page in kind.build(self._renderer):
                    yield from _files_of(page)

    def _data_and_exports(self) -> Iterator[tuple[str, str]]:
        catalog, site_url = self._renderer.catalog, self._source.site.site_url
        return chain(
            data_files(self._renderer),
            chain.from_iterable(export.files(catalog, site_url) for export in EXPORTS.values()),
        )

    def _as_it_lies(self, path: str) -> bytes | None:
        """Return a published file: the one that people edit before the copy that the engine made of it."""
        if path.endswith((".html", ".md")):
            return None
        file = next((folder / path for folder in self._folders if (folder / path).is_file()), None)
        return file.read_bytes() if file else None


def _files_of(page: Page) -> Iterator[tuple[str, str]]:
    yield page.file, page.html
    if page.markdown:
        yield page.twin, page.markdown
