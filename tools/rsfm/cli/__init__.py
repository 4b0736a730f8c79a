"""The command line: one verb per thing a person wants done, one module per verb."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from rsfm.locales import Locale, Localized

VERBS = {
    "add": "add a paper by its arXiv id, or any arXiv, DOI, GitHub or Hugging Face address",
    "check": "report every problem in papers/",
    "serve": "show the site on this machine and follow edits",
    "build": "build the site into site/",
    "report": "tell how complete the catalog is",
    "verify": "prove that the built site is whole",
    "list": "list the papers that fit, as a table, JSON, BibTeX or CSV",
    "show": "show everything that is known of a paper",
    "search": "find the papers whose text has some words",
    "compare": "put the facts of a few papers side by side",
    "export": "write the catalog as an awesome list, or all files for programs",
    "import": "read an awesome-style Markdown list: drafts of its new papers, and a report of what is wrong with it",
    "fetch": "refresh what arXiv, Crossref and GitHub say of the papers",
    "links": "see whether the outside addresses of every entry still lead somewhere",
    "results": "take what harnesses publish, and prove that values stand where their sources say",
    "discover": "rank new papers of arXiv for a curator",
    "schema": "write the JSON Schema of an entry",
    "forms": "write the issue forms from the taxonomy and the model",
    "intake": "turn the answers to an issue form into an entry, and write the reply",
    "review": "sum up what differs from an earlier state of papers/",
    "suggest": "write what there is to suggest below the lines of a pull request (for the workflow)",
    "comment": "post what rsfm suggest wrote (for the workflow)",
    "history": "write down what happened to papers/ since the last time (for the nightly run)",
    "freshness": "tell whether the oldest confirmed date is recent enough",
    "adopt": "take over what another copy of papers/ learnt from servers",
    "recall": "take over what the last nightly run learnt (for the nightly run)",
    "propose": "open or renew the pull request of changed facts (for the nightly run)",
    "announce": "open or renew the issue of a topic (for the nightly run)",
}
"""What each verb does. The module of its name has ``add_options(parser)`` and ``run(options) -> exit code``."""

CANNOT_RUN = 2
"""Exit code where a command could not begin: 0 is clean, 1 says that something was found."""

_CANNOT_WRITE = frozenset([errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EPIPE, errno.EBADF])
"""What writing to standard output fails with, on a full device or a closed one."""


class CannotRun(Exception):
    """A command cannot begin or go on; its text says why."""


class Stop(Exception):
    """A command ends here, with an exit code; the message says why in the language of whoever started it."""

    def __init__(self, zh: str, en: str | None = None, code: int = CANNOT_RUN) -> None:
        """One text is enough where there are no words in it."""
        super().__init__(en or zh)
        self.code = code
        self.message = Localized(zh=zh, en=en)


@contextmanager
def refusing(*errors: type[Exception]) -> Iterator[None]:
    """Make ``errors`` of what lies inside the reason why the command cannot run."""
    try:
        yield
    except errors as error:
        raise CannotRun(str(error)) from error


def add_locale(parser: argparse.ArgumentParser, of: str = "messages") -> None:
    """Add the flag that says in which language ``of`` is; without it the environment says so."""
    # Once the verb of that name is imported, ``list`` is its module here.
    parser.add_argument("--locale", type=Locale, choices=[*Locale], default=None, help=f"language of the {of}")


def add_to_step_summary(text: Callable[[], str]) -> None:
    """Add a text to the summary of a step of GitHub Actions, if this is one. Raises OSError."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(path).open("a", encoding="utf-8") as summary:
            summary.write(text())


def module_of(verb: str) -> ModuleType:
    """Import the module of ``verb``; ``import`` is a word of Python's, so that one is called otherwise."""
    return import_module(f"rsfm.cli.{'import_list' if verb == 'import' else verb}")


class _VerbParser(argparse.ArgumentParser):
    """Imports its verb once that is asked for: all of them bring libraries that take longer than most work."""

    def parse_known_args(self, *given: Any, **named: Any) -> Any:
        verb = module_of(self.prog.rpartition(" ")[2])
        verb.add_options(self)
        self.set_defaults(run=verb.run)
        return super().parse_known_args(*given, **named)


def ended(options: argparse.Namespace, run: Callable[[], int]) -> int:
    """Run a verb and return its exit code; where it cannot go on, say why."""
    try:
        code = run()
        sys.stdout.flush()
    except CannotRun as reason:
        print(f"rsfm {options.verb}: {reason}", file=sys.stderr)
        return CANNOT_RUN
    except Stop as stop:
        print(f"rsfm: {stop.message.best(options.locale)}", file=sys.stderr)
        return stop.code
    except OSError as fault:
        if fault.filename is not None or fault.errno not in _CANNOT_WRITE:
            raise
        print(f"rsfm: cannot write: {fault.strerror}", file=sys.stderr)
        # Without this Python would try once more at exit, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return CANNOT_RUN
    return code


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 problems, 2 cannot run."""
    parser = argparse.ArgumentParser(prog="rsfm", description="RSFM Atlas: check, fetch and build the catalog.")
    parser.add_argument("--papers", type=Path, default=Path("papers"), metavar="DIR", help="the catalog's folder")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_VerbParser)
    for verb, does in VERBS.items():
        verbs.add_parser(verb, help=does, description=does)
    options = parser.parse_args(arguments)
    options.locale = getattr(options, "locale", None) or Locale.of_environment()
    if not (options.papers / "_taxonomy.yml").is_file():
        print(f"rsfm: {options.papers}/_taxonomy.yml does not exist: run this in the repository.", file=sys.stderr)
        return CANNOT_RUN
    if sys.stdout is None:
        print("rsfm: standard output is closed.", file=sys.stderr)
        return CANNOT_RUN
    # A terminal that cannot show a character gets its number rather than a traceback.
    for stream, errors in ((sys.stdout, "backslashreplace"), (sys.stderr, "backslashreplace"), (sys.stdin, "replace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=errors)
    return ended(options, lambda: options.run(options))
