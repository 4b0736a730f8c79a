"""Why ``rsfm add`` does not add: the catalog has the paper, or the entry would break a rule."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rsfm.checks import check_entry
from rsfm.contribute.named import Named
from rsfm.contribute.same import WHAT, Twin, twins
from rsfm.contribute.servers import Answers
from rsfm.locales import Locale, Localized
from rsfm.problems import Severity, visible
from rsfm.store import Library, read_entry

DONE, REFUSED, CANNOT_RUN = 0, 1, 2
"""Exit codes: written; refused with a reason; could not begin."""


class Stop(Exception):
    """The verb ends here; the message says why."""

    def __init__(self, code: int, zh: str, en: str) -> None:
        super().__init__(en)
        self.code = code
        self.message = Localized(zh=zh, en=en)


def refuse_twins(library: Library, given: Iterable[Named], titles: list[str], options: argparse.Namespace) -> None:
    """Stop where an entry has the id, DOI, title or an address of the paper; ``--anyway`` allows what is not certain.

    Raises Stop, which shows the entry.
    """
    by_field = {one.field: one.value for one in given}
    urls = [one.value for one in given if one.field.startswith("links.")]
    found = twins(library, arxiv_id=by_field.get("arxiv_id", ""), doi=by_field.get("doi", ""), titles=titles, urls=urls)
    for twin in found:
        if twin.certain or not options.anyway:
            raise _already(twin)


def _already(twin: Twin) -> Stop:
    path, what = twin.file.document.path, WHAT[twin.what]
    title = visible(str(twin.file.values.get("title", "")), 200)
    venue = " ".join(str(twin.file.values.get(f"venue.{part}", "")) for part in ("name", "year"))
    shown = f"\n  {title}\n  {visible(venue)}\n"
    return Stop(
        REFUSED,
        f"图谱里已有：{path} 有{what.zh} {visible(twin.value, 200)}{shown}"
        + ("要改正它，请编辑这个文件。" if twin.certain else "若是另一篇论文，加 --anyway。"),
        f"the catalog has it: {path} has {what.en} {visible(twin.value, 200)}{shown}"
        + ("To correct it, edit that file." if twin.certain else "If it is another paper, add --anyway."),
    )


def refuse_faults(
    library: Library, paper_id: str, text: str, answers: Answers, options: argparse.Namespace, today: date
) -> None:
    """Print what the rules say of the entry. Raises Stop where one of it is an error."""
    locale = options.locale or Locale.of_environment()
    file = read_entry(f"{options.papers.name}/{paper_id}.yml", text.encode(), library.taxonomy)
    if snapshot := answers.snapshot:
        library = replace(library, snapshots={**library.snapshots, snapshot.arxiv_id: snapshot})
    problems = check_entry(library, file, today)
    for problem in problems:
        print(problem.text(locale), file=sys.stderr)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Stop(REFUSED, "条目会有错误，没有写入", "the entry would have errors; nothing was written")
