"""What any engine leaves for the site to be made from."""

import json
from pathlib import Path

from conftest import PROJECT
from rsfm.locales import Locale


def left_by_engine(folder: Path, content_html: str = "<h1>Home</h1><!-- rsfm:exports -->") -> None:
    """What any engine leaves: an article in each language, styles, and the published files."""
    for locale in Locale:
        for place in ("", "search/", "families/", "years/", "favourites/", "contribute/", "about/", "data/"):
            (folder / locale / place).mkdir(parents=True, exist_ok=True)
            told = {"title": "Home", "description": "", "menu": None, "content_html": content_html}
            (folder / locale / place / "index.html").write_text(json.dumps(told))
    (folder / "assets/stylesheets").mkdir(parents=True)
    (folder / "assets/stylesheets/main.1.css").write_text(".md-typeset h1{color:red}.md-header{color:blue}")
    for file in (PROJECT / "site_src/docs/assets").rglob("*.*"):
        target = folder / "assets" / file.relative_to(PROJECT / "site_src/docs/assets")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
