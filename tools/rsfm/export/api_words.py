"""``api/v1/taxonomy.json`` and ``benchmarks.json``: the words that entries use, with what they mean in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.export import export
from rsfm.export.api import ROOT, canonical
from rsfm.locales import Localized
from rsfm.merge import Catalog
from rsfm.model.plain import plain


@export(
    f"{ROOT}/taxonomy.json",
    label=Localized(zh="词表", en="Taxonomy"),
    about=Localized(
        zh="每个词表的词，含两种语言的名称、释义和别名", en="the terms of every vocabulary, in both languages"
    ),
)
def taxonomy(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the terms of every vocabulary in the order in which a reader should see them."""
    vocabularies = {
        vocabulary: [{"term": name, **plain(term)} for name, term in terms.items()]
        for vocabulary, terms in catalog.taxonomy.items()
    }
    yield f"{ROOT}/taxonomy.json", canonical({"vocabularies": vocabularies})


@export(
    f"{ROOT}/benchmarks.json",
    label=Localized(zh="评测基准", en="Benchmarks"),
    about=Localized(
        zh="评测基准及其任务、划分、指标、单位和方向",
        en="what results are measured on: task, splits, metrics with unit and direction",
    ),
)
def benchmarks(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield what results are measured on, by name."""
    known = [{"benchmark": name, **plain(benchmark)} for name, benchmark in sorted(catalog.benchmarks.items())]
    yield f"{ROOT}/benchmarks.json", canonical({"benchmarks": known})
