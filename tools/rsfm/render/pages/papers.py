"""The page of each paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from rsfm.ids import arxiv_url
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import PaperId, Related
from rsfm.render.facts import PaperFacts
from rsfm.render.fragments import family_numbers
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.pages.paper_results import RESULTS_SHOWN, first_rows, results_of, standing_of
from rsfm.render.previews.told import told
from rsfm.render.renderer import Renderer
from rsfm.render.structured_data import citation_tags, json_ld, picture_tags, preview_tags


@page_type()
def papers(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of every paper, each locale after the other."""
    everyone: tuple[Paper | None, ...] = (None, *renderer.catalog.papers, None)
    for locale in Locale:
        for newer, paper, older in zip(everyone, everyone[1:], everyone[2:], strict=False):
            if paper:
                address = f"{locale}/papers/{paper.paper_id}/"
                yield Page.later(
                    address,
                    partial(renderer.keys.of_paper, address, paper, newer, older),
                    partial(paper_page, renderer, locale, paper, newer, older),
                )


def paper_page(renderer: Renderer, locale: Locale, paper: Paper, newer: Paper | None, older: Paper | None) -> Page:
    """Return the page of ``paper``, which lies between ``newer`` and ``older``."""
    entry = paper.entry
    tail = f"papers/{paper.paper_id}/"
    path = f"{locale}/{tail}"
    own = renderer.cards[locale][paper.paper_id]
    facts = PaperFacts(paper, renderer.catalog, locale, renderer.vocabulary[locale])
    results = results_of(renderer, paper)
    body = renderer.render(
        "paper.html",
        locale,
        path,
        paper=paper,
        entry=entry,
        facts=facts,
        relations=relations(renderer.catalog, paper, facts, partial(renderer.messages.say, locale)),
        standing=list(first_rows(standing_of(renderer, locale, paper), RESULTS_SHOWN)),
        results_apart=results if results > RESULTS_SHOWN else 0,
        places=renderer.places,
        newer=newer,
        older=older,
        related=renderer.nearness.around(paper, renderer.cards[locale], locale),
        lineage=renderer.lineages.get(paper.paper_id),
        names=family_numbers(renderer),
        point=own.point if own.point_tag == locale.tag and own.point else entry.title,
        citations=renderer.content.citations.get(paper.paper_id, {}),
    )
    site_url = renderer.site.site_url
    picture = (
        picture_tags(told(paper, renderer.catalog, renderer.messages.say), paper.paper_id, locale, site_url)
        if renderer.content.previews
        else []
    )
    head = renderer.render(
        "paper_head.html",
        locale,
        path,
        paper_id=paper.paper_id,
        citation_tags=citation_tags(paper),
        preview_tags=[*preview_tags(paper, renderer.catalog, locale), *picture],
        json_ld=json_ld(paper, renderer.catalog, locale, site_url, renderer.messages.say(locale, "site_name")),
    )
    return renderer.page(
        locale,
        tail,
        title=entry.title if entry.title.startswith(entry.name) else f"{entry.name} – {entry.title}",
        description=own.point if own.point_tag == locale.tag and own.point else f"{entry.title} ({own.venue})",
        body=body,
        head=head,
        article=True,
        picture=bool(picture),
    )


def relations(
    catalog: Catalog, paper: Paper, facts: PaperFacts, say: Callable[[str], str]
) -> list[tuple[str, list[Work]]]:
    """Return what ``paper`` stands on and what stands on it, by relation in words."""
    stated = [(label, [_work(catalog, each) for each in related]) for label, related in facts.relations]
    back = [
        (say(f"relation_from_{kind}"), [_entry(catalog, other) for other in others])
        for kind, others in catalog.referring(paper).items()
    ]
    return stated + back


@dataclass(frozen=True, kw_only=True)
class Work:
    """Another work as a page names it."""

    name: str
    paper_id: str = ""
    href: str = ""
    """Where it is, for a work that has no entry."""


def _work(catalog: Catalog, related: Related) -> Work:
    if related.entry:
        return _entry(catalog, related.entry)
    href = related.link or (arxiv_url(related.arxiv_id) if related.arxiv_id else "")
    return Work(name=related.name or related.arxiv_id or href, href=href)


def _entry(catalog: Catalog, paper_id: PaperId) -> Work:
    return Work(name=catalog.by_id[paper_id].entry.name, paper_id=paper_id)
