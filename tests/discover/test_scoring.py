"""How a title and an abstract are judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.discovery import measure, ranked
from rsfm.discover.scoring import kinds_of, plain, score
from rsfm.locales import Localized
from rsfm.model import ArxivId, Provenance, Snapshot, Taxonomy, Term, Weight
from rsfm.store import Signals, load

PAPERS = Path(__file__).parents[2] / "papers"
SIGNALS = Signals(
    remote_sensing={"remote sensing": Weight(8), "satellite image": Weight(6), "multi-spectral": Weight(3)},
    foundation_model={"foundation model": Weight(8), "pretrain*": Weight(3), "CLIP": Weight(4)},
    elsewhere={"medical": Weight(30)},
)
LABEL = Localized(zh="变化检测", en="Change detection (any)")
TAXONOMY = Taxonomy(vocabularies={"task": {"change-detection": Term(label=LABEL, definition=LABEL)}})


def judged(title: str, abstract: str | None = None) -> int:
    return score(paper(title, abstract), SIGNALS, TAXONOMY).value


def paper(title: str, abstract: str | None = None) -> Snapshot:
    day = date(2025, 5, 6)
    return Snapshot(
        arxiv_id=ArxivId("2501.00010"),
        title=title,
        abstract=abstract,
        authors=("Ada Example",),
        published=day,
        confirmed=day,
        provenance=Provenance.ARXIV_API,
    )


@pytest.mark.parametrize(
    "title",
    [
        "A Foundation Model for Everything",
        "Remote Sensing of Lakes",
        "Clipping Gradients in Satellite Image Search",
        "A Medical Foundation Model Seen next to Remote Sensing",
        "",
    ],
)
def test_one_aspect_alone_is_worth_nothing(title: str) -> None:
    assert judged(title) == 0 or "Medical" in title


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("A Foundation Model for Remote Sensing", "A CLIP for Satellite Images"),
        ("A CLIP for Satellite Images", "A CLIP for Multi-Spectral Sensors"),
        ("A Foundation Model for Remote Sensing", "A Medical Foundation Model, and Remote Sensing"),
    ],
)
def test_stronger_words_score_higher(better: str, worse: str) -> None:
    assert judged(better) > judged(worse)


def test_a_word_in_the_title_weighs_more_than_in_the_abstract() -> None:
    assert judged("A Foundation Model", "for remote sensing") > judged("A Model", "a foundation model, remote sensing")


def test_a_phrase_that_is_repeated_counts_once() -> None:
    once = judged("A Model", "a foundation model for remote sensing")
    assert judged("A Model", "a foundation model for remote sensing; remote sensing; foundation model") == once


@pytest.mark.parametrize(
    "title",
    [
        "A foundation model for remote sensing",
        "FOUNDATION MODELS FOR REMOTE SENSING",
        "Foundation-Models for Remote-Sensing",
        "Foundation\nModel,\tRemote  Sensing",
        "Ｆｏｕｎｄａｔｉｏｎ model (remote sensing)",
    ],
)
def test_case_hyphens_plurals_widths_and_line_breaks_make_no_difference(title: str) -> None:
    assert judged(title) == judged("Foundation model remote sensing")


def test_a_star_stands_for_any_ending_and_a_phrase_without_one_does_not() -> None:
    assert judged("Remote Sensing Pretraining") == judged("Remote Sensing Pretrained") > 0
    assert judged("Remote Sensing Clippers") == 0


def test_a_term_of_the_taxonomy_adds_a_little_and_is_named() -> None:
    plain_score = score(paper("A Foundation Model for Remote Sensing"), SIGNALS, TAXONOMY)
    with_term = score(paper("A Foundation Model for Remote Sensing Change Detection"), SIGNALS, TAXONOMY)

    assert with_term.terms == ("task.change-detection",)
    assert with_term.value == plain_score.value + 2


def test_every_point_has_its_reason() -> None:
    found = score(paper("CLIP for Satellite Images", "Pretrained on a medical archive."), SIGNALS, TAXONOMY)

    assert [(one.phrase, one.points, one.in_title) for one in found.foundation_model] == [
        ("CLIP", 8, True),
        ("pretrain*", 3, False),
    ]
    assert [(one.phrase, one.points) for one in found.elsewhere] == [("medical", 30)]


def test_words_are_compared_without_their_dress() -> None:
    assert plain("Multi‑Spectral_and\n multi/spectral") == "multi spectral and multi spectral"


def test_the_real_signals_know_what_belongs_from_applications_and_other_fields() -> None:
    groups = measure()
    kept, left, other = (groups[name] for name in ("kept", "left", "other"))

    assert len(other.scores) >= 60
    assert other.share() <= 0.1  # the invented ones are harder than real ones
    assert kept.share() == kept.asked() == 1
    assert ranked(kept, left) >= 0.95


@pytest.mark.parametrize(
    ("title", "abstract", "kinds"),
    [
        ("A Survey of Models", "A benchmark too.", ("survey",)),
        ("TerraBench", "A benchmark of a foundation model.", ("benchmark", "model")),
        ("Counting Lakes", "With a network.", ()),
    ],
)
def test_the_title_tells_the_kind_before_the_abstract_does(title: str, abstract: str, kinds: tuple[str, ...]) -> None:
    phrases = {"survey": ("survey",), "benchmark": ("benchmark",), "model": ("foundation model",)}
    assert kinds_of(paper(title, abstract), phrases) == kinds


def test_a_use_of_a_known_model_ranks_below_its_making() -> None:
    signals = replace(SIGNALS, application={"case study": Weight(12)})
    title = "A Foundation Model for Remote Sensing"
    worse = score(paper(title, "A case study."), signals, TAXONOMY).value
    assert 0 < worse < score(paper(title), signals, TAXONOMY).value


def test_the_real_file_of_discovery_is_right() -> None:
    library = load(PAPERS)

    assert library.discovery is not None
    assert set(library.discovery.kinds) <= {*library.taxonomy["kind"], *library.taxonomy["family"]}
    assert len(set(library.discovery.ask)) == len(library.discovery.ask)
    for phrases in vars(library.discovery.signals).values():
        assert len({plain(phrase) for phrase in phrases}) == len(phrases)
