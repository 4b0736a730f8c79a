"""The awesome list that the catalog becomes is read again to the same papers, with all that such a list holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from export.made import folder
from rsfm.export.awesome import Languages, awesome
from rsfm.lists.drafts import draft
from rsfm.lists.readable import readable
from rsfm.lists.report import review
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import Entry, Venue, VenueKind, VenueState, Year
from rsfm.model.venue_text import venue_of_text, venue_text
from rsfm.model.venues import short_name
from rsfm.store import load

MOST = 90
TODAY = date(2026, 1, 1)


def odd(paper: Paper) -> bool:
    """Whether a paper has something that is easily lost: a workshop, a track, weights or data at an unusual place."""
    venue, links = paper.entry.venue, paper.entry.links
    usual = ("https://github.com/", "https://huggingface.co/")
    elsewhere = [url for url in (*links.weights, *links.dataset, *links.demo) if not url.startswith(usual)]
    return bool(venue.workshop or venue.track or venue.state is VenueState.ACCEPTED or elsewhere)


def held(entry: Entry) -> dict[str, object]:
    """Return what a list holds of an entry; a known venue goes by its short name."""
    links = entry.links
    return {
        "name": entry.name,
        "title": entry.title.replace(" ", ""),
        "family": entry.family,
        "ids": (entry.arxiv_id, entry.doi),
        "venue": venue_text(entry.venue).replace(entry.venue.name, short_name(entry.venue.name) or entry.venue.name),
        "links": {name: sorted(getattr(links, name)) for name in ("code", "project", "weights", "dataset", "demo")},
    }


@pytest.mark.parametrize("language", [Languages.EN, Languages.BOTH])
def test_real_papers_lose_nothing_on_the_way(catalog: Catalog, tmp_path: Path, language: Languages):
    papers = ([paper for paper in catalog.papers if odd(paper)] + list(catalog.papers[::10]))[:MOST]
    papers = list({paper.paper_id: paper for paper in papers}.values())
    empty = load(folder(tmp_path, {}))
    read = review("list.md", readable(awesome(papers, catalog, language).encode()), empty)
    assert (len(read.new), read.unread, read.unsure) == (len(papers), (), ())
    drafts = folder(tmp_path / "drafts", {})
    for number, each in enumerate(read.new):
        _, text = draft(each, catalog.taxonomy, "list.md:1", TODAY, Locale.EN)
        kinds = "" if "\nkinds:" in text else "kinds: [model]\n"  # a list says nothing of kinds
        (drafts / f"paper-{number}.yml").write_text(text + kinds, encoding="utf-8")
    library = load(drafts)
    assert [problem.text(None) for problem in library.problems] == []
    again = {entry.title.replace(" ", ""): held(entry) for entry in library.entries}
    assert again == {paper.entry.title.replace(" ", ""): held(paper.entry) for paper in papers}


def test_every_real_venue_is_the_same_after_it_was_written(catalog: Catalog):
    for paper in catalog.papers:
        venue = paper.entry.venue
        plain = Venue(
            name=venue.name,
            year=venue.year,
            state=venue.state,
            kind=venue.kind,
            track=venue.track,
            workshop=venue.workshop,
        )
        found = venue_of_text(venue_text(venue))
        assert found and (found.kind or plain.kind, venue_text(found)) == (plain.kind or found.kind, venue_text(plain))


def test_a_venue_says_only_what_its_name_does_not():
    made = {"name": "ICLR", "year": Year(2026), "kind": VenueKind.CONFERENCE}
    assert venue_text(Venue(state=VenueState.PUBLISHED, **made)) == "ICLR 2026"
    accepted = Venue(state=VenueState.ACCEPTED, workshop="ML4RS (oral)", **made)
    assert venue_text(accepted) == "ICLR 2026 (accepted; workshop ML4RS (oral))"
    assert venue_of_text(venue_text(accepted)) == accepted
    for other in ("ICLR", "2026 ICLR", "ICLR 2026 (Oral)", "ICLR 2026 (accepted; best paper)", ""):
        assert venue_of_text(other) is None
