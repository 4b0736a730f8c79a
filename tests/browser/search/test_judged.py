"""The search answers judged queries well, on the real catalog and on an invented one."""

from __future__ import annotations

from browser.search.asking import Search
from browser.search.generated import generated
from browser.search.judged import JUDGED
from browser.search.measure import Quality, measured


def good(quality: Quality) -> bool:
    return quality.precision >= 0.9 and quality.first_right >= 0.95 and not quality.empty


def test_judged_queries_are_answered_well_on_the_real_catalog(real: Search):
    quality = measured(real, JUDGED)
    print(quality)
    assert good(quality), str(quality)


def test_queries_for_names_people_and_terms_are_answered_well_on_the_real_catalog(real: Search):
    quality = measured(real, generated(real.catalog))
    print(quality)
    assert len(quality.first) >= 120
    assert good(quality), str(quality)


def test_they_are_on_an_invented_catalog(invented: Search):
    quality = measured(invented, generated(invented.catalog))
    print(quality)
    assert len(quality.first) >= 120
    assert good(quality), str(quality)


def test_there_are_enough_judged_queries():
    assert len(JUDGED) >= 120
