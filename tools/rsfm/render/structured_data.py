"""What a page tells machines about its paper: schema.org JSON-LD and the citation tags that reference managers read."""

from __future__ import annotations

import json

from markupsafe import Markup

from rsfm import ids
from rsfm.locales import Locale
from rsfm.merge import Paper

_UNSAFE = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"})


def json_for_script(value: object) -> Markup:
    """Return ``value`` as JSON that cannot end the script element around it."""
    return Markup(json.dumps(value, ensure_ascii=False, sort_keys=True).translate(_UNSAFE))  # noqa: S704


def json_ld(paper: Paper, locale: Locale, address: str) -> Markup:
    """Return the paper as a schema.org ScholarlyArticle."""
    entry = paper.entry
    same_as = [urls[0] for what, urls in paper.addresses.items() if what in ("arxiv", "doi", "publisher")]
    value: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "name": entry.title,
        "headline": entry.title,
        "author": [{"@type": "Person", "name": name} for name in paper.authors],
        "datePublished": paper.published.isoformat() if paper.published else str(paper.year),
        "isPartOf": {"@type": "PublicationIssue", "name": f"{entry.venue.name} {entry.venue.year}"},
        "keywords": list(entry.keywords.get(locale)),
        "inLanguage": "en",
        "sameAs": same_as,
    }
    if address:
        value["mainEntityOfPage"] = address
    return json_for_script(value)


def citation_tags(paper: Paper) -> list[tuple[str, str]]:
    """Return the ``citation_*`` meta tags that Zotero and Google Scholar read."""
    entry = paper.entry
    tags = [("citation_title", entry.title)]
    tags += [("citation_author", name) for name in paper.authors]
    tags.append(("citation_publication_date", f"{paper.published:%Y/%m/%d}" if paper.published else str(paper.year)))
    if entry.venue.name != "arXiv":
        tags.append(("citation_journal_title", entry.venue.name))
    if entry.arxiv_id:
        tags += [("citation_arxiv_id", entry.arxiv_id), ("citation_pdf_url", ids.arxiv_pdf_url(entry.arxiv_id))]
    if paper.doi:
        tags.append(("citation_doi", paper.doi))
    return tags
