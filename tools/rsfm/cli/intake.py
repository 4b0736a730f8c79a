"""``rsfm intake``: turn the answers to an issue form into an entry, and write the reply."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from rsfm.adding.named import Named
from rsfm.adding.servers import ServerAnswers, ask
from rsfm.adding.storing import store
from rsfm.cli import refusing
from rsfm.fetch.manners import Manners
from rsfm.fetch.plan import SourceName, addresses_of
from rsfm.fetch.transport import Transport
from rsfm.forms import Outcome, Sender, take_in, wanted_arxiv_id
from rsfm.model import ArxivId
from rsfm.store import load, mend_entry
from rsfm.store.files import Busy

_LARGEST = 1 << 20


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("body", metavar="FILE", help="the text of the issue; - for the input")
    parser.add_argument("--issue", type=int, required=True, metavar="NUMBER", help="the number of the issue")
    parser.add_argument("--title", default="", metavar="TEXT", help="the title of the issue")
    parser.add_argument("--author", default="", metavar="LOGIN", help="who wrote it")
    parser.add_argument("--author-id", default="", metavar="NUMBER", help="the number of that account")
    parser.add_argument("--output", type=Path, required=True, metavar="DIR", help="where reply.md and the rest go")
    parser.add_argument("--fetch", action="store_true", help="ask arXiv about the paper first")
    parser.add_argument("--arxiv-url", metavar="URL", default=None, help="another server (or $RSFM_ARXIV_URL)")


def run(options: argparse.Namespace) -> int:
    """Write the reply, and the entry where nothing is wrong; return 0 then, 1 where something is, 2 where it cannot."""
    with refusing(OSError, ValueError, Busy):
        data = sys.stdin.buffer.read(_LARGEST) if options.body == "-" else Path(options.body).read_bytes()[:_LARGEST]
        body = data.decode("utf-8", errors="replace")
        library = load(options.papers)
        arxiv_id = wanted_arxiv_id(body, library) if options.fetch else None
        answers = _ask(arxiv_id, options.arxiv_url) if arxiv_id else ServerAnswers()
        if arxiv_id and answers.snapshot:
            library = replace(library, snapshots={**library.snapshots, ArxivId(arxiv_id): answers.snapshot})
        outcome = take_in(
            body,
            library,
            issue=options.issue,
            sender=Sender(login=options.author, number=options.author_id),
            title=options.title,
            today=date.today(),
            unknown=bool(answers.missing),
        )
        _write(options.output, outcome)
        if not outcome.paper_id:
            return 1
        if outcome.is_new:
            store(options.papers, outcome.paper_id, outcome.text, answers)
        else:
            (file,) = (f for f in library.files if f.path and f.path.name == f"{outcome.paper_id}.yml")
            mend_entry(file, outcome.text)
    return 0


def _ask(arxiv_id: str, url: str | None) -> ServerAnswers:
    """Ask arXiv; where it does not answer the entry is judged without, and the nightly run makes up for it."""
    addresses = addresses_of({SourceName.ARXIV: url}, [SourceName.ARXIV], os.environ)
    manners = Manners.of_environment(os.environ)
    return ask([Named("arxiv_id", arxiv_id)], addresses, lambda: Transport(manners), None)


def _write(folder: Path, outcome: Outcome) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    files = {"reply.md": outcome.reply}
    if outcome.paper_id:
        files |= {"title.txt": outcome.title, "commit.txt": outcome.commit, "description.md": outcome.description}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
