"""What a page tells machines about its paper: schema.org JSON-LD and the citation tags that reference managers read."""

from __future__ import annotations

import json

from markupsafe import Markup

from rsfm import ids
from rsfm.locales import Locale
from rsfm.merge import Paper
from rsfm.model import VenueKind, VenueState

_PARTS: dict[VenueKind | None, str] = {VenueKind.JOURNAL: "Periodical", VenueKind.CONFERENCE: "Book"}
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
        "datePublished": _appeared(paper),
        "isPartOf": {"@type": _PARTS.get(entry.venue.kind, "CreativeWork"), "name": entry.venue.name},
        "keywords": list(entry.keywords.get(locale)),
        "inLanguage": "en",
        "sameAs": same_as,
    }
    if address:
        value["mainEntityOfPage"] = address
    return json_for_script(value)


def _appeared(paper: Paper) -> str:
    """The date of the version that is cited: arXiv's for a preprint, otherwise the year of the venue."""
    preprint = paper.entry.venue.state is VenueState.PREPRINT
    return paper.published.isoformat() if preprint and paper.published else str(paper.year)


def citation_tags(paper: Paper) -> list[tuple[str, str]]:
    """Return the ``citation_*`` meta tags that Zotero and Google Scholar read."""
    entry = paper.entry
    tags = [("citation_title", entry.title)]
    tags += [("citation_author", name) for name in paper.authors]
    tags.append(("citation_publication_date", _appeared(paper).replace("-", "/")))
    if paper.published:
        tags.append(("citation_online_date", f"{paper.published:%Y/%m/%d}"))
    if entry.venue.kind:
        tags.append((f"citation_{entry.venue.kind}_title", entry.venue.name))
    if entry.arxiv_id:
        tags += [("citation_arxiv_id", entry.arxiv_id), ("citation_pdf_url", ids.arxiv_pdf_url(entry.arxiv_id))]
    if paper.doi:
        tags.append(("citation_doi", paper.doi))
    return tags
