"""``rsfm serve`` shows the site, follows edits of entries, and names a bad entry instead of stopping."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import PROJECT
from invented import ENTRY

PATIENCE = 60  # seconds until the test gives up; each step usually takes two


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A copy of the project with one entry, being served: its papers, its address, and what the command prints."""
    for name in ("mkdocs.yml", "site_src", "tools"):
        source = PROJECT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    papers = tmp_path / "papers"
    papers.mkdir()
    shutil.copy(PROJECT / "papers/_taxonomy.yml", papers)
    (papers / "first.yml").write_text(ENTRY.format(name="First", title="The First Model"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    output = tmp_path / "output.txt"
    with output.open("w") as file:
        command = [sys.executable, "-m", "rsfm", "serve", "--address", address]
        process = subprocess.Popen(
            command,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(tmp_path / "tools")},
            stdout=file,
            stderr=file,
            start_new_session=True,
        )
        yield papers, f"http://{address}/", output
        os.killpg(process.pid, signal.SIGTERM)  # the command and the engine it runs
        process.wait()


def read(url: str, wanted: str) -> str:
    """Ask until the page holds ``wanted``."""
    text = ""
    end = time.monotonic() + PATIENCE
    while wanted not in text:
        assert time.monotonic() < end, f"{url} never showed {wanted}: {text[:500]}"
        try:
            text = urllib.request.urlopen(url, timeout=5).read().decode()  # noqa: S310 -- our own address
        except OSError:
            time.sleep(0.2)
    return text


def test_an_edited_entry_is_shown_and_a_bad_one_is_named(served: tuple[Path, str, Path]):
    papers, url, output = served
    page = read(f"{url}en/papers/first/", "The First Model")
    assert "livereload" in page
    assert not re.search("Content-Security-Policy", page), "the policy would stop the live reload"
    (papers / "first.yml").write_text(ENTRY.format(name="First", title="The Renamed Model"))
    read(f"{url}en/papers/first/", "The Renamed Model")
    (papers / "second.yml").write_text("name: Second\n")
    (papers / "first.yml").write_text(ENTRY.format(name="First", title="The Third Title"))
    read(f"{url}zh/papers/first/", "The Third Title")
    assert "papers/second.yml:1:1" in output.read_text()
