"""``papers/_results/proofs.json``: how often in a row each value was not found at the line that its source names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from rsfm.locales import Localized
from rsfm.problems import Problem
from rsfm.store.canonical import from_json, to_json
from rsfm.store.faults import unreadable
from rsfm.store.files import read_regular, replace_text
from rsfm.store.reruns import FOLDER

PROOFS = f"{FOLDER}/proofs.json"
"""Where it lies inside ``papers/``."""


def read_proofs(papers: Path) -> dict[str, int]:
    """Return the misses by claim; nothing where there is no file.

    Raises ValueError where the file is not what ``write_proofs`` wrote, and OSError.
    """
    try:
        said = from_json(dict[str, int], read_regular(papers / PROOFS).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except TypeError as error:
        raise ValueError(str(error)) from error
    if not all(count > 0 for count in said.values()):
        raise ValueError("numbers of misses by claim are expected")
    return said


def write_proofs(papers: Path, misses: Mapping[str, int]) -> bool:
    """Store the misses and return whether the file changed; none need no file. Raises OSError."""
    path = papers / PROOFS
    if not misses and not path.is_file():
        return False
    return replace_text(path, to_json(dict(misses)))


def load_proofs(papers: Path, shown: str) -> tuple[dict[str, int], list[Problem]]:
    """Return the misses; a broken file is a problem, not an exception. ``shown`` names ``papers`` in places."""
    try:
        return read_proofs(papers), []
    except (OSError, ValueError, RecursionError) as error:
        return {}, [unreadable(f"{shown}/{PROOFS}", error, _HINT)]


_HINT = Localized(zh="这个文件由 rsfm results prove 写；删除它。", en="rsfm results prove writes this file; delete it.")
