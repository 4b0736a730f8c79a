"""The page of rules has every rule in both languages, and every paper's page leads to the form for corrections."""

import html
import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from rsfm.checks import RULES
from rsfm.forms.both_forms import CORRECT, forms_of
from rsfm.locales import Locale
from rsfm.merge import Catalog


@pytest.mark.parametrize("locale", Locale)
def test_every_rule_is_explained(site_dir: Path, locale: Locale):
    page = html.unescape((site_dir / locale / "rules/index.html").read_text("utf-8"))
    assert page.count("<dt>") == len(RULES) >= 60
    for rule in RULES.values():
        assert f'id="{rule.code}"' in page
        assert rule.title.best(locale) in page and rule.why.best(locale) in page


@pytest.mark.parametrize("locale", Locale)
def test_every_paper_leads_to_a_form_that_names_it(site_dir: Path, catalog: Catalog, locale: Locale):
    asked = {question.id for question in forms_of(catalog.taxonomy)[CORRECT].questions}
    for paper in catalog.papers:
        page = (site_dir / locale / "papers" / paper.paper_id / "index.html").read_text("utf-8")
        (link,) = re.findall(r'href="([^"]*/issues/new[^"]*)"', page)
        query = parse_qs(urlsplit(html.unescape(link)).query)
        assert query["template"] == [f"{CORRECT}.yml"] and query["paper"] == [paper.paper_id]
        assert query.keys() - {"template", "title"} <= asked
