"""What's new: the last days and months on one page, and a page for each month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rsfm.history import Happening, changes_said, event_said, last_week
from rsfm.locales import Locale
from rsfm.model import ChangeKind, PaperId
from rsfm.render.alternates import alternates
from rsfm.render.messages import day, month
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer

MONTHS = 3
"""Months that the first page shows in full; the others have pages of their own."""
_WEEK = "news/week/"
"""The page of the last seven days, which has feeds of its own."""


@dataclass(frozen=True, kw_only=True)
class ToldDay:
    """One event as a page shows it."""

    date: str
    text: str
    more: str
    """The fields that changed, a line each, or the paper in one sentence."""
    paper_id: str
    """Empty where there is no page to lead to."""
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Period:
    """Some days with what happened in them."""

    title: str
    events: Sequence[ToldDay]
    tail: str = ""
    """The page of its own, below the folder of the locale."""


@page_type(menu=(35, "news/", "nav_news"))
def news(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of the last months, then one for each month."""
    events = [event for event in renderer.catalog.happenings if event.is_news]
    by_month: dict[str, list[Happening]] = {}
    for event in events:
        by_month.setdefault(event.date[: len("2025-01")], []).append(event)
    for locale in Locale:
        say = renderer.messages.say
        months = [
            Period(title=month(name, locale), events=_told(renderer, locale, of_month), tail=f"news/{name}/")
            for name, of_month in by_month.items()
        ]
        week = _last_week(renderer, locale, events)
        title = say(locale, "news")
        yield _page(
            renderer, locale, "news/", title, [*week, *_earlier(renderer, locale, months[:MONTHS], week)], months
        )
        yield _page(renderer, locale, _WEEK, week[0].title if week else title, week, months, feed=_WEEK)
        for each in months:
            yield _page(renderer, locale, each.tail, f"{title} · {each.title}", [each], months)


def _last_week(renderer: Renderer, locale: Locale, events: Sequence[Happening]) -> list[Period]:
    """Return the seven days up to the last event, for a build does not know what day it is; nothing without events."""
    if not (recent := last_week(events)):
        return []
    title = renderer.messages.say(locale, "news_week", date=day(max(event.day for event in recent), locale))
    return [Period(title=title, events=_told(renderer, locale, recent), tail=_WEEK)]


def _earlier(renderer: Renderer, locale: Locale, months: Sequence[Period], week: Sequence[Period]) -> Iterator[Period]:
    """Yield ``months`` without what the ``week`` above them tells already."""
    told = [event for period in week for event in period.events]
    for each in months:
        rest = [event for event in each.events if event not in told]
        if len(rest) == len(each.events):
            yield each
        elif rest:
            title = renderer.messages.say(locale, "news_earlier", month=each.title)
            yield replace(each, title=title, events=rest)


def _told(renderer: Renderer, locale: Locale, events: Sequence[Happening]) -> list[ToldDay]:
    cards = renderer.cards[locale]
    found = []
    for event in events:
        known = PaperId(event.paper_id) in cards
        more = changes_said(event, locale)
        if known and event.what is ChangeKind.ADDED:
            more = cards[PaperId(event.paper_id)].point
        found.append(
            ToldDay(
                date=event.date,
                text=event_said(event, locale),
                more=more,
                paper_id=event.paper_id if known else "",
                papers=event.papers,
            )
        )
    return found


def _page(
    renderer: Renderer,
    locale: Locale,
    tail: str,
    title: str,
    periods: Sequence[Period],
    months: Sequence[Period],
    feed: str = "news/",
) -> Page:
    address = f"{locale}/{tail}"
    lead = renderer.messages.say(locale, "news_lead")
    body = renderer.render(
        "news.html", locale, address, heading=title, lead=lead, periods=periods, months=months, feed=feed
    )
    head = alternates(
        renderer, locale, address, place=feed, title=title if feed == _WEEK else renderer.messages.say(locale, "news")
    )
    return renderer.page(locale, tail, title=title, description=lead, body=body, head=head)
