"""The engine's door: the only file that imports mkdocs. It hands the engine's output to ``rsfm.site``."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from rsfm.locales import Locale
from rsfm.render import Renderer, SiteFacts
from rsfm.site import Engine, publish, renderer_of
from rsfm.site.publish import FRAME_TAIL
from rsfm.store import load

log = logging.getLogger("mkdocs.plugins.rsfm")


class _Build:
    """What one build carries from event to event: the engine calls plain functions and keeps nothing for them."""

    renderer: Renderer
    serving = False


def on_startup(*, command: str, **_: Any) -> None:
    """Remember whether a person is watching: then a bad entry is shown and left out instead of stopping the build."""
    _Build.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the catalog and make its renderer."""
    root = Path(config.config_file_path).parent
    library = load(Path(os.environ.get("RSFM_PAPERS", root / "papers")))
    for problem in library.problems:
        log.info("%s", problem.text(Locale.of_environment()))
    if library.problems and not _Build.serving:
        raise PluginError("papers/ has problems: run “rsfm check”.")
    engine = Engine(
        site=SiteFacts(site_url=config.site_url or "", repo_url=(config.repo_url or "").rstrip("/")),
        templates=(root / "site_src/templates", *map(Path, config.theme.dirs)),
        messages=root / "site_src/messages",
    )
    _Build.renderer = renderer_of(library.catalog(), engine)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the frame of each locale: an ordinary page of the theme whose places are slots."""
    for locale in Locale:
        source = "---\nframe: true\ntitle: frame\nhide: [navigation, toc]\n---\n"
        files.append(File.generated(config, f"{locale}/{FRAME_TAIL.rstrip('/')}.md", content=source))
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Tell the theme the locale of the page, which is its first folder, and to leave room for our own layout."""
    page.meta["locale"] = Locale(page.file.src_uri.split("/", 1)[0])
    page.meta.setdefault("hide", ["navigation", "toc"])
    return markdown


def on_env(env: Any, *, config: MkDocsConfig, **_: Any) -> Any:
    """Give the theme's overrides our words, and our published files to include."""
    renderer = _Build.renderer
    env.loader.searchpath.append(str(config["docs_dir"]))
    env.globals.update(
        t=lambda locale, name: renderer.messages.say(Locale(locale), name),
        confirmed=renderer.confirmed,
        search_results=renderer.search_results,
        locales=tuple(Locale),
        modules=sorted(path.name for path in Path(config.docs_dir, "assets/js").glob("*.js")),
    )
    return env


def on_post_build(config: MkDocsConfig) -> None:
    """Publish the papers."""
    publish(Path(config.site_dir), _Build.renderer, lambda step: log.info("%s", step), strict=not _Build.serving)
