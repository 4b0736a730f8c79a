"""The command line: one verb per thing a person wants done, one module per verb."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from pathlib import Path

from rsfm.cli import (
    add,
    adopt,
    announce,
    build,
    check,
    discover,
    fetch,
    forms,
    freshness,
    import_list,
    intake,
    links,
    propose,
    recall,
    review,
    schema,
    serve,
    verify,
)

VERBS = (
    add,
    check,
    serve,
    build,
    verify,
    import_list,
    fetch,
    links,
    discover,
    schema,
    forms,
    intake,
    review,
    freshness,
    adopt,
    recall,
    propose,
    announce,
)
"""Each verb's module has ``NAME``, ``HELP``, ``add_options(parser)`` and ``run(options) -> exit code``."""

CANNOT_RUN = 2
"""Exit code where a command could not begin: 0 is clean, 1 says that something was found."""

_CANNOT_WRITE = frozenset([errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EPIPE, errno.EBADF])
"""What writing to standard output fails with, on a full device or a closed one."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 clean, 1 problems, 2 cannot run."""
    parser = argparse.ArgumentParser(prog="rsfm", description="RSFM Atlas: check, fetch and build the catalog.")
    parser.add_argument("--papers", type=Path, default=Path("papers"), metavar="DIR", help="the catalog's folder")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb in VERBS:
        verb_parser = verbs.add_parser(verb.NAME, help=verb.HELP, description=verb.HELP)
        verb.add_options(verb_parser)
        verb_parser.set_defaults(run=verb.run)
    options = parser.parse_args(arguments)
    if not (options.papers / "_taxonomy.yml").is_file():
        print(f"rsfm: {options.papers}/_taxonomy.yml does not exist: run this in the repository.", file=sys.stderr)
        return CANNOT_RUN
    if sys.stdout is None:
        print("rsfm: standard output is closed.", file=sys.stderr)
        return CANNOT_RUN
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except OSError as fault:
        if fault.filename is not None or fault.errno not in _CANNOT_WRITE:
            raise
        print(f"rsfm: cannot write: {fault.strerror}", file=sys.stderr)
        # Without this Python would try once more at exit, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return CANNOT_RUN
    return code
