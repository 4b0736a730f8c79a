"""The page of each paper."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import PaperId
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer
from rsfm.render.structured_data import citation_tags, json_ld


@page_type()
def papers(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of every paper, each locale after the other."""
    everyone: tuple[Paper | None, ...] = (None, *renderer.catalog.papers, None)
    for locale in Locale:
        for newer, paper, older in zip(everyone, everyone[1:], everyone[2:], strict=False):
            if paper:
                yield paper_page(renderer, locale, paper, newer, older)


def paper_page(renderer: Renderer, locale: Locale, paper: Paper, newer: Paper | None, older: Paper | None) -> Page:
    """Return the page of ``paper``, which lies between ``newer`` and ``older``."""
    entry = paper.entry
    tail = f"papers/{paper.paper_id}/"
    path = f"{locale}/{tail}"
    own = renderer.cards[locale][paper.paper_id]
    address = f"{renderer.site.site_url}{path}" if renderer.site.site_url else ""
    related = renderer.catalog.related(paper)
    body = renderer.render(
        "paper.html",
        locale,
        path,
        paper=paper,
        entry=entry,
        relations=relations(renderer.catalog, paper),
        newer=newer,
        older=older,
        related=renderer.cards_html(locale, path, related, small=True) if related else None,
        citation=renderer.content.citations.get(paper.paper_id, ""),
    )
    head = renderer.render(
        "paper_head.html", locale, path, citation_tags=citation_tags(paper), json_ld=json_ld(paper, locale, address)
    )
    return renderer.page(
        locale,
        tail,
        title=entry.title if entry.title.startswith(entry.name) else f"{entry.name} – {entry.title}",
        description=own.point if own.point_tag == locale.tag and own.point else f"{entry.title} ({own.venue})",
        body=body,
        head=head,
        article=True,
    )


def relations(catalog: Catalog, paper: Paper) -> list[tuple[str, list[tuple[PaperId, str]]]]:
    """Return what ``paper`` stands on and what stands on it: the name of a word, and papers with their names."""
    own = paper.entry.relations
    stated = {f"relation_{kind}": getattr(own, kind) for kind in ("builds_on", "succeeds", "uses_dataset")}
    back = {f"relation_from_{kind}": named for kind, named in catalog.referring(paper).items()}
    return [
        (word, [(other, catalog.by_id[other].entry.name) for other in named])
        for word, named in (stated | back).items()
        if named
    ]
