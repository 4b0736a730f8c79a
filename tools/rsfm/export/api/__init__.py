"""``api/v1/``: the catalog for programs, a promise. A version changes only together with a note on how to move on."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

ROOT = "api/v1"
"""The folder of this version; a field may be added to it, none is renamed, removed or given another meaning."""


def canonical(value: Any) -> str:
    """Return ``value`` as JSON for people and programs: sorted keys, real characters, final newline."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def one_line(value: Any) -> str:
    """Return ``value`` as JSON on one line, with its line end."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"


def lines(name: str, values: Iterable[Any]) -> str:
    """Return an object with one list, ``name``, each of its items on a line of its own."""
    return f'{{"{name}":[\n' + ",\n".join(one_line(value).rstrip("\n") for value in values) + "\n]}\n"
