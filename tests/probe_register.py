"""Run in a copy of the project: says as JSON what the rest of it makes of the fields of the register."""

import csv
import json
import sys
from functools import partial
from pathlib import Path

from rsfm.checks import check
from rsfm.export.api_papers import papers_csv
from rsfm.export.json_schema import json_schema
from rsfm.forms.files import form_files
from rsfm.locales import Locale
from rsfm.render import Content, Messages, Renderer, SiteFacts, all_pages, menu_of
from rsfm.render.explorer import facets_offered, ranges_offered
from rsfm.render.facets import ranges_of, terms_of
from rsfm.site.search.concepts import concepts_of
from rsfm.site.search.fields import texts_of
from rsfm.store import load


def seen(project: Path) -> dict:
    """Return what is seen of the entry ``terralens`` in the copy, its texts as written in ``project``."""
    library = load(Path("papers"))
    catalog = library.catalog()
    (paper,) = catalog.papers
    messages = Messages.load(project / "site_src/messages")
    content = Content(
        catalog=catalog,
        site=SiteFacts(site_url="", repo_url=""),
        citations={paper.paper_id: {"bibtex": "@misc{x}"}},
        articles=(),
    )
    templates = [project / "site_src/templates", project / "site_src/docs"]
    pages = {
        page.address: page.html for page in all_pages(Renderer(content, messages, templates, menu_of((), messages)))
    }
    ((_, text),) = papers_csv(catalog)
    header, row = list(csv.reader(text.removeprefix("\ufeff").splitlines()))[:2]
    offered = {
        locale: {
            "facets": {f[0]: list(f[1:]) for f in facets_offered(catalog, locale, partial(messages.say, locale))},
            "ranges": {r[0]: list(r[1:]) for r in ranges_offered(catalog, locale)},
        }
        for locale in Locale
    }
    return {
        "problems": [problem.text(Locale.EN) for problem in check(library)],
        "schema": json_schema(library.taxonomy),
        "forms": form_files(library.taxonomy),
        "pages": {locale: pages[f"{locale}/papers/terralens/"] for locale in Locale},
        "searched": [text.text for text in texts_of(paper, catalog.taxonomy)],
        "concepts": {concept.name: concept.facet for concept in concepts_of(catalog)},
        "terms": terms_of(paper.entry),
        "ranges": ranges_of(paper.entry),
        "offered": offered,
        "export": dict(zip(header, row, strict=True)),
    }


if __name__ == "__main__":
    json.dump(seen(Path(sys.argv[1])), sys.stdout)
