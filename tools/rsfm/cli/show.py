"""``rsfm show``: everything that is known of one or a few papers."""

from __future__ import annotations

import argparse
import sys

from rsfm.cli import CannotRun
from rsfm.cli.printing import add_format, facts_side_by_side, printed
from rsfm.export.api import canonical
from rsfm.export.api.record import record
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import PaperId
from rsfm.problems import visible
from rsfm.store import load


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("paper_ids", nargs="+", metavar="PAPER_ID", help="as in rsfm list, or the name of a model")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print it; return 2 where there is no such paper."""
    catalog = load(options.papers).catalog()
    papers = [paper_called(catalog, text) for text in options.paper_ids]
    if options.format == "json":
        sys.stdout.write("".join(canonical(record(paper, catalog)) for paper in papers))
    elif options.format == "table":
        sys.stdout.write("\n".join(_told(paper) for paper in papers))
    else:
        sys.stdout.write(printed(papers, options.format))
    return 0


def paper_called(catalog: Catalog, text: str) -> Paper:
    """Return the paper with this paper_id, now or formerly, or with this name, alias, arXiv id or DOI, whatever the case.

    Raises CannotRun.
    """
    if paper := catalog.by_any_id.get(PaperId(text)):
        return paper
    for paper in catalog.papers:
        entry = paper.entry
        if text.lower() in {
            name.lower()
            for name in (entry.name, *entry.aliases, *entry.former_ids, entry.arxiv_id or "", entry.doi or "")
        }:
            return paper
    raise CannotRun(f"no paper is called “{visible(text, 80)}”; try rsfm search.")


def _told(paper: Paper) -> str:
    locale = Locale.of_environment()
    lines = [paper.entry.title, ", ".join(paper.authors)]
    prose = paper.entry.prose
    if prose and prose.one_line:
        lines.append(prose.one_line.text.best(locale))
    lines += ["", facts_side_by_side([paper])]
    lines += [f"{what}  {url}" for what, urls in paper.addresses.items() for url in urls]
    return "\n".join(line if line == lines[-1] or "\n" in line else visible(line, 2000) for line in lines) + "\n"
