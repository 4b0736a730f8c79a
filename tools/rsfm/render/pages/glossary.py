"""The terms of the catalog with what they mean."""

from __future__ import annotations

from collections.abc import Iterator

from rsfm.locales import Locale
from rsfm.render.page import Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer

_VOCABULARIES = ("family", "kind", "modality", "task", "method", "sensor")


@page_type()
def glossary(renderer: Renderer) -> Iterator[Page]:
    """Yield the glossary: every term that has a definition, in both languages side by side."""
    taxonomy = renderer.catalog.taxonomy
    pages = {(each.facet, each.slug): each.tail for some in renderer.collections.values() for each in some}
    pages |= {("family", term): f"families/{term}/" for term in renderer.catalog.by_family}
    for locale in Locale:
        title = renderer.messages.say(locale, "glossary")
        lead = renderer.messages.say(locale, "glossary_lead")
        terms = [
            (
                vocabulary,
                [(term, pages.get((vocabulary, name), "")) for name, term in taxonomy.get(vocabulary, {}).items()],
            )
            for vocabulary in _VOCABULARIES
        ]
        body = renderer.render(
            "glossary.html", locale, f"{locale}/glossary/", heading=title, lead=lead, vocabularies=terms
        )
        yield renderer.page(locale, "glossary/", title=title, description=lead, body=body)
