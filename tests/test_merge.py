"""An entry and a snapshot become a paper; the curated value wins, and order and lookups follow."""

from datetime import date

from invented import TAXONOMY, entry, snapshot
from rsfm.merge import merge
from rsfm.model import ArxivId, Doi, Links, PaperId, Related, Relations, Url, Venue, VenueState

VENUE = Venue(name="CVPR", year=2024, state=VenueState.PUBLISHED)


def test_authors_come_from_the_snapshot_unless_the_entry_gives_them():
    said = {ArxivId("2501.00001"): snapshot("2501.00001"), ArxivId("2501.00002"): snapshot("2501.00002")}
    plain = entry("plain", arxiv_id=ArxivId("2501.00001"))
    curated = entry("curated", arxiv_id=ArxivId("2501.00002"), authors=("Cleo Curated",))
    catalog = merge([plain, curated], said, TAXONOMY)
    assert catalog.by_id[PaperId("plain")].authors == ("Ada Example", "Ben Beispiel")
    assert catalog.by_id[PaperId("curated")].authors == ("Cleo Curated",)


def test_the_curated_doi_wins():
    said = {ArxivId("2501.00001"): snapshot("2501.00001", doi="10.1000/arxiv")}
    catalog = merge([entry("a", arxiv_id=ArxivId("2501.00001"), doi=Doi("10.1000/curated"))], said, TAXONOMY)
    assert catalog.papers[0].doi == "10.1000/curated"


def test_papers_are_ordered_by_first_appearance_newest_first():
    said = {ArxivId("2501.00001"): snapshot("2501.00001", published=date(2025, 1, 2))}
    papers = [entry("old", venue=VENUE), entry("new", arxiv_id=ArxivId("2501.00001")), entry("undated")]
    assert [p.paper_id for p in merge(papers, said, TAXONOMY).papers] == ["new", "undated", "old"]


def test_the_order_does_not_depend_on_the_order_of_files():
    papers = [entry("b"), entry("a"), entry("c")]
    assert merge(papers, {}, TAXONOMY).papers == merge(papers[::-1], {}, TAXONOMY).papers


def test_families_without_papers_are_not_listed():
    assert list(merge([entry("a")], {}, TAXONOMY).by_family) == ["visual"]


def test_years_are_listed_latest_first():
    assert list(merge([entry("a", venue=VENUE), entry("b")], {}, TAXONOMY).by_year) == [2025, 2024]


def test_stated_relations_come_first_among_related_papers_in_both_directions():
    papers = [entry("child", family="agent", relations=Relations(builds_on=(Related(entry=PaperId("base")),)))]
    papers += [entry("base"), entry("other")]
    catalog = merge(papers, {}, TAXONOMY)
    assert catalog.related(catalog.by_id[PaperId("child")])[0].paper_id == "base"
    assert catalog.related(catalog.by_id[PaperId("base")])[0].paper_id == "child"
    assert catalog.referring(catalog.by_id[PaperId("base")]) == {"builds_on": ("child",)}


def test_arxiv_and_doi_addresses_are_derived_and_a_publisher_page_that_is_the_doi_is_not_repeated():
    links = Links(paper=Url("https://doi.org/10.1000/x"), code=(Url("https://example.org/code"),))
    paper = merge([entry("a", arxiv_id=ArxivId("2501.00001"), doi=Doi("10.1000/x"), links=links)], {}, TAXONOMY).papers[
        0
    ]
    assert list(paper.addresses) == ["arxiv", "pdf", "doi", "code"]
    assert paper.addresses["pdf"] == ("https://arxiv.org/pdf/2501.00001",)


def test_the_data_is_as_fresh_as_its_oldest_confirmation():
    ids = [ArxivId("2501.00001"), ArxivId("2501.00002")]
    said = {each: snapshot(each, confirmed=date(2025, 3, 1 + n)) for n, each in enumerate(ids)}
    catalog = merge([entry(f"p{n}", arxiv_id=each) for n, each in enumerate(ids)], said, TAXONOMY)
    assert catalog.confirmed == date(2025, 3, 1)
    assert merge([entry("a")], {}, TAXONOMY).confirmed is None
