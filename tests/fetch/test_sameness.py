"""An answer is believed to be about the paper that was meant, or it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rsfm.fetch.sameness import Known, doubt
from rsfm.model import ArxivId, Provenance, Snapshot

TITLE = "TerraLens: An Invented Model for Reading Deserts"
STORED = Snapshot(
    arxiv_id=ArxivId("3101.00001"),
    title=TITLE,
    authors=("Ada Example", "Bo Beispiel", "Chloé Exemple"),
    published=date(2031, 1, 1),
    provenance=Provenance.ARXIV_API,
    confirmed=date(2031, 1, 2),
    version=2,
)


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        (TITLE, STORED.authors),
        (TITLE.upper(), ("Somebody Else",)),
        ("TerraLens – an invented model for reading deserts.", ("李示例",)),
        ("TerraLens: An Invented Foundation Model for Reading Deserts and Dunes", STORED.authors),
        ("An Invented Model for Reading Deserts", ("A. Example", "B. Beispiel", "Dana Neu")),
        (TITLE + " at Night", ("Chloe Exemple", "Ada B. Example")),
    ],
)
def test_a_new_version_of_the_paper_is_believed(title: str, authors: tuple[str, ...]) -> None:
    assert doubt(replace(STORED, title=title, authors=authors, version=3), Known(stored=STORED)) is None


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        ("Folding Maps", STORED.authors),
        ("Folding Maps", ("Eve Voorbeeld",)),
        ("TerraLens: An Invented Foundation Model for Reading Deserts", ("Eve Voorbeeld", "Gia Esempio")),
    ],
)
def test_another_paper_is_not(title: str, authors: tuple[str, ...]) -> None:
    refused = doubt(replace(STORED, title=title, authors=authors, version=3), Known(stored=STORED))
    assert refused is not None
    assert refused.fault == "other-paper"


def test_the_next_part_of_a_series_is_another_paper() -> None:
    known = Known(stored=replace(STORED, title="Deserts in 12 Bands, Part 1"))
    assert doubt(replace(STORED, title="Deserts in 12 Bands, Part 2"), known) is not None


def test_an_unknown_paper_is_believed() -> None:
    assert doubt(STORED, Known()) is None


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (replace(STORED, version=1), "stale"),
        (replace(STORED, published=date(2031, 1, 3)), "implausible"),
        (replace(STORED, version=7), None),
    ],
)
def test_arXiv_does_not_go_back_on_what_it_said(answer: Snapshot, fault: str | None) -> None:
    refused = doubt(answer, Known(stored=STORED))
    assert (refused.fault if refused else None) == fault


def test_a_fact_sheet_may_have_been_wrong() -> None:
    sheet = replace(STORED, provenance=Provenance.FACT_SHEET)
    assert doubt(replace(STORED, version=1, published=date(2031, 1, 3)), Known(stored=sheet)) is None
