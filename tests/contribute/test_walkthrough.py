"""What CONTRIBUTING tells people to type is typed here, word for word, in a copy of the project, and does what it says."""

from __future__ import annotations

import os
import pty
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from fetch.clocks import StillClock
from fetch.invented import InventedPaper
from fetch.stand_in import StandIn
from invented import PROJECT, copy_few
from site_on_loopback import free_address, read

GUIDES = {"en_GB.UTF-8": PROJECT / "CONTRIBUTING.md", "zh_CN.UTF-8": PROJECT / "CONTRIBUTING.zh.md"}
PAGES = [PROJECT / f"site_src/docs/{locale}/contribute.md" for locale in ("en", "zh")]
OF_THE_PROJECT = ("Makefile", "mkdocs.yml", "pyproject.toml", "requirements.lock", "site_src", "tools")
FOX = InventedPaper(
    arxiv_id="2311.15826",
    title="FoxNet: A Vision-Language Foundation Model that Counts Foxes",
    authors=("Ada Example", "Bo Beispiel"),
    summary="We present FoxNet, a model for optical images with image captioning.",
    published="2023-11-24T12:00:00Z",
    updated="2023-11-24T12:00:00Z",
)
MINE = """\
# yaml-language-server: $schema=../site_src/docs/schema/entry.json
name: My Model
title: "My Model: What Somebody Keeps of the Example"
family: visual
kinds: [model]
authors: [Ada Example]
venue: {name: arXiv, year: 2025, state: preprint}
arxiv_id: https://arxiv.org/abs/2501.00010v2
added: 2025-01-15
verified: 2025-02-01
"""


def blocks(guide: Path) -> list[list[str]]:
    """Return the commands of each fenced block."""
    return [block.splitlines() for block in re.findall(r"(?m)^```sh\n(.*?)^```$", guide.read_text("utf-8"), re.S)]


@dataclass(frozen=True)
class Workshop:
    """A copy of the project as somebody has it after the installation, and a server that stands for all others."""

    folder: Path
    environment: dict[str, str]

    def types(self, command: str, answers: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command as a shell does; with ``answers``, at a terminal at which somebody types them."""
        ours, theirs = pty.openpty()
        try:
            os.write(ours, (answers or "").encode())
            return subprocess.run(
                ["sh", "-c", command],  # noqa: S607 -- any shell will do
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.DEVNULL if answers is None else theirs,
                capture_output=True,
                text=True,
                check=False,
            )
        finally:
            os.close(ours)
            os.close(theirs)


@pytest.fixture(params=GUIDES)
def told(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Path, Workshop]]:
    """A guide and a workshop in its language."""
    copy_few(tmp_path / "papers", "geochat")
    for name in OF_THE_PROJECT:
        source, ignored = PROJECT / name, shutil.ignore_patterns("__pycache__", "*.egg-info")
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=ignored)
        else:
            shutil.copy(source, tmp_path)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv/bin").symlink_to(Path(sys.executable).parent)
    (tmp_path / ".venv/.ready").touch()
    server = StandIn(StillClock(), [FOX])
    urls = {"ARXIV": server.arxiv_url, "CROSSREF": server.crossref_url, "GITHUB": server.github_url}
    environment = os.environ | {f"RSFM_{name}_URL": url for name, url in urls.items()}
    yield GUIDES[request.param], Workshop(tmp_path, environment | {"LC_ALL": request.param})
    server.close()


def test_both_guides_have_the_same_commands_and_the_sites_pages_no_others():
    one, other = (blocks(guide) for guide in GUIDES.values())
    assert one == other
    typed = {command for block in one for command in block}
    assert all(set(command) <= typed for page in PAGES for command in blocks(page))


def test_a_command_can_be_pasted_into_any_shell():
    # The shell of a Mac takes "# …" on a line that somebody types for more words of the command.
    typed = [command for guide in (*GUIDES.values(), *PAGES) for block in blocks(guide) for command in block]
    assert typed and not [command for command in typed if re.search(r"[#<>*?!$`']", command)]


def test_the_guide_leads_from_an_id_to_an_entry(told: tuple[Path, Workshop]):
    guide, workshop = told
    (first, add, bring_in), _ = blocks(guide)
    papers = workshop.folder / "papers"

    assert workshop.types(first).returncode == 0
    there = workshop.types(add, answers="")
    assert (there.returncode, "papers/geochat.yml" in there.stderr) == (1, True), there.stderr

    # Other entries name this one, so it stays, under another id.
    geochat = (papers / "geochat.yml").read_text("utf-8")
    (papers / "geochat.yml").write_text(geochat.replace('arxiv_id: "2311.15826"\n', ""), "utf-8")
    (papers / "_arxiv/2311.15826.json").unlink()
    before = set(papers.rglob("*"))
    added = workshop.types(add, answers="\n" * 9)
    assert added.returncode == 0, added.stderr
    assert {path.name for path in set(papers.rglob("*")) - before} == {"foxnet.yml", "2311.15826.json"}
    check, serve = (line.strip() for line in added.stdout.splitlines() if line.startswith("  "))
    assert workshop.types(check).returncode == 0
    assert workshop.types(f"{serve} --help").returncode == 0
    assert workshop.types(first).returncode == 0

    (workshop.folder / "LIST.md").write_text(
        f"- [{FOX.title}](https://arxiv.org/abs/2311.15826)\n- [OwlNet: A Model](https://arxiv.org/abs/2402.90099)\n"
    )
    brought = workshop.types(bring_in)
    assert brought.returncode in (0, 1) and "# " in brought.stdout, brought.stderr
    assert [path.name for path in (workshop.folder / "drafts").iterdir()] == ["owlnet.yml"]


def test_the_guide_leads_from_the_example_to_a_page(told: tuple[Path, Workshop]):
    guide, workshop = told
    _, (copy, check, fix, serve) = blocks(guide)
    mine = workshop.folder / copy.split()[-1]

    assert workshop.types(copy).returncode == 0
    assert mine.read_text("utf-8") == (workshop.folder / "papers/_example.yml").read_text("utf-8")
    assert workshop.types(check).returncode == 0, "the example itself has no error"

    mine.write_text(MINE, "utf-8")
    wrong = workshop.types(check)
    assert wrong.returncode != 0
    assert re.search(rf"papers/{mine.name}:8:11: error: arxiv_id: .*\n    .*2501\.00010", wrong.stdout), wrong.stdout
    assert workshop.types(fix).returncode == 0
    assert mine.read_text("utf-8") == MINE.replace("https://arxiv.org/abs/2501.00010v2", '"2501.00010"')
    assert workshop.types(check).returncode == 0

    address = free_address()
    environment = workshop.environment | {"RSFM_ADDRESS": address}
    served = subprocess.Popen(
        serve.split(), cwd=workshop.folder, env=environment, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        for locale in ("zh", "en"):
            assert "What Somebody Keeps" in read(f"http://{address}/{locale}/papers/{mine.stem}/", "My Model")
    finally:
        os.killpg(served.pid, signal.SIGTERM)
        served.wait()
