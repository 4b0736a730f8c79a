"""The pages and fragments of one catalog, from our own autoescaping templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rsfm.locales import Locale, Localized
from rsfm.merge import Catalog, Paper
from rsfm.model import PaperId, Provenance
from rsfm.render.card import Card, card
from rsfm.render.messages import Messages, day
from rsfm.render.page import Page, SiteFacts, language_tag, last_step, root_of
from rsfm.render.paper_facts import Facts
from rsfm.render.structured_data import citation_tags, json_ld

NEWEST = 6
"""Cards under "newest" on the home page."""


class Renderer:
    """Renders a catalog in both locales. Text that people typed only ever passes through autoescaping templates.

    ``rules`` are what ``rsfm check`` looks for, by topic: each has a code, severity, title, reason and ``mends``.
    """

    def __init__(
        self,
        catalog: Catalog,
        messages: Messages,
        site: SiteFacts,
        templates: list[Path],
        citations: Mapping[PaperId, str],
        rules: Mapping[Localized, Sequence[Any]],
    ) -> None:
        self.catalog = catalog
        self.messages = messages
        self.site = site
        self.citations = citations
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in templates]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(catalog=catalog, taxonomy=catalog.taxonomy, site=site, locales=tuple(Locale))
        self._environment.globals.update(rules=rules)
        self._environment.filters.update(language_tag=language_tag, last_step=last_step)

    @cached_property
    def cards(self) -> dict[Locale, dict[PaperId, Card]]:
        """The card of every paper, by locale."""
        return {locale: {p.paper_id: card(p, self.catalog, locale) for p in self.catalog.papers} for locale in Locale}

    def fragment(self, name: str, locale: Locale, path: str) -> str:
        """Return the generated part ``name`` of a hand-written page at ``path``."""
        return self._render(f"fragments/{name}.html", locale, path, newest=NEWEST)

    def door(self) -> str:
        """Return the root of the site: a choice of language, with ``[[policy]]`` where its policy belongs."""
        template = self._environment.get_template("door.html")
        return template.render(say=self.messages.say)

    def search_results(self, locale: Locale, root: str) -> str:
        """Return the empty result list that the search of every page fills; ``root`` leads to the site's root."""
        return self._render("search_results.html", locale, "", root=root)

    def confirmed(self, locale: Locale) -> str:
        """Return the sentence that says when the data was last confirmed; empty where nothing was ever confirmed."""
        date = self.catalog.confirmed
        if not date:
            return ""
        count = sum(
            p.snapshot is not None and p.snapshot.provenance is Provenance.FACT_SHEET for p in self.catalog.papers
        )
        name = "footer_unconfirmed" if count else "footer_confirmed"
        return self.messages.say(locale, name, date=day(date, locale), count=count)

    def pages(self) -> Iterator[Page]:
        """Yield every generated page, each locale after the other."""
        for locale in Locale:
            for index, paper in enumerate(self.catalog.papers):
                yield self._paper_page(locale, paper, index)
            for term, papers in self.catalog.by_family.items():
                label = self.catalog.taxonomy["family"][term]
                lead = label.definition.best(locale)
                yield self._list_page(locale, f"families/{term}/", label.label.best(locale), lead, papers)
            for year, papers in self.catalog.by_year.items():
                title = self.messages.say(locale, "year_title", year=year)
                count = self.messages.say(
                    locale, "one_paper" if len(papers) == 1 else "papers_count", count=len(papers)
                )
                lead = self.messages.say(locale, "year_lead", year=year, count=len(papers), papers=count)
                yield self._list_page(locale, f"years/{year}/", title, lead, papers)

    def _paper_page(self, locale: Locale, paper: Paper, index: int) -> Page:
        papers = self.catalog.papers
        entry = paper.entry
        own = self.cards[locale][paper.paper_id]
        description = own.point if own.point_tag == locale.tag and own.point else f"{entry.title} ({own.venue})"
        title = entry.title if entry.title.startswith(entry.name) else f"{entry.name} – {entry.title}"
        address = f"{self.site.site_url}{locale}/papers/{paper.paper_id}/" if self.site.site_url else ""
        return self._page(
            "paper.html",
            locale,
            f"papers/{paper.paper_id}/",
            title,
            description,
            paper=paper,
            entry=entry,
            newer=papers[index - 1] if index else None,
            older=papers[index + 1] if index + 1 < len(papers) else None,
            facts=Facts(paper, self.catalog, locale),
            related=self.catalog.related(paper),
            citation=self.citations[paper.paper_id],
            json_ld=json_ld(paper, locale, address),
            citation_tags=citation_tags(paper),
        )

    def _list_page(self, locale: Locale, tail: str, title: str, lead: str, papers: tuple[Paper, ...]) -> Page:
        return self._page("list.html", locale, tail, title, lead, heading=title, lead=lead, papers=papers)

    def _page(self, template: str, locale: Locale, tail: str, title: str, description: str, **values: Any) -> Page:
        path = f"{locale}/{tail}"
        head = self._render(
            "head.html",
            locale,
            path,
            tail=tail,
            title=title,
            description=description,
            site_name=self.messages.say(locale, "site_name"),
            site_url=self.site.site_url,
            json_ld=values.get("json_ld"),
            citation_tags=values.get("citation_tags"),
        )
        return Page(
            locale=locale,
            tail=tail,
            title_html=self._render("title.html", locale, path, title=title),
            head_html=head,
            body_html=self._render(template, locale, path, **values),
        )

    @cache  # noqa: B019 -- a renderer lives as long as its build; a card is drawn once, not on every page that shows it
    def _card_html(self, locale: Locale, root: str, paper_id: PaperId) -> Markup:
        values = {"locale": locale, "root": root, "t": partial(self.messages.say, locale)}
        card = self.cards[locale][paper_id]
        return Markup(self._environment.get_template("card.html").render(values, card=card))  # noqa: S704 -- just escaped

    def _render(self, template: str, locale: Locale, path: str, **values: Any) -> str:
        context = {
            "locale": locale,
            "path": path,
            "root": root_of(path),
            "t": partial(self.messages.say, locale),
            "day": partial(day, locale=locale),
            "cards": self.cards[locale],
            "card_of": partial(self._card_html, locale, root_of(path)),
        }
        return self._environment.get_template(template).render(context | values)
