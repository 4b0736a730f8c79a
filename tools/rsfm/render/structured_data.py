"""What a page tells machines about its paper: schema.org JSON-LD and the citation tags that reference managers read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from markupsafe import Markup

from rsfm import ids
from rsfm.locales import Locale
from rsfm.merge import Catalog, Paper
from rsfm.model import Availability, DataRole, Licence, VenueKind, VenueState
from rsfm.render.page import language_tag
from rsfm.render.previews.told import HEIGHT, WIDTH, Told, place_of

_PARTS: dict[VenueKind | None, str] = {VenueKind.JOURNAL: "Periodical", VenueKind.CONFERENCE: "Book"}
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True)
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def json_for_script(value: object) -> Markup:
    """Return ``value`` as JSON that cannot end the script element around it."""
    text = _JSON.encode(value)
    return Markup(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))  # noqa: S704


def json_ld(paper: Paper, catalog: Catalog, locale: Locale, site_url: str, home: str) -> list[Markup]:
    """Return the paper as a schema.org ScholarlyArticle, what it brings, and the way to its page.

    ``home`` is the name of the page at which that way begins.
    """
    things = [_article(paper, locale, site_url), *_brought(paper, catalog, locale)]
    things.append(_breadcrumbs(paper, catalog, locale, site_url, home))
    return [json_for_script({"@context": "https://schema.org", **thing}) for thing in things]


def _article(paper: Paper, locale: Locale, site_url: str) -> dict[str, object]:
    entry, venue = paper.entry, paper.entry.venue
    same_as = [urls[0] for what, urls in paper.addresses.items() if what in ("arxiv", "doi", "publisher")]
    first, last = _pages(paper)
    value: dict[str, object] = {
        "@type": "ScholarlyArticle",
        "name": entry.title,
        "headline": entry.title,
        "author": [{"@type": "Person", "name": name} for name in paper.authors],
        "datePublished": _appeared(paper),
        "isPartOf": {"@type": _PARTS.get(venue.kind, "CreativeWork"), "name": venue.name},
        "keywords": list(entry.keywords.get(locale)),
        "inLanguage": "zh" if language_tag(entry.title) == Locale.ZH.tag else "en",
        "sameAs": same_as,
    }
    address = f"{site_url}{locale}/papers/{entry.paper_id}/" if site_url else ""
    more = {"pageStart": first, "pageEnd": last, "mainEntityOfPage": address}
    return value | {name: said for name, said in more.items() if said}


def _brought(paper: Paper, catalog: Catalog, locale: Locale) -> Iterator[dict[str, object]]:
    """Yield the code and the data sets that the paper brings and readers can have."""
    entry = paper.entry

    def licence(release: Licence | None) -> str | None:
        term = catalog.taxonomy.get("licence", {}).get(release.name) if release else None
        return (term.link or term.label.best(locale)) if term else None

    def known(thing: dict[str, object]) -> dict[str, object]:
        return {name: said for name, said in thing.items() if said}

    creators = [{"@type": "Person", "name": name} for name in paper.authors]
    if entry.code.state is Availability.OPEN:
        for url in entry.links.code:
            yield known(
                {
                    "@type": "SoftwareSourceCode",
                    "name": entry.name,
                    "codeRepository": url,
                    "license": licence(entry.code.licence),
                    "author": creators,
                }
            )
    for data in entry.data:
        if DataRole.INTRODUCED in data.role:
            links = data.access.links or entry.links.dataset
            yield known(
                {
                    "@type": "Dataset",
                    "name": data.name,
                    "description": f"{data.name}: {entry.title}",
                    "url": links[0] if links else None,
                    "license": licence(data.access.licence),
                    "creator": creators,
                    "isAccessibleForFree": data.access.state is Availability.OPEN or None,
                }
            )


def _breadcrumbs(paper: Paper, catalog: Catalog, locale: Locale, site_url: str, home: str) -> dict[str, object]:
    family = catalog.taxonomy["family"][paper.entry.family].label.best(locale)
    steps = [
        (home, ""),
        (family, f"families/{paper.entry.family}/"),
        (paper.entry.name, f"papers/{paper.paper_id}/"),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name}
            | ({"item": f"{site_url}{locale}/{tail}"} if site_url else {})
            for place, (name, tail) in enumerate(steps, start=1)
        ],
    }


def _pages(paper: Paper) -> tuple[str, str]:
    """Return the first and the last page; an article's number is its first."""
    first, dash, last = (part.strip() for part in (paper.entry.venue.pages or "").replace("–", "-").partition("-"))
    return (first, last) if dash else (first, "")


def _appeared(paper: Paper) -> str:
    """The date of the version that is cited: arXiv's for a preprint, otherwise the year of the venue."""
    preprint = paper.entry.venue.state is VenueState.PREPRINT
    return paper.published.isoformat() if preprint and paper.published else str(paper.year)


def preview_tags(paper: Paper, catalog: Catalog, locale: Locale) -> list[tuple[str, str]]:
    """Return what previews of a link read beyond title and description (OpenGraph)."""
    entry = paper.entry
    tags = [("og:locale:alternate", "en_US" if locale is Locale.ZH else "zh_CN")]
    tags.append(("article:published_time", entry.added.isoformat()))
    tags.append(("article:section", catalog.taxonomy["family"][entry.family].label.best(locale)))
    tags += [("article:author", name) for name in paper.authors]
    return tags + [("article:tag", word) for word in entry.keywords.get(locale)]


def picture_tags(told: Told, paper_id: str, locale: Locale, site_url: str) -> list[tuple[str, str]]:
    """Return what previews read of the picture of a paper; nothing where its address is not known."""
    if not site_url:
        return []
    return [
        ("og:image", f"{site_url}{place_of(paper_id)}"),
        ("og:image:type", "image/png"),
        ("og:image:width", str(WIDTH)),
        ("og:image:height", str(HEIGHT)),
        ("og:image:alt", told.in_words(locale)),
    ]


def citation_tags(paper: Paper) -> list[tuple[str, str]]:
    """Return the ``citation_*`` meta tags that Zotero and Google Scholar read."""
    entry = paper.entry
    tags = [("citation_title", entry.title)]
    tags += [("citation_author", name) for name in entry.venue.authors or paper.authors]
    tags.append(("citation_publication_date", _appeared(paper).replace("-", "/")))
    if paper.published:
        tags.append(("citation_online_date", f"{paper.published:%Y/%m/%d}"))
    if entry.venue.kind:
        tags.append((f"citation_{entry.venue.kind}_title", entry.venue.name))
    first, last = _pages(paper)
    more = {"volume": entry.venue.volume, "issue": entry.venue.issue, "firstpage": first, "lastpage": last}
    tags += [(f"citation_{name}", said) for name, said in more.items() if said]
    tags.append(("citation_language", "zh" if language_tag(entry.title) == Locale.ZH.tag else "en"))
    tags += [("citation_keywords", word) for word in entry.keywords.en]
    if entry.arxiv_id:
        tags += [("citation_arxiv_id", entry.arxiv_id), ("citation_pdf_url", ids.arxiv_pdf_url(entry.arxiv_id))]
    if paper.doi:
        tags.append(("citation_doi", paper.doi))
    return tags
