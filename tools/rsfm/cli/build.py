"""``rsfm build``: check the catalog, build the site beside the old one, verify it, and only then put it in its place."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from rsfm.checks import check
from rsfm.locales import Locale
from rsfm.problems import Severity
from rsfm.site.verify import verify
from rsfm.store import load


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--site-dir", type=Path, default=Path("site"), metavar="DIR", help="where the site goes")


def run(options: argparse.Namespace) -> int:
    """Build the site; return 1, with the old site untouched, if the catalog has errors or the new site has faults."""
    begun = time.monotonic()
    library = load(options.papers)
    errors = [problem for problem in check(library) if problem.severity is Severity.ERROR]
    for problem in errors:
        print(problem.text(Locale.of_environment()))
    if errors:
        print(f"Not built: {len(errors)} errors in {options.papers}/.")
        return 1
    print(f"Building the site of {len(library.entries)} papers", flush=True)
    target: Path = options.site_dir.resolve()
    fresh = target.with_name(target.name + ".new")
    engine = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--clean", "--site-dir", str(fresh)],
        env=engine_environment(options.papers),
        check=False,
    )
    faults = [f"the engine stopped with exit code {engine.returncode}"] if engine.returncode else verify(fresh)
    if faults:
        print("\n".join(faults))
        print(
            f"Not published: {len(faults)} faults; {options.site_dir}/ is as it was, the new site is in {fresh.name}/."
        )
        return 1
    shutil.rmtree(target, ignore_errors=True)
    fresh.replace(target)
    pages = sum(1 for _ in target.rglob("*.html"))
    print(f"{options.site_dir}/: {pages} pages in {time.monotonic() - begun:.1f} s")
    return 0


def engine_environment(papers: Path) -> dict[str, str]:
    """Return the environment of the engine: the catalog's folder, and the commit's time as the time of the build."""
    environment = os.environ | {"RSFM_PAPERS": str(papers.resolve()), "NO_MKDOCS_2_WARNING": "1"}
    if "SOURCE_DATE_EPOCH" not in environment:
        commit = subprocess.run(
            ["git", "log", "-1", "--format=%ct"],  # noqa: S607 -- git is one of the three tools a machine must have
            capture_output=True,
            text=True,
            check=False,
        )
        environment["SOURCE_DATE_EPOCH"] = commit.stdout.strip() or "0"
    return environment
