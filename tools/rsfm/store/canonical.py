"""The one way in which a stored value is written as JSON, and the strict way back."""

from __future__ import annotations

import json
import types
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

V = TypeVar("V")


def to_json(value: Any) -> str:
    """Return the canonical text of a dataclass: sorted keys, real characters, final newline, nothing absent."""
    return plain_json(
        {
            f.name: getattr(value, f.name)
            for f in fields(value)
            if f.default is MISSING or getattr(value, f.name) != f.default
        }
    )


def plain_json(values: Any) -> str:
    """Return the canonical text of mappings, lists, texts, numbers and dates."""
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True, default=date.isoformat) + "\n"


def from_json(kind: type[V], text: str) -> V:
    """Return the value of ``kind`` that ``to_json`` wrote.

    Raises ValueError or TypeError where ``text`` is not one: each field must have the type the dataclass states.
    """
    values = json.loads(text)
    if not isinstance(values, dict):
        raise TypeError("not an object")
    hints = get_type_hints(kind)
    if unknown := values.keys() - hints.keys():
        raise TypeError(f"unknown field {min(unknown)}")
    return kind(**{name: _typed(hints[name], value, name) for name, value in values.items()})


def _typed(hint: Any, value: Any, name: str) -> Any:
    if isinstance(hint, types.UnionType):
        hint = next(option for option in get_args(hint) if option is not types.NoneType)
    hint = getattr(hint, "__supertype__", hint)
    if get_origin(hint) is tuple and isinstance(value, list):
        return tuple(_typed(get_args(hint)[0], item, name) for item in value)
    if isinstance(value, str) and isinstance(hint, type) and issubclass(hint, date):
        return date.fromisoformat(value)
    if isinstance(value, str) and isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if type(value) is not hint:
        raise TypeError(f"{name} is not a {getattr(hint, '__name__', hint)}")
    return value
