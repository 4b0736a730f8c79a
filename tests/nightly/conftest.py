from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fetch.invented import REPOSITORY_ROOT, empty_catalog, paper, write_entry


@dataclass(frozen=True)
class Forge:
    """A repository with a remote on this disk, and the stand-in for ``gh``."""

    work: Path
    remote: Path
    state: Path

    @property
    def papers(self) -> Path:
        return self.work / "papers"

    @property
    def calls(self) -> list[dict[str, Any]]:
        return self.read()["calls"]

    def called(self, verb: str) -> list[dict[str, Any]]:
        return [call for call in self.calls if " ".join(call["arguments"][:2]) == verb]

    def read(self) -> dict[str, Any]:
        return json.loads(self.state.read_text(encoding="utf-8"))

    def says(self, **answers: Any) -> None:
        known = {name.replace("_", " ") if name != "artifact" else name: value for name, value in answers.items()}
        self.state.write_text(json.dumps(self.read() | known), encoding="utf-8")

    def commit(self, message: str) -> None:
        """Put everything in the work tree on main, here and at the remote."""
        self.git("add", "--all")
        self.git("-c", "user.name=Ada Example", "-c", "user.email=ada@example.org", "commit", "--quiet", "-m", message)
        if self.remote.exists():
            self.git("push", "--quiet", "origin", "main")

    def adopt_engine(self) -> None:
        """Give the repository what the real one builds its site from."""
        shutil.copy(REPOSITORY_ROOT / "mkdocs.yml", self.work)
        shutil.copytree(REPOSITORY_ROOT / "site_src", self.work / "site_src")
        ours = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(REPOSITORY_ROOT / "tools", self.work / "tools", ignore=ours)
        self.commit("Add the engine")

    def git(self, *arguments: str, at: Path | None = None) -> str:
        return subprocess.run(
            ["git", *arguments],  # noqa: S607 -- git is one of the three tools a machine must have
            cwd=at or self.work,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()


@pytest.fixture
def forge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Forge:
    built = Forge(work=tmp_path / "work", remote=tmp_path / "remote.git", state=tmp_path / "gh.json")
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "gh").symlink_to(Path(__file__).with_name("gh.py"))
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("FAKE_GH", str(built.state))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    built.state.write_text(json.dumps({"calls": []}), encoding="utf-8")
    built.work.mkdir()
    papers = empty_catalog(built.work)
    for number in range(1, 4):
        write_entry(papers, paper(number))
    built.git("init", "--quiet", "--initial-branch=main")
    built.commit("Begin")
    built.git("clone", "--quiet", "--bare", str(built.work), str(built.remote))
    built.git("remote", "add", "origin", str(built.remote))
    return built
