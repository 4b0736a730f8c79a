"""The list of all pages for crawlers, each with its twin in the other language."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from rsfm.locales import Locale

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(site_url: str, addresses: Iterable[str]) -> str:
    """Return the sitemap of the pages at ``addresses``, in a fixed order; a page in no language has no twin."""
    lines = [_HEAD]
    tails = set()
    for address in sorted(set(addresses)):
        folder, _, tail = address.partition("/")
        if folder in set(Locale):
            tails.add(tail)
        else:
            lines.append(f"<url><loc>{escape(site_url + address)}</loc></url>\n")
    for tail in sorted(tails):
        twins = "".join(
            f'<xhtml:link rel="alternate" hreflang="{locale.tag}" href={quoteattr(f"{site_url}{locale}/{tail}")}/>'
            for locale in Locale
        )
        lines += [f"<url><loc>{escape(f'{site_url}{locale}/{tail}')}</loc>{twins}</url>\n" for locale in Locale]
    return "".join((*lines, "</urlset>\n"))
