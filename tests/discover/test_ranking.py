"""Which candidates a curator sees, and how."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from discover.test_scoring import PAPERS, paper
from links.test_verb import ENTRY
from rsfm.discover import rank
from rsfm.discover.report import LIMIT, to_json, to_markdown
from rsfm.locales import Locale
from rsfm.markdown import harmless
from rsfm.model import ArxivId, Snapshot
from rsfm.store import Library, load

GOOD = "A Vision-Language Foundation Model for Remote Sensing"
FAIR = "Self-Supervised Pre-Training on Satellite Imagery"
POOR = "A Convolutional Network for Satellite Imagery"

REJECTED = """rejected:
  - arxiv_id: "2502.00009"
    title: An Invented Paper
    reason: {zh: 不合适。, en: It does not fit.}
    decided: 2025-05-01
  - title: "Turned down: a foundation model of remote sensing"
    reason: {zh: 不合适。, en: It does not fit.}
    decided: 2025-05-01
"""


def answer(arxiv_id: str, title: str, **facts: object) -> Snapshot:
    return replace(paper(title), arxiv_id=ArxivId(arxiv_id), **facts)  # type: ignore[arg-type]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "_taxonomy.yml").write_bytes((PAPERS / "_taxonomy.yml").read_bytes())
    discovery = (PAPERS / "_discovery.yml").read_text(encoding="utf-8")
    kept = discovery[: discovery.index("rejected:")]
    (folder / "_discovery.yml").write_text(kept + REJECTED, encoding="utf-8")
    entry = ENTRY + 'doi: 10.1000/Terralens\nother_titles: ["TerraLens, First Version"]\n'
    (folder / "terralens.yml").write_text(entry, encoding="utf-8")
    loaded = load(folder)
    assert loaded.problems == ()
    return loaded


def found(library: Library, *answers: Snapshot) -> list[str]:
    assert library.discovery
    return [c.snapshot.arxiv_id for c in rank(answers, library, library.discovery).candidates]


@pytest.mark.parametrize(
    "known",
    [
        answer("2501.00010", GOOD),
        answer("2502.00001", GOOD, doi="10.1000/terralens"),
        answer("2502.00001", "TERRALENS - an invented   model!"),
        answer("2502.00001", "TerraLens: First version"),
    ],
    ids=["arxiv_id", "doi", "title", "former title"],
)
def test_what_the_catalog_has_is_dropped_whatever_name_it_goes_by(library: Library, known: Snapshot) -> None:
    assert found(library, known) == []


def test_what_was_turned_down_stays_away(library: Library) -> None:
    assert found(library, answer("2502.00009", GOOD), answer("2502.00010", GOOD)) == ["2502.00010"]


def test_the_best_come_first_and_the_poor_not_at_all(library: Library) -> None:
    assert found(library, answer("2502.00001", FAIR), answer("2502.00002", POOR), answer("2502.00003", GOOD)) == [
        "2502.00003",
        "2502.00001",
    ]


def test_the_same_paper_from_two_questions_is_one_candidate_with_its_kinds(library: Library) -> None:
    assert library.discovery
    one = answer("2502.00001", GOOD)

    findings = rank([one, one], library, library.discovery)

    assert [candidate.kinds for candidate in findings.candidates] == [("model",)]


def test_what_was_turned_down_by_its_title_stays_away_too(library: Library) -> None:
    assert found(library, answer("2502.00011", "Turned Down: A Foundation Model of Remote-Sensing")) == []


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_answers_does_not_matter(library: Library, seed: int) -> None:
    assert library.discovery
    answers = [answer(f"2502.{number:05d}", (GOOD, FAIR, POOR)[number % 3]) for number in range(30)]
    shuffled = answers.copy()
    Random(seed).shuffle(shuffled)  # noqa: S311 -- any order will do

    reports = [to_json(rank(order, library, library.discovery)) for order in (answers, shuffled)]
    assert reports[0] == reports[1]


def test_every_answer_is_counted_once(library: Library) -> None:
    assert library.discovery
    answers = [
        answer("2501.00010", GOOD),
        answer("2502.00009", GOOD),
        answer("2502.00002", POOR),
        answer("2502.00003", GOOD),
    ]

    findings = rank(answers, library, library.discovery)

    assert (len(findings.candidates), findings.known, findings.rejected, findings.below) == (1, 1, 1, 1)


@pytest.mark.parametrize("locale", list(Locale))
def test_the_report_has_the_reasons_in_both_languages(library: Library, locale: Locale) -> None:
    assert library.discovery
    findings = rank([answer("2502.00003", GOOD)], library, library.discovery)

    text = to_markdown(findings, library.taxonomy, locale, ["visual: HTTP 503"])

    assert "[2502.00003](https://arxiv.org/abs/2502.00003)" in text
    assert "remote sensing 16" in text
    assert library.taxonomy["kind"]["model"].label.best(locale) in text
    assert "visual\\: HTTP 503" in text


def test_a_long_report_is_cut_and_says_so_but_the_json_is_whole(library: Library) -> None:
    assert library.discovery
    answers = [answer(f"2503.{number:05d}", GOOD) for number in range(LIMIT + 7)]
    findings = rank(answers, library, library.discovery)

    text = to_markdown(findings, library.taxonomy, Locale.EN)

    assert text.count("\n## ") == LIMIT
    assert "7 more are in the JSON report." in text
    assert len(json.loads(to_json(findings))["candidates"]) == LIMIT + 7


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "![x](https://evil.example/pixel.png)",
        "[click](javascript:alert(1))",
        "thanks @everyone",
        "closes #12",
        "# Heading\n- [ ] task",
        "`code` *bold* _it_ ~~no~~ $x$",
        "https://evil.example",
    ],
)
def test_a_title_cannot_become_markup_a_link_or_a_mention(hostile: str) -> None:
    shown = harmless(hostile)

    assert "\n" not in shown
    for mark in ("<", ">", "[", "]", "!", "`", "*", "_", "~", "$", ":"):
        assert shown.count(mark) == shown.count("\\" + mark)
    for sign in ("@", "#"):
        assert shown.count(sign) == shown.count(sign + "\N{ZERO WIDTH SPACE}")
    assert shown.replace("\\", "").replace("\N{ZERO WIDTH SPACE}", "") == " ".join(hostile.split())


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ('title: "Turned down', 'note: "Turned down', "RA101"),
        ('- title: "Turned down: a foundation model of remote sensing"\n    reason', "- reason", "RA041"),
        ("- remote sensing\n", '- "remote (sensing"\n', "RA041"),
        ("rejected:\n", "rejected:\n  - {arxiv_id: '2502.00009', title: T, reason: R, decided: 2025-05-01}\n", "RA041"),
        ("satellite: 3", "satellite: much", "RA113"),
        ("satellite: 3", "satellite: 0", "RA113"),
        ("threshold:", "limit:", "RA101"),
        ("decided: 2025-05-01", "decided: May", "RA107"),
    ],
)
def test_a_mistake_in_the_file_is_a_problem_with_its_place(
    library: Library, tmp_path: Path, before: str, after: str, code: str
) -> None:
    path = tmp_path / "papers/_discovery.yml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")

    reloaded = load(tmp_path / "papers")

    assert code in {problem.code for problem in reloaded.problems}
    assert {problem.place.path for problem in reloaded.problems} == {"papers/_discovery.yml"}
    assert all(problem.place.line > 1 for problem in reloaded.problems if problem.code == code)
    assert reloaded.discovery is None


def test_a_catalog_without_the_file_is_a_catalog(library: Library, tmp_path: Path) -> None:
    (tmp_path / "papers/_discovery.yml").unlink()

    reloaded = load(tmp_path / "papers")

    assert (reloaded.discovery, reloaded.problems) == (None, ())


def test_the_day_of_a_paper_is_shown(library: Library) -> None:
    assert library.discovery
    findings = rank([answer("2502.00003", GOOD, published=date(2025, 2, 3))], library, library.discovery)

    assert "2025-02-03" in to_markdown(findings, library.taxonomy, Locale.EN)
