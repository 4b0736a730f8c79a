"""The pages that people wrote, with the generated fragments they ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.locales import Locale
from rsfm.render.alternates import alternates
from rsfm.render.fragments import fragment
from rsfm.render.page import Article, Page
from rsfm.render.pages import page_type
from rsfm.render.renderer import Renderer
from rsfm.render.templates import Html

_FRAGMENT = re.compile(r"<!-- rsfm:([a-z]+) -->")


@page_type()
def articles(renderer: Renderer) -> Iterator[Page]:
    """Yield the page of every article."""
    for article in renderer.content.articles:
        yield article_page(renderer, article)


def article_page(renderer: Renderer, article: Article) -> Page:
    """Return the page of ``article``. Raises KeyError where it asks for a fragment that does not exist."""
    locale: Locale = article.locale
    address = f"{locale}/{article.tail}"
    body = _FRAGMENT.sub(lambda found: fragment(renderer, found[1], locale, address), article.content_html)
    say = renderer.messages.say
    return renderer.page(
        locale,
        article.tail,
        title=article.title,
        page_title="" if article.tail else f"{say(locale, 'site_name')} · {say(locale, 'tagline')}",
        description=article.description or say(locale, "lead"),
        body=Html(body),
        head=alternates(renderer, locale, address),
    )
