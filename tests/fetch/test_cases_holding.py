"""Odd answers change nothing that is known, and what was stored wrongly is healed by a right one."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from fetch.invented import github_repository
from rsfm import ids
from rsfm.fetch.doubt import Known, doubt
from rsfm.fetch.faults import Refusal
from rsfm.fetch.github import _judge
from rsfm.fetch.reply import Reply
from rsfm.model import ArxivId, Entry, PaperId, Provenance, RepositoryName, Snapshot, Venue, VenueState, Year
from rsfm.store import new_entry
from rsfm.store.new_entry import create_entry

TITLE = "TerraLens: An Invented Model for Reading Deserts"
ANSWER = Snapshot(
    arxiv_id=ArxivId("2501.90001"),
    title=TITLE,
    authors=("Ada Example", "Bo Beispiel"),
    published=date(2025, 1, 1),
    provenance=Provenance.ARXIV_API,
    confirmed=date(2025, 1, 2),
    version=2,
)
SIMILAR = "TerraLens: An Invented Model for Reading Forests"
ENTRY = Entry(
    paper_id=PaperId("terralens"),
    name="TerraLens",
    title=TITLE,
    family="visual",
    kinds=("model",),
    venue=Venue(name="arXiv", year=Year(2025), state=VenueState.PREPRINT),
    added=date(2025, 1, 1),
    verified=date(2025, 1, 1),
)
NAME = RepositoryName("invented/one")
TRANSPORT: Any = SimpleNamespace(clock=SimpleNamespace(now=lambda: datetime(2025, 5, 6, tzinfo=UTC)))


def test_a_similar_title_is_not_enough_where_nobody_is_known() -> None:
    assert doubt(replace(ANSWER, title=SIMILAR), Known(entry=ENTRY)) is not None
    assert doubt(ANSWER, Known(entry=ENTRY)) is None


def test_a_similar_title_needs_the_same_first_author() -> None:
    known = Known(entry=replace(ENTRY, authors=("Ada Example", "Bo Beispiel")))
    assert doubt(replace(ANSWER, title=SIMILAR), known) is None
    led_by_another = ("Eve Voorbeeld", "Bo Beispiel")
    assert doubt(replace(ANSWER, title=SIMILAR, authors=led_by_another), known) is not None


def test_another_paper_that_was_stored_gives_way_to_the_right_one() -> None:
    wrong = replace(ANSWER, title="Folding Maps", authors=("Eve Voorbeeld",), version=3, published=date(2024, 1, 1))
    assert doubt(ANSWER, Known(entry=ENTRY, stored=wrong)) is None


def judged(status: int = 200, **changes: Any) -> Any:
    answer = {key: value for key, value in (github_repository(NAME) | changes).items() if value is not ...}
    headers = {"content-type": "application/json"}
    body = json.dumps(answer).encode()
    return _judge(Reply(url="x", status=status, headers=headers, body=body), NAME, "https://x/repos/a/b", TRANSPORT)


@pytest.mark.parametrize("licence", [..., "MIT", ["MIT"], 1])
def test_an_answer_without_a_licence_object_takes_none_away(licence: Any) -> None:
    assert isinstance(judged(license=licence), Refusal)
    assert judged(license=None).licence is None


def test_absurd_counts_are_refused() -> None:
    assert isinstance(judged(stargazers_count=10**9), Refusal)


def test_a_moment_of_four_hundred_digits_is_only_a_long_wait() -> None:
    headers = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "9" * 400}
    refused = _judge(Reply(url="x", status=403, headers=headers), NAME, "https://x/repos/a/b", TRANSPORT)
    assert isinstance(refused, Refusal)
    assert refused.fault == "throttled"


def test_an_entry_is_there_even_where_the_last_file_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(self: Path, missing_ok: bool = False) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(new_entry.Path, "unlink", fails)
    assert create_entry(tmp_path, "terralens", "name: TerraLens\n").read_text(encoding="utf-8") == "name: TerraLens\n"


@pytest.mark.parametrize("address", ["https://github.c2024-13-01om/a/b", "https://example.c0m/"])
def test_a_host_ends_in_a_domain_that_can_exist(address: str) -> None:
    assert not ids.is_public_https(address)
    assert ids.is_public_https("https://example.xn--fiqs8s/")
