"""The search bundle: records for Pagefind in which every part of every word can be found, in either language."""

from __future__ import annotations

import asyncio
import gzip
import json
import shutil
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pagefind.index import PagefindIndex

from rsfm.merge import Catalog, Paper
from rsfm.site.search_text import words_to_index
from rsfm.site.searchable import Weight, searchable_texts

FOLDER = "pagefind"
"""Folder of the bundle below the root of the site."""
KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.unknown.pagefind")
"""Parts of Pagefind that our page uses; its own interface is not shipped."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One paper as the search sees it."""

    paper_id: str
    name: str
    texts: dict[Weight, str]
    """Everything by which the paper may be found, by how much it counts."""


def record(paper: Paper, catalog: Catalog) -> Record:
    """Return the record of ``paper``."""
    texts = dict.fromkeys(Weight, "")
    for weight, text in searchable_texts(paper, catalog):
        texts[weight] += f"{text}\n"
    return Record(paper_id=paper.paper_id, name=paper.entry.name, texts=texts)


def write_search_bundle(site_dir: Path, records: list[Record]) -> dict[str, str]:
    """Write ``pagefind/`` below ``site_dir`` and return Pagefind's own name of each record, by paper_id.

    One bundle serves both locales, because a record holds both languages. Pagefind's filters are not used: it writes
    them in another order each time, and the cards know the facets anyway. Nor are its fragments, one request per hit:
    their names are all that is needed to know the paper.
    """
    folder = site_dir / FOLDER
    asyncio.run(_write_bundle(folder, records))
    for path in folder.glob("*"):
        if path.is_file() and path.name not in KEPT and path.suffix != ".pf_meta":
            path.unlink()
    names = {_paper_id_of(path): path.stem for path in (folder / "fragment").glob("*.pf_fragment")}
    shutil.rmtree(folder / "fragment", ignore_errors=True)
    if lost := {each.paper_id for each in records} ^ set(names):
        raise ValueError(f"the search bundle does not hold exactly the papers: {', '.join(sorted(lost))}")
    return names


def _paper_id_of(fragment: Path) -> str:
    """A fragment is compressed JSON after a signature; its address is the name of the page we gave."""
    text = gzip.decompress(fragment.read_bytes())
    paper_id: str = json.loads(text[text.index(b"{") :])["url"]
    return paper_id.strip("/").removesuffix(".html")


async def _write_bundle(folder: Path, records: list[Record]) -> None:
    """Records are handed over as a folder of bare pages: one by one, the library takes a tenth of a second for each."""
    with tempfile.TemporaryDirectory() as pages:
        for each in records:
            (Path(pages) / f"{each.paper_id}.html").write_text(_bare_page(each), encoding="utf-8")
        async with PagefindIndex(config={"output_path": str(folder)}) as index:
            await index.add_directory(pages)


def _bare_page(each: Record) -> str:
    words = (
        f'<p data-pagefind-weight="{weight:d}">{" ".join(words_to_index(text))}</p>'
        for weight, text in each.texts.items()
    )
    return f'<html lang="und"><body><h1>{escape(each.name)}</h1>{"".join(words)}</body></html>'
