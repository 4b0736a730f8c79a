"""How long ``rsfm check`` takes, beside what merely loading the same files with PyYAML's C loader takes.

Run it with ``python -m tests.benchmarks.check``; trust the ratios, not the seconds.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from rsfm.checks.in_parallel import check_folder

PAPERS = Path(__file__).parents[2] / "papers"
SIZES = (1, 15, 200, 1000)
ROUNDS = 3


def catalog(folder: Path, size: int) -> Path:
    """Write a catalog of ``size`` entries, the real ones over and over with names, ids and addresses of their own."""
    papers = folder / str(size) / "papers"
    papers.mkdir(parents=True)
    for name in ("_taxonomy.yml", "_benchmarks.yml", "_sources.yml"):
        shutil.copy(PAPERS / name, papers)
    shutil.copytree(PAPERS / "_arxiv", papers / "_arxiv")
    originals = sorted(path for path in PAPERS.glob("*.yml") if not path.name.startswith("_"))
    for number in range(size):
        original = originals[number % len(originals)]
        text = with_facts(original.read_text(encoding="utf-8"), number)
        if number >= len(originals):
            text = re.sub(r"^(?:doi|aliases|other_titles):.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
            text = re.sub(r'^((?:title|name): "?\w[\w+-]*)', rf"\g<1> N{number:x}", text, flags=re.MULTILINE)
            text = re.sub(r'^(arxiv_id: "\d{4}\.)\d+', rf"\g<1>{90000 + number}", text, flags=re.MULTILINE)
            text = re.sub(r"https://(\S+?)/", rf"https://\1/n{number}", text)
        (papers / f"{original.stem}{'' if number < len(originals) else f'-n{number:x}'}.yml").write_text(text, "utf-8")
    return papers


def with_facts(text: str, number: int) -> str:
    """Return an entry with variants, data and results: its own, or those of the example where it has none."""
    if "\nvariants:" in text:
        return text
    example = (PAPERS / "_example.yml").read_text(encoding="utf-8").replace("example.org", "terralens.github.io")
    example = re.sub(r" +#.*|^#.*\n", "", example, flags=re.MULTILINE)
    facts = example[example.index("\nmodel:") : example.index("\nkeywords:")]
    later = example[example.index("\nevents:") : example.index("\nnote:")]
    facts = facts.replace("terralens_base", f"terralens_base_{number:x}").replace("remoteclip/vit-l-14", "clip")
    text = re.sub(r"\nmodel:\n(?: .*\n)+", lambda _: facts + "\n", text, count=1)
    return text.replace("\nprose:", f"{later}\nprose:", 1)


def seconds(work: Callable[[], object]) -> float:
    """Return the shortest of some rounds of ``work``."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def plainly_loaded(papers: Path) -> None:
    """Load every entry with the fastest loader PyYAML has, and look at nothing."""
    for path in papers.glob("*.yml"):
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def main() -> None:
    """Print one line per size: seconds of ``rsfm check``, seconds of the peer, and their ratio."""
    print("entries    check   CSafeLoader   ratio")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            papers = catalog(Path(folder), size)
            ours, peer = seconds(lambda: check_folder(papers)), seconds(lambda: plainly_loaded(papers))  # noqa: B023
            print(f"{size:7}  {ours:6.3f} s  {peer:10.3f} s  {ours / peer:6.2f}")


if __name__ == "__main__":
    main()
