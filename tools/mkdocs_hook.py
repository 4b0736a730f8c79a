"""The engine's door: the only file that imports mkdocs, which turns Markdown into articles; ``rsfm.site`` does the rest.

``rsfm build`` calls ``write_articles``. ``mkdocs serve`` and ``mkdocs build`` call the ``on_…`` events instead.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme prints an advertisement otherwise

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError

from rsfm.locales import Locale
from rsfm.render import SiteFacts
from rsfm.site import SiteSource, publish
from rsfm.site.published_files import refuse_unpublishable
from rsfm.store import load

log = logging.getLogger("mkdocs.plugins.rsfm")


class _Run:
    """What the engine says once, and its later events need."""

    serving = False


class EngineError(Exception):
    """The engine could not make the articles; its messages say why."""


def write_articles(config_file: Path, folder: Path) -> SiteSource:
    """Let the engine write the articles, the theme's styles and the published files into ``folder``.

    Raises EngineError, with every warning of the engine, where it is not content, and ValueError where something among
    the published files may not be published.
    """
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config = load_config(str(config_file), site_dir=str(folder), hooks=[])
        refuse_unpublishable(Path(config.docs_dir))  # the engine would follow links, and wait at a pipe for ever
        build(config)
    except (Abort, MkDocsException) as error:
        raise EngineError("\n".join((*warnings.said, str(error)))) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)
    return _source(config)


class _Warnings(logging.Handler):
    """Keeps what the engine warns of."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def _source(config: MkDocsConfig) -> SiteSource:
    site = SiteFacts(site_url=config.site_url or "", repo_url=(config.repo_url or "").rstrip("/"))
    return SiteSource.of_project(Path(config.config_file_path).parent, site)


def on_startup(*, command: str, **_: Any) -> None:
    """Remember whether a person is watching: then a bad entry is shown and left out instead of stopping the build."""
    _Run.serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Refuse what may not be published, before the engine reads it."""
    try:
        refuse_unpublishable(Path(config.docs_dir))
    except ValueError as error:
        raise PluginError(str(error)) from error


def on_post_build(config: MkDocsConfig) -> None:
    """Publish the catalog around the articles that the engine has just written."""
    root = Path(config.config_file_path).parent
    library = load(Path(os.environ.get("RSFM_PAPERS", root / "papers")))
    for problem in library.problems:
        log.info("%s", problem.text(Locale.of_environment()))
    if library.problems and not _Run.serving:
        raise PluginError("papers/ has problems: run “rsfm check”.")
    say = lambda step: log.info("%s", step)  # noqa: E731
    publish(Path(config.site_dir), library.catalog(), _source(config), say, strict=not _Run.serving)
