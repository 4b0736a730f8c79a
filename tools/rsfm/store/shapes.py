"""How the model's types are written in a file: as a list, a table, a group of fields or a single value."""

from __future__ import annotations

import dataclasses
import types
import typing
from functools import cache
from typing import Any, cast


@cache
def fields_of(kind: Any) -> dict[str, tuple[Any, bool]]:
    """Return the type of each field of a dataclass, ``None`` taken off, and whether a file must give it."""
    hints = typing.get_type_hints(kind)
    return {
        f.name: (
            _present(hints[f.name]),
            f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING,
        )
        for f in dataclasses.fields(kind)
    }


def _present(kind: Any) -> Any:
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        (kind,) = (arg for arg in typing.get_args(kind) if arg is not types.NoneType)
    return kind


@cache
def homes_of(kind: Any) -> dict[str, str]:
    """Return the path of every field of the groups inside ``kind`` by its bare name, where only one group has it."""
    homes: dict[str, str] = {}
    seen: set[str] = set()
    groups = [(name, inner) for name, (inner, _) in fields_of(kind).items() if dataclasses.is_dataclass(inner)]
    while groups:
        path, group = groups.pop(0)
        for name, (inner, _) in fields_of(cast(Any, group)).items():
            if dataclasses.is_dataclass(inner):
                groups.append((f"{path}.{name}", inner))
            if name in seen:
                homes.pop(name, None)
            else:
                homes[name] = f"{path}.{name}"
            seen.add(name)
    return homes


@cache
def shape_of(kind: Any) -> tuple[str, Any]:
    """Say how a type is written: a list, a table, a group of fields or a single value, and of what."""
    origin = typing.get_origin(kind)
    if origin is tuple:
        return "list", typing.get_args(kind)[0]
    if origin is dict:
        return "table", typing.get_args(kind)[1]
    return ("group" if dataclasses.is_dataclass(kind) else "single"), kind
