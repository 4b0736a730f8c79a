"""Files that are replaced whole or not at all, whatever happens meanwhile, and a lock that keeps writers apart."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

UNFINISHED = ".writing-"
"""How the name of a file begins that is not complete yet; readers pass over it, ``clear_unfinished`` removes it."""

LIMIT = 4 * 1024 * 1024
"""Longest file of a tool's own in bytes; the longest real one has a hundredth of it."""

_USUAL_MODE = 0o644
"""Who may read and write a new file; one that is replaced keeps what its owner set."""


class Busy(Exception):
    """Another run is writing here."""

    def __init__(self, papers: Path) -> None:
        super().__init__(f"another run is writing to {papers}.")


@contextmanager
def only_writer(papers: Path) -> Iterator[None]:
    """Hold the folder ``papers`` for one writer and clear what a killed one left.

    The lock is on the folder itself, so that it leaves no file, and ends with the process, however that ends.
    Raises Busy where another process holds it, OSError where the folder cannot be locked.
    """
    folder = os.open(papers, os.O_RDONLY)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(papers) from None
        clear_unfinished(papers)
        yield
    finally:
        os.close(folder)


def clear_unfinished(papers: Path) -> None:
    """Remove what a writer left that was killed before it could finish. For the only writer."""
    for folder in (papers, *(path for path in papers.iterdir() if path.is_dir() and not path.is_symlink())):
        for litter in folder.glob(UNFINISHED + "*"):
            with suppress(OSError):
                litter.unlink()


def read_regular(path: Path, limit: int = LIMIT) -> bytes:
    """Return what the file at ``path`` holds.

    Raises OSError where it is no regular file or longer than ``limit`` bytes: a link could show any file of the
    machine, and a device never ends. FileNotFoundError where there is none.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise OSError(errno.EFBIG, f"longer than {limit:,} bytes", str(path))
    return data


def replace_text(path: Path, text: str) -> bool:
    """Put ``text`` in the place of ``path`` in one step, unless it is there already; return whether it was written.

    When this returns, the text survives a power cut. Raises OSError; the old file is then whole, the new one perhaps in
    its place, and nothing else is left.
    """
    data = text.encode()
    mode = _USUAL_MODE
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return False
        mode = stat.S_IMODE(path.stat().st_mode)
    if not path.parent.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        _settle(path.parent.parent)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _settle(path.parent)
    return True


def _settle(folder: Path) -> None:
    """Make the names in ``folder`` survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
