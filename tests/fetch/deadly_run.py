"""Runs of ``rsfm fetch`` that die, or whose disk fails, at every event that changes the disk, one event a run.

Arguments: papers folder, address of the stand-in, what happens (``kill``, ``ENOSPC``, ``EIO``), folder for the results.
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from fetch.clocks import StillClock
from rsfm.cli import main, module_of
from rsfm.fetch import transport
from rsfm.store import load

NEVER_CAME = 200
CHANGING = ("mkdir", "fchmod", "fsync", "replace", "unlink", "write", "link", "rename")


class Disk:
    """Counts what changes the disk, and fails once."""

    def __init__(self, what: str, when: int) -> None:
        self.what = what
        self.when = when
        self.events = 0

    def event(self) -> None:
        self.events += 1
        if self.events - 1 == self.when:
            if self.what == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            number = getattr(errno, self.what)
            raise OSError(number, os.strerror(number))

    def around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*arguments: Any, **named: Any) -> Any:
            self.event()
            result = call(*arguments, **named)
            if self.what == "kill":
                self.event()
            return result

        return counted


class HalfWriting:
    """A file whose first half is on the disk before the second is written."""

    def __init__(self, file: Any, disk: Disk) -> None:
        self.file = file
        self.disk = disk

    def __enter__(self) -> HalfWriting:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def write(self, data: bytes) -> None:
        for half in (data[: len(data) // 2], data[len(data) // 2 :]):
            self.disk.event()
            self.file.write(half)
            self.file.flush()


def run(papers: Path, url: str, what: str, when: int) -> int:
    """Fetch once; return 200 where the event never came."""
    disk = Disk(what, when)
    vars(transport)["SystemClock"] = StillClock
    for name in CHANGING:
        setattr(os, name, disk.around(getattr(os, name)))
    real_fdopen, real_open = os.fdopen, os.open
    vars(os)["fdopen"] = lambda *arguments, **named: HalfWriting(real_fdopen(*arguments, **named), disk)

    def opening(path: Any, flags: int, *more: Any, **named: Any) -> int:
        opener = disk.around(real_open) if flags & os.O_CREAT else real_open
        return int(opener(path, flags, *more, **named))

    vars(os)["open"] = opening
    code = main(["--papers", str(papers), "fetch", "--api-url", url])
    return code if disk.events > when else NEVER_CAME


def die_at_every_event(template: Path, url: str, what: str, into: Path) -> None:
    """Fetch with a copy of ``template`` for each event, each in a process of its own, and print how each ended."""
    module_of("fetch")  # here once: what it imports takes longer than the run
    load(template)
    for when in range(10_000):
        papers = into / str(when) / "papers"
        shutil.copytree(template, papers)
        child = os.fork()
        if child == 0:
            os._exit(run(papers, url, what, when))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code == NEVER_CAME:
            return
        print("event", when, code, flush=True)


if __name__ == "__main__":
    die_at_every_event(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))
