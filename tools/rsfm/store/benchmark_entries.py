"""The entry that a benchmark names as its own is one of the catalog."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from rsfm.locales import Localized
from rsfm.model.results import Benchmarks
from rsfm.problems import Problem, Severity, visible
from rsfm.source import Document


def unknown_entries(known: Collection[str], document: Document, defined: Benchmarks) -> Iterator[Problem]:
    """Yield a problem for each ``entry`` of a benchmark that is not among the ``known`` paper_ids."""
    for name, benchmark in defined.benchmarks.items():
        if benchmark.entry is None or benchmark.entry in known:
            continue
        near = get_close_matches(benchmark.entry, known, n=1, cutoff=0.6)
        yield Problem(
            code="RA450",
            severity=Severity.ERROR,
            place=document.place(f"{name}.entry"),
            field=f"{name}.entry",
            message=Localized(
                zh=f"目录里没有 {visible(benchmark.entry)}", en=f"there is no entry {visible(benchmark.entry)}"
            ),
            hint=Localized(
                zh=f"是否想写 {near[0]}？" if near else "先加入那个条目，或删去 entry。",
                en=f"Did you mean {near[0]}?" if near else "Add that entry first, or leave entry out.",
            ),
        )
