"""Favourites that belong to the reader: lists, notes, undo, files and links, and the storage of earlier versions."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.conftest import OpenPage

KEPT = "JSON.parse(localStorage.getItem('rsfm:favourites:2'))"
FIRST_VERSION = (
    """if (!localStorage.length) localStorage.setItem('rsfm:favourites:1', '["geochat", "remoteclip", "satmae"]')"""
)


def star(page: Page, name: str):
    return page.get_by_role("button", name=f"Favourite {name}", exact=True).first


def new_list(page: Page, name: str) -> None:
    page.get_by_text("New list").click()
    page.get_by_label("Name of the list").first.fill(name)
    page.get_by_role("button", name="Create").click()
    expect(page.get_by_role("button", name=f"{name} (")).to_be_focused()


def item(page: Page, paper_id: str):
    return page.locator(f"[data-results] > li:has(> [data-paper-id={paper_id}])")


def test_the_list_of_the_first_version_is_taken_over(open_page: OpenPage):
    page = open_page("en/favourites/", script=FIRST_VERSION)
    expect(page.locator("[data-results] article")).to_have_count(3)
    assert page.evaluate("localStorage.getItem('rsfm:favourites:2')") is None, "nothing is written before a change"
    star(page, "RemoteCLIP").click()
    assert [paper["id"] for paper in page.evaluate(KEPT)["papers"]] == ["geochat", "satmae"]
    assert page.evaluate("localStorage.getItem('rsfm:favourites:1')") is None


def test_who_removes_a_star_goes_on_at_the_next_card_and_can_take_it_back(open_page: OpenPage):
    page = open_page("en/favourites/", script=FIRST_VERSION)
    star(page, "GeoChat").click()
    expect(star(page, "RemoteCLIP")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="GeoChat is no longer a favourite.")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-results] article").first).to_have_attribute("data-paper-id", "geochat")
    for name in ("SatMAE", "RemoteCLIP", "GeoChat"):
        star(page, name).click()
    expect(page.locator("rsfm-favourites [data-empty]")).to_be_focused()


def test_a_paper_may_be_in_many_lists_and_has_a_note(open_page: OpenPage):
    page = open_page("en/favourites/", script=FIRST_VERSION)
    new_list(page, "Thesis")
    new_list(page, "Reading <b>group</b>")
    page.get_by_role("button", name="All favourites").click()
    item(page, "satmae").locator("summary", has_text="Lists").click()
    item(page, "satmae").get_by_label("Thesis").check()
    item(page, "satmae").get_by_label("Reading <b>group</b>").check()
    item(page, "satmae").locator("summary", has_text="Note").click()
    page.get_by_label("Note on SatMAE").fill("Compare with\nScale-MAE")
    page.get_by_label("SatMAE: read").check()
    page.reload()
    page.get_by_role("button", name="Thesis (1)").click()
    expect(page.locator("[data-results] article")).to_have_count(1)
    expect(page.locator("[data-note-start]")).to_have_text("Compare with")
    kept = page.evaluate(KEPT)["papers"][2]
    assert kept["lists"] == ["Thesis", "Reading <b>group</b>"]
    assert kept["note"] == "Compare with\nScale-MAE"
    assert kept["read"] is True
    page.get_by_text("Change this list").click()
    page.get_by_role("button", name="Delete the list").click()
    expect(page.locator("[data-results] article")).to_have_count(3)


def test_what_is_saved_as_a_file_is_read_without_loss(open_page: OpenPage, tmp_path: Path):
    kept = {
        "lists": ["Thesis", "组会"],
        "papers": [
            {"id": "satmae", "at": "2026-11-02", "lists": ["组会"], "note": 'He said: "look"\n再看', "read": True},
            {"id": "gone-model", "at": "", "lists": [], "note": "", "read": False},
        ],
    }
    script = f"if (!localStorage.length) localStorage.setItem('rsfm:favourites:2', {json.dumps(json.dumps(kept))})"
    page = open_page("en/favourites/", script=script)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as file").click()
    download.value.save_as(tmp_path / "saved.json")
    other = open_page("zh/favourites/")
    expect(other.locator("rsfm-favourites [data-empty]")).to_be_visible()
    expect(
        other.locator("rsfm-favourites [data-empty], rsfm-favourites [data-own]").locator("visible=true")
    ).to_have_count(1)
    other.locator("input[type=file]").set_input_files(tmp_path / "saved.json")
    expect(other.get_by_text("新增 2 篇")).to_be_visible()
    read = other.evaluate(KEPT)
    assert {name: read[name] for name in kept} == kept


def test_a_text_with_arxiv_ids_becomes_favourites(open_page: OpenPage, tmp_path: Path):
    (tmp_path / "old.txt").write_text(
        "arXiv:2306.11029v3 RemoteCLIP\nhttps://arxiv.org/abs/2311.15826\n9912.99999\n1e5", "utf-8"
    )
    page = open_page("en/favourites/")
    expect(page.locator("rsfm-favourites [data-empty]")).to_be_visible()
    expect(
        page.locator("rsfm-favourites [data-empty], rsfm-favourites [data-own]").locator("visible=true")
    ).to_have_count(1)
    page.locator("input[type=file]").set_input_files(tmp_path / "old.txt")
    expect(page.get_by_text("2 papers added, 0 were there already. Not in the catalog: 9912.99999")).to_be_visible()
    assert {paper["id"] for paper in page.evaluate(KEPT)["papers"]} == {"remoteclip", "geochat"}


def test_a_shared_list_is_seen_first_and_kept_only_when_asked(open_page: OpenPage):
    script = "delete Navigator.prototype.share; Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (t) => { window.copied = t; } } })"
    page = open_page("en/favourites/", script=FIRST_VERSION + ";" + script)
    page.get_by_role("button", name="Share as link").click()
    expect(page.get_by_text("Link copied")).to_be_visible()
    link = page.evaluate("window.copied")
    assert link.endswith("/en/favourites/#list=&papers=geochat,remoteclip,satmae"), "and nothing of it reaches a server"
    other = open_page(link.replace("list=", "list=For+you"))
    expect(other.get_by_role("heading", name="A list for you: For you")).to_be_focused()
    expect(other.locator("[data-shared-cards] article")).to_have_count(3)
    assert other.evaluate("localStorage.getItem('rsfm:favourites:2')") is None
    other.get_by_role("button", name="Keep it as a list").click()
    expect(other.get_by_role("button", name="For you (3)")).to_have_attribute("aria-pressed", "true")
    assert "#" not in other.url


HOSTILE = [
    {"papers": [{"id": "../../x"}, {"id": "a" * 200}, {"id": 7}, None, "geochat", "geochat"]},
    {"lists": {"a": 1}, "papers": [{"id": "geochat", "lists": "Thesis", "note": {}, "read": "yes"}]},
    {"lists": ["a\u202eb\u0000c", "  "], "papers": [{"id": "geochat", "lists": ["a\u202eb\u0000c"]}], "bin": 7},
    {"version": 9, "papers": [{"id": "geochat", "stars": 5}], "more": True},
]


def test_what_lies_in_storage_is_not_trusted(open_page: OpenPage):
    text = json.dumps(json.dumps(HOSTILE[-1]))
    page = open_page(
        "en/favourites/", script=f"if (!localStorage.length) localStorage.setItem('rsfm:favourites:2', {text})"
    )
    page.get_by_label("GeoChat: read").check()
    assert [(each["id"], each["note"], each["read"]) for each in page.evaluate(KEPT)["papers"]] == [
        ("geochat", "", True)
    ]
    aside = page.evaluate("localStorage.getItem('rsfm:favourites:aside')")
    assert json.loads(aside) == HOSTILE[-1], "what this version does not know is not lost"
    read = "values => import(new URL('../../assets/js/favourites_data.js', location.href)).then(m => values.map(m.favouritesOf))"
    for found in page.evaluate(read, HOSTILE):
        assert [(each["id"], each["note"], each["read"]) for each in found["papers"]] == [("geochat", "", False)]
        assert found["lists"] in ([], ["a b c"])


def test_an_empty_page_says_what_stars_are_for_and_loads_nothing(open_page: OpenPage, base: str):
    page = open_page("en/about/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}en/favourites/")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("heading", name="A star on a paper keeps it here")).to_be_visible()
    assert [url for url in asked if "/data/" in url or url.endswith(("cards.js", ".z"))] == []
