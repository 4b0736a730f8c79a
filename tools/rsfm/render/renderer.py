"""What every page of one site has in common: words, menu, cards, and the shell around its content."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Any

from rsfm.locales import Locale
from rsfm.merge import Paper
from rsfm.model import PaperId, Provenance
from rsfm.render.card import Card, cards
from rsfm.render.collections import AUTHOR, VENUE, Collection, collections_of
from rsfm.render.content import Content
from rsfm.render.explorer import Option, facets_offered
from rsfm.render.facts import Words
from rsfm.render.keys import PageKeys
from rsfm.render.messages import Messages, day
from rsfm.render.page import MenuItem, Page, root_of
from rsfm.render.pictures import Lineage, lineages
from rsfm.render.policy import policy
from rsfm.render.related import Nearness
from rsfm.render.shell import PLACES, Shell
from rsfm.render.templates import Html, Templates
from rsfm.render.twin import twin_of
from rsfm.render.values import ShownValues
from rsfm.results import Comparison

_ROOT = "\0"
"""Stands for the way to the root in a card that is made once and shown on pages of different depth; no text holds it."""
_CARD = re.compile("\0([a-z0-9-]+)\0")
"""Stands for a card in the body of a page."""
_CARDS_OF_TWIN = re.compile(" *((?:\0[a-z0-9-]+\0)+)")


class Renderer:
    """Renders pages in both locales. Text that people typed only ever passes through autoescaping templates."""

    def __init__(
        self,
        content: Content,
        messages: Messages,
        templates: Sequence[Path],
        menu: Mapping[Locale, Sequence[MenuItem]],
        *,
        strict: bool = True,
    ) -> None:
        """``strict`` pages allow our own files only; a preview must not be, its live reload is an inline script."""
        self.content = content
        self.catalog = content.catalog
        self.messages = messages
        self.site = content.site
        everywhere = {"taxonomy": content.catalog.taxonomy, "site": content.site, "locales": tuple(Locale)}
        self._templates = {
            locale: Templates(templates, locale, messages.words[locale], **everywhere, say=messages.say)
            for locale in Locale
        }
        self.strict = strict
        self._menu = menu

    @cached_property
    def cards(self) -> dict[Locale, dict[PaperId, Card]]:
        """The card of every paper, by locale."""
        found: dict[Locale, dict[PaperId, Card]] = {locale: {} for locale in Locale}
        for paper in self.catalog.papers:
            for locale, card in cards(paper, self.catalog).items():
                found[locale][paper.paper_id] = card
        return found

    @cached_property
    def keys(self) -> PageKeys:
        """What stands for all that a page shows."""
        return PageKeys(self, self.content.outside)

    @cached_property
    def vocabulary(self) -> dict[Locale, Words]:
        """What values of fields are called in each locale."""
        return {locale: Words(self.catalog.taxonomy, locale) for locale in Locale}

    @cached_property
    def comparison(self) -> Comparison:
        """Every measured value, compared."""
        return Comparison(self.catalog)

    @cached_property
    def nearness(self) -> Nearness:
        """Why papers are near each other."""
        return Nearness(self.catalog, self.messages.say)

    @cached_property
    def lineages(self) -> dict[PaperId, Lineage]:
        """The lineage of every paper that is in one."""
        return {node.paper.paper_id: each for each in lineages(self.catalog) for node in each.nodes}

    @cached_property
    def collections(self) -> dict[str, list[Collection]]:
        """What papers have in common, by facet."""
        return collections_of(self.catalog)

    @cached_property
    def listed(self) -> set[tuple[str, str]]:
        """Facet and name of the terms that have a list: a teacher that no model was initialised from has none."""
        return {(facet, one.slug) for facet, some in self.collections.items() for one in some}

    @cached_property
    def places(self) -> dict[tuple[str, str], str]:
        """Where each author and venue that has a page is, below the folder of a locale, by facet and name."""
        named = (each for facet in (AUTHOR, VENUE) for each in self.collections.get(facet, ()))
        return {(each.facet, each.label.best(Locale.EN)): each.tail for each in named}

    @cached_property
    def facets_offered(self) -> dict[Locale, list[tuple[str, str, list[Option], bool]]]:
        """What the explorer offers to choose by, by locale."""
        return {
            locale: list(facets_offered(self.catalog, locale, self.messages.words[locale].__getitem__))
            for locale in Locale
        }

    def page(
        self,
        locale: Locale,
        tail: str,
        *,
        title: str,
        description: str,
        body: Html,
        head: Html | str = "",
        article: bool = False,
        picture: bool = False,
        page_title: str = "",
    ) -> Page:
        """Return the page at ``tail`` below the folder of ``locale``: ``body`` in the shell of the site.

        ``head`` is what only this page says in its head; ``article`` tells previews that it is about one thing, and
        ``picture`` that there is a picture of that.
        """
        address = f"{locale}/{tail}"
        current = next((item.tail for item in self._menu[locale] if tail.startswith(item.tail)), "")
        values = {
            "title": title,
            "page_title": page_title or f"{title} · {self.messages.say(locale, 'site_name')}",
            "description": description,
            "tail": tail,
            "kind": "article" if article else "website",
            "preview": "summary_large_image" if picture else "summary",
            "head": head,
            "body": self._with_cards(locale, root_of(address), body),
        }
        html = self._shell(locale, root_of(address), current).around(values)
        return Page(address=address, make=lambda: html, tell=partial(self._told, locale, root_of(address), body))

    def shell(self, locale: Locale) -> str:
        """Return what is around the content of every page in ``locale``."""
        return self._shell(locale, "./", "").around(dict.fromkeys(PLACES, ""))

    @cache  # noqa: B019 -- the same for all pages of one depth and one place of the menu
    def _shell(self, locale: Locale, root: str, current: str) -> Shell:
        return Shell(
            self._templates[locale].render(
                "shell.html",
                self._everywhere(locale, root),
                **Shell.places(),
                current=current,
                policy=Html(policy() if self.strict else ""),
            )
        )

    def render(self, template: str, locale: Locale, address: str, **values: Any) -> Html:
        """Return ``template`` for a page at ``address``."""
        return self._templates[locale].render(template, self._everywhere(locale, root_of(address)), **values)

    def bare(self, template: str, **values: Any) -> Html:
        """Return ``template`` for a page in no language."""
        return self._templates[Locale.EN].render(template, {}, **values)

    @cache  # noqa: B019 -- a renderer lives as long as its build
    def _everywhere(self, locale: Locale, root: str) -> dict[str, Any]:
        """What every template may use."""
        t = self._say(locale)
        shown = ShownValues(self.catalog.taxonomy, locale, f"{root}{locale}/", self.listed, t)
        return {
            "locale": locale,
            "other": locale.other,
            "root": Html(root),
            "home": Html(f"{root}{locale}/"),
            "t": t,
            "day": partial(day, locale=locale),
            "icon": cache(partial(self._icon, root)),
            "chip": shown.chip,
            "value": shown.value,
            "values": shown.values,
            "cited": shown.cited,
            "aside": shown.aside,
            "menu": self._menu[locale],
            "confirmed": self.confirmed(locale),
            "renamed": self._renamed,
        }

    @cached_property
    def _renamed(self) -> str:
        """For scripts, the present name of every renamed entry by its former one; empty where there is none."""
        names = self.catalog.renamed
        return json.dumps(names, separators=(",", ":")) if names else ""

    @staticmethod
    def _icon(root: str, name: str) -> Html:
        return Html('<svg class="icon" aria-hidden="true"><use href="{}assets/images/icons.svg#{}"/></svg>').format(
            root, name
        )

    def _say(self, locale: Locale) -> Callable[..., str]:
        words = self.messages.words[locale]

        def t(name: str, /, **values: object) -> str:
            return words[name].format(**values) if values else words[name]

        return t

    @staticmethod
    def cards_html(papers: Iterable[Paper]) -> Html:
        """Return a list of the cards of ``papers``, which are put in when its page is finished."""
        places = "".join(f"\0{paper.paper_id}\0" for paper in papers)
        return Html(f'<ul class="cards">{places}</ul>')

    def _with_cards(self, locale: Locale, root: str, body: Html) -> Html:
        """Return ``body`` with the cards in their places."""
        if "\0" not in body:
            return body
        return Html(_CARD.sub(lambda found: self._card(locale, PaperId(found[1]))[0], body).replace(_ROOT, root))

    def _told(self, locale: Locale, root: str, body: Html) -> str:
        """Return the twin of ``body``, the cards in their places, too."""

        def cards(found: re.Match[str]) -> str:
            return "\n".join(self._card(locale, PaperId(each))[1] for each in _CARD.findall(found[1]))

        twin = twin_of(body)
        return _CARDS_OF_TWIN.sub(cards, twin).replace(_ROOT, root) if "\0" in body else twin

    @cache  # noqa: B019 -- a card is drawn once, not on every page that shows it
    def _card(self, locale: Locale, paper_id: PaperId) -> tuple[str, str]:
        """Return a card as an item of a list, and its twin."""
        values = self._everywhere(locale, _ROOT)
        item = self._templates[locale].render("card.html", values, card=self.cards[locale][paper_id])
        return str(item), twin_of(f"<ul>{item}</ul>").rstrip("\n")

    @cache  # noqa: B019 -- the same on every page
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
