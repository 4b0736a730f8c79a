"""``rsfm results``: take what harnesses publish, and prove that values stand where their sources say."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path

from rsfm import ids
from rsfm.cli import CannotRun
from rsfm.cli.results_files import Files, OfGitHub, OfRepository
from rsfm.cli.results_prove import prove
from rsfm.fetch.faults import Refusal
from rsfm.fetch.github import API_URL
from rsfm.fetch.manners import Manners
from rsfm.fetch.repository_files import RAW_URL
from rsfm.fetch.transport import Transport
from rsfm.github.commands import CommandFailed
from rsfm.model import Handle
from rsfm.problems import visible
from rsfm.results.harnesses import HARNESSES, Taken, Unreadable
from rsfm.results.taking import judged, superseded
from rsfm.store import load, load_beside, write_reruns
from rsfm.store.files import Busy, only_writer


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.epilog = "Exit code: 0 done, 1 a value is not where its source says, 2 refused or cannot run."
    does = parser.add_subparsers(dest="does", required=True, metavar="DOES", parser_class=argparse.ArgumentParser)
    take = does.add_parser("take", help="take the published files of a harness at one commit")
    take.add_argument("harness", choices=sorted(HARNESSES))
    take.add_argument("source", metavar="DIR-OR-URL", help="a clone, or https://github.com/owner/name")
    take.add_argument("--commit", metavar="SHA", help="the commit; of a clone, HEAD where it is left out")
    proof = does.add_parser("prove", help="find every value again at its line")
    proof.add_argument("--only", metavar="PAPER_ID", help="the values of one entry only")
    for each in (take, proof):
        each.add_argument("--raw-url", default=RAW_URL, metavar="URL", help="another server of files")
        each.add_argument("--api-url", default=API_URL, metavar="URL", help="another server of lists of files")


def run(options: argparse.Namespace) -> int:
    """Take or prove, and say what came of it."""
    try:
        transport = Transport(Manners.of_environment(os.environ))
        with only_writer(options.papers):
            if options.does == "take":
                return _take(options, transport)
            return prove(options, transport, load(options.papers).catalog())
    except Unreadable as refused:
        raise CannotRun(f"nothing was taken.\n{refused}") from refused
    except (Busy, CommandFailed, OSError, ValueError) as error:
        raise CannotRun(visible(str(error), 300)) from error


def _take(options: argparse.Namespace, transport: Transport) -> int:
    adapter = HARNESSES[options.harness]
    files = _files(options, transport)
    library = load_beside(options.papers)
    read: list[Taken] = []
    for path in files.matching(adapter.files):
        text = files.text(path)
        if isinstance(text, Refusal):
            raise ConnectionError(f"{path}: {text.detail.en}")
        read.append(adapter.read(path, text, files.commit))
    if not read:
        raise Unreadable(adapter.files, "no such file", "The harness moved its files: find them and mend the adapter.")
    rows = judged([row for taken in read for row in taken.rows], library.benchmarks)
    old = library.harnesses.get(Handle(adapter.name))
    new = superseded(old, adapter, rows, files.commit, datetime.now(UTC).date())
    changed = write_reruns(options.papers, new)
    for reason, count in sorted(sum((taken.left_out for taken in read), start=read[0].left_out.__class__()).items()):
        print(f"left out: {count} ({reason})")
    gone = sum(bool(row.superseded) for row in new.rows)
    state = "" if changed else "; nothing changed"
    print(
        f"{adapter.name}: {len(new.counting)} values of {len({row.model for row in rows})} models, {gone} superseded{state}"
    )
    return 0


def _files(options: argparse.Namespace, transport: Transport) -> Files:
    if repository := ids.repository_of(options.source):
        if not options.commit:
            raise ValueError("name the commit with --commit: a branch moves on, and so would the numbers")
        return OfGitHub(transport, options.api_url, options.raw_url, repository, options.commit)
    return OfRepository(Path(options.source), options.commit)
