"""The project as it is on disk now: what was saved since the last look is read again, and nothing else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rsfm.problems import Problem
from rsfm.site.engine import take_styles
from rsfm.site.preview import Preview
from rsfm.site.publish import SiteSource, renderer_of
from rsfm.store import EntryFile, Library, entry_paths, load_beside, load_path, nothing_collected

Write = Callable[[Path], SiteSource]
"""Lets the engine write articles and styles into a folder."""
_PAUSE = 0.2
"""Seconds in which the disk is looked at once: a page asks for twenty files."""
_Seen = dict[str, tuple[int, int, int]]


class Following:
    """Follows the project; not for several threads at once."""

    def __init__(self, papers: Path, engine: Write, watched: tuple[Path, ...], say: Callable[[Problem], None]) -> None:
        """``watched`` is what the ``engine`` and templates read; ``say`` is told every problem of reading a file."""
        self.state = 0
        """How often something changed."""
        self._papers = papers
        self._engine = engine
        self._watched = watched
        self._say = say
        self._entries_seen: _Seen = {}
        self._beside_seen: _Seen = {}
        self._site_seen: _Seen = {}
        self._looked = 0.0
        self._files: dict[Path, EntryFile | None] = {}
        self._folder: TemporaryDirectory[str] | None = None
        self._source: SiteSource | None = None
        self._base: Library | None = None
        self._preview: Preview | None = None

    def close(self) -> None:
        """Remove what the engine wrote."""
        if self._folder:
            self._folder.cleanup()
            self._folder = None

    def now(self) -> Preview:
        """Return the site of what is on disk.

        Raises ValueError or OSError where there can be none; it is tried again at the next look.
        """
        if self._preview and monotonic() < self._looked + _PAUSE:
            return self._preview
        with nothing_collected():
            if self._follow() or self._preview is None:
                self._preview = self._new_preview()
        self._looked = monotonic()
        return self._preview

    def _follow(self) -> bool:
        """Read what changed; return whether anything did."""
        paths = entry_paths(self._papers)
        entries = dict(_signatures(map(str, paths)))
        beside = {path: seen for path, seen in _walk(self._papers) if path not in entries}
        site = dict(seen for folder in self._watched for seen in _walk(folder))
        if (entries, beside, site) == (self._entries_seen, self._beside_seen, self._site_seen):
            return False
        self.state += 1
        self._preview = None
        if site != self._site_seen:
            self._source = None
        if beside != self._beside_seen or self._base is None:
            self._base = load_beside(self._papers)
            self._files = {}
            for problem in self._base.problems:
                self._say(problem)
        found = {}
        for path in paths:
            same = entries.get(str(path)) == self._entries_seen.get(str(path))
            if same and path in self._files:
                found[path] = self._files[path]
                continue
            found[path], problems = load_path(self._base, self._papers, path)
            for problem in problems:
                self._say(problem)
        self._files = found
        self._entries_seen, self._beside_seen, self._site_seen = entries, beside, site
        return True

    def _new_preview(self) -> Preview:
        if self._source is None or self._folder is None:
            self.close()
            self._folder = TemporaryDirectory()
            source = self._engine(Path(self._folder.name))
            take_styles(Path(self._folder.name))
            self._source = source
        assert self._base is not None  # noqa: S101 -- there was a look at the disk
        library = replace(self._base, files=tuple(file for file in self._files.values() if file))
        folder = Path(self._folder.name)
        return Preview(renderer_of(folder, library.catalog(), self._source), self._source, folder)


def _walk(place: Path) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """Yield path and signature of every file at or below ``place``; hidden ones are of editors."""
    if place.is_file():
        yield from _signatures([str(place)])
    for folder, below, names in os.walk(place):
        below[:] = [name for name in below if not name.startswith(".") and name != "__pycache__"]
        yield from _signatures(f"{folder}/{name}" for name in names if not name.startswith("."))


def _signatures(paths: Iterator[str] | list[str]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for path in paths:
        try:
            found = os.lstat(path)
        except OSError:
            continue
        yield path, (found.st_mtime_ns, found.st_size, found.st_ino)
