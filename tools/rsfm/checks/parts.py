"""What an entry has several of, as far as it could be read: variants, data records, results, sources, events."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rsfm.problems import visible
from rsfm.source import Mapping
from rsfm.store import EntryFile

_ONE = re.compile(r"(?:(?:data|results|checkpoints|events)(?:\.\d+)?|(?:variants|sources)\.[^.]+|defaults)\.", re.ASCII)
"""The beginning of a path that belongs to one of several; a list of one may be typed without its dash."""
_HEADS = ("data.", "results.", "checkpoints.", "events.", "variants.", "sources.", "defaults.")
_NAMES_AN_ENTRY = re.compile(
    r"relations\..+\.entry|data(?:\.\d+)?\.entry|(?:defaults|variants\.[^.]+)\.base_entries(?:\.\d+)?", re.ASCII
)
_MEASURED = "values."


@dataclass(frozen=True)
class Parts:
    """The parts of one entry; a part is its values by their path inside it."""

    file: EntryFile

    def of(self, field: str) -> dict[str, dict[str, Any]]:
        """Return the parts of one field by path: ``results.0``, ``variants.base``, ``defaults``."""
        return self._by_field.get(field, {})

    @cached_property
    def _by_field(self) -> dict[str, dict[str, dict[str, Any]]]:
        found: dict[str, dict[str, dict[str, Any]]] = {}
        for path, value in self.file.values.items():
            if path.startswith(_HEADS) and (match := _ONE.match(path)):
                part = match[0].rstrip(".")
                found.setdefault(part.partition(".")[0], {}).setdefault(part, {})[path[match.end() :]] = value
        return found

    @cached_property
    def variants(self) -> tuple[str, ...]:
        """The names of the variants, readable or not, as paths have them."""
        return self._names("variants")

    @cached_property
    def sources(self) -> tuple[str, ...]:
        """The names of the sources, readable or not."""
        return self._names("sources")

    def _names(self, field: str) -> tuple[str, ...]:
        root = self.file.document.root
        group = root.items.get(field) if root else None
        return tuple(map(visible, group.items)) if isinstance(group, Mapping) else ()

    @cached_property
    def measured(self) -> list[tuple[str, str]]:
        """What the values of results are of, each with its path: a variant, ``entry/variant`` or a term of base."""
        return [
            (f"{part}.{path}", path.removeprefix(_MEASURED))
            for part, values in self.of("results").items()
            for path in values
            if path.startswith(_MEASURED)
        ]

    @cached_property
    def named_entries(self) -> list[tuple[str, str]]:
        """Every paper_id that the entry names, with the path where it does."""
        found = [
            (path, str(value))
            for path, value in self.file.values.items()
            if (path.endswith(".entry") or "base_entries" in path) and _NAMES_AN_ENTRY.fullmatch(path)
        ]
        return [*found, *((path, key.partition("/")[0]) for path, key in self.measured if "/" in key)]
