"""``rsfm build``: check the catalog, build the site beside the old one, verify it, and only then put it in its place."""

from __future__ import annotations

import argparse
import os
import subprocess
import time
from dataclasses import replace
from pathlib import Path

from rsfm.checks.folder import cache_beside, load_and_check
from rsfm.cli import Stop
from rsfm.merge import Catalog
from rsfm.problems import Severity
from rsfm.site import publish
from rsfm.site.swap import building, only_builder, swap_in
from rsfm.site.verify import verify
from rsfm.store.kept import Kept

_KEPT = Path(".cache/previews")
"""Where pictures are kept that the next build need not draw again."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR", help="where the site goes")
    parser.add_argument(
        "--previews",
        action="store_true",
        help="draw a picture of each paper that previews of links show (takes Pillow)",
    )


def run(options: argparse.Namespace) -> int:
    """Build the site; return 1, with the old site untouched, if the catalog has errors or the new site has faults."""
    begun = time.monotonic()
    cache = cache_beside(options.papers)
    library, problems = load_and_check(options.papers, cache=cache)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    for problem in errors:
        print(problem.text(options.locale))
    if errors:
        print(f"Not built: {len(errors)} errors in {options.papers}/.")
        return 1
    catalog = library.catalog()
    del library, problems  # the catalog is all that a site is made of
    print(f"Building the site of {len(catalog.papers)} papers", flush=True)
    os.environ.setdefault("SOURCE_DATE_EPOCH", time_of_commit())
    target: Path = options.site_dir.resolve()
    try:
        with only_builder(target):
            pages, faults = _build(catalog, target, cache, previews=options.previews)
            if not faults:
                swap_in(target)
    except OSError as error:
        raise Stop(f"{error.filename or target}: {error.strerror}; no site was lost") from error
    if faults:
        print("\n".join(faults))
        unfinished = building(target).name
        print(
            f"Not published: {len(faults)} faults; {options.site_dir}/ is as it was, the new site is in {unfinished}/."
        )
        return 1
    print(f"{options.site_dir}/: {pages} pages in {time.monotonic() - begun:.1f} s")
    return 0


def _build(catalog: Catalog, target: Path, cache: Path, *, previews: bool) -> tuple[int, list[str]]:
    """Make the site beside ``target``; return the number of its pages, and its faults."""
    from mkdocs_hook import EngineError, write_articles  # noqa: PLC0415 -- an engine takes long to load

    try:
        folder = building(target)
        source = write_articles(Path("mkdocs.yml"), folder)
        source = replace(source, cache=cache, before=target, previews=_KEPT if previews else None)
        addresses = publish(folder, catalog, source, lambda step: print(f"  {step}", flush=True))
    except (EngineError, ValueError) as error:
        return 0, [str(error)]
    return len(addresses), verify(folder, Kept(cache / "proved.kept"))


def time_of_commit() -> str:
    """Return the commit's time in seconds, which is the time of the build wherever one is asked for."""
    commit = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],  # noqa: S607 -- git is one of the three tools a machine must have
        capture_output=True,
        text=True,
        check=False,
    )
    return commit.stdout.strip() or "0"
