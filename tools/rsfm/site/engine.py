"""What the engine left in its folder: articles as ``site_src/overrides/main.html`` hands them over, and the theme's styles.

The only place that knows an engine's output. Another engine that reads Markdown and fills the same template will do.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from rsfm.locales import Locale
from rsfm.render import Article
from rsfm.site.styles import lend

STYLES = "assets/css/material.css"
"""Where the styles that the theme lends are published."""

_LEFTOVERS = ("assets/javascripts", "assets/stylesheets", "assets/images/favicon.png", "sitemap.xml", "sitemap.xml.gz")
"""What the engine and its theme publish and our pages do not use."""


def take_articles(folder: Path) -> list[Article]:
    """Return the articles in ``folder``, in order, whose files will be written again as pages.

    Raises ValueError where a file is not what the template makes.
    """
    return [
        _article(file, locale, file.parent.relative_to(folder / locale).as_posix())
        for locale in Locale
        for file in sorted((folder / locale).rglob("index.html"))
    ]


def _article(file: Path, locale: Locale, place: str) -> Article:
    tail = "" if place == "." else f"{place}/"
    try:
        return Article(locale=locale, tail=tail, **json.loads(file.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise ValueError(f"{locale}/{tail}index.html: the engine left no article there ({error})") from error


def take_styles(folder: Path) -> None:
    """Keep of the theme's styles what our pages use, in one file, and drop what else the engine left there."""
    lent = folder / "assets/stylesheets"
    sheets = [file for name in ("main", "palette") for file in sorted(lent.glob(f"{name}.*.css"))]
    if not sheets:
        raise ValueError(f"the theme left no styles in {lent}")
    text = "".join(lend(sheet.read_text(encoding="utf-8")) for sheet in sheets)
    (folder / STYLES).write_text(text, encoding="utf-8", newline="\n")
    for name in _LEFTOVERS:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
