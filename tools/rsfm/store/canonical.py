"""The one way in which a stored value is written as JSON, and the strict way back."""

from __future__ import annotations

import json
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar, cast, get_args

from rsfm.model.register import fields_of, shape_of

V = TypeVar("V")


def to_json(value: Any) -> str:
    """Return the canonical text of a value: sorted keys, real characters, final newline, nothing absent."""
    return json.dumps(plain_of(value), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def plain_of(value: Any) -> Any:
    """Return what JSON has for dataclasses, tables, lists, dates and single values; fields that say nothing are absent."""
    if is_dataclass(value):
        known = ((f, getattr(value, f.name)) for f in fields(value))
        return {f.name: plain_of(said) for f, said in known if f.default is MISSING or said != f.default}
    if isinstance(value, dict):
        return {key: plain_of(said) for key, said in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain_of(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def from_json(kind: type[V], text: str) -> V:
    """Return the value of ``kind`` that ``to_json`` wrote.

    Raises ValueError or TypeError where ``text`` is not one: each field must have the type the dataclass states.
    """
    return cast(V, typed(kind, json.loads(text)))


def typed(kind: Any, value: Any, name: str = "it") -> Any:
    """Return ``value``, as JSON has it, as a ``kind``. Raises as ``from_json``."""
    shape, inner = shape_of(kind)
    if shape == "list" and isinstance(value, list):
        return tuple(typed(inner, item, name) for item in value)
    if shape == "table" and isinstance(value, dict):
        return {key: typed(inner, item, f"{name}.{key}") for key, item in value.items()}
    if shape == "group" and isinstance(value, dict):
        known = fields_of(kind)
        if unknown := value.keys() - known.keys():
            raise TypeError(f"unknown field {min(unknown)}")
        return kind(**{field: typed(known[field].kind, item, field) for field, item in value.items()})
    if choices := get_args(kind) if shape == "single" else ():
        kind = next((choice for choice in choices if value in set(choice)), choices[0])
    kind = getattr(kind, "__supertype__", kind)
    if isinstance(value, str) and isinstance(kind, type) and issubclass(kind, date):
        return date.fromisoformat(value)
    if isinstance(value, str) and isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{name} is not a {getattr(kind, '__name__', kind)}")
    return value
