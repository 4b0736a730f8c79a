"""``rsfm serve`` shows the site, follows edits of entries, and names a bad entry instead of stopping."""

from __future__ import annotations

import errno
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import PROJECT
from invented import ENTRY, copy_project, papers_folder
from rsfm.cli import main, serve
from site_on_loopback import free_address, read


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """A copy of the project with one entry, being served: its papers, its address, and what the command prints."""
    copy_project(tmp_path)
    papers = papers_folder(tmp_path, {"first": ENTRY.format(name="First", title="The First Model")})
    address = free_address()
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


def test_an_edited_entry_is_shown_and_a_bad_one_is_named(served: tuple[Path, str, Path]):
    papers, url, output = served
    page = read(f"{url}en/papers/first/", "The First Model")
    assert "livereload" in page
    assert "Content-Security-Policy" in page, "what is shown is what will be published"
    (papers / "first.yml").write_text(ENTRY.format(name="First", title="The Renamed Model"))
    read(f"{url}en/papers/first/", "The Renamed Model")
    (papers / "second.yml").write_text("name: Second\n")
    (papers / "first.yml").write_text(ENTRY.format(name="First", title="The Third Title"))
    read(f"{url}zh/papers/first/", "The Third Title")
    assert "papers/second.yml:1:1" in output.read_text()
    about = papers.with_name("site_src") / "docs/en/about.md"
    about.write_text(about.read_text() + "\nA sentence of today.\n")
    read(f"{url}en/about/", "A sentence of today.")
    assert urllib.request.urlopen(f"{url}en/about", timeout=60).url == f"{url}en/about/"  # noqa: S310


def test_an_open_page_is_told_of_a_change(served: tuple[Path, str, Path]):
    papers, url, _ = served
    state = re.search('data-state="([^"]+)"', read(f"{url}en/papers/first/", "The First Model"))[1]  # type: ignore[index]
    (papers / "first.yml").write_text(ENTRY.format(name="First", title="The Renamed Model"))
    told = urllib.request.urlopen(f"{url}livereload?{state}", timeout=60).read().decode()  # noqa: S310 -- our own address
    assert told != state
    assert "location.reload" in read(f"{url}livereload.js", "location")


def test_an_address_that_somebody_has_is_named_without_a_traceback(capsys: pytest.CaptureFixture[str]):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert main(["--papers", str(PROJECT / "papers"), "serve", "--address", address]) == 2
    assert f"rsfm: {address}: " in capsys.readouterr().err
    assert main(["--papers", str(PROJECT / "papers"), "serve", "--address", "here"]) == 2


def test_an_address_of_ipv6_is_not_taken_for_a_name():
    without_ipv6 = {os.strerror(errno.EADDRNOTAVAIL), os.strerror(errno.EAFNOSUPPORT)}
    assert serve._why_not("[::1]:0") in {"", *without_ipv6}
