"""A paper that was renamed keeps its address: the old page leads on, and crawlers hear of the new one only."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from conftest import PROJECT
from invented import TAXONOMY, entry
from rsfm.locales import Locale
from rsfm.merge import merge
from rsfm.render import SiteFacts
from rsfm.site import SiteSource, publish
from rsfm.site.verify import verify
from site_of_an_engine import left_by_engine


def test_an_old_address_leads_on_and_is_not_in_the_sitemap(tmp_path: Path):
    left_by_engine(tmp_path)
    catalog = merge([replace(entry("new-name"), former_ids=("old-name", "p-1")), entry("p-1")], {}, TAXONOMY)
    source = SiteSource.of_project(
        PROJECT, SiteFacts(site_url="https://example.org/", repo_url="https://example.org/src")
    )
    with ThreadPoolExecutor(1) as thread:
        thread.submit(publish, tmp_path, catalog, source, lambda _: None).result()
    assert verify(tmp_path) == []
    for locale in Locale:
        page = (tmp_path / locale / "papers/old-name/index.html").read_text()
        assert '<meta http-equiv="refresh" content="0; url=../new-name/">' in page
        assert f'<link rel="canonical" href="https://example.org/{locale}/papers/new-name/">' in page
        assert '<a href="../new-name/">' in page
        assert "refresh" not in (tmp_path / locale / "papers/p-1/index.html").read_text()  # an entry has it now
    for one in ("cite/{}.bib", "cite/{}.ris", "api/v1/papers/{}.json"):
        assert (tmp_path / one.format("old-name")).read_bytes() == (tmp_path / one.format("new-name")).read_bytes()
    assert "2025oldname," in (tmp_path / "cite/new-name.bib").read_text(), "what others cite keeps its key"
    assert "old-name" not in (tmp_path / "sitemap.xml").read_text()
    names = '<meta name="rsfm-renamed" content="{&#34;old-name&#34;:&#34;new-name&#34;}">'
    assert names in (tmp_path / "en/favourites/index.html").read_text()
