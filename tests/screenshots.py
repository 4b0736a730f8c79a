"""Takes the pictures of the README and of link previews from the built site: ``make screenshots``."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import sync_playwright

from browser.conftest import PREFIX, serve

PROJECT = Path(__file__).resolve().parent.parent
PICTURES = (
    ("docs/home-en.png", "en/", 1280, 900, "light"),
    ("docs/home-zh.png", "zh/", 1280, 900, "light"),
    ("docs/paper-zh-dark.png", "zh/papers/remoteclip/", 1280, 900, "dark"),
    ("docs/search-en.png", "en/search/?q=CLIP", 1280, 900, "light"),
    ("docs/phone-en.png", "en/papers/geochat/", 360, 780, "light"),
    ("docs/phone-zh-dark.png", "zh/", 360, 780, "dark"),
    ("site_src/docs/assets/images/preview.png", "en/", 1200, 630, "light"),
)


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
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
