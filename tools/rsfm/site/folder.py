"""The folder of a site that is being made: the one place that writes into it, and never beside it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


class Outside(ValueError):
    """A path that would leave the folder, or that another file of the site has."""


class SiteFolder:
    """Writes text below ``root``. Folders are made once, and no file is written twice."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._base = os.fspath(root)
        self._made: set[str] = set()
        self._written: set[str] = set()

    def write(self, path: str, text: str) -> None:
        """Write ``text`` to ``path`` below the root. Raises Outside, and OSError where the disk refuses."""
        self.write_bytes(path, text.encode())

    def write_bytes(self, path: str, data: bytes) -> None:
        """Write ``data`` to ``path`` below the root. Raises Outside, and OSError where the disk refuses."""
        if path in self._written:
            raise Outside(f"two files of the site at {path}")
        steps = path.split("/")
        if "\\" in path or "\0" in path or not all(step.strip(".") for step in steps):
            raise Outside(f"not a path below the site: {path!r}")
        self._written.add(path)
        parent = f"{self._base}/{path.rpartition('/')[0]}"
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)  # noqa: PTH103 -- called for every page, and pathlib takes as long as the page
            self._made.add(parent)
        with open(f"{self._base}/{path}", "wb") as file:  # noqa: PTH123 -- as above
            file.write(data)

    def write_all(self, files: Iterable[tuple[str, str]]) -> None:
        """Write every path and text of ``files``."""
        for path, text in files:
            self.write(path, text)
