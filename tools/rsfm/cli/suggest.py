"""``rsfm suggest``: read a pull request as data, and write what there is to say below its lines."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rsfm.cli import refusing
from rsfm.fetch import arxiv
from rsfm.fetch.manners import Manners
from rsfm.fetch.plan import SourceName, addresses_of
from rsfm.fetch.transport import Transport
from rsfm.github.changed_entries import ChangedEntry, MovedOn, changed_entries
from rsfm.github.commands import CommandFailed, Commands
from rsfm.github.pull_request import PullRequest
from rsfm.github.suggestions import as_review, comments_on
from rsfm.model import ArxivId, Snapshot
from rsfm.store import Library, load, nothing_collected, read_entry


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("--event", type=Path, required=True, metavar="FILE", help="what GitHub says started the run")
    parser.add_argument("--output", type=Path, required=True, metavar="FILE", help="where the review goes, as JSON")
    parser.add_argument("--arxiv-url", metavar="URL", default=None, help="another server (or $RSFM_ARXIV_URL)")


@nothing_collected()
def run(options: argparse.Namespace) -> int:
    """Write the review where there is something to say, and say so; return 2 where that could not be found out."""
    with refusing(OSError, ValueError, KeyError, TypeError, CommandFailed):
        pull = PullRequest.of_event(json.loads(options.event.read_text(encoding="utf-8")))
        papers = options.papers.resolve()
        try:
            changed = changed_entries(Commands(papers.parent), pull, papers.name)
        except MovedOn:
            print("The pull request has moved on: its next run says what there is to say.")
            return 0
        library = load(options.papers)
        library, missing = _with_arxiv(library, changed, options.arxiv_url)
        review = as_review([comment for entry in changed for comment in comments_on(entry, library, missing)])
        if review:
            options.output.write_text(json.dumps(review, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{len(review['comments'])} comments." if review else "Nothing to say.")
    return 0


def _with_arxiv(library: Library, changed: Iterable[ChangedEntry], url: str | None) -> tuple[Library, set[str]]:
    """Return the library with what arXiv says of papers that are new to it, and the ids that arXiv does not have.

    A snapshot may come along in the pull request, but it is what its author's machine wrote: arXiv itself is asked.
    Where it does not answer, there is nothing to say about it.
    """
    values = (read_entry(entry.path, entry.data, library.taxonomy).values.get("arxiv_id") for entry in changed)
    unknown = [ArxivId(value) for value in dict.fromkeys(filter(None, values)) if value not in library.snapshots]
    if not unknown:
        return library, set()
    addresses = addresses_of({SourceName.ARXIV: url}, [SourceName.ARXIV], os.environ)
    transport = Transport(Manners.of_environment(os.environ))
    answers = dict(arxiv.ask_for_all(transport, addresses[SourceName.ARXIV], unknown))
    found = {key: answer for key, answer in answers.items() if isinstance(answer, Snapshot)}
    missing = {str(key) for key, answer in answers.items() if answer is None}
    return replace(library, snapshots={**library.snapshots, **found}), missing
