"""From the engine's finished pages to the published site."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from rsfm.checks import RULES, Topic
from rsfm.export.bibtex import bibtex
from rsfm.export.papers_json import papers_json
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.render import Messages, Renderer, SiteFacts
from rsfm.site.frame import Frame
from rsfm.site.policy import with_policy
from rsfm.site.search_index import record, write_search_bundle
from rsfm.site.sitemap import sitemap

FRAME_TAIL = "frames/page/"
"""Where the frame lies below its locale: as deep as every page that is stamped into it."""

_FRAGMENT = re.compile(r"<!-- rsfm:([a-z]+) -->")


@dataclass(frozen=True, kw_only=True)
class Engine:
    """What the site generator knows and we need: addresses, and where templates lie."""

    site: SiteFacts
    templates: tuple[Path, ...]
    """Folders of templates, ours first, then the theme's for its icons."""
    messages: Path
    """Folder of the interface words."""


def renderer_of(catalog: Catalog, engine: Engine) -> Renderer:
    """Return the renderer of ``catalog`` for the site that ``engine`` describes."""
    return Renderer(
        catalog,
        Messages.load(engine.messages),
        engine.site,
        list(engine.templates),
        {paper.paper_id: bibtex(paper) for paper in catalog.papers},
        {topic.label: [rule for _, rule in sorted(RULES.items()) if rule.topic is topic] for topic in Topic},
    )


def publish(site_dir: Path, renderer: Renderer, say: Callable[[str], None], *, strict: bool) -> int:
    """Turn the engine's output in ``site_dir`` into the published site and return the number of its pages.

    ``say`` is told each step. Without ``strict`` pages have no policy: the live reload of a preview is inline script. Raises FrameError or ValueError where the theme's output is not what it must be.
    """
    protect = partial(with_policy, strict=strict)
    frames = {locale: Frame.cut(protect(_take_frame(site_dir, locale))) for locale in Locale}
    tails = _fill_written_pages(site_dir, renderer, protect)
    say(f"{len(tails)} hand-written pages filled")
    for page in renderer.pages():
        values = {"title": page.title_html, "head": page.head_html, "tail": page.tail, "body": page.body_html}
        _write(site_dir / page.path / "index.html", frames[page.locale].stamp(values))
        tails.append(page.tail)
    say(f"{len(renderer.catalog.papers)} papers stamped into {len(frames)} frames")
    _write(site_dir / "index.html", protect(renderer.door()))
    lost = site_dir / "404.html"
    _write(lost, protect(lost.read_text(encoding="utf-8")))
    _drop_unused(site_dir)
    say("indexing for the search")
    names = write_search_bundle(site_dir, [record(paper, renderer.catalog) for paper in renderer.catalog.papers])
    _write_data(site_dir, renderer, tails, names)
    return len(tails) + 2


def _drop_unused(site_dir: Path) -> None:
    """The theme ships a search of its own and the sources of its scripts: two megabytes that no page asks for."""
    for name in ("lunr", "workers"):
        shutil.rmtree(site_dir / "assets/javascripts" / name, ignore_errors=True)
    for path in (site_dir / "assets").rglob("*.map"):
        path.unlink()


def _take_frame(site_dir: Path, locale: Locale) -> str:
    folder = site_dir / locale / FRAME_TAIL
    html = (folder / "index.html").read_text(encoding="utf-8")
    shutil.rmtree(folder.parent)
    return html


def _fill_written_pages(site_dir: Path, renderer: Renderer, protect: Callable[[str], str]) -> list[str]:
    """Put fragments and policy into the pages that people wrote, and return their tails, one per page and locale."""
    tails = []
    for locale in Locale:
        for file in sorted((site_dir / locale).rglob("index.html")):
            folder = file.parent.relative_to(site_dir).as_posix() + "/"
            fill = partial(_fragment, renderer, locale, folder)
            _write(file, _FRAGMENT.sub(fill, protect(file.read_text(encoding="utf-8"))))
            tails.append(folder.removeprefix(f"{locale}/"))
    return tails


def _fragment(renderer: Renderer, locale: Locale, path: str, found: re.Match[str]) -> str:
    return renderer.fragment(found[1], locale, path)


def _write_data(site_dir: Path, renderer: Renderer, tails: list[str], records: dict[str, str]) -> None:
    site_url = renderer.site.site_url
    _write(site_dir / "sitemap.xml", sitemap(site_url, tails))
    (site_dir / "sitemap.xml.gz").unlink(missing_ok=True)
    _write(site_dir / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n")
    _write(site_dir / "api" / "papers.json", papers_json(renderer.catalog))
    for locale, cards in renderer.cards.items():
        plain = [asdict(card) | {"record": records[card.paper_id]} for card in cards.values()]
        _write(site_dir / locale / "cards.json", json.dumps(plain, ensure_ascii=False, sort_keys=True) + "\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
