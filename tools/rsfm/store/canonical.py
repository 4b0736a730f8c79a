"""The one way in which a stored value is written as JSON, and the strict way back."""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

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
    readers = _readers(cast(Any, kind))
    if unknown := values.keys() - readers.keys():
        raise TypeError(f"unknown field {min(unknown)}")
    return kind(**{name: readers[name](value, name) for name, value in values.items()})


_Reader = Callable[[Any, str], Any]


@cache
def _readers(kind: type) -> dict[str, _Reader]:
    """Return what reads each field; found out once, for a catalog has thousands of values of one kind."""
    return {name: _reader(hint) for name, hint in get_type_hints(kind).items()}


def _reader(hint: Any) -> _Reader:
    """Return a function of a value of JSON and the name of its field that returns the value as a ``hint``."""
    if isinstance(hint, types.UnionType):
        hint = next(option for option in get_args(hint) if option is not types.NoneType)
    hint = getattr(hint, "__supertype__", hint)

    def exact(value: Any, name: str) -> Any:
        if type(value) is not hint:
            raise TypeError(f"{name} is not a {getattr(hint, '__name__', hint)}")
        return value

    if get_origin(hint) is tuple:
        of_item = _reader(get_args(hint)[0])
        return lambda value, name: (
            tuple([of_item(item, name) for item in value]) if type(value) is list else exact(value, name)
        )
    if isinstance(hint, type) and issubclass(hint, date):
        return lambda value, name: date.fromisoformat(value) if type(value) is str else exact(value, name)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return lambda value, name: hint(value) if type(value) is str else exact(value, name)
    return exact
