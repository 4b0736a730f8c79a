"""Proof that a built site is whole: every link leads somewhere, every page has its twin and its policy."""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from lxml.html import HTMLParser, document_fromstring

from rsfm.locales import Locale

_LINKS_THAT_LOAD = ("stylesheet", "icon", "preload", "modulepreload", "manifest")
OUTSIDE_THE_LOCALES = {"index.html", "404.html"}


@dataclass(frozen=True, kw_only=True)
class _Page:
    """What a page declares about itself and what it points to."""

    lang: str
    titles: int
    described: bool
    protected: bool
    alternates: frozenset[str]
    links: frozenset[str]
    loads: frozenset[str]
    ids: frozenset[str]
    handlers: tuple[str, ...]

    @classmethod
    def read(cls, file: Path) -> _Page:
        """Read the page in ``file``."""
        tree = document_fromstring(file.read_bytes(), parser=HTMLParser(encoding="utf-8"))

        def found(path: str) -> frozenset[str]:
            return frozenset(map(str, tree.xpath(path)))

        loading = " or ".join(f"contains(@rel, '{each}')" for each in _LINKS_THAT_LOAD)
        return cls(
            lang=tree.get("lang", ""),
            titles=len(tree.xpath("//head/title")),
            described=bool(found("//head/meta[@name='description']/@content") - {""}),
            protected=bool(tree.xpath("//head/meta[@http-equiv='Content-Security-Policy']")),
            alternates=found("//head/link[contains(@rel, 'alternate')]/@hreflang"),
            links=found("//a/@href"),
            loads=found(f"//script/@src | //img/@src | //iframe/@src | //source/@src | //link[{loading}]/@href"),
            ids=found("//@id"),
            handlers=tuple(
                f"<{at.getparent().tag} {at.attrname}>" for at in tree.xpath("//@*[starts-with(name(), 'on')]")
            ),
        )


def verify(site_dir: Path) -> list[str]:
    """Return every fault of the site in ``site_dir`` as ``file: what is wrong``; an empty list proves it whole."""
    files = frozenset(file.relative_to(site_dir).as_posix() for file in site_dir.rglob("*") if file.is_file())
    pages = {path: _Page.read(site_dir / path) for path in sorted(files) if path.endswith(".html")}
    faults = [] if pages else [f"{site_dir}: there is no page"]
    for path, page in pages.items():
        faults += [f"{path}: {fault}" for fault in _faults_of_page(path, page)]
        faults += [f"{path}: {fault}" for fault in _broken_links(path, page, pages, files)]
    faults += _missing_pages(site_dir, set(pages))
    return faults


def _faults_of_page(path: str, page: _Page) -> list[str]:
    faults = [f"an inline event handler: {handler}" for handler in page.handlers]
    if not page.protected:
        faults.append("it has no content security policy")
    if page.titles != 1:
        faults.append(f"it has {page.titles} titles")
    faults += [f"it loads from another server: {url}" for url in page.loads if urlsplit(url).netloc]
    if path in OUTSIDE_THE_LOCALES:
        return faults
    if page.lang != Locale(path.split("/", maxsplit=1)[0]).tag:
        faults.append(f"its language is “{page.lang}”")
    if not page.described:
        faults.append("it has no description")
    if not {locale.tag for locale in Locale} <= page.alternates:
        faults.append("it does not name its twin in the other language")
    return faults


def _broken_links(path: str, page: _Page, pages: dict[str, _Page], files: frozenset[str]) -> list[str]:
    faults = []
    for link in sorted(page.links | page.loads):
        address, anchor = urldefrag(link)
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or address.startswith("/"):
            continue
        target = (
            posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
        )
        if target not in files:
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        if target not in files:
            faults.append(f"a link leads nowhere: {link}")
        elif anchor and target in pages and unquote(anchor) not in pages[target].ids:
            faults.append(f"a link leads to a place that does not exist: {link}")
    return faults


def _missing_pages(site_dir: Path, pages: set[str]) -> list[str]:
    listed = json.loads((site_dir / "api" / "papers.json").read_text(encoding="utf-8"))["papers"]
    wanted = {f"{url}index.html" for paper in listed for url in paper["url"].values()}
    faults = [f"{path}: the page of this paper is missing" for path in sorted(wanted - pages)]
    tails = {locale: {p.removeprefix(f"{locale}/") for p in pages if p.startswith(f"{locale}/")} for locale in Locale}
    for locale in Locale:
        faults += [f"{locale}/{tail}: this page is missing" for tail in sorted(tails[locale.other] - tails[locale])]
    sitemap = (site_dir / "sitemap.xml").read_text(encoding="utf-8")
    listed_pages = sitemap.count("<loc>")
    expected = len(pages - {"404.html"})
    if listed_pages != expected:
        faults.append(f"sitemap.xml: it lists {listed_pages} pages of {expected}")
    return faults
