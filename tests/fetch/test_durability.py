"""Killed at any moment, out of disk or with a broken one, nothing is torn or lost and the next run finishes the work."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from fetch.clocks import StillClock
from fetch.conftest import Outcome, contents
from fetch.invented import paper
from fetch.stand_in import StandIn
from rsfm.store import load
from rsfm.store.files import Busy, only_writer, replace_text

Fetch = Callable[..., Outcome]
TESTS = Path(__file__).resolve().parents[1]


@pytest.fixture
def outdated(papers: Path, server: StandIn, fetch: Fetch, clock: StillClock) -> Path:
    """A catalog of yesterday in which one snapshot is old, one has not changed and two are not there yet."""
    clock.beginning -= timedelta(days=1)
    server.papers["3101.00001"] = paper(1).but(version=1, comment="old", updated="2031-02-01T00:00:00Z")
    assert fetch(papers, "--api-url", server.arxiv_url, "3101.00001", "3101.00002").code == 0
    server.papers["3101.00001"] = paper(1)
    clock.beginning += timedelta(days=1)
    return papers


@pytest.mark.parametrize("what", ["kill", "ENOSPC", "EIO"])
def test_nothing_is_torn_at_any_event_and_the_next_run_finishes_with_the_same_bytes(
    what: str, outdated: Path, server: StandIn, fetch: Fetch, tmp_path: Path
) -> None:
    undisturbed = tmp_path / "undisturbed"
    shutil.copytree(outdated, undisturbed)
    assert fetch(undisturbed, "--api-url", server.arxiv_url).code == 0
    old, new = contents(outdated), contents(undisturbed)
    run = subprocess.run(
        [sys.executable, "-m", "fetch.deadly_run", outdated, server.arxiv_url, what, tmp_path / "runs"],
        env={**os.environ, "PYTHONPATH": str(TESTS), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    lines = [line.split() for line in run.stdout.splitlines() if line.startswith("event ")]
    ended = {int(when): int(code) for _, when, code in lines}
    assert run.returncode == 0, run.stderr
    assert len(ended) >= (40 if what == "kill" else 20)
    assert set(ended.values()) == ({-signal.SIGKILL} if what == "kill" else {1})
    assert "Traceback" not in run.stderr
    for when in ended:
        papers = tmp_path / "runs" / str(when) / "papers"
        left = contents(papers)
        litter = {path for path in left if "/.writing-" in f"/{path}"}
        assert len(litter) <= (what == "kill")
        for path in left.keys() - litter:
            assert left[path] in {old.get(path), new[path]}
        assert old.keys() <= left.keys()
        assert load(papers).problems == ()
        assert fetch(papers, "--api-url", server.arxiv_url).code == 0
        assert contents(papers) == new


def test_a_writer_shuts_others_out_until_it_ends_however_it_ends(papers: Path) -> None:
    with only_writer(papers), pytest.raises(Busy), only_writer(papers):
        pass
    held = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import pathlib, sys, time\nfrom rsfm.store.files import only_writer\n"
            "with only_writer(pathlib.Path(sys.argv[1])):\n    print('held', flush=True)\n    sys.stdin.read()",
            papers,
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with held:
        assert held.stdout is not None
        assert held.stdout.readline() == b"held\n"
        with pytest.raises(Busy), only_writer(papers):
            pass
        held.kill()
        held.wait()
        with only_writer(papers):
            pass


def test_a_text_that_is_there_already_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "file"
    assert replace_text(path, "one\n") is True
    before = path.stat()
    assert replace_text(path, "one\n") is False
    assert path.stat() == before
    assert replace_text(path, "two\n") is True
    assert path.read_text(encoding="utf-8") == "two\n"
    assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_too_large_for_the_disk_leaves_the_old_one(tmp_path: Path) -> None:
    """A real failure of ``write``: the process may write no more than a kilobyte into a file."""
    path = tmp_path / "file"
    replace_text(path, "old")
    code = (
        "import pathlib, resource, sys\nfrom rsfm.store.files import replace_text\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))\n"
        "try:\n    replace_text(pathlib.Path(sys.argv[1]), 'x' * 4096)\nexcept OSError as error:\n    print(error.errno)"
    )
    run = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    assert int(run.stdout) == errno.EFBIG
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("file", "old")]
