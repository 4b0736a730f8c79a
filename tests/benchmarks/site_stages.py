"""Builds a site in this process and prints, as JSON, the processor seconds of each stage and the peak of memory.

``python tests/benchmarks/site_stages.py PAPERS SITE``; ``site_build.py`` calls it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs_hook import write_articles
from rsfm.checks.folder import load_and_check
from rsfm.problems import Severity
from rsfm.render import PAGE_TYPES, Page
from rsfm.render.shards import card_shards, papers_index, shard_count
from rsfm.site.engine import take_styles
from rsfm.site.folder import SiteFolder
from rsfm.site.previews import write_previews
from rsfm.site.publish import renderer_of, write_exports, write_sitemap
from rsfm.site.search import write_search
from rsfm.site.verify import verify
from rsfm.store import only_new_collected

PROJECT = Path(__file__).resolve().parents[2]


def main(papers: Path, folder: Path) -> dict[str, Any]:
    """Build the site of ``papers`` in ``folder`` and return what each stage took."""
    seconds: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:
        begun = time.process_time()
        result = work()
        seconds[stage] = seconds.get(stage, 0) + time.process_time() - begun
        return result

    library, problems = timed("load and check", partial(load_and_check, papers))
    assert not [problem for problem in problems if problem.severity is Severity.ERROR], "the catalog has errors"
    catalog = library.catalog()
    del library, problems
    source = timed("engine", lambda: write_articles(PROJECT / "mkdocs.yml", folder))
    target = SiteFolder(folder)
    addresses: list[str] = []
    with only_new_collected():
        timed("related", lambda: [catalog.related(paper) for paper in catalog.papers])
        renderer = timed("pages", lambda: renderer_of(folder, catalog, source))
        timed("engine", lambda: take_styles(folder))

        def pages() -> None:
            for each in PAGE_TYPES.values():
                stage = "pages" if each.name == "papers" else "other pages"
                for page in iter(partial(timed, stage, partial(next, each.build(renderer), None)), None):
                    timed(stage, partial(write, page))
                    timed("twins", partial(write_twin, page))
                    if page.listed:
                        addresses.append(page.address)

        def write(page: Page) -> None:
            target.write(page.file, page.html)

        def write_twin(page: Page) -> None:
            if page.markdown:
                target.write(page.twin, page.markdown)

        pages()
        timed("data", lambda: target.write_all(card_shards(renderer)))
        timed("exports", lambda: write_exports(target, catalog, source))
        timed("data", lambda: write_sitemap(target, source, addresses))
        timed("search", lambda: write_search(target.write_bytes, catalog, shard_count(len(catalog.papers))))
        timed("data", lambda: target.write("data/papers.json", papers_index(renderer)))
    faults = timed("verify", lambda: verify(folder))
    assert not faults, faults[:5]
    pictures: dict[str, float] = {}
    begun = time.process_time()
    with TemporaryDirectory() as kept:  # only a published build has them: they are no stage of every build
        drawn = write_previews(target, renderer, Path(kept))
    pictures["milliseconds"] = (time.process_time() - begun) / max(1, drawn) * 1000
    pictures["largest"] = max((path.stat().st_size for path in (folder / "previews").iterdir()), default=0)
    sizes = [path.stat().st_size for path in (folder / "en/papers").glob("[a-z]*/index.html")]
    return {
        "seconds": seconds,
        "pages": len(addresses) + 1,
        "pictures": pictures,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "page": sum(sizes) // max(1, len(sizes)),
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
