"""References to papers as files: of each paper, of all, of each family and of each year, in both languages' folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rsfm.export import export
from rsfm.export.api import one_line
from rsfm.export.bibtex import bibtex
from rsfm.export.citations.apa import apa
from rsfm.export.citations.csl import csl
from rsfm.export.citations.gbt import gbt
from rsfm.export.citations.reference import reference
from rsfm.export.citations.ris import ris
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, Paper


def citations(paper: Paper) -> Mapping[str, str]:
    """Return the reference to ``paper`` in every form that its page shows, by the name of the form."""
    cited = reference(paper)
    return {
        "BibTeX": bibtex(paper),
        "RIS": ris(cited).replace("\r\n", "\n"),
        "APA 7": apa(cited),
        "GB/T 7714—2015": gbt(cited),
    }


@export(
    "en/papers.bib",
    label=Localized(zh="BibTeX 文献", en="References (BibTeX)"),
    about=Localized(
        zh="全部论文的参考文献；每个类别和年份也各有一个，如 zh/years/2025.bib",
        en="references to all papers; each family and year has one too, such as en/years/2025.bib",
    ),
)
def bib_files(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the BibTeX files."""
    return _files(catalog, "bib", bibtex, "\n".join)


@export(
    "en/papers.ris",
    label=Localized(zh="RIS 文献", en="References (RIS)"),
    about=Localized(
        zh="供 Zotero、EndNote 等导入；每个类别和年份也各有一个",
        en="for Zotero, EndNote and the like; each family and year has one too",
    ),
)
def ris_files(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the RIS files."""
    return _files(catalog, "ris", lambda paper: ris(reference(paper)), "\r\n".join)


@export(
    "en/papers.csl.json",
    label=Localized(zh="CSL-JSON 文献", en="References (CSL-JSON)"),
    about=Localized(zh="供 pandoc 等引文程序使用", en="for pandoc and other citation processors"),
)
def csl_files(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the CSL-JSON files."""
    items = {paper.paper_id: one_line(csl(reference(paper))).rstrip("\n") for paper in catalog.papers}
    for place, papers in lists(catalog):
        text = "[\n" + ",\n".join(items[paper.paper_id] for paper in papers) + "\n]\n"
        yield from ((f"{locale}/{place}.csl.json", text) for locale in Locale)


def _files(
    catalog: Catalog, ending: str, one: Callable[[Paper], str], join: Callable[[Iterable[str]], str]
) -> Iterator[tuple[str, str]]:
    texts = {paper.paper_id: one(paper) for paper in catalog.papers}
    yield from ((f"cite/{paper_id}.{ending}", texts[paper.paper_id]) for paper_id, paper in catalog.by_any_id.items())
    for place, papers in lists(catalog):
        text = join(texts[paper.paper_id] for paper in papers)
        yield from ((f"{locale}/{place}.{ending}", text) for locale in Locale)


def lists(catalog: Catalog) -> Iterator[tuple[str, Sequence[Paper]]]:
    """Yield every list of papers that has references of its own, by its place below a locale's folder."""
    yield "papers", catalog.papers
    yield from ((f"families/{term}", papers) for term, papers in catalog.by_family.items())
    yield from ((f"years/{year}", papers) for year, papers in catalog.by_year.items())
