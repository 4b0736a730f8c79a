"""``rsfm export``: the catalog as an awesome list, its changes, or every file that the site has for programs."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from rsfm.cli import CannotRun, refusing
from rsfm.cli.narrowing import add_facets, narrowed
from rsfm.export import EXPORTS, RELEASED
from rsfm.export.awesome import Languages, awesome
from rsfm.export.changelog import changelog
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.site.folder import SiteFolder
from rsfm.store import load
from rsfm.store.files import replace_text

_WHAT = "a list in Markdown, what changed in the data, or all files into a folder"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what only this verb understands."""
    parser.add_argument("what", choices=("awesome", "changelog", "files"), help=_WHAT)
    parser.add_argument("--output", type=Path, metavar="PATH", help="the file, or the folder; default: standard output")
    parser.add_argument("--language", type=Languages, choices=list(Languages), default=Languages.BOTH)
    parser.add_argument("--since", default="", metavar="DATE", help="of the changelog: what is newer")
    parser.add_argument("--release", action="store_true", help="of all files: those of a release, too (takes pyarrow)")
    parser.add_argument("--site-url", default="", metavar="URL", help="the address of the site that links lead to")
    add_facets(parser)


def run(options: argparse.Namespace) -> int:
    """Write it; return 2 where it cannot be done."""
    catalog = load(options.papers).catalog()
    if options.what == "files":
        return _files(catalog, options)
    with refusing(ValueError):
        if options.what == "changelog":
            locale = Locale.ZH if options.language is Languages.ZH else Locale.EN
            text = changelog(catalog, locale, date.fromisoformat(options.since) if options.since else None)
        else:
            text = awesome(narrowed(catalog, options), catalog, options.language, options.site_url)
    try:
        if options.output:
            replace_text(options.output, text)
        else:
            sys.stdout.write(text)
    except OSError as fault:
        raise CannotRun(f"{fault.filename or options.output}: {fault.strerror}") from fault
    return 0


def _files(catalog: Catalog, options: argparse.Namespace) -> int:
    if not options.output:
        raise CannotRun("say with --output into which folder.")
    folder = SiteFolder(options.output)
    for export in EXPORTS.values():
        folder.write_all(export.files(catalog, options.site_url))
    if options.release:
        try:
            for files in RELEASED.values():
                for path, data in files(catalog):
                    folder.write_bytes(path, data)
        except ModuleNotFoundError as lacking:
            raise CannotRun(f"{lacking.name} is not installed: pip install '.[parquet]'") from lacking
    count = len(EXPORTS) + len(RELEASED) * options.release
    print(f"{options.output}: {count} exports of {len(catalog.papers)} papers")
    return 0
