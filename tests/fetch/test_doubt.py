"""An answer is believed to be about the paper that was meant, or it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import invented
from rsfm.fetch.doubt import Known, doubt
from rsfm.model import ArxivId, Provenance, Snapshot

TITLE = "TerraLens: An Invented Model for Reading Deserts"
STORED = Snapshot(
    arxiv_id=ArxivId("2501.90001"),
    title=TITLE,
    authors=("Ada Example", "Bo Beispiel", "Chloé Exemple"),
    published=date(2025, 1, 1),
    provenance=Provenance.ARXIV_API,
    confirmed=date(2025, 1, 2),
    version=2,
)


@pytest.mark.parametrize(
    ("title", "authors"),
    [
        (TITLE, STORED.authors),
        (TITLE, (*STORED.authors, "Dana Neu", "Eve Voorbeeld")),
        (TITLE.upper(), ("Somebody Else", "Bo Beispiel")),
        ("TerraLens – an invented model for reading deserts.", ("李示例", "A. Example")),
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
        (TITLE, ("Nobody Known",)),
        (TITLE, ("Eve Voorbeeld", "Gia Esempio", "李示例")),
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
        (replace(STORED, published=date(2025, 1, 3)), "implausible"),
        (replace(STORED, version=7), None),
    ],
)
def test_arXiv_does_not_go_back_on_what_it_said(answer: Snapshot, fault: str | None) -> None:
    refused = doubt(answer, Known(stored=STORED))
    assert (refused.fault if refused else None) == fault


def test_a_fact_sheet_may_have_been_wrong() -> None:
    sheet = replace(STORED, provenance=Provenance.FACT_SHEET)
    assert doubt(replace(STORED, version=1, published=date(2025, 1, 3)), Known(stored=sheet)) is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"authors": STORED.authors[:1]}, ["the authors changed, still in v2"]),
        ({"authors": (*STORED.authors, "Dana Neu")}, ["the authors changed"]),
        ({"authors": ("Ada Example", "Eve Voorbeeld", "Gia Esempio")}, ["the authors changed"]),
        ({"abstract": "Please verify you are a human."}, ["the abstract changed, still in v2"]),
        ({"abstract": None}, ["the abstract changed"]),
        ({"authors": ("Ada Example",), "abstract": "Default abstract."}, ["the authors and the abstract changed"]),
        ({"authors": ("Ada Example", "Bo Beispiel", "Chloe Exemple")}, []),
        ({"authors": ("Adah Example", "B. Beispiel", "Chloé Exemple")}, []),
        ({"authors": STORED.authors[::-1], "abstract": "We read\ndeserts"}, []),
        ({"authors": STORED.authors[:1], "abstract": "We read dunes.", "version": 3}, []),
        ({"authors": (*STORED.authors, "Dana Neu"), "abstract": "We read dunes.", "updated": date(2025, 2, 1)}, []),
    ],
)
def test_only_a_new_version_has_other_people_or_another_abstract(changes: dict[str, Any], words: list[str]) -> None:
    stored = replace(STORED, abstract="We read deserts.", updated=date(2025, 1, 2))
    refused = doubt(replace(stored, **changes), Known(stored=stored))
    assert bool(refused) == bool(words)
    if refused:
        assert refused.fault == "implausible"
        assert all(word in refused.detail.en for word in words)


def test_a_fact_sheet_gives_way_to_the_first_answer() -> None:
    sheet = replace(STORED, provenance=Provenance.FACT_SHEET, version=None, authors=("Ada Example", "et al."))
    answer = replace(STORED, version=None, abstract="We read deserts.")
    assert doubt(answer, Known(stored=sheet)) is None


@pytest.mark.parametrize(
    ("curated", "said", "believed"),
    [
        ((), ("Li Shili",), True),
        (("李示例",), ("Li Shili",), True),
        (("李示例",), ("李示例",), True),
        (("李示例",), ("王样本",), False),
        (("Ada Example",), ("A. Example", "Bo Beispiel"), True),
        (("Ada Example",), ("Bo Beispiel",), False),
    ],
)
def test_curated_authors_vouch_for_a_first_answer(
    curated: tuple[str, ...], said: tuple[str, ...], believed: bool
) -> None:
    entry = invented.entry("terralens", title=TITLE, authors=curated)
    assert (doubt(replace(STORED, authors=said), Known(entry=entry)) is None) == believed


def test_curated_authors_vouch_against_what_is_stored() -> None:
    entry = invented.entry("terralens", title=TITLE, authors=("Eve Voorbeeld",))
    answer = replace(STORED, authors=("Eve Voorbeeld",), version=3)
    assert doubt(answer, Known(entry=entry, stored=STORED)) is None
