"""Whatever arXiv answers, what is stored stays true: refused, named, and mended by the next good answer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from fetch.clocks import StillClock
from fetch.conftest import Outcome, contents
from fetch.faults_of_arxiv import OF_ONE_ENTRY, OF_THE_WHOLE, SPOILED
from fetch.stand_in import Fault, StandIn

Fetch = Callable[..., Outcome]
ALL = [f"3101.0000{number}" for number in range(1, 5)]


@pytest.fixture
def stored(papers: Path, server: StandIn, fetch: Fetch, clock: StillClock) -> dict[str, str]:
    """The catalog after a good run; meanwhile arXiv got a new version of every paper."""
    assert fetch(papers, "--api-url", server.arxiv_url).code == 0
    for one in ALL:
        server.papers[one] = server.papers[one].but(version=3, comment="13 pages", updated="2031-05-04T00:00:00Z")
    server.requests.clear()
    clock.elapsed += 86400
    return contents(papers)


@pytest.mark.parametrize(("fault", "name"), OF_THE_WHOLE.values(), ids=OF_THE_WHOLE)
def test_a_bad_answer_changes_nothing_and_is_named(
    fault: Fault, name: str, papers: Path, server: StandIn, fetch: Fetch, stored: dict[str, str]
) -> None:
    server.always = fault
    bad = fetch(papers, "--api-url", server.arxiv_url)
    assert bad.code == 1
    assert contents(papers) == stored
    assert {key: failed["fault"] for key, failed in bad.report["failed"].items()} == dict.fromkeys(ALL, name)
    assert all(f"{one}: " in bad.out for one in ALL)
    assert f"[{name}]" in bad.out
    server.always = None
    good = fetch(papers, "--api-url", server.arxiv_url)
    assert (good.code, good.report["changed"]) == (0, ALL)


@pytest.mark.parametrize(("fault", "name"), OF_ONE_ENTRY.values(), ids=OF_ONE_ENTRY)
def test_a_bad_entry_is_refused_alone(
    fault: Fault, name: str, papers: Path, server: StandIn, fetch: Fetch, stored: dict[str, str]
) -> None:
    server.always = fault
    bad = fetch(papers, "--api-url", server.arxiv_url)
    after = contents(papers)
    assert bad.code == 1
    assert {key: failed["fault"] for key, failed in bad.report["failed"].items()} == {SPOILED: name}
    assert [path for path in after if after[path] != stored.get(path)] == [
        "_arxiv/3101.00001.json",
        "_arxiv/3101.00003.json",
        "_arxiv/3101.00004.json",
        "_confirmed.json",
    ]
    assert len(server.requests) == 1
    server.always = None
    assert fetch(papers, "--api-url", server.arxiv_url).report["changed"] == [SPOILED]


@pytest.mark.parametrize("seed", range(50))
def test_no_storm_leaves_anything_false(
    seed: int, papers: Path, server: StandIn, fetch: Fetch, clock: StillClock, stored: dict[str, str]
) -> None:
    dice = Random(seed)  # noqa: S311 -- dice of a game
    everything: list[Fault | None] = [fault for fault, _ in (*OF_THE_WHOLE.values(), *OF_ONE_ENTRY.values())]
    server.faults = [dice.choice([*everything, None, None]) for _ in range(dice.randint(1, 30))]
    before = {one: (papers / "_arxiv" / f"{one}.json").read_bytes() for one in ALL}
    storm = fetch(papers, "--api-url", server.arxiv_url)
    server.faults.clear()
    reached = {one: (papers / "_arxiv" / f"{one}.json").read_bytes() for one in ALL}
    told = [*storm.report["changed"], *storm.report["unchanged"], *storm.report["missing"], *storm.report["failed"]]
    assert sorted(told) == ALL
    assert [one for one in ALL if reached[one] != before[one]] == sorted(storm.report["changed"])
    assert storm.code == (0 if sorted(storm.report["changed"]) == ALL else 1)
    times = [request.at for request in server.requests]
    assert all(later - earlier >= 3 for earlier, later in pairwise(times))
    calm = fetch(papers, "--api-url", server.arxiv_url)
    assert calm.code == 0
    assert sorted([*storm.report["changed"], *calm.report["changed"]]) == ALL
    assert {path: hashed for path, hashed in contents(papers).items() if path.endswith(".yml")} == {
        path: hashed for path, hashed in stored.items() if path.endswith(".yml")
    }
    assert not list(papers.rglob(".*"))
