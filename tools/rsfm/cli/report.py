"""``rsfm report``: how complete the catalog is, and how its sentences begin."""

from __future__ import annotations

import argparse

from rsfm.locales import Locale
from rsfm.merge import Paper
from rsfm.quality import coverage, gaps, held_against_lists, of_groups, openings
from rsfm.store import load

_SHOWN = 8


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--by", choices=("family", "year"), help="the same for each family or year")


def run(options: argparse.Namespace) -> int:
    """Print the report; return 1 where a floor is not reached."""
    locale = options.locale
    catalog = load(options.papers).catalog()
    papers = catalog.papers
    covered = coverage(papers)
    print(f"{len(papers)} papers")
    for each in covered:
        floor = "" if each.measure.floor is None else f"  (≥ {each.measure.floor} %{'' if each.enough else ' MISSED'})"
        print(f"{each.percent:6.1f} %  {each.known:4}/{each.of:<4}  {each.measure.label.best(locale)}{floor}")
    if options.by:
        for name, part in of_groups(papers, lambda paper: _group(paper, options.by)).items():
            print(f"{name}: " + ", ".join(f"{each.measure.name} {each.percent:.0f} %" for each in part))
    for language in Locale:
        begun = openings(papers, language)[:_SHOWN]
        print(f"{language}: " + ", ".join(f"{text} {100 * count / (2 * len(papers)):.1f} %" for text, count in begun))
    held, lacking_here = held_against_lists(catalog)
    for one in held:
        print(f"{one.percent:6.1f} %  {one.ours:4}/{one.named:<4}  {one.list.name} ({one.list.seen})")
    if lacking_here:
        named = ", ".join(work.work.title for work in lacking_here[:_SHOWN])
        print(f"{len(lacking_here)} works that several lists name are not here; first: {named}")
    lacking = gaps(papers, catalog.named_by)
    print(f"{len(lacking)} papers lack something; first: " + ", ".join(gap.paper.paper_id for gap in lacking[:_SHOWN]))
    return 0 if all(each.enough for each in covered) else 1


def _group(paper: Paper, by: str) -> str:
    return paper.entry.family if by == "family" else str(paper.year)
