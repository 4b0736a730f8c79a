"""With --fetch arXiv is asked before an answer is judged: one title over another paper's id does not get through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fetch.clocks import StillClock
from fetch.invented import paper
from fetch.stand_in import Answer, StandIn
from intake.bodies import adding
from invented import papers_folder
from rsfm.cli import main
from rsfm.fetch import transport
from rsfm.store import load

KNOWN = paper(1).but(arxiv_id="2501.00077", published="2025-01-17T17:59:46Z", updated="2025-03-02T08:15:00Z")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    clock = StillClock()
    monkeypatch.setattr(transport, "SystemClock", lambda: clock)
    stand_in = StandIn(clock, [KNOWN])
    yield stand_in
    stand_in.close()


def intake(tmp_path: Path, server: StandIn, **answers: str) -> tuple[int, str, Path]:
    papers = papers_folder(tmp_path, {})
    body = tmp_path / "body.md"
    answers = {"name": "TerraFox", "arxiv": KNOWN.arxiv_id, **answers}
    body.write_text(adding(load(papers).taxonomy, **answers), encoding="utf-8")
    command = ["--papers", str(papers), "intake", str(body), "--issue", "7", "--output", str(tmp_path / "out")]
    code = main([*command, "--fetch", "--arxiv-url", server.arxiv_url])
    return code, (tmp_path / "out/reply.md").read_text("utf-8"), papers


def test_a_title_that_arxiv_confirms_goes_through_with_its_snapshot(tmp_path: Path, server: StandIn):
    code, reply, papers = intake(tmp_path, server, title=KNOWN.title)
    assert code == 0 and "has not confirmed" not in reply
    written = {path.relative_to(papers).as_posix() for path in papers.rglob("*") if path.is_file()}
    assert written == {"_taxonomy.yml", "terrafox.yml", "_arxiv/2501.00077.json"}


def test_a_title_over_another_papers_id_is_refused(tmp_path: Path, server: StandIn):
    code, reply, papers = intake(tmp_path, server, title="TerraFox: A Model of Something Else Entirely")
    assert code == 1 and f"titled “{KNOWN.title}”" in reply
    assert not (papers / "terrafox.yml").exists()


def test_an_id_that_arxiv_does_not_have_is_refused(tmp_path: Path, server: StandIn):
    code, reply, papers = intake(tmp_path, server, arxiv="2501.00078")
    assert code == 1 and "**arXiv id** — arXiv does not have this id" in reply
    assert [path.name for path in papers.iterdir()] == ["_taxonomy.yml"]


def test_where_arxiv_does_not_answer_the_reply_says_so(tmp_path: Path, server: StandIn):
    server.always = lambda *_: Answer(status=503)
    code, reply, _ = intake(tmp_path, server, title=KNOWN.title)
    assert code == 0 and "arXiv has not confirmed this id" in reply
