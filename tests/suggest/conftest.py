"""A pull request from a fork: real repositories on this disk, a server that speaks as arXiv, a stand-in for ``gh``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from fetch.clocks import StillClock
from fetch.invented import paper
from fetch.stand_in import StandIn
from invented import ENTRY
from nightly.conftest import Forge, forge
from rsfm.cli import main
from rsfm.fetch import transport

__all__ = ["forge"]

NUMBER = 7
KNOWN = paper(1).but(title="TerraLens: An Invented Model of the Ground", authors=("Ada Example", "Bo Beispiel"))
"""What arXiv knows and the catalog does not, yet."""


def entry(title: str = f'"{KNOWN.title}"', extra: str = "", **values: str) -> str:
    """Return an entry of ``KNOWN`` that has no fault, with some of it typed otherwise."""
    text = ENTRY.format(name="TerraLens", title=title)
    for old, new in values.items():
        text = "\n".join(new if line.startswith(f"{old}:") else line for line in text.split("\n"))
    return text.replace("doi: 10.1000/TerraLens\n", f'arxiv_id: "{KNOWN.arxiv_id}"\n{extra}')


@dataclass
class Contribution:
    """The catalog, and a fork of it whose branch is offered as pull request 7."""

    forge: Forge
    server: StandIn
    folder: Path
    head: str = ""
    event: dict[str, Any] = field(default_factory=dict)

    @property
    def fork(self) -> Path:
        return self.folder / "fork"

    @property
    def papers(self) -> Path:
        """The folder of entries in the fork."""
        return self.fork / "papers"

    def offer(self, files: dict[str, str | bytes] | None = None) -> str:
        """Commit ``files`` and whatever else lies in the fork, push it, and return the hash."""
        for name, content in (files or {}).items():
            path = self.papers / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.git("add", "--all", "--force")
        who = ("-c", "user.name=Bo Sample", "-c", "user.email=bo@example.org")
        self.git(*who, "commit", "--quiet", "--allow-empty", "-m", "Add it")
        return self.push("HEAD")

    def push(self, commit: str) -> str:
        self.git("push", "--quiet", "--force", str(self.forge.remote), f"{commit}:refs/pull/{NUMBER}/head")
        self.head = self.git("rev-parse", commit)
        pull = {"number": NUMBER, "state": "open", "head": {"sha": self.head}, "base": {"ref": "main"}}
        self.event = {"pull_request": pull, "repository": {"full_name": "atlas/atlas"}}
        self.forge.says(pull=pull)
        return self.head

    def git(self, *arguments: str) -> str:
        return self.forge.git(*arguments, at=self.fork)

    def suggest(self) -> tuple[int, dict[str, Any]]:
        """Run ``rsfm suggest`` as the workflow does; return its exit code and the review it wrote, if any."""
        (self.folder / "event.json").write_text(json.dumps(self.event), encoding="utf-8")
        output = self.folder / "review.json"
        output.unlink(missing_ok=True)
        options = ["--event", str(self.folder / "event.json"), "--output", str(output)]
        code = main(["--papers", str(self.forge.papers), "suggest", *options, "--arxiv-url", self.server.arxiv_url])
        return code, json.loads(output.read_text("utf-8")) if output.exists() else {}

    def said(self) -> list[dict[str, Any]]:
        """Return the comments that ``rsfm suggest`` finds."""
        code, review = self.suggest()
        assert code == 0
        return review.get("comments", [])

    def comment(self, review: Any = None) -> int:
        """Run ``rsfm comment`` with what ``rsfm suggest`` wrote, or with ``review``."""
        path = self.folder / "review.json"
        if review is not None:
            path.write_text(json.dumps(review), encoding="utf-8")
        return main(
            ["--papers", str(self.forge.papers), "comment", str(path), "--event", str(self.folder / "event.json")]
        )

    def posted(self) -> list[dict[str, Any]]:
        """Return the reviews that were sent."""
        return [json.loads(call["body"]) for call in self.forge.called("api --silent")]

    def accept(self, comments: list[dict[str, Any]]) -> bool:
        """Click on every suggestion, as GitHub then changes the files; return whether there was one."""
        found = [(c, lines) for c in comments if (lines := suggested(c["body"])) is not None]
        for comment, lines in sorted(found, key=lambda pair: -pair[0]["line"]):
            path = self.fork / comment["path"]
            text = path.read_text("utf-8").splitlines()
            text[comment.get("start_line", comment["line"]) - 1 : comment["line"]] = lines
            path.write_text("\n".join(text) + "\n", encoding="utf-8")
        if found:
            self.offer()
        return bool(found)


def suggested(body: str) -> list[str] | None:
    """Return the lines of the suggestion in a comment; ``None`` where it has none."""
    found = re.search(r"^(`{3,})suggestion\n(?:(.*?)\n)?\1$", body, re.MULTILINE | re.DOTALL)
    if found is None:
        return None
    return [] if found[2] is None else found[2].split("\n")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    clock = StillClock()
    monkeypatch.setattr(transport, "SystemClock", lambda: clock)
    stand_in = StandIn(clock, [KNOWN])
    yield stand_in
    stand_in.close()


@pytest.fixture
def contribution(forge: Forge, server: StandIn, tmp_path: Path) -> Contribution:
    made = Contribution(forge=forge, server=server, folder=tmp_path)
    forge.git("clone", "--quiet", str(forge.remote), str(made.fork))
    forge.says(comments=[])
    return made
