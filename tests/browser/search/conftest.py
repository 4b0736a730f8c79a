"""The real catalog and an invented one, each ready to be asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser.search.asking import Search, searched
from browser.search.invented_catalog import invented_catalog
from rsfm.merge import Catalog


@pytest.fixture(scope="session")
def real(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Search]:
    with searched(catalog, tmp_path_factory.mktemp("real") / "site", browser) as search:
        yield search


@pytest.fixture(scope="session")
def invented(catalog: Catalog, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Search]:
    papers = invented_catalog(1_000, catalog.taxonomy)
    with searched(papers, tmp_path_factory.mktemp("invented") / "site", browser) as search:
        yield search
