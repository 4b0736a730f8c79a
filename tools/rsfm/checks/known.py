"""Names and words that rules know, such as hosts and small words of languages: kept as lists in ``known.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("known.toml").read_text("utf-8"))


def known(*name: str) -> frozenset[str]:
    """Return the list called ``name``; one of several parts is a list within a table."""
    found: Any = _lists()
    for part in name:
        found = found[part]
    return frozenset(found)
