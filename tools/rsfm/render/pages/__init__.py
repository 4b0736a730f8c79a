"""The register of page types: one module each, with a decorated builder that yields the pages of its type.

Whatever is registered here is published, listed in the sitemap, verified and tested like all others. A new type of
page is a module in this folder, a template in ``site_src/templates`` and its words in ``site_src/messages``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from rsfm.locales import Locale
from rsfm.render.messages import Messages
from rsfm.render.page import Article, MenuItem, Page
from rsfm.render.renderer import Renderer

Builder = Callable[[Renderer], Iterator[Page]]


@dataclass(frozen=True, kw_only=True)
class PageType:
    """One type of page: its name, what makes its pages, and its place in the menu."""

    name: str
    build: Builder
    menu: tuple[int, str, str] | None
    """Place from left to right, address below the locale's folder, and name of the word; ``None``: not in the menu."""


PAGE_TYPES: dict[str, PageType] = {}
"""Every type of page, by the name of its builder."""


def page_type(*, menu: tuple[int, str, str] | None = None) -> Callable[[Builder], Builder]:
    """Register the builder below as a type of page. Every page it yields must exist in both languages."""

    def register(build: Builder) -> Builder:
        PAGE_TYPES[build.__name__] = PageType(name=build.__name__, build=build, menu=menu)
        return build

    return register


def all_pages(renderer: Renderer) -> Iterator[Page]:
    """Yield every page of the site. Raises ValueError where two would lie at the same address."""
    seen: set[str] = set()
    for each in PAGE_TYPES.values():
        for page in each.build(renderer):
            if page.address in seen:
                raise ValueError(f"two pages at the same address: {page.address}")
            seen.add(page.address)
            yield page


def menu_of(articles: Iterable[Article], messages: Messages) -> dict[Locale, list[MenuItem]]:
    """Return the menu in each locale: types of pages and articles that want to be in it, in the order of their places."""
    found: dict[Locale, list[MenuItem]] = {locale: [] for locale in Locale}
    for article in articles:
        if article.menu is not None:
            found[article.locale].append(MenuItem(place=article.menu, tail=article.tail, label=article.title))
    for place, tail, word in (each.menu for each in PAGE_TYPES.values() if each.menu):
        for locale in Locale:
            found[locale].append(MenuItem(place=place, tail=tail, label=messages.say(locale, word)))
    return {locale: sorted(items, key=lambda item: (item.place, item.tail)) for locale, items in found.items()}


for _module in sorted(module.name for module in iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")
