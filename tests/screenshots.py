"""Takes the pictures of the README from the built site: ``make screenshots``."""

from __future__ import annotations

import shlex
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from browser.conftest import PREFIX, serve
from invented import papers_folder

PROJECT = Path(__file__).resolve().parent.parent
PICTURES = (
    ("docs/home-en.png", "en/", 1280, 900, "light"),
    ("docs/home-zh.png", "zh/", 1280, 900, "light"),
    ("docs/paper-zh-dark.png", "zh/papers/remoteclip/", 1280, 900, "dark"),
    ("docs/search-en.png", "en/search/?q=CLIP", 1280, 900, "light"),
    ("docs/phone-en.png", "en/papers/geochat/", 360, 780, "light"),
    ("docs/phone-zh-dark.png", "zh/", 360, 780, "dark"),
)

SPOILT = """\
name: TerraLens
title: "TerraLens: A Model for Learning the Format"
family: visuel
kinds: model
venue: {name: arXiv, year: 2023, state: preprint}
arxiv_id: 2410.0716
links: {code: "https://github.com/example/terralens/"}
added: 2026-11-21
verified: 2026-11-21
"""
ADD = ["add", "--offline", "--title", "TerraLens: A Visual Foundation Model for Remote Sensing", "--family", "visual"]
ADD += ["--kind", "model", "--author", "Ada Example", "--venue", "CVPR", "--year", "2026", "--yes"]


def terminal(page: Page, commands: list[tuple[str, str]], name: str) -> None:
    """Save a picture of a terminal in which ``commands`` were typed and answered."""
    shown = "".join(f"<b>$ {escape(typed)}</b>\n{escape(answer)}\n" for typed, answer in commands)
    style = "margin:0;padding:20px;width:max-content;background:#0c151c;color:#e4edf3;font:14px/1.5 monospace"
    page.set_content(f'<pre style="{style}">{shown}</pre>')
    page.locator("pre").screenshot(path=PROJECT / name)
    print(name)


def answer(papers: Path, *words: str) -> str:
    """Return what ``rsfm`` prints for ``words`` in the catalog ``papers``."""
    command = [sys.executable, "-m", "rsfm", "--papers", papers.name, *words, "--locale", "en"]
    return subprocess.run(command, cwd=papers.parent, capture_output=True, text=True, check=False).stdout


def main() -> None:
    """Visit each page and save what a reader sees first."""
    server = serve(PROJECT / "site")
    base = f"http://127.0.0.1:{server.server_port}{PREFIX}/"
    with sync_playwright() as playwright:
        executable = (PROJECT / ".cache/chromium").read_text().strip()
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, path, width, height, scheme in PICTURES:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(base + path)
            page.wait_for_load_state("networkidle")
            (PROJECT / name).parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=PROJECT / name)
            page.close()
            print(name)
        with tempfile.TemporaryDirectory() as folder:
            papers = papers_folder(Path(folder), {"terralens": SPOILT})
            page = browser.new_page(viewport={"width": 1400, "height": 900})
            terminal(page, [("rsfm check", answer(papers, "check"))], "docs/check.png")
            (papers / "terralens.yml").unlink()
            typed = " ".join(shlex.quote(word) for word in ADD)
            added = answer(papers, *ADD)
            written = (papers / "terralens.yml").read_text(encoding="utf-8")
            terminal(page, [(f"rsfm {typed}", added), ("cat papers/terralens.yml", written)], "docs/add.png")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
