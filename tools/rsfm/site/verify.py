"""Proof that a built site is whole: every link leads somewhere, every page has its twin and its policy."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from rsfm.locales import Locale

_LOADS = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src"}
_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
OUTSIDE_THE_LOCALES = {"index.html", "404.html"}


@dataclass
class _PageParser(HTMLParser):
    """What a page declares about itself and what it points to."""

    lang: str = ""
    titles: int = 0
    description: bool = False
    policy: bool = False
    alternates: set[str] = field(default_factory=set)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    handlers: list[str] = field(default_factory=list)
    _in_head: bool = True

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters of one element."""
        values = {name: value or "" for name, value in attrs}
        self.handlers += [f"<{tag} {name}>" for name in values if name.startswith("on")]
        self.ids |= {values["id"]} if "id" in values else set()
        if tag == "html":
            self.lang = values.get("lang", "")
        elif tag == "body":
            self._in_head = False
        elif tag == "title" and self._in_head:
            self.titles += 1
        elif tag == "meta":
            self.description |= values.get("name") == "description" and bool(values.get("content"))
            self.policy |= values.get("http-equiv") == "Content-Security-Policy"
        elif tag == "a" and "href" in values:
            self.links.append(values["href"])
        relations = set(values.get("rel", "").split())
        if tag == "link" and "alternate" in relations:
            self.alternates.add(values.get("hreflang", ""))
        if tag in _LOADS and _LOADS[tag] in values and (tag != "link" or relations & _LINKS_THAT_LOAD):
            self.loads.append(values[_LOADS[tag]])


def verify(site_dir: Path) -> list[str]:
    """Return every fault of the site in ``site_dir`` as ``file: what is wrong``; an empty list proves it whole."""
    files = sorted(site_dir.rglob("*.html"))
    pages = {file.relative_to(site_dir).as_posix(): _parsed(file) for file in files}
    faults = [] if pages else [f"{site_dir}: there is no page"]
    for path, page in pages.items():
        faults += [f"{path}: {fault}" for fault in _faults_of_page(path, page)]
        faults += [f"{path}: {fault}" for fault in _broken_links(site_dir, path, page, pages)]
    faults += _missing_pages(site_dir, set(pages))
    return faults


def _parsed(file: Path) -> _PageParser:
    page = _PageParser()
    page.feed(file.read_text(encoding="utf-8"))
    return page


def _faults_of_page(path: str, page: _PageParser) -> list[str]:
    faults = [f"an inline event handler: {handler}" for handler in page.handlers]
    if not page.policy:
        faults.append("it has no content security policy")
    if page.titles != 1:
        faults.append(f"it has {page.titles} titles")
    faults += [f"it loads from another server: {url}" for url in page.loads if urlsplit(url).netloc]
    if path in OUTSIDE_THE_LOCALES:
        return faults
    if page.lang != Locale(path.split("/", maxsplit=1)[0]).tag:
        faults.append(f"its language is “{page.lang}”")
    if not page.description:
        faults.append("it has no description")
    if not {locale.tag for locale in Locale} <= page.alternates:
        faults.append("it does not name its twin in the other language")
    return faults


def _broken_links(site_dir: Path, path: str, page: _PageParser, pages: dict[str, _PageParser]) -> list[str]:
    faults = []
    for link in {*page.links, *page.loads}:
        address, anchor = urldefrag(link)
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or address.startswith("/"):
            continue
        target = (site_dir / path).parent / unquote(parts.path) if parts.path else site_dir / path
        if parts.path.endswith("/") or target.is_dir():
            target /= "index.html"
        found = Path(re.sub(r"/+", "/", str(target))).resolve()
        if not found.is_file() or not found.is_relative_to(site_dir.resolve()):
            faults.append(f"a link leads nowhere: {link}")
        elif anchor and found.suffix == ".html":
            name = found.relative_to(site_dir.resolve()).as_posix()
            if unquote(anchor) not in pages[name].ids:
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
    expected = len(pages - OUTSIDE_THE_LOCALES)
    if listed_pages != expected:
        faults.append(f"sitemap.xml: it lists {listed_pages} pages of {expected}")
    return faults
