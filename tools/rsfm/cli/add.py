"""``rsfm add``: from an id or address to a valid entry with clear blanks; asks only for what cannot be known."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from rsfm.adding.drafting import HEAD, known_values, with_blanks
from rsfm.adding.named import Named
from rsfm.adding.proposals import propose
from rsfm.adding.servers import ServerAnswers, ask
from rsfm.adding.storing import store
from rsfm.cli import Stop, add_locale
from rsfm.cli.add_about import paper_asked_for, what_was_named
from rsfm.cli.add_answers import Interview
from rsfm.cli.add_refusals import REFUSED, not_answered, refuse_faults, refuse_twins
from rsfm.cli.prompts import NoAnswer
from rsfm.export.json_schema import REFERENCE
from rsfm.fetch.manners import Manners, SystemClock
from rsfm.fetch.plan import SOURCES, addresses_of
from rsfm.fetch.transport import Transport
from rsfm.identity import nearly
from rsfm.locales import Locale, Localized
from rsfm.model import VenueState
from rsfm.problems import visible
from rsfm.store import Library, load
from rsfm.store.files import Busy
from rsfm.store.new_entry import entry_text


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("about", nargs="*", metavar="ID-OR-ADDRESS", help="arXiv id or any address of the one paper")
    parser.add_argument("--title", help="its title; with it the verb works without network")
    parser.add_argument("--name", help="what people call it (default: what the title has before its colon)")
    parser.add_argument("--paper-id", metavar="ID", help="name of the file (default: from the name)")
    parser.add_argument("--family", metavar="TERM", help="a term of family in _taxonomy.yml")
    parser.add_argument("--kind", action="append", metavar="TERM", help="a term of kind (repeatable)")
    parser.add_argument("--author", action="append", metavar="NAME", help="an author, in order (repeatable)")
    parser.add_argument("--venue", help="where it appeared: CVPR, IEEE TGRS, arXiv")
    parser.add_argument("--year", help="year of the venue")
    parser.add_argument("--state", choices=list(VenueState), help="state of the venue")
    parser.add_argument("-y", "--yes", action="store_true", help="take every proposal, ask nothing")
    parser.add_argument(
        "--anyway", action="store_true", help="add it although it resembles an entry or shares an address"
    )
    parser.add_argument("--offline", action="store_true", help="ask no server")
    parser.add_argument("--dry-run", action="store_true", help="print the entry, write nothing")
    for source in SOURCES:
        parser.add_argument(
            f"--{source.option}-url", metavar="URL", default=None, help=f"another server (or ${source.variable})"
        )
    add_locale(parser)


def run(options: argparse.Namespace) -> int:
    """Add one paper; return 0 where the entry was written, 1 where it was refused, 2 where nothing could begin."""
    locale = options.locale
    try:
        return _add(options, locale)
    except (NoAnswer, KeyboardInterrupt) as gone:
        # The terminal shows ^C on the line of the question.
        print(end="\n" if isinstance(gone, KeyboardInterrupt) else "", file=sys.stderr)
        raise Stop("已中断，什么也没有写入", "interrupted; nothing was written", REFUSED) from gone
    except Busy as busy:
        raise Stop("另一个 rsfm 正在写入", "another rsfm is writing here") from busy
    except (OSError, ValueError) as error:
        raise Stop(visible(str(error), 300)) from error


def _add(options: argparse.Namespace, locale: Locale) -> int:
    at_terminal = sys.stdin is not None and sys.stdin.isatty() and not options.yes
    given = what_was_named(options.about, locale)
    if at_terminal and not options.title and not {"arxiv_id", "doi"} & {one.field for one in given}:
        given = (*given, *paper_asked_for(locale))
    library = load(options.papers)
    refuse_twins(library, given, [options.title or ""], options)
    answers = _ask(given, options)
    values = known_values(given, answers)
    titles = [title for title in (options.title, values.get("title")) if title]
    refuse_twins(library, [*given, *answers.links, *_as_named(values)], titles, options)
    interview = Interview(options=options, taxonomy=library.taxonomy, locale=locale, at_terminal=at_terminal)
    today = SystemClock().now().date()
    paper_id, text = _entry(interview, library, values, answers, today)
    refuse_faults(library, paper_id, text, answers, options, today)
    if options.dry_run:
        sys.stdout.write(text)
        return 0
    try:
        written = store(options.papers, paper_id, text, answers)
    except FileExistsError:
        raise Stop(f"{paper_id}.yml 已存在", f"{paper_id}.yml exists", REFUSED) from None
    _tell(written, locale)
    return 0


def _as_named(values: dict[str, Any]) -> list[Named]:
    return [Named(field, values[field]) for field in ("arxiv_id", "doi") if field in values]


def _ask(given: Iterable[Named], options: argparse.Namespace) -> ServerAnswers:
    if options.offline or not given:
        return ServerAnswers()
    urls = addresses_of({source.name: getattr(options, f"{source.option}_url") for source in SOURCES}, None, os.environ)
    # Somebody is waiting: a server that does not answer is asked once more, not for minutes.
    manners = replace(Manners.of_environment(os.environ), tries=2, patience=10.0)
    answers = ask(given, urls, lambda: Transport(manners), os.environ.get("GITHUB_TOKEN"))
    of_paper = {one.value.lower() for one in given if one.field in {"arxiv_id", "doi"}}
    for key in answers.missing:
        raise Stop(f"服务器没有 {key}：请核对编号", f"the server does not have {key}: compare the id", REFUSED)
    for key, refused in answers.refused.items():
        if key in of_paper and not options.title:
            raise not_answered(key, refused)
    return answers


def _entry(
    interview: Interview, library: Library, values: dict[str, Any], answers: ServerAnswers, today: date
) -> tuple[str, str]:
    """Settle what is not known, and return the paper_id and the text of the entry."""
    options, locale = interview.options, interview.locale
    title = interview.text("title", values.get("title", ""), "", Localized(zh="标题", en="Title"))
    abstract = answers.snapshot.abstract if answers.snapshot else ""
    proposals = propose(title, abstract or "", library.taxonomy)
    if not proposals.name and (code := values.get("links", {}).get("code")):
        proposals = replace(proposals, name=code[0].rpartition("/")[2])
    name = interview.name(proposals)
    there = {path.name for path in options.papers.iterdir()}
    paper_id = interview.paper_id(name, lambda one: f"{one}.yml" in there)
    family, kinds = interview.family(proposals.family), interview.kinds(proposals.kinds)
    venue = interview.venue(values.get("venue"), values.get("doi", ""))
    interview.finish()
    source = answers.snapshot or answers.publication
    settled = {
        **values,
        "title": title,
        "name": name,
        "family": family,
        "kinds": list(kinds),
        "venue": venue,
        "added": today,
        "verified": today,
    }
    if options.author:
        settled["authors"] = options.author
    if source and source.title != title and nearly(source.title, title):
        settled["other_titles"] = [source.title]
    return paper_id, entry_text(with_blanks(settled, answers, proposals, locale), [REFERENCE, HEAD.best(locale)])


def _tell(written: list[Path], locale: Locale) -> None:
    entry, *others = written
    zh = locale is Locale.ZH
    print(f"{'已写入' if zh else 'written'}: {entry}")
    for path in others:
        print(f"{'已保存' if zh else 'stored'}: {path}")
    print("接下来：补上文件里的空白，然后" if zh else "Next: fill in the blanks of the file, then")
    # Where the command was found beside the project, and not on the path, people must type it so again.
    me = sys.argv[0] if Path(sys.argv[0]).name == "rsfm" else "rsfm"
    print(f"  {me} check {entry}\n  {me} serve")
