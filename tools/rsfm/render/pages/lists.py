"""Lists of papers: all of them, those of a family, those of a year; each in as many pages as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from rsfm.locales import Locale
from rsfm.merge import Paper
from rsfm.render.alternates import alternates
from rsfm.render.collections import Collection
from rsfm.render.explorer import COLUMNS, ranges_offered
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer
from rsfm.render.templates import Html

CARDS = 48
"""Cards on one page: what a reader looks through, and what a phone shows at once."""


@page_type(menu=(10, "papers/", "nav_papers"))
def all_papers(renderer: Renderer) -> Iterator[Page]:
    """Yield the list of all papers."""
    everything = renderer.catalog.papers
    for locale in Locale:
        title = renderer.messages.say(locale, "newest_more")
        lead = renderer.messages.say(locale, "all_papers_lead", count=len(everything))
        yield from paged(
            renderer, locale, "papers/", title, lead, everything, _explorer(renderer, locale), references="papers"
        )


def _explorer(renderer: Renderer, locale: Locale) -> Html:
    """Return the panel by which scripts narrow the list; without them the list has pages."""
    say = renderer.messages.words[locale].__getitem__
    return renderer.render(
        "explorer.html",
        locale,
        f"{locale}/papers/",
        facets=renderer.facets_offered[locale],
        ranges=list(ranges_offered(renderer.catalog, locale)),
        columns=[(name, say(f"column_{name}")) for name in COLUMNS],
    )


@page_type()
def families(renderer: Renderer) -> Iterator[Page]:
    """Yield the list of each family."""
    for locale in Locale:
        for term, papers in renderer.catalog.by_family.items():
            words = renderer.catalog.taxonomy["family"][term]
            lead = words.definition.best(locale)
            place = f"families/{term}/"
            yield from paged(
                renderer,
                locale,
                place,
                words.label.best(locale),
                lead,
                papers,
                feed=place,
                references=f"families/{term}",
            )


@page_type()
def years(renderer: Renderer) -> Iterator[Page]:
    """Yield the list of each year."""
    for locale in Locale:
        say = renderer.messages.say
        for year, papers in renderer.catalog.by_year.items():
            title = say(locale, "year_title", year=year)
            count = say(locale, "one_paper" if len(papers) == 1 else "papers_count", count=len(papers))
            lead = say(locale, "year_lead", year=year, count=len(papers), papers=count)
            tail = f"years/{year}"
            yield from paged(renderer, locale, f"{tail}/", title, lead, papers, references=tail)


def paged(
    renderer: Renderer,
    locale: Locale,
    tail: str,
    title: str,
    lead: str,
    papers: Sequence[Paper],
    panel: Html | str = "",
    *,
    feed: str = "",
    references: str = "",
    near: Sequence[Collection] = (),
) -> Iterator[Page]:
    """Yield a list in pages of ``CARDS`` cards: the first at ``tail``, the second at ``<tail>2/``.

    ``feed`` is where the list has feeds of its own, below the folder of the locale, and ``references`` the files with
    its references without their endings; ``near`` are collections that a reader may want to see next.
    """
    last = max(1, -(-len(papers) // CARDS))

    def listing(number: int, own: str, shown: Sequence[Paper]) -> Page:
        address = f"{locale}/{own}"
        body = renderer.render(
            "list.html",
            locale,
            address,
            panel=panel if number == 1 else "",
            heading=title,
            lead=lead,
            cards=renderer.cards_html(shown),
            first=f"{locale}/{tail}",
            number=number,
            last=last,
            feed=feed,
            references=references,
            near=near,
        )
        numbered = renderer.messages.say(locale, "page_of", number=number, last=last)
        full = title if number == 1 else f"{title} ({numbered})" if locale is Locale.EN else f"{title}（{numbered}）"
        head = alternates(renderer, locale, address, place=feed, title=title)
        return renderer.page(locale, own, title=full, description=lead, body=body, head=head)

    for number in range(1, last + 1):
        own = tail if number == 1 else f"{tail}{number}/"
        shown = papers[(number - 1) * CARDS : number * CARDS]
        nearby = [(each.tail, each.label, len(each.papers)) for each in near]
        texts = (title, lead, number, last, feed, references, nearby, panel if number == 1 else "")
        address = f"{locale}/{own}"
        key = partial(renderer.keys.of_list, address, texts, shown)
        yield Page.later(address, key, partial(listing, number, own, shown))
