"""The one way in which a stored value is written as JSON, and the strict way back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache, partial
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
        return {f.name: plain_of(said) for f, said in known if said != _unsaid(f)}
    if isinstance(value, dict):
        return {key: plain_of(said) for key, said in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain_of(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _unsaid(field: Field[Any]) -> Any:
    """Return the value of a field that says nothing; no value is equal to it where one is required."""
    return field.default_factory() if field.default_factory is not MISSING else field.default


def from_json(kind: type[V], text: str) -> V:
    """Return the value of ``kind`` that ``to_json`` wrote.

    Raises ValueError or TypeError where ``text`` is not one: each field must have the type the dataclass states.
    """
    return cast(V, typed(kind, json.loads(text)))


def typed(kind: Any, value: Any, name: str = "it") -> Any:
    """Return ``value``, as JSON has it, as a ``kind``. Raises as ``from_json``."""
    return _reader(kind)(value, name)


_Reader = Callable[[Any, str], Any]


@cache
def _reader(kind: Any) -> _Reader:
    """Return what reads a value of ``kind``, told its name; found out once, for a catalog has thousands of a kind."""
    shape, inner = shape_of(kind)
    if shape == "group":
        return partial(_group, kind)
    if shape == "single":
        return _single(kind)
    of_item = _reader(inner)

    def table(value: Any, name: str) -> dict[str, Any]:
        if type(value) is not dict:
            raise TypeError(f"{name} is not a table")
        return {key: of_item(item, f"{name}.{key}") for key, item in value.items()}

    def several(value: Any, name: str) -> tuple[Any, ...]:
        if type(value) is not list:
            raise TypeError(f"{name} is not a list")
        return tuple([of_item(item, name) for item in value])

    return table if shape == "table" else several


def _group(kind: Any, value: Any, name: str) -> Any:
    if type(value) is not dict:
        raise TypeError(f"{name} is not a {kind.__name__}")
    readers = _readers(kind)
    if unknown := value.keys() - readers.keys():
        raise TypeError(f"unknown field {min(unknown)}")
    return kind(**{field: readers[field](item, field) for field, item in value.items()})


@cache
def _readers(kind: Any) -> dict[str, _Reader]:
    return {name: _reader(field.kind) for name, field in fields_of(kind).items()}


def _single(kind: Any) -> _Reader:
    choices = get_args(kind)
    kind = getattr(kind, "__supertype__", kind)
    make: Callable[[str], Any] | None = None
    if choices:
        make = partial(_one_of, choices)
    elif issubclass(kind, date):
        make = date.fromisoformat
    elif issubclass(kind, StrEnum):
        make = kind

    def single(value: Any, name: str) -> Any:
        if make and isinstance(value, str):
            return make(value)
        if type(value) is not kind:
            raise TypeError(f"{name} is not a {getattr(kind, '__name__', kind)}")
        return value

    return single


def _one_of(choices: tuple[type[StrEnum], ...], text: str) -> StrEnum:
    """Return the member called ``text`` of whichever enumeration has it."""
    return next((choice for choice in choices if text in set(choice)), choices[0])(text)
