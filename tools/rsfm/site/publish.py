"""From the engine's articles and the catalog to the published site."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rsfm.checks import RULES, Topic
from rsfm.export import EXPORTS
from rsfm.export.references import citations
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.model import PaperId
from rsfm.render import Article, Content, Messages, Page, Renderer, SiteFacts, all_pages, menu_of
from rsfm.render.shards import arxiv_index, card_shards, offered_terms, papers_index, shard_count
from rsfm.site.engine import take_articles, take_styles
from rsfm.site.folder import SiteFolder
from rsfm.site.previews import write_previews
from rsfm.site.published_files import refuse_unpublishable
from rsfm.site.search import write_search
from rsfm.site.sitemap import sitemap
from rsfm.store import only_new_collected
from rsfm.store.kept import Kept, code, digest, freeze


@dataclass(frozen=True, kw_only=True)
class SiteSource:
    """What a site is made of besides the catalog."""

    site: SiteFacts
    templates: tuple[Path, ...]
    """Folders of templates."""
    messages: Path
    """Folder of the interface words."""
    previews: Path | None = None
    """Where the pictures for previews of links are kept between builds; ``None`` where the site has none."""
    cache: Path | None = None
    """Where what was made of each paper is kept between builds; ``None`` where nothing is."""
    before: Path | None = None
    """The site of the last build: what is the same in the new one is linked."""

    @classmethod
    def of_project(cls, root: Path, site: SiteFacts) -> SiteSource:
        """Return what lies in the repository at ``root``."""
        source = root / "site_src"
        return cls(site=site, templates=(source / "templates", source / "docs"), messages=source / "messages")


def publish(
    folder: Path, catalog: Catalog, source: SiteSource, say: Callable[[str], None], *, strict: bool = True
) -> list[str]:
    """Turn the engine's output in ``folder`` into the published site and return the addresses of its pages.

    ``say`` is told each step. Pages that are not ``strict`` have no policy: the live reload of a preview is an inline
    script. Raises ValueError where the engine's output is not what it must be, OSError where the disk refuses.
    """
    refuse_unpublishable(source.templates[-1])
    target = SiteFolder(folder, source.before)
    renderer = renderer_of(folder, catalog, source, strict=strict)
    take_styles(folder)
    listed, addresses = [], []
    with only_new_collected():
        pages = Kept(source.cache and source.cache / "pages.kept")
        made = 0
        for page in all_pages(renderer):
            made += _write_page(target, page, pages)
            addresses.append(page.address)
            if page.listed:
                listed.append(page.address)
        pages.save()
        as_before = f", {len(addresses) - made} of them as they were" if made < len(addresses) else ""
        articles = len(renderer.content.articles)
        say(f"{len(addresses)} pages of {len(catalog.papers)} papers and {articles} articles{as_before}")
        write_exports(target, catalog, source)
        write_sitemap(target, source, listed)
        target.write_all(data_files(renderer))
        if source.previews:
            drawn = write_previews(target, renderer, source.previews)
            say(f"{drawn} pictures for previews drawn, {len(catalog.papers) - drawn} as they were")
        say("indexing for the search")
        kept = Kept(source.cache and source.cache / "search.kept")
        write_search(target.write_bytes, catalog, shard_count(len(catalog.papers)), kept)
    return addresses


def _write_page(target: SiteFolder, page: Page, kept: Kept) -> bool:
    """Write a page and its twin; return False where those of the last build were taken, because nothing they show changed."""
    key = page.key()
    match kept.get(key) if key else None:
        case (bytes() as html, bytes() as markdown):
            if target.take((page.file, html), (page.twin, markdown)):
                return False
    target.write(page.file, page.html)
    if page.markdown:
        target.write(page.twin, page.markdown)
        if key:
            digests = tuple(hashlib.sha256(text.encode()).digest() for text in (page.html, page.markdown))
            kept.add(key, freeze(digests))
    return True


def _outside(source: SiteSource, articles: Sequence[Article]) -> bytes:
    """Return what changes with everything that pages are made of besides the catalog."""
    folders = (source.templates[0], source.messages)
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    parts = [part for path in files for part in (path.name.encode(), path.read_bytes())]
    versions = (version(name).encode() for name in ("jinja2", "markupsafe"))
    menu = repr([(each.locale, each.tail, each.title, each.menu) for each in articles])
    return digest(code(), *versions, menu.encode(), *parts)


def data_files(renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Yield path and text of what scripts load when they need it."""
    yield from card_shards(renderer)
    yield "data/papers.json", papers_index(renderer)
    yield from offered_terms(renderer)
    yield "data/arxiv.json", arxiv_index(renderer)


def write_exports(target: SiteFolder, catalog: Catalog, source: SiteSource) -> None:
    """Write every file of every registered export."""
    for export in EXPORTS.values():
        target.write_all(export.files(catalog, source.site.site_url))


def write_sitemap(target: SiteFolder, source: SiteSource, listed: list[str]) -> None:
    """Write what crawlers ask for: the list of the pages at the addresses ``listed``, and where it is."""
    target.write("sitemap.xml", sitemap(source.site.site_url, listed))
    target.write("robots.txt", f"User-agent: *\nAllow: /\nSitemap: {source.site.site_url}sitemap.xml\n")


def renderer_of(folder: Path, catalog: Catalog, source: SiteSource, *, strict: bool = True) -> Renderer:
    """Return the renderer of ``catalog`` and of the articles that the engine left in ``folder``."""
    articles = take_articles(folder)
    if not {article.locale for article in articles}.issuperset(Locale):
        raise ValueError("the engine left no articles")
    content = Content(
        catalog=catalog,
        site=source.site,
        articles=articles,
        citations=_Citations(catalog),
        rules={topic.label: [rule for _, rule in sorted(RULES.items()) if rule.topic is topic] for topic in Topic},
        exports=tuple(EXPORTS.values()),
        previews=source.previews is not None,
        outside=_outside(source, articles) if source.cache else b"",
    )
    messages = Messages.load(source.messages)
    return Renderer(content, messages, source.templates, menu_of(articles, messages), strict=strict)


class _Citations(Mapping[PaperId, Mapping[str, str]]):
    """The reference to every paper in every form, made when its page is: a preview shows one page of a thousand."""

    def __init__(self, catalog: Catalog) -> None:
        self._papers = catalog.by_id
        self._made: dict[PaperId, Mapping[str, str]] = {}

    def __getitem__(self, paper_id: PaperId) -> Mapping[str, str]:
        if paper_id not in self._made:
            self._made[paper_id] = citations(self._papers[paper_id])
        return self._made[paper_id]

    def __iter__(self) -> Iterator[PaperId]:
        return iter(self._papers)

    def __len__(self) -> int:
        return len(self._papers)
