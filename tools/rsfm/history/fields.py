"""An entry as its single facts by path, so that two states of it can be compared field by field."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from rsfm.model import Data, Entry, Event, Related, Result
from rsfm.model.plain import plain
from rsfm.model.register import fields_of, is_group

PASSED_OVER = ("paper_id", "former_ids", "verified", "added", "defaults")
"""Fields that say nothing of the paper: when somebody looked, and what variants already say."""
PROVENANCE = ("source", "sources", "source_of", "proof", "revision", "seen", "origin")
"""Fields that say where a fact was read: another place is no other fact."""
_WORDING = ("prose", "keywords", "note", "aliases", "other_titles")
"""Fields that are worded, not true or false."""
_LONGEST = 160
"""Characters of a value that is kept with a change."""


def facts_of(entry: Entry) -> dict[str, Any]:
    """Return every fact of ``entry`` by its path; a list of plain values is one fact."""
    found: dict[str, Any] = {}
    resolved = entry.resolved
    for name in fields_of(Entry):
        if name not in PASSED_OVER:
            found.update(_facts(getattr(resolved, name), name))
    return found


def _facts(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    kind: Any = type(value)
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _facts(each, f"{path}.{key}")
    elif isinstance(value, tuple) and value and is_group(type(value[0])):
        for each in value:
            yield from _facts(each, f"{path}.{_name_of(each)}")
    elif is_group(kind):
        for name in fields_of(kind):
            yield from _facts(getattr(value, name), f"{path}.{name}")
    elif (known := plain(value)) not in (None, [], {}):
        yield path, known


def _name_of(value: Any) -> str:
    """Return what one item of a list is recognised by."""
    if isinstance(value, Data):
        return value.name
    if isinstance(value, Result):
        steps = (value.on, value.metric, value.split, value.how, value.head, value.inputs, value.note)
        return "/".join(str(step) for step in steps if step)
    if isinstance(value, Event):
        return "/".join(filter(None, (value.what, value.date, value.of)))
    if isinstance(value, Related):
        return value.entry or value.arxiv_id or value.name or value.link or ""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True)


def is_provenance(path: str) -> bool:
    """Whether the fact at ``path`` only says where something was read."""
    steps = path.split(".")
    return steps[0] in PROVENANCE or steps[-1] in PROVENANCE


def is_wording(path: str) -> bool:
    """Whether the fact at ``path`` is a text that may be put better, which is no correction."""
    return path.partition(".")[0] in _WORDING


def shown(value: Any) -> str | None:
    """Return a fact as a short text; nothing where there is none, or it is long."""
    if value is None:
        return None
    if isinstance(value, dict) and {"min", "max"} >= value.keys() - {"about"}:
        return _quantity(value)
    if isinstance(value, dict) and "typed" in value:
        value = value["typed"]
    if isinstance(value, list) and not any(isinstance(each, (dict, list)) for each in value):
        value = "; ".join(map(str, value))
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= _LONGEST else None


def _quantity(value: dict[str, Any]) -> str:
    low, high = value.get("min"), value.get("max")
    both = str(low) if low == high else f"{low}-{high}"
    text = f"< {high}" if low is None else f"> {low}" if high is None else both
    return f"~{text}" if value.get("about") else text
