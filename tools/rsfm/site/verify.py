"""Proof that a built site is whole: every link leads somewhere, every page has its twin and its policy."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from rsfm.export import EXPORTS
from rsfm.locales import Locale
from rsfm.render.policy import hash_of
from rsfm.render.previews.told import FOLDER
from rsfm.site.links import SiteLinks
from rsfm.site.tags import Read, read
from rsfm.store import only_new_collected
from rsfm.store.kept import Kept, code, digest, freeze

OUTSIDE_THE_LOCALES = {"index.html", "404.html"}


@dataclass(frozen=True, kw_only=True)
class ProvedPage:
    """A page without faults, and what others and the site as a whole need of it."""

    digest: bytes
    """SHA-256 of the file."""
    places: frozenset[str]
    """The ids that links may lead to."""
    leads_on: bool
    """Whether it only leads to another page."""


@dataclass(frozen=True, kw_only=True)
class Proved:
    """A site in which there was no fault."""

    needed: frozenset[str]
    """The files that pages lead to or load."""
    pages: dict[str, ProvedPage]
    reached_from: dict[str, str]
    """By export, a page that leads to it."""


@only_new_collected()
def verify(site_dir: Path, kept: Kept | None = None) -> list[str]:
    """Return every fault of the site in ``site_dir`` as ``file: what is wrong``; an empty list proves it whole.

    ``kept`` holds what was proved of the site before: a page that is as it was needs no second look as long as
    everything that links led to is still there.
    """
    key = digest(code(), b"site without faults")
    before = kept.get(key) if kept else None
    faults, proved = _proved(site_dir, before if isinstance(before, Proved) else None)
    if before and (faults or proved is None):
        faults, proved = _proved(site_dir, None)
    if kept and proved and not faults:
        kept.add(key, freeze(proved))
        kept.save()
    return faults


def _proved(site_dir: Path, before: Proved | None) -> tuple[list[str], Proved | None]:
    """Return the faults, and what is proved if there are none: nothing where ``before`` does not say enough."""
    files = frozenset(_files(site_dir))
    if before and not before.needed <= files:
        return [], None
    names = sorted(path for path in files if path.endswith(".html"))
    links = SiteLinks(site_dir, files)
    faults = [] if names else [f"{site_dir}: there is no page"]
    pages: dict[str, ProvedPage] = {}
    reached_from = dict(before.reached_from) if before else {}
    for path in names:
        data = (site_dir / path).read_bytes()
        known = before.pages.get(path) if before else None
        digest_of_file = sha256(data).digest()
        if known and known.digest == digest_of_file:
            pages[path] = known
            continue
        try:
            page = read(data.decode(), links.passed(path))
        except UnicodeDecodeError:
            faults.append(f"{path}: it is not UTF-8")
            continue
        faults += sorted(
            f"{path}: {fault}" for fault in (*_faults_of_page(path, page, files), *links.broken(path, page))
        )
        pages[path] = ProvedPage(
            digest=digest_of_file,
            places=frozenset(tag.place for tag in page.tags if tag.place),
            leads_on=any(tag.attributes.get("http-equiv", "").lower() == "refresh" for tag in page.tags),
        )
        if before and known and (not known.places <= pages[path].places or path in before.reached_from.values()):
            return [], None
        for export in links.reached.intersection(EXPORTS):
            reached_from.setdefault(export, path)
    faults += _missing_pages(site_dir, set(names), sum(page.leads_on for page in pages.values()))
    faults += [f"{path}: this export is missing" for path in EXPORTS if path not in files]
    faults += [f"{path}: no page leads to this export" for path in EXPORTS if path in files - reached_from.keys()]
    pictures = {path for path in files if path.startswith(FOLDER)}
    needed = links.reached | pictures | (before.needed if before else frozenset())
    return faults, Proved(needed=frozenset(needed), pages=pages, reached_from=reached_from)


def _files(folder: Path) -> Iterator[str]:
    base = os.fspath(folder)
    for place, _, names in os.walk(base):
        below = place[len(base) + 1 :].replace(os.sep, "/")
        yield from (f"{below}/{name}" if below else name for name in names)


def _faults_of_page(path: str, page: Read, files: frozenset[str]) -> Iterator[str]:
    policies, described, lang, twins = [], False, "", set()
    for tag in page.tags:
        said = tag.attributes
        if tag.handlers:
            yield from (f"an inline event handler: <{tag.name} {handler}>" for handler in tag.handlers)
        if tag.loads and "//" in tag.loads and urlsplit(tag.loads).netloc:
            yield f"it loads from another server: {tag.loads}"
        if tag.name == "meta":
            picture = said.get("content", "") if said.get("property") == "og:image" else ""
            if picture and FOLDER + picture.rpartition(f"/{FOLDER}")[2] not in files:
                yield f"there is no such picture: {picture}"
            described |= said.get("name") == "description" and bool(said.get("content"))
            if said.get("http-equiv", "").lower() == "content-security-policy":
                policies.append(said.get("content", ""))
        elif tag.name == "html":
            lang = said.get("lang", "")
        elif tag.name == "link" and "alternate" in said.get("rel", ""):
            twins.add(said.get("hreflang"))
    if page.titles != 1:
        yield f"it has {page.titles} titles"
    if not policies:
        yield "it has no content security policy"
    if any(hash_of(code) not in policy for code in page.inline for policy in policies):
        yield "its policy does not allow its own inline code"
    if path in OUTSIDE_THE_LOCALES:
        return
    if lang not in _tags_of_folder(path):
        yield f"its language is “{lang}”"
    if not described:
        yield "it has no description"
    if not twins.issuperset(locale.tag for locale in Locale):
        yield "it does not name its twin in the other language"


def _tags_of_folder(path: str) -> set[str]:
    """The language that the folder promises; none where it is no locale's, so that a stray page is a fault."""
    return {locale.tag for locale in Locale if path.startswith(f"{locale}/")}


def _missing_pages(site_dir: Path, pages: set[str], led_on: int) -> Iterator[str]:
    """Yield what is not there; ``led_on`` pages only lead to others, so that the sitemap has none of them."""
    listed = json.loads((site_dir / "api" / "papers.json").read_text(encoding="utf-8"))["papers"]
    wanted = {f"{url}index.html" for paper in listed for url in paper["url"].values()}
    yield from (f"{path}: the page of this paper is missing" for path in sorted(wanted - pages))
    tails = {locale: {p.removeprefix(f"{locale}/") for p in pages if p.startswith(f"{locale}/")} for locale in Locale}
    for locale in Locale:
        yield from (f"{locale}/{tail}: this page is missing" for tail in sorted(tails[locale.other] - tails[locale]))
    listed_pages = (site_dir / "sitemap.xml").read_text(encoding="utf-8").count("<loc>")
    expected = len(pages - {"404.html"}) - led_on
    if listed_pages != expected:
        yield f"sitemap.xml: it lists {listed_pages} pages of {expected}"
