"""What opens over a paper's page: sharing with a QR code, and the sheet of keys; and the page on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import OpenPage

NO_SHEET = "delete Navigator.prototype.share;"
COPIES = "Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (t) => { window.copied = t; } } });"
REFUSES = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"


def share_menu(page: Page, word: str = "Share") -> None:
    page.locator("rsfm-share summary", has_text=word).click()


def test_sharing_uses_the_sheet_of_the_system(open_page: OpenPage, base: str):
    page = open_page("en/papers/geochat/?q=", script="navigator.share = async (what) => { window.shared = what; }")
    share_menu(page)
    page.get_by_role("button", name="Send with").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == f"{base}en/papers/geochat/"
    assert shared["title"] == "GeoChat"
    assert shared["text"].startswith("A conversational model")
    page.evaluate("() => { navigator.share = async () => { throw new DOMException('', 'AbortError'); }; }")
    page.get_by_role("button", name="Send with").click()
    expect(page.locator("rsfm-share [role=status]")).to_be_empty()


def test_sharing_copies_the_link_with_or_without_the_title(open_page: OpenPage, base: str):
    page = open_page("zh/papers/geochat/", script=NO_SHEET + COPIES)
    share_menu(page, "分享")
    expect(page.get_by_role("button", name="发送到")).to_be_hidden()
    page.get_by_role("button", name="复制标题和链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()
    assert page.evaluate("window.copied") == f"GeoChat – {base}zh/papers/geochat/"
    expect(page.get_by_role("link", name="邮件")).to_have_attribute(
        "href", re.compile("^mailto:[?]subject=GeoChat&body=")
    )
    page.keyboard.press("Escape")
    expect(page.locator("rsfm-share summary")).to_be_focused()
    expect(page.get_by_role("button", name="复制标题和链接")).to_be_hidden()


def test_sharing_shows_the_link_where_nothing_can_be_copied(open_page: OpenPage, base: str):
    page = open_page("en/papers/geochat/", script=NO_SHEET + REFUSES + "document.execCommand = () => false;")
    share_menu(page)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_label("Copy this link:")).to_have_value(f"{base}en/papers/geochat/")


def test_in_the_browser_of_wechat_two_taps_copy_the_link(open_page: OpenPage):
    page = open_page(
        "zh/papers/geochat/", script=NO_SHEET + REFUSES, user_agent="Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0"
    )
    share_menu(page, "分享")
    expect(page.get_by_text("在微信里：点右上角“···”")).to_be_visible()
    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_text("链接已复制")).to_be_visible()


CODE = """
1fda47f 105ff41 175945d 174475d 175e45d 104e041 1fd557f 0007000 13fb297 199679e 164b249 1696e0f
056f1c1 1494e32 1ac378f 1582d15 177c7f6 0017312 1fd2959 1055512 1751bfb 175086b 1741917 10484f7
1fd9fc9
"""
"""The rows of a code as the package ``qrcode`` 8.2 draws it, each as a number of 25 bits."""


def test_the_qr_code_is_exact(open_page: OpenPage):
    page = open_page("en/papers/geochat/")
    share_menu(page)
    expect(page.locator("svg.qr")).to_have_attribute("viewBox", re.compile(r"^0 0 (\d+) \1$"))
    expect(page.locator("svg.qr path")).not_to_have_attribute("d", "")
    code = "text => import(new URL('../../../assets/js/qr.js', location.href)).then(m => m.qrCode(text)?.map(row => row.map(Number).join('')))"
    rows = page.evaluate(code, "http://127.0.0.1/遥感")
    assert [int(row, 2) for row in rows] == [int(row, 16) for row in CODE.split()]
    assert len(page.evaluate(code, "z" * 666)) == 97
    assert page.evaluate(code, "z" * 667) is None


def test_keys_lead_around_and_are_shown_and_can_be_turned_off(open_page: OpenPage, base: str):
    page = open_page("en/papers/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("main .card__name a").nth(1)).to_be_focused()
    page.keyboard.press("s")
    expect(page.locator("main rsfm-star button").nth(1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(sheet.get_by_role("row", name="s Star the paper")).to_be_visible()
    sheet.get_by_label("Listen to these keys").uncheck()
    page.keyboard.press("Escape")
    expect(page.locator("main .card__name a").nth(1)).to_be_focused()
    page.keyboard.press("s")
    expect(page.locator("main rsfm-star button").nth(1)).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("?")
    sheet.get_by_label("Listen to these keys").check()
    page.keyboard.press("Escape")
    page.keyboard.type("gf")
    page.wait_for_url(f"{base}en/favourites/")


def test_keys_are_left_to_fields(open_page: OpenPage):
    page = open_page("en/papers/")
    page.locator("#explorer-q").fill("")
    page.locator("#explorer-q").press_sequentially("?jsgf")
    expect(page.locator("#explorer-q")).to_have_value("?jsgf")


@pytest.mark.parametrize(("path", "sheets"), [("en/papers/geochat/", 5), ("zh/papers/skysense/", 4)])
def test_a_paper_is_printed_on_few_sheets_with_its_address(open_page: OpenPage, tmp_path: Path, path: str, sheets: int):
    page = open_page(path)
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "page.pdf").read_bytes())) <= sheets
    page.emulate_media(media="print")
    expect(page.locator(".printed")).to_contain_text(path)
    expect(page.locator(".printed")).to_contain_text(re.compile(r"20\d\d"))


def test_a_related_paper_says_why_it_is_one(open_page: OpenPage):
    page = open_page("en/papers/geochat/")
    cards = page.locator(".related .card")
    expect(cards.filter(has_text="TEOChat")).to_contain_text("Built upon by")
    for reason in page.locator(".related .card__reason").all_text_contents():
        assert reason
