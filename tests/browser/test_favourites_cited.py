"""Favourites leave the browser as references that bibliographies read, of the papers that are still there."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import bibtexparser
import pytest
import rispy
from playwright.sync_api import expect

from browser.conftest import OpenPage

KEPT = ["geochat", "gone-model", "skysense", "remoteclip"]
THERE = [paper_id for paper_id in KEPT if paper_id != "gone-model"]
KEEP = f"localStorage.setItem('rsfm:favourites:1', '{json.dumps(KEPT)}')"


@pytest.mark.parametrize(("locale", "word"), [("en", "Save all as {}"), ("zh", "全部存为 {}")])
def test_favourites_are_saved_as_references(
    open_page: OpenPage, site_dir: Path, tmp_path: Path, locale: str, word: str
):
    page = open_page(f"{locale}/favourites/", script=KEEP, accept_downloads=True)
    saved = {}
    for form, ending in (("BibTeX", "bib"), ("RIS", "ris")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=word.format(form)).click()
        assert waiting.value.suggested_filename == f"rsfm-atlas.{ending}"
        waiting.value.save_as(tmp_path / ending)
        saved[ending] = (tmp_path / ending).read_bytes().decode()
    parts = {ending: [(site_dir / f"cite/{each}.{ending}").read_bytes().decode() for each in THERE] for ending in saved}
    assert saved == {"bib": "\n".join(parts["bib"]), "ris": "\r\n".join(parts["ris"])}
    titles = [entry["title"].strip("{}") for entry in bibtexparser.parse_string(saved["bib"]).entries]
    assert len(titles) == len(THERE)
    assert [entry.get("title") or entry["primary_title"] for entry in rispy.loads(saved["ris"])] == titles


def test_favourites_are_saved_as_a_table_and_as_a_list(open_page: OpenPage, base: str, tmp_path: Path):
    noted = {"id": "geochat", "lists": ["=1+1"], "note": "*read*\nthis", "read": True}
    kept = {"version": 2, "lists": ["=1+1"], "papers": [noted, {"id": "skysense"}]}
    keep = f"localStorage.setItem('rsfm:favourites:2', JSON.stringify({json.dumps(kept)}))"
    page = open_page("en/favourites/", script=keep, accept_downloads=True)
    saved = {}
    for form, ending in (("CSV", "csv"), ("Markdown", "md")):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=f"Save all as {form}").click()
        assert waiting.value.suggested_filename == f"rsfm-atlas.{ending}"
        waiting.value.save_as(tmp_path / ending)
        saved[ending] = tmp_path / ending
    with saved["csv"].open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["paper_id"] for row in rows] == ["geochat", "skysense"]
    assert rows[0]["url"] == f"{base}en/papers/geochat/" and rows[0]["note"] == "*read*\nthis"
    assert rows[0]["lists"] == "'=1+1" and (rows[0]["read"], rows[1]["read"]) == ("true", "false")
    lines = saved["md"].read_text("utf-8").splitlines()
    assert lines[0].startswith(f"- [GeoChat]({base}en/papers/geochat/): ")
    assert lines[1] == r"  \*read\* this" and lines[2].startswith("- [SkySense]")


def test_nothing_can_be_saved_where_there_is_nothing(open_page: OpenPage):
    page = open_page("en/favourites/")
    expect(page.get_by_text("A star on a paper keeps it here")).to_be_visible()
    expect(page.get_by_role("button", name="Save all as BibTeX")).to_be_hidden()


def test_a_reader_without_a_network_is_told(open_page: OpenPage):
    page = open_page("en/favourites/", script=KEEP, expected=("net::ERR_INTERNET_DISCONNECTED",))
    expect(page.get_by_role("button", name="Save all as RIS")).to_be_visible()
    page.context.set_offline(True)
    page.get_by_role("button", name="Save all as RIS").click()
    expect(page.get_by_text("What this needs could not be loaded.")).to_be_visible()
    page.context.set_offline(False)
    page.evaluate("import('../../assets/js/favourites_actions.js')")
    page.context.set_offline(True)
    page.get_by_role("button", name="Save all as RIS").click()
    expect(page.get_by_text("The references could not be loaded.")).to_be_visible()
