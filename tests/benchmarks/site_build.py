"""How long a build takes, next to the usual way: MkDocs with Material, every page a Markdown file, its own search.

Both build the same invented papers in two languages, in one run, one after the other. Figures differ between
machines; the ratio is what counts. ``python tests/benchmarks/site_build.py [papers]``
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PROSE = "A model for remote-sensing imagery that learns from many sensors at once. " * 12
ZH_PROSE = "面向多传感器遥感影像的基础模型，可用于语义分割与变化检测。" * 8


def entry(number: int) -> str:
    """Return one invented entry of the usual length."""
    sections = "".join(
        f"  {name}:\n    zh: {ZH_PROSE}\n    en: {PROSE}\n" for name in ("summary", "highlights", "applications")
    )
    return (
        f"name: Model{number}\ntitle: Model{number} An Invented Model\nfamily: visual\nkinds: model\nauthors: [Ada Example]\n"
        f"venue: {{name: arXiv, year: {2015 + number % 10}, state: preprint}}\nmodel: {{tasks: [semantic-segmentation]}}\n"
        f"prose:\n  origin: person\n  one_line: {{zh: 模型{number}。, en: Model number {number}.}}\n{sections}"
        "added: 2025-01-15\nverified: 2025-02-01\n"
    )


def ours(folder: Path, count: int) -> float:
    """Return the seconds of ``rsfm build`` from nothing, checking and verifying included."""
    papers = folder / "papers"
    papers.mkdir()
    shutil.copy(PROJECT / "papers/_taxonomy.yml", papers)
    for number in range(count):
        (papers / f"model{number}.yml").write_text(entry(number), encoding="utf-8")
    return timed([sys.executable, "-m", "rsfm", "--papers", str(papers), "build", "--site-dir", str(folder / "site")])


def peer(folder: Path, count: int) -> float:
    """Return the seconds of a plain MkDocs build of the same texts."""
    for locale, prose in (("zh", ZH_PROSE), ("en", PROSE)):
        (folder / "docs" / locale).mkdir(parents=True)
        for number in range(count):
            text = f"# Model{number}\n\n" + "".join(
                f"## {name}\n\n{prose}\n\n" for name in ("Summary", "Highlights", "Applications")
            )
            (folder / "docs" / locale / f"model{number}.md").write_text(text, encoding="utf-8")
    (folder / "docs/index.md").write_text("# Home\n")
    (folder / "mkdocs.yml").write_text("site_name: Peer\ntheme: {name: material, font: false}\nplugins: [search]\n")
    return timed([sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")])


def timed(command: list[str]) -> float:
    """Return the seconds that ``command`` takes; raises CalledProcessError where it fails."""
    begun = time.perf_counter()
    subprocess.run(command, cwd=PROJECT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, check=True, capture_output=True)
    return time.perf_counter() - begun


def main() -> None:
    """Build with both and print the ratio."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        mine, theirs = ours(Path(one), count), peer(Path(two), count)
    print(f"site build, {count} papers in two languages")
    print(f"  rsfm build                       {mine:7.2f} s")
    print(f"  mkdocs, every page Markdown      {theirs:7.2f} s   {theirs / mine:.1f} times as long")


if __name__ == "__main__":
    main()
