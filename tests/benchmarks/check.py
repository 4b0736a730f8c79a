"""How long ``rsfm check`` takes, beside what merely loading the same files with PyYAML's C loader takes.

Run it with ``python -m tests.benchmarks.check``; trust the ratios, not the seconds.
"""

from __future__ import annotations

import json
import random
import re
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from rsfm.checks.folder import check_folder

PAPERS = Path(__file__).parents[2] / "papers"
SIZES = (1, 200, 1000, 10_000)
ROUNDS = 3


def catalog(folder: Path, size: int) -> Path:
    """Write a catalog of ``size`` entries, the real ones over and over with names, ids and addresses of their own."""
    papers = folder / str(size) / "papers"
    papers.mkdir(parents=True)
    for name in ("_taxonomy.yml", "_benchmarks.yml", "_sources.yml"):
        shutil.copy(PAPERS / name, papers)
    shutil.copytree(PAPERS / "_arxiv", papers / "_arxiv")
    originals = sorted(PAPERS.glob("[a-z0-9]*.yml"))
    titles = [re.search("^title: (.*)", path.read_text("utf-8"), re.MULTILINE) for path in originals]
    words = sorted({word for title in titles if title for word in re.findall(r"[a-z]{4,}", title[1])})
    chosen = random.Random(1)  # noqa: S311 -- the same catalog in every run
    for number in range(size):
        original = originals[number % len(originals)]
        text = original.read_text(encoding="utf-8")
        if number >= len(originals):
            text = re.sub(r"^(?:doi|aliases|other_titles):.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
            text = re.sub(r'^(name: "?\w[\w+-]*)', rf"\g<1> N{number:x}", text, flags=re.MULTILINE)
            title = " ".join(chosen.choices(words, k=9)).capitalize()
            text = re.sub(r"^title: .*", f'title: "{title}"', text, flags=re.MULTILINE)
            text = with_snapshot(papers, text, title, number)
            text = re.sub(r"https://(\S+?)/", rf"https://\1/n{number}", text)
        (papers / f"{original.stem}{'' if number < len(originals) else f'-n{number:x}'}.yml").write_text(text, "utf-8")
    return papers


def with_snapshot(papers: Path, text: str, title: str, number: int) -> str:
    """Return the ``text`` of an entry with an arXiv id of its own, and write what arXiv says of that."""
    found = re.search(r'^arxiv_id: "(\d{4}\.)\d+"', text, flags=re.MULTILINE)
    if not found:
        return text
    arxiv_id = f"{found[1]}{90000 + number}"
    stored = papers / f"_arxiv/{found[0][11:-1]}.json"
    if stored.is_file():
        said = {**json.loads(stored.read_text("utf-8")), "arxiv_id": arxiv_id, "title": title}
        written = json.dumps(said, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (papers / f"_arxiv/{arxiv_id}.json").write_text(written, "utf-8")
    return text.replace(found[0], f'arxiv_id: "{arxiv_id}"')


def seconds(work: Callable[[], object], before: Callable[[], object] = lambda: None) -> float:
    """Return the shortest of some rounds of ``work``, each after ``before``, which is not counted."""
    taken = []
    for _ in range(ROUNDS):
        before()
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


def plainly_loaded(papers: Path) -> None:
    """Load every entry with the fastest loader PyYAML has, and look at nothing."""
    for path in papers.glob("*.yml"):
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def main() -> None:
    """Print one line per size: seconds of ``rsfm check`` with nothing kept and with all, of the peer, and its ratio."""
    print("entries       cold       warm   CSafeLoader   cold / CSafeLoader")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            papers = catalog(Path(folder), size)
            cache = papers.with_name(".cache")

            def check(papers: Path = papers, cache: Path = cache) -> None:
                check_folder(papers, cache=cache)

            cold = seconds(check, lambda cache=cache: shutil.rmtree(cache, ignore_errors=True))
            warm = seconds(check)
            peer = seconds(lambda papers=papers: plainly_loaded(papers))
            print(f"{size:7}  {cold:7.3f} s  {warm:7.3f} s  {peer:10.3f} s  {cold / peer:6.2f}", flush=True)


if __name__ == "__main__":
    main()
