"""How complete the catalog is, and what it needs most."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from rsfm.locales import Locale
from rsfm.quality import Gap, coverage, gaps, held_against_lists, of_groups
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer
from rsfm.results.measured import measured_in
from rsfm.results.proof import needing_work

_SHOWN = 200
"""So many papers that lack something are listed."""


@page_type()
def quality(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of figures: of how many papers each fact is known."""
    papers = renderer.catalog.papers
    covered = coverage(papers)
    families = of_groups(papers, lambda paper: paper.entry.family)
    held, lacking = held_against_lists(renderer.catalog)
    for locale in Locale:
        title = renderer.messages.say(locale, "quality")
        lead = renderer.messages.say(locale, "quality_lead", count=len(papers))
        body = renderer.render(
            "quality.html",
            locale,
            f"{locale}/quality/",
            heading=title,
            lead=lead,
            covered=covered,
            families=families,
            left_out=renderer.catalog.left_out,
            held=held,
            lacking=lacking,
        )
        yield renderer.page(locale, "quality/", title=title, description=lead, body=body)


@page_type()
def needs_work(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of papers that lack something, those first that others stand on."""
    lacking = gaps(renderer.catalog.papers, renderer.catalog.named_by)
    listed = set(needing_work(renderer.catalog.misses))
    missed = [value for value in measured_in(renderer.catalog) if value.claim in listed] if listed else []
    for locale in Locale:
        title = renderer.messages.say(locale, "needs_work")
        lead = renderer.messages.say(locale, "needs_work_lead", count=len(lacking))
        rows = [(gap, _correction(renderer.site.repo_url, gap)) for gap in lacking[:_SHOWN]]
        address = f"{locale}/needs-work/"
        body = renderer.render("needs_work.html", locale, address, heading=title, lead=lead, rows=rows, missed=missed)
        yield renderer.page(locale, "needs-work/", title=title, description=lead, body=body)


def _correction(repo_url: str, gap: Gap) -> str:
    """Return the address of the form for corrections with the paper filled in."""
    return f"{repo_url}/issues/new?template=correct_paper.yml&paper={quote(gap.paper.paper_id)}"
