"""Proving values: each is looked for again at the lines its source names, in the file as it was at its commit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from rsfm import ids
from rsfm.merge import Catalog, Paper
from rsfm.model import Handle, Rerun
from rsfm.model.sources import REPO, key_of, place_of
from rsfm.results.harnesses.adapter import Taken
from rsfm.results.measured import claim_of

_NUMBERS = (
    re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\d.])", re.ASCII),
    re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])", re.ASCII),
)
"""A number, and one with commas between its thousands; in a table of commas both are looked for."""
_EMPHASIZED = re.compile(r"(?<!\w)(_+)(-?[\d.,]+)\1(?!\w)", re.ASCII)
"""A number in the emphasis of Markdown, in which runners-up are printed: ``_94.2_``."""
_LINES = re.compile(r"L(\d+)(?:-L(\d+))?", re.ASCII)
LISTED_AFTER = 2
"""So many misses in a row, and a value is listed as one that needs work."""


class FileAt(NamedTuple):
    """One file of a repository at one commit."""

    repository: str
    """``owner/name`` on GitHub."""
    commit: str
    path: str


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A value and where it should stand."""

    key: str
    """Names it in what is remembered of earlier proofs."""
    number: str
    """As typed, without sign of percent and spread."""
    file: FileAt
    lines: str


def claims_of(catalog: Catalog) -> list[Claim]:
    """Return what can be proved: values of entries that name a line of a repository on GitHub."""
    return [
        Claim(
            key=claim_of(paper.paper_id, result, variant),
            number=str(value.typed).split("±")[0].split("(")[0].strip().rstrip("%"),
            file=file,
            lines=place_of(result.source)[1],
        )
        for paper in catalog.papers
        for result in paper.entry.results
        if (file := file_of(paper, result.source, catalog)) and place_of(result.source)[1]
        for variant, value in result.values.items()
    ]


def file_of(paper: Paper, reference: str, catalog: Catalog) -> FileAt | None:
    """Return the file that a reference of ``paper`` names; ``None`` where it is none of a repository at a commit."""
    key = key_of(reference)
    own = paper.entry.sources.get(Handle(key))
    shared = catalog.sources.get(Handle(key))
    url = (
        (own and own.url) or (next(iter(paper.entry.links.code), "") if key == REPO else "") or (shared and shared.url)
    )
    revision = (own and own.revision) or (shared and shared.revision)
    repository = ids.repository_of(url) if url else None
    path, _ = place_of(reference)
    return FileAt(repository, revision, path) if repository and revision and path else None


def stands(claim: Claim, text: str) -> bool:
    """Say whether the number of ``claim`` stands on its lines, as it is or as a fraction of a hundred."""
    lines = text.splitlines()
    wanted = float(claim.number)
    for found in _LINES.finditer(claim.lines):
        first, last = int(found[1]), int(found[2] or found[1])
        for line in lines[first - 1 : last]:
            numbers = map(float, _numbers(line))
            if any(_same(number, wanted) for number in numbers):
                return True
    return False


def _numbers(line: str) -> list[str]:
    line = _EMPHASIZED.sub(r"\2", line)
    return [number.replace(",", "") for pattern in _NUMBERS for number in pattern.findall(line)]


def _same(found: float, wanted: float) -> bool:
    return any(abs(found * factor - wanted) < 1e-9 for factor in (1, 100, 0.01))  # noqa: PLR2004 -- a rounding of binary


def remembered(misses: Mapping[str, int], proved: Mapping[str, bool]) -> dict[str, int]:
    """Return how often in a row each value was missed, after one more proof; what could not be read changes nothing."""
    after = {key: count for key, count in misses.items() if key not in proved}
    after |= {key: misses.get(key, 0) + 1 for key, stood in proved.items() if not stood}
    return dict(sorted(after.items()))


def needing_work(misses: Mapping[str, int]) -> list[str]:
    """Return the values that were missed so often that a person must look."""
    return [key for key, count in misses.items() if count >= LISTED_AFTER]


def by_file(claims: Iterable[Claim]) -> dict[FileAt, list[Claim]]:
    """Return claims by file, so that each file is fetched once."""
    found: dict[FileAt, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.file, []).append(claim)
    return found


def rerun_stands(row: Rerun, taken: Taken, text: str) -> bool:
    """Say whether a rerun is still what its file says: read again as a whole, or rounded from a number on its line."""
    if any(again.key == row.key and again.value == row.value for again in taken.rows):
        return True
    digits = len(row.value.partition(".")[2])
    found = _LINES.search(row.place.rpartition(":")[2])
    line = text.splitlines()[int(found[1]) - 1 : int(found[1])] if found and not found[2] else []
    numbers = [number for each in line for number in _numbers(each)]
    return any(f"{float(number):.{digits}f}" == f"{float(row.value):.{digits}f}" for number in numbers)
