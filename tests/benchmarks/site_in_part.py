"""The parts of a site that a benchmark looks at: written in seconds where the whole takes minutes."""

from __future__ import annotations

import sys
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT / "tools")]

from mkdocs_hook import write_articles  # noqa: E402
from rsfm.merge import Catalog  # noqa: E402
from rsfm.render.pages import PAGE_TYPES  # noqa: E402
from rsfm.render.shards import card_shards, offered_terms, papers_index, shard_count  # noqa: E402
from rsfm.site.engine import take_styles  # noqa: E402
from rsfm.site.folder import SiteFolder  # noqa: E402
from rsfm.site.publish import renderer_of  # noqa: E402
from rsfm.site.search import write_search  # noqa: E402


def write_site(catalog: Catalog, folder: Path, *types: str) -> None:
    """Write articles, pages of other ``types``, and data for scripts."""
    source = write_articles(PROJECT / "mkdocs.yml", folder)
    renderer, target = renderer_of(folder, catalog, source), SiteFolder(folder)
    take_styles(folder)
    for name in ("articles", *types):
        for page in PAGE_TYPES[name].build(renderer):
            target.write(page.file, page.html)
    target.write_all(card_shards(renderer))
    target.write("data/papers.json", papers_index(renderer))
    target.write_all(offered_terms(renderer))


def write_index(catalog: Catalog, folder: Path) -> float:
    """Write what the search needs; return the processor seconds that it took."""
    begun = time.process_time()
    write_search(SiteFolder(folder).write_bytes, catalog, shard_count(len(catalog.papers)))
    return time.process_time() - begun
