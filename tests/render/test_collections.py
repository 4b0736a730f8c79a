"""What papers have in common leads on to what is near it."""

from __future__ import annotations

from rsfm.merge import Catalog
from rsfm.render.collections import VENUE, collections_of, neighbours_of


def test_a_conference_leads_to_its_years_and_each_year_back_and_to_the_others(catalog: Catalog):
    venues = collections_of(catalog)[VENUE]
    near = neighbours_of(venues)
    years = {each.slug for each in venues if each.parent == "venue/cvpr/"}
    assert len(years) > 2
    assert {each.slug for each in near["cvpr"]} == years
    for year in years:
        first, *others = near[year]
        assert first.slug == "cvpr"
        assert {each.slug for each in others} == years - {year}


def test_beside_a_term_are_those_that_share_most_papers_with_it(catalog: Catalog):
    for facet, some in collections_of(catalog).items():
        near = neighbours_of(some)
        for each in some:
            own = {paper.paper_id for paper in each.papers}
            shared = [len(own & {paper.paper_id for paper in other.papers}) for other in near[each.slug]]
            if facet != VENUE:
                assert shared == sorted(shared, reverse=True), each.slug
                assert all(shared), each.slug
            assert each not in near[each.slug]
