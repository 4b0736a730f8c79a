"""The register of fields: what an entry's fields are, said once, from which all else about them follows.

Each field of the model is declared with its labels, help and uses (see ``entry``). Reading and writing entries, the JSON
Schema, issue forms, the facts of a page, search, facets, comparison and exports ask here, and nowhere else.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from rsfm.locales import Localized

EACH = "*"
"""Stands in a path for every item of a list or every key of a table: ``variants.*.parameters``."""
_KEY = "rsfm"


class Facet(StrEnum):
    """How a field narrows a list of papers."""

    TERM = "term"
    """One of a few words."""
    RANGE = "range"
    """From one number to another."""
    FLAG = "flag"
    """Known to be so, or not."""


class Unit(StrEnum):
    """What the numbers of a field count; pages say it in each language, entries never type it."""

    NONE = ""
    PARAMETERS = "parameters"
    METRES = "metres"
    PIXELS = "pixels"
    BYTES = "bytes"
    HOURS = "hours"
    DAYS = "days"
    TONNES = "tonnes"
    GIGAFLOPS = "gigaflops"
    GIGABYTES = "gigabytes"
    MILLISECONDS = "milliseconds"


@dataclass(frozen=True, kw_only=True)
class Uses:
    """What a field is for, as declared beside it."""

    label: Localized
    help: Localized
    terms: str = ""
    """The vocabulary that its value, or its keys where it is a table, are terms of."""
    facet: Facet | None = None
    unit: Unit = Unit.NONE
    search: int = 0
    """How much a match in it counts in the search, from 1 to 10; 0: it is not searched."""
    export: str = ""
    """The column of it in tables that programs read; empty: in no such table."""
    asked: bool = False
    """Whether the form for a new paper asks for it."""
    example: str = ""
    """What somebody may type there."""


@dataclass(frozen=True, kw_only=True)
class Field:
    """One field of one group of the model."""

    name: str
    kind: Any
    """Its type, ``None`` taken off."""
    required: bool
    uses: Uses

    @property
    def terms(self) -> str:
        """The vocabulary it takes its terms from; empty where it takes none."""
        return self.uses.terms


def needed(zh: str, en: str, help_zh: str, help_en: str, **uses: Any) -> Any:
    """Declare a field that every entry has; ``zh`` and ``en`` are its labels, then what it is for."""
    return dataclasses.field(metadata=_metadata(zh, en, help_zh, help_en, uses))


def fact(zh: str, en: str, help_zh: str, help_en: str, *, default: Any = None, **uses: Any) -> Any:
    """Declare a field that may be missing; further keywords are those of ``Uses``."""
    return dataclasses.field(default=default, metadata=_metadata(zh, en, help_zh, help_en, uses))


def group(kind: Any, zh: str, en: str, help_zh: str, help_en: str, **uses: Any) -> Any:
    """Declare a group of fields, or a table (``dict``), that is empty where it is missing."""
    # One empty group serves all entries: it cannot change.
    empty = kind if kind is dict else cache(kind)
    return dataclasses.field(default_factory=empty, metadata=_metadata(zh, en, help_zh, help_en, uses))


def _metadata(zh: str, en: str, help_zh: str, help_en: str, uses: dict[str, Any]) -> dict[str, Uses]:
    if not all((zh, en, help_zh, help_en)):
        raise ValueError(f"a field needs a label and its help in both languages: {zh or en}")
    return {_KEY: Uses(label=Localized(zh=zh, en=en), help=Localized(zh=help_zh, en=help_en), **uses)}


_UNDECLARED = Uses(label=Localized(), help=Localized())


@cache
def fields_of(kind: Any) -> Mapping[str, Field]:
    """Return the fields of a dataclass in the order declared."""
    hints = typing.get_type_hints(kind)
    return {
        f.name: Field(
            name=f.name,
            kind=_present(hints[f.name]),
            required=f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING,
            uses=f.metadata.get(_KEY, _UNDECLARED),
        )
        for f in dataclasses.fields(kind)
    }


@cache
def required_of(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields that a group must have."""
    return tuple(name for name, field in fields_of(kind).items() if field.required)


def _present(kind: Any) -> Any:
    if types.NoneType in typing.get_args(kind):
        (kind,) = (arg for arg in typing.get_args(kind) if arg is not types.NoneType)
    return kind


@cache
def shape_of(kind: Any) -> tuple[str, Any]:
    """Say how a type is written: a list, a table, a group of fields or a single value, and of what."""
    origin = typing.get_origin(kind)
    if origin is tuple:
        return "list", typing.get_args(kind)[0]
    if origin is dict:
        return "table", typing.get_args(kind)[1]
    if dataclasses.is_dataclass(kind) and not getattr(kind, "typed_as_one_value", False):
        return "group", kind
    return "single", kind


def is_group(kind: Any) -> bool:
    """Whether a type is a group of fields."""
    return shape_of(kind)[0] == "group"


def inside(kind: Any) -> Any:
    """Return what lists and tables of a kind hold in the end; a type that is neither, itself."""
    shape, inner = shape_of(kind)
    return inside(inner) if shape in ("list", "table") else kind


def short_form(kind: Any) -> str:
    """Return the field of a group that a single value stands for: a licence typed as its name alone."""
    return getattr(kind, "short_form", "")


def table_form(kind: Any) -> str:
    """Return the field of a group that takes the names it does not know: ``{sentinel-2: 10}`` where a range may stand."""
    return getattr(kind, "table_form", "")


@cache
def leaves(kind: Any) -> Mapping[str, Field]:
    """Return every single value, or list of such, below ``kind`` by its dotted path, with ``*`` for items and keys.

    A group that has a facet or a column of its own is there too.
    """
    return dict(_leaves(kind, "", ()))


def _leaves(kind: Any, path: str, above: tuple[Any, ...]) -> Iterator[tuple[str, Field]]:
    for name, field in fields_of(kind).items():
        here = f"{path}.{name}" if path else name
        shape, inner = shape_of(field.kind)
        steps = here
        while shape in ("list", "table"):
            if shape == "table" or is_group(inner):
                steps = f"{steps}.{EACH}"
            shape, inner = shape_of(inner)
        if shape == "group" and inner is not Localized and inner not in above:
            if field.uses.facet or field.uses.export:
                # A group that is one fact to readers, such as resolution, whichever way it was typed.
                yield steps, field
            yield from _leaves(inner, steps, (*above, inner))
        elif not (shape == "group" and inner in above):
            yield steps, field


def values_at(value: Any, path: str) -> list[Any]:
    """Return every value that ``value`` has at a path of ``leaves``; lists are taken apart, what is missing is left out."""
    found: list[Any] = []
    _gather(value, _steps(path), found)
    return found


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(path.split("."))


def _gather(value: Any, steps: tuple[str, ...], found: list[Any]) -> None:
    for at, step in enumerate(steps):
        if value is None:
            return
        if isinstance(value, (tuple, dict)):
            rest = steps[at + (step == EACH) :]
            for item in value.values() if isinstance(value, dict) else value:
                _gather(item, rest, found)
            return
        value = getattr(value, step)
    if isinstance(value, (tuple, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            _gather(item, (), found)
    elif value is not None:
        found.append(value)


@cache
def homes_of(kind: Any) -> dict[str, str]:
    """Return the path of every field of the groups inside ``kind`` by its bare name, where only one group has it."""
    homes: dict[str, str] = {}
    seen: set[str] = set()
    groups = [(name, field.kind) for name, field in fields_of(kind).items() if is_group(field.kind)]
    while groups:
        path, inner = groups.pop(0)
        for name, field in fields_of(inner).items():
            if is_group(field.kind) and len(path) < _DEEPEST:
                groups.append((f"{path}.{name}", field.kind))
            if name in seen:
                homes.pop(name, None)
            else:
                homes[name] = f"{path}.{name}"
            seen.add(name)
    return homes


_DEEPEST = 60
