"""Where the links of a site lead. What a link means, counted from the root, is found out once for all pages."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from rsfm.site.tags import Read, read

_ELSEWHERE = ("https://", "http://", "mailto:", "data:", "/")


class SiteLinks:
    """The links between the ``files`` of the site in ``site_dir``."""

    def __init__(self, site_dir: Path, files: frozenset[str]) -> None:
        self.reached: set[str] = set()
        """Every file that some page leads to or loads."""
        self._site_dir = site_dir
        self._files = files
        self._targets: dict[str, tuple[str | None, str]] = {}
        self._places: dict[str, frozenset[str]] = {}
        self._passed: defaultdict[int, set[str]] = defaultdict(set)

    def passed(self, path: str) -> set[str]:
        """Return the tags that need no second look on pages as deep as ``path``: they lead to the same file from all."""
        return self._passed[path.count("/")]

    def broken(self, path: str, page: Read) -> Iterator[str]:
        """Yield what is wrong with the links of ``page``, which lies at ``path``."""
        folder = path[: path.rfind("/") + 1]
        root = "../" * folder.count("/")
        own = {tag.place for tag in page.tags}
        passed = self.passed(path)
        for tag in page.tags:
            link = tag.leads_to if tag.loads is None else tag.loads
            if link is None or link.startswith(_ELSEWHERE):
                continue
            target: str | None = path
            if link.startswith("#"):
                place = unquote(link[1:])
            else:
                target, place = self._meant(link[len(root) :] if link.startswith(root) else folder + link)
            if target is None:
                if not urlsplit(link).scheme:
                    yield f"a link leads nowhere: {link}"
            elif place:
                if place not in (own if target == path else self._places_of(target)):
                    yield f"a link leads to a place that does not exist: {link}"
            elif link.startswith(root) and not tag.declares:
                passed.add(tag.text)

    def _meant(self, address: str) -> tuple[str | None, str]:
        """Return the file that ``address`` means, counted from the root, and the place in it."""
        if address not in self._targets:
            parts = urlsplit(address)
            plain = posixpath.normpath(unquote(parts.path) or ".").removeprefix("./")
            target = plain if plain in self._files else posixpath.normpath(f"{plain}/index.html")
            found = target if target in self._files else None
            if found:
                self.reached.add(found)
            self._targets[address] = (found, unquote(parts.fragment))
        return self._targets[address]

    def _places_of(self, target: str) -> frozenset[str]:
        if not target.endswith((".html", ".svg")):
            return frozenset()
        if target not in self._places:
            tags = read((self._site_dir / target).read_bytes().decode(), set()).tags
            self._places[target] = frozenset(tag.place for tag in tags if tag.place)
        return self._places[target]
