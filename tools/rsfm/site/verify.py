"""Proof that a built site is whole: every link leads somewhere, every page has its twin and its policy."""

from __future__ import annotations

import json
import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

from rsfm.export import EXPORTS
from rsfm.locales import Locale
from rsfm.render.policy import INLINE, hash_of
from rsfm.site.tags import Tag, handlers_of, ids_of, tags_of, without_scripts

_LINKS_THAT_LOAD = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
_LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "src", "embed": "src", "use": "href"}
_LOADING |= {"video": "src", "audio": "src", "object": "data"}
OUTSIDE_THE_LOCALES = {"index.html", "404.html"}


def verify(site_dir: Path) -> list[str]:
    """Return every fault of the site in ``site_dir`` as ``file: what is wrong``; an empty list proves it whole."""
    files = frozenset(_files(site_dir))
    pages = sorted(path for path in files if path.endswith(".html"))
    links = _Links(site_dir=site_dir, files=files)
    faults = [] if pages else [f"{site_dir}: there is no page"]
    for path in pages:
        text, scripts = without_scripts((site_dir / path).read_text(encoding="utf-8"))
        tags = tags_of(text)
        faults += [f"{path}: {fault}" for fault in _faults_of_page(path, text, tags)]
        faults += [f"{path}: {fault}" for fault in _faults_of_inline_code(text, tags, scripts)]
        faults += [f"{path}: {fault}" for fault in links.broken(path, text, tags)]
    faults += _missing_pages(site_dir, set(pages))
    faults += [f"{path}: this export is missing" for path in EXPORTS if path not in files]
    faults += [f"{path}: no page leads to this export" for path in EXPORTS if path in files - links.reached]
    return faults


def _files(folder: Path) -> Iterator[str]:
    base = os.fspath(folder)
    for place, _, names in os.walk(base):
        below = place[len(base) + 1 :].replace(os.sep, "/")
        yield from (f"{below}/{name}" if below else name for name in names)


def _faults_of_page(path: str, text: str, tags: list[Tag]) -> list[str]:
    faults = [f"an inline event handler: {handler}" for handler in handlers_of(text)]
    titles = sum(name == "title" for name, _ in tags_of(text[: text.find("</head>")]))
    if titles != 1:
        faults.append(f"it has {titles} titles")
    faults += [f"it loads from another server: {url}" for url in _loads(tags) if urlsplit(url).netloc]
    if path in OUTSIDE_THE_LOCALES:
        return faults
    lang = next((values.get("lang", "") for name, values in tags if name == "html"), "")
    if lang != Locale(path.split("/", maxsplit=1)[0]).tag:
        faults.append(f"its language is “{lang}”")
    if not any(
        name == "meta" and values.get("name") == "description" and values.get("content") for name, values in tags
    ):
        faults.append("it has no description")
    twins = {values.get("hreflang") for name, values in tags if name == "link" and "alternate" in values.get("rel", "")}
    if not {locale.tag for locale in Locale} <= twins:
        faults.append("it does not name its twin in the other language")
    return faults


def _faults_of_inline_code(text: str, tags: list[Tag], scripts: list[tuple[Tag, str]]) -> Iterator[str]:
    """A page has a policy, and that allows each of its inline scripts and styles, or the page does not work."""
    policies = [
        values.get("content", "")
        for name, values in tags
        if name == "meta" and values.get("http-equiv", "").lower() == "content-security-policy"
    ]
    if not policies:
        yield "it has no content security policy"
        return
    inline = [code for (_, values), code in scripts if code.strip() and values.get("type", "module") == "module"]
    if "<style" in text:
        inline += INLINE["style-src"].findall(text)
    if any(hash_of(code) not in policy for code in inline for policy in policies):
        yield "its policy does not allow its own inline code"


def _loads(tags: list[Tag]) -> Iterator[str]:
    for name, values in tags:
        if name in _LOADING:
            if url := values.get(_LOADING[name]):
                yield url
        elif name == "link" and _LINKS_THAT_LOAD.intersection(values.get("rel", "").split()):
            yield values.get("href", "")


@dataclass(kw_only=True)
class _Links:
    """Where links lead; what a link means below one folder is found out once."""

    site_dir: Path
    files: frozenset[str]
    reached: set[str] = field(default_factory=set)
    """Every file that some page leads to or loads."""
    _places: dict[str, frozenset[str]] = field(default_factory=dict)
    """Places in pages that links from other pages lead to."""

    def broken(self, path: str, text: str, tags: list[Tag]) -> Iterator[str]:
        """Yield the links of the page at ``path`` that lead nowhere."""
        links = {url: name for name, values in tags if name == "a" and (url := values.get("href")) is not None}
        own: frozenset[str] | None = None
        for link in sorted({*links, *_loads(tags)}):
            address, anchor = urldefrag(link) if "#" in link else (link, "")
            if address.startswith(("https://", "http://", "mailto:", "data:", "/")) or urlsplit(address).scheme:
                continue
            target = self._target(path, address)
            if target not in self.files:
                yield f"a link leads nowhere: {link}"
                continue
            self.reached.add(target)
            if not anchor or not target.endswith((".html", ".svg")):
                continue
            if target == path:
                own = ids_of(text) if own is None else own
            if unquote(anchor) not in (own if target == path and own is not None else self._places_of(target)):
                yield f"a link leads to a place that does not exist: {link}"

    def _target(self, path: str, address: str) -> str:
        """Return the file that ``address`` means on the page at ``path``."""
        if not address:
            return path
        plain = unquote(address.partition("?")[0])
        folder = path.rpartition("/")[0]
        up = 0
        while plain.startswith("../"):
            plain = plain[3:]
            up += 1
        steps = folder.split("/") if folder else []
        base = "/".join(steps[: len(steps) - up]) if up <= len(steps) else ".."
        target = f"{base}/{plain}" if base else plain
        if "./" in target or "//" in target or target.endswith("."):
            target = posixpath.normpath(target)
        if target in self.files:
            return target
        return posixpath.normpath(f"{target}/index.html")

    def _places_of(self, target: str) -> frozenset[str]:
        if target not in self._places:
            self._places[target] = ids_of((self.site_dir / target).read_text(encoding="utf-8"))
        return self._places[target]


def _missing_pages(site_dir: Path, pages: set[str]) -> list[str]:
    listed = json.loads((site_dir / "api" / "papers.json").read_text(encoding="utf-8"))["papers"]
    wanted = {f"{url}index.html" for paper in listed for url in paper["url"].values()}
    faults = [f"{path}: the page of this paper is missing" for path in sorted(wanted - pages)]
    tails = {locale: {p.removeprefix(f"{locale}/") for p in pages if p.startswith(f"{locale}/")} for locale in Locale}
    for locale in Locale:
        faults += [f"{locale}/{tail}: this page is missing" for tail in sorted(tails[locale.other] - tails[locale])]
    listed_pages = (site_dir / "sitemap.xml").read_text(encoding="utf-8").count("<loc>")
    expected = len(pages - {"404.html"})
    if listed_pages != expected:
        faults.append(f"sitemap.xml: it lists {listed_pages} pages of {expected}")
    return faults
