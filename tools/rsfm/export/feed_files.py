"""The feeds of the site: everything, events, the week, families, terms, years of a conference, authors; in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rsfm import ids
from rsfm.authors import authors_of_several
from rsfm.export import addressed_export
from rsfm.export.feeds.feed import PUBLISHER, Feed, FeedWriter
from rsfm.export.feeds.item import Items
from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import VenueKind

TERMS = {
    "kind": "kinds",
    "modality": "model.modalities",
    "task": "model.tasks",
    "method": "model.methods",
    "sensor": "model.sensors",
}
"""Vocabularies whose terms have feeds, with the field that holds them."""
_LONGEST, _LONG = 50, 20
"""Items of the feed of everything, and of others."""


@addressed_export(
    "en/feed.atom",
    label=Localized(zh="Atom 订阅", en="Atom feeds"),
    about=Localized(
        zh="新论文与动态；每个类别、词、会议和作者也各有一个，如 zh/families/visual/feed.atom",
        en="new papers and what happened to them; each family, term, conference and author has one too",
    ),
)
def atom_feeds(catalog: Catalog, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield every feed as Atom."""
    writer = FeedWriter(site_url)
    yield from ((f"{feed.locale}/{feed.place}feed.atom", writer.atom(feed)) for feed in feeds(catalog))


@addressed_export(
    "en/feed.json",
    label=Localized(zh="JSON Feed 订阅", en="JSON feeds"),
    about=Localized(zh="同样的内容，JSON Feed 1.1 格式", en="the same as JSON Feed 1.1"),
)
def json_feeds(catalog: Catalog, site_url: str) -> Iterator[tuple[str, str]]:
    """Yield every feed as JSON Feed."""
    writer = FeedWriter(site_url)
    yield from ((f"{feed.locale}/{feed.place}feed.json", writer.json(feed)) for feed in feeds(catalog))


@dataclass(frozen=True, kw_only=True)
class FeedOfPapers:
    """Papers that have a feed of their own."""

    place: str
    title: Localized
    tail: str
    papers: Sequence[Paper]


def collections(catalog: Catalog) -> Iterator[FeedOfPapers]:
    """Yield every collection that holds a paper."""
    for term, papers in catalog.by_family.items():
        label = catalog.taxonomy["family"][term].label
        yield FeedOfPapers(place=f"families/{term}/", title=label, tail=f"families/{term}/", papers=papers)
    for vocabulary, path in TERMS.items():
        holders: dict[str, list[Paper]] = {}
        for paper in catalog.papers:
            found = paper.entry.kinds if path == "kinds" else getattr(paper.entry.model, path.rpartition(".")[2])
            for term in found:
                holders.setdefault(term, []).append(paper)
        for term, several in sorted(holders.items()):
            label = catalog.taxonomy[vocabulary][term].label
            place = f"browse/{vocabulary}/{term}/"
            yield FeedOfPapers(place=place, title=label, tail=place, papers=several)
    yield from _conferences(catalog)
    for slug, name, papers in authors_of_several(catalog):
        place = f"browse/author/{slug}/"
        yield FeedOfPapers(place=place, title=Localized.same(name), tail=place, papers=papers)


def _conferences(catalog: Catalog) -> Iterator[FeedOfPapers]:
    found: dict[str, list[Paper]] = {}
    for paper in catalog.papers:
        venue = paper.entry.venue
        name = ids.paper_id_from(venue.name)
        if venue.kind is VenueKind.CONFERENCE and name:
            found.setdefault(f"{name}-{venue.year}", []).append(paper)
    for name, papers in sorted(found.items()):
        venue = papers[0].entry.venue
        title = Localized.same(f"{venue.name} {venue.year}")
        yield FeedOfPapers(place=f"browse/venue/{name}/", title=title, tail=f"browse/venue/{name}/", papers=papers)


def feeds(catalog: Catalog) -> Iterator[Feed]:
    """Yield every feed in both languages."""
    everyone = tuple(collections(catalog))
    for locale in Locale:
        items = Items(catalog, locale)
        by_paper: dict[str, list[int]] = {}
        for place, item in enumerate(items.all):
            for paper_id in item.papers:
                by_paper.setdefault(paper_id, []).append(place)
        news = f"{PUBLISHER}：动态" if locale is Locale.ZH else f"{PUBLISHER}: what's new"
        yield Feed(locale=locale, place="", title=PUBLISHER, tail="", items=items.all[:_LONGEST])
        yield Feed(locale=locale, place="news/", title=news, tail="news/", items=items.events[:_LONGEST])
        week = f"{PUBLISHER}：本周动态" if locale is Locale.ZH else f"{PUBLISHER}: this week"
        yield Feed(locale=locale, place="news/week/", title=week, tail="news/week/", items=items.week)
        for each in everyone:
            places = sorted(place for paper in each.papers for place in by_paper[paper.paper_id])[:_LONG]
            colon = "：" if locale is Locale.ZH else ": "
            yield Feed(
                locale=locale,
                place=each.place,
                title=f"{PUBLISHER}{colon}{each.title.best(locale)}",
                tail=each.tail,
                items=tuple(items.all[place] for place in places),
            )
