"""What is remembered of an address from day to day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from rsfm.fetch.link_history import nobody_answered, remember
from rsfm.fetch.links import Visit
from rsfm.store.links import LINKS, Answer, LinkState, read_links, write_links

URL = "https://alpha.example/code"
MONDAY = date(2025, 5, 5)


def lived(days: str) -> dict[str, LinkState]:
    """The states after one visit a day: f(ine), d(ead), b(locked), m(oved), p(rivate), n(ot asked)."""
    answers = {answer.value[0]: answer for answer in Answer}
    states: dict[str, LinkState] = {}
    for number, letter in enumerate(days):
        moved_to = "https://beta.example/code" if letter == "m" else None
        finding = Visit(url=URL, answer=answers[letter], reason=letter, moved_to=moved_to)
        states = remember(states, [finding], {URL}, MONDAY + timedelta(days=number))
    return states


@pytest.mark.parametrize(
    ("days", "dead"),
    [
        ("d", False),
        ("dd", False),
        ("ddd", True),
        ("dddddd", True),
        ("ddfdd", False),
        ("ddfddd", True),
        ("ddmd", False),
        ("dbdbd", True),
        ("dnnnd", False),
        ("dnnnddn", True),
        ("dddb", False),
        ("dddbd", True),
        ("dddf", False),
        ("bbbb", False),
    ],
)
def test_only_failures_on_three_days_without_a_good_one_between_count_as_dead(days: str, dead: bool) -> None:
    assert any(state.counts_as_dead for state in lived(days).values()) is dead


def test_three_failures_on_one_day_are_one() -> None:
    states: dict[str, LinkState] = {}
    for _ in range(3):
        states = remember(states, [Visit(url=URL, answer=Answer.DEAD)], {URL}, MONDAY)

    assert states[URL].failed == (MONDAY,)


def test_since_is_the_first_day_of_the_present_answer() -> None:
    assert lived("fddd")[URL].since == MONDAY + timedelta(days=1)
    assert lived("ddbb")[URL].since == MONDAY + timedelta(days=2)


def test_a_fine_address_and_one_the_catalog_dropped_are_forgotten() -> None:
    assert lived("ddf") == {}
    assert remember(lived("ddd"), [], set(), MONDAY) == {}


@pytest.mark.parametrize("days", ["b", "m", "ddd", "p"])
def test_a_day_without_news_changes_nothing_in_the_file(tmp_path: Path, days: str) -> None:
    write_links(tmp_path, lived(days))

    assert write_links(tmp_path, lived(days + days[-1])) is False


def test_states_survive_the_file(tmp_path: Path) -> None:
    for days in ("b", "m", "dd", "ddd", "p"):
        write_links(tmp_path, lived(days))
        assert read_links(tmp_path) == lived(days)


def test_a_catalog_without_troubled_links_has_no_file(tmp_path: Path) -> None:
    assert write_links(tmp_path, {}) is False
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "[]", "{", '{"u": 1}', '{"u": {"answer": "odd", "since": "2025-01-01"}}'])
def test_a_broken_file_is_refused_with_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / LINKS).write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=LINKS):
        read_links(tmp_path)


def test_where_no_server_at_all_was_heard_the_fault_is_ours() -> None:
    silent = Visit(url=URL, answer=Answer.DEAD, answered=False)
    heard = Visit(url=URL, answer=Answer.DEAD, answered=True)

    assert nobody_answered([silent, silent])
    assert not nobody_answered([silent, heard])
    assert not nobody_answered([])
