"""Where a dotted path of an entry leads: to a value of which type, and under which name it is known in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rsfm.model.entry import Entry
from rsfm.model.register import fields_of, shape_of, short_form, table_form


def kind_at(steps: Sequence[str]) -> Any:
    """Return the type of what an entry has at a path; ``None`` where it has no such path."""
    kind: Any = Entry
    for step in steps:
        shape, inner = shape_of(kind)
        if shape == "list" and not step.isdecimal():
            shape, inner = shape_of(inner)  # a list of one, typed without its dash
        if shape == "single":
            return None
        kind = _inside(inner, step) if shape == "group" else inner
        if kind is None:
            return None
    return kind


def _inside(group: Any, step: str) -> Any:
    known, table = fields_of(group), table_form(group)
    if step in known:
        return known[step].kind
    return shape_of(known[table].kind)[1] if table else None


def in_full(path: str) -> str:
    """Return the path of a value as it is where its group is not typed in short form: ``code`` is ``code.state``."""
    kind = kind_at(path.split("."))
    if kind is None:
        return path
    shape, inner = shape_of(kind)
    name = short_form(inner) if shape in ("group", "list") else ""
    return f"{path}.{name}" if name else path
