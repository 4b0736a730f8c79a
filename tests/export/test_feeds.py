"""Feeds are well-formed, their ids never change, and they tell of something only where the data changed."""

import json
import re
from datetime import date
from pathlib import Path

import feedparser
import pytest

from export.made import ADDRESS, HOSTILE, PROJECT, catalog, example, folder, plain
from rsfm.export import EXPORTS
from rsfm.history import between
from rsfm.history.words import label_of
from rsfm.locales import Locale
from rsfm.render import Content, Messages, Renderer, SiteFacts, menu_of
from rsfm.render.pages.browse import collections
from rsfm.render.pages.news import news
from rsfm.store import load
from rsfm.store.history import append_history

FIRST = {"terralens": example(), "hostile": plain("hostile", name="=1+1", title=HOSTILE), "bare": plain("bare")}
LATER = date(2025, 6, 1)


def feeds(made, kind: str = "atom") -> dict[str, str]:
    return dict(EXPORTS[f"en/feed.{kind}"].files(made, ADDRESS))


def after(place: Path, changed: dict[str, str], first: dict[str, str] = FIRST) -> tuple[dict[str, str], dict[str, str]]:
    """Return the feeds before and after a change, of which the nightly run has written the history."""
    before = load(folder(place / "before", first))
    papers = folder(place / "after", {name: text for name, text in (first | changed).items() if text})
    now = load(papers)
    assert not now.problems
    append_history(papers, between(before.entries, now.entries, {}, LATER))
    return feeds(before.catalog()), feeds(load(papers).catalog())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory):
    return catalog(tmp_path_factory.mktemp("feeds"))


def test_every_feed_is_well_formed_and_has_what_atom_asks_for(made):
    for path, text in feeds(made).items():
        read = feedparser.parse(text.encode())
        assert not read.bozo, (path, read.get("bozo_exception"))
        assert read.feed.id and read.feed.title and read.feed.updated and read.feed.author
        assert {link.rel: link.href for link in read.feed.links}["self"] == ADDRESS + path
        assert read.feed.language == Locale(path[:2]).tag or text.count(f'xml:lang="{Locale(path[:2]).tag}"')
        for entry in read.entries:
            assert entry.id and entry.title and entry.link.startswith(ADDRESS) and entry.updated and entry.summary


def test_what_people_typed_is_text_in_a_feed(made):
    read = feedparser.parse(feeds(made)["en/feed.atom"].encode(), sanitize_html=False, resolve_relative_uris=False)
    assert f"=1+1 – {HOSTILE}" in {entry.title for entry in read.entries}
    items = json.loads(feeds(made, "json")["en/feed.json"])["items"]
    assert f"=1+1 – {HOSTILE}" in {item["title"] for item in items}


def test_json_feeds_have_the_fields_of_version_1_1(made):
    for path, text in feeds(made, "json").items():
        feed = json.loads(text)
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == ADDRESS + path and feed["home_page_url"].startswith(ADDRESS)
        assert feed["language"] == Locale(path[:2]).tag
        for item in feed["items"]:
            assert {"id", "url", "title", "content_text", "date_published", "date_modified"} <= item.keys()
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", item["date_published"])
            assert all(set(author) == {"name"} for author in item.get("authors", []))


def test_both_forms_hold_the_same_items_and_both_languages_have_them(made):
    atom, plain_json = feeds(made), feeds(made, "json")
    assert {path.removesuffix("atom") for path in atom} == {path.removesuffix("json") for path in plain_json}
    for path, text in atom.items():
        ids = [entry.id for entry in feedparser.parse(text.encode()).entries]
        assert ids == [item["id"] for item in json.loads(plain_json[path.removesuffix("atom") + "json"])["items"]]
        twin = feedparser.parse(atom[Locale(path[:2]).other + path[2:]].encode())
        assert [entry.id.replace(":zh/", ":en/") for entry in twin.entries] == [i.replace(":zh/", ":en/") for i in ids]


def test_families_terms_and_conferences_with_papers_have_feeds(tmp_path):
    conference = plain("conf", more="").replace(
        "{name: arXiv, year: 2025, state: preprint}", "{name: CVPR, year: 2024, state: published, kind: conference}"
    )
    found = feeds(catalog(tmp_path, {"conf": conference}))
    for place in ("families/visual", "browse/modality/text", "browse/kind/model", "browse/venue/cvpr-2024", "news"):
        assert f"zh/{place}/feed.atom" in found
    assert "en/families/agent/feed.atom" not in found


def test_authors_with_a_page_have_feeds_and_their_pages_name_them(tmp_path):
    made = catalog(tmp_path, {"bare": plain("bare")})
    found = feeds(made) | feeds(made, "json")
    authors = {path for path in found if "/browse/author/" in path}
    assert authors == {
        f"{locale}/browse/author/ada-example/feed.{form}" for locale in Locale for form in ("atom", "json")
    }
    read = feedparser.parse(found["zh/browse/author/ada-example/feed.atom"].encode())
    told = {entry.id.partition(":zh/papers/")[2] for entry in read.entries} - {""}
    assert told == {"terra-lens", "hostile", "bare"}, "ids are made of the first name of an entry"
    messages = Messages.load(PROJECT / "site_src/messages")
    content = Content(catalog=made, site=SiteFacts(site_url=ADDRESS, repo_url=ADDRESS))
    renderer = Renderer(content, messages, [PROJECT / "site_src/templates"], menu_of([], messages))
    pages = {page.address: page.html for page in (*collections(renderer), *news(renderer))}
    for place in ("browse/author/ada-example/", "news/week/"):
        for locale in Locale:
            page = pages[f"{locale}/{place}"]
            assert 'rel="alternate" type="application/atom+xml"' in page
            assert f'/{place}feed.atom"' in page and f'/{place}feed.json"' in page
            assert f"{locale}/{place}feed.atom" in found


def test_the_week_ends_with_the_last_event(tmp_path):
    entries = {"old": plain("old", added="2025-03-01"), "older": plain("older", added="2025-02-22")}
    made = catalog(tmp_path, entries | {"edge": plain("edge", added="2025-02-23")})
    read = feedparser.parse(feeds(made)["en/news/week/feed.atom"].encode())
    assert [entry.title for entry in read.entries] == ["Old: added", "Edge: added"]


NEW = {
    "a new paper": ({"new": plain("new", added="2025-05-30")}, ["New: added"]),
    "a paper that is gone": ({"bare": ""}, ["Bare: removed"]),
    "a fact that was wrong": (
        {"terralens": example().replace("parameters: 151M", "parameters: 152M")},
        ["TerraLens: corrected"],
    ),
    "a new result": (
        {
            "terralens": example()
            .replace("values: {base: 71.29, large", "values: {base: 71.29, large-x: 3, large")
            .replace("  large:\n", "  large-x: {}\n  large:\n")
        },
        ["TerraLens: results added (dior-r)"],
    ),
    "weights that came out": (
        {"terralens": example().replace("{state: announced, size: 1.2 GB}", "{state: open, size: 1.2 GB}")},
        ["TerraLens: weights released (large)"],
    ),
    "an event": (
        {"terralens": example().replace("events:", "events:\n  - {date: 2025-05-20, what: accepted}")},
        ["TerraLens: accepted"],
    ),
    "a preprint that was published": (
        {
            "bare": plain("bare").replace(
                "{name: arXiv, year: 2025, state: preprint}",
                "{name: CVPR, year: 2025, state: published, kind: conference}",
            )
        },
        ["Bare: published"],
    ),
    "an old event": ({"terralens": example().replace("events:", "events:\n  - {date: 2023-05-20, what: version}")}, []),
    "a better wording": (
        {"terralens": example().replace("Compare with", "Compare to").replace("A reference when", "Of use when")},
        [],
    ),
    "a fact that was missing": ({"bare": plain("bare", more="code: {state: none}")}, []),
    "another look by a curator": ({"bare": plain("bare").replace("verified: 2025-02-01", "verified: 2025-03-01")}, []),
    "nothing": ({}, []),
}


@pytest.mark.parametrize("what", list(NEW))
def test_a_feed_tells_of_a_change_once_and_only_where_it_is_news(tmp_path, what):
    changed, told = NEW[what]
    before, now = after(tmp_path, changed)
    old, new = (feedparser.parse(each["en/news/feed.atom"].encode()).entries for each in (before, now))
    known = {entry.id for entry in old}
    assert [entry.title for entry in new if entry.id not in known] == told
    assert known <= {entry.id for entry in new} or what == "a paper that is gone"
    if what in ("nothing", "another look by a curator"):
        assert before == now, "not a byte of any feed changes"


def test_a_renamed_paper_keeps_the_ids_of_its_items_and_leads_to_its_new_page(tmp_path):
    again = plain("bare", more="events: [{date: 2025-01-20, what: announced}]")
    before, now = after(tmp_path, {"bare": "", "newer": again + "former_ids: [bare]\n"}, first=FIRST | {"bare": again})
    for path, told in {
        "en/news/feed.atom": "Bare: renamed",
        "en/feed.atom": "Bare: renamed",
        "zh/families/visual/feed.atom": "Bare：更名",
    }.items():
        old, new = ({item.id: item for item in feedparser.parse(each[path].encode()).entries} for each in (before, now))
        assert not old.keys() - new.keys()
        assert [new[key].title for key in new.keys() - old.keys()] == [told]
        leads = {item.link for item in new.values()} - {item.link for item in old.values()}
        assert leads == {f"{ADDRESS}{path[:2]}/papers/newer/"}
        assert not [item.link for item in new.values() if "/bare/" in item.link]


def test_a_correction_is_said_field_by_field_in_both_languages(tmp_path):
    _, now = after(tmp_path, NEW["a fact that was wrong"][0])
    assert "base · Parameters: 151000000 → 152000000" in now["en/news/feed.atom"]
    assert "base · 参数量：151000000 → 152000000" in now["zh/news/feed.atom"]


def test_a_field_is_named_by_its_label():
    assert label_of("venue.name", Locale.EN) == "Venue"
    assert label_of("data.fMoW v1.2.count.images", Locale.EN) == "fMoW v1.2 · images · Count"
    assert label_of("no.such.field", Locale.EN).startswith("no · such")
