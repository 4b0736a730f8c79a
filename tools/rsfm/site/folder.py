"""The folder of a site that is being made: the one place that writes into it, and never beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable
from pathlib import Path


class Outside(ValueError):
    """A path that would leave the folder, or that another file of the site has."""


class SiteFolder:
    """Writes text below ``root``. Folders are made once, and no file is written twice.

    What lies in ``before``, the folder of an earlier site, with the same bytes is linked instead: it is the same file on
    disk, as old as it was. Nothing that is published is ever changed in place.
    """

    def __init__(self, root: Path, before: Path | None = None) -> None:
        self.root = root
        self._base = os.fspath(root)
        self._before = before and os.fspath(before)
        self._made: set[str] = set()
        self._written: set[str] = set()

    def write(self, path: str, text: str) -> None:
        """Write ``text`` to ``path`` below the root. Raises Outside, and OSError where the disk refuses."""
        self.write_bytes(path, text.encode())

    def write_bytes(self, path: str, data: bytes) -> None:
        """Write ``data`` to ``path`` below the root. Raises Outside, and OSError where the disk refuses."""
        self._begin(path)
        if self._before and _linked(f"{self._before}/{path}", f"{self._base}/{path}", data):
            return
        with open(f"{self._base}/{path}", "wb") as file:  # noqa: PTH123 -- called for every page, and pathlib takes long
            file.write(data)

    def take(self, *files: tuple[str, bytes]) -> bool:
        """Take paths from the earlier site if each has the SHA-256 that stands beside it; return whether it has."""
        if not self._before or not all(_has(f"{self._before}/{path}", digest) for path, digest in files):
            return False
        for path, _ in files:
            self._begin(path)
            old, new = f"{self._before}/{path}", f"{self._base}/{path}"
            try:
                os.link(old, new)
            except OSError:
                shutil.copyfile(old, new)  # links cannot be had here
        return True

    def _begin(self, path: str) -> None:
        if path in self._written:
            raise Outside(f"two files of the site at {path}")
        steps = path.split("/")
        if "\\" in path or "\0" in path or not all(step.strip(".") for step in steps):
            raise Outside(f"not a path below the site: {path!r}")
        self._written.add(path)
        parent = f"{self._base}/{path.rpartition('/')[0]}"
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103 -- as above
            self._made.add(parent)

    def write_all(self, files: Iterable[tuple[str, str]]) -> None:
        """Write every path and text of ``files``."""
        for path, text in files:
            self.write(path, text)


def _has(path: str, digest: bytes) -> bool:
    """Say whether a regular file at ``path`` has this SHA-256."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return False
        with open(path, "rb") as file:  # noqa: PTH123 -- as above
            return hashlib.sha256(file.read()).digest() == digest
    except OSError:
        return False


def _linked(old: str, new: str, data: bytes) -> bool:
    """Link the file ``new`` to ``old`` where that holds ``data``; return whether it was."""
    try:
        found = os.lstat(old)
        if not stat.S_ISREG(found.st_mode) or found.st_size != len(data):
            return False
        with open(old, "rb") as file:  # noqa: PTH123 -- as above
            if file.read() != data:
                return False
        os.link(old, new)
    except OSError:
        return False  # there is none, or links cannot be had here
    return True
