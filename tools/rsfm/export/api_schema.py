"""``api/v1/schema.json``: the JSON Schema (draft 2020-12) of every file below ``api/v1/``, from the register of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, get_args

from rsfm.export import export
from rsfm.export.api import ROOT, canonical
from rsfm.export.api.columns import columns, is_list, is_range
from rsfm.export.api_results import COLUMNS, LAST, MORE
from rsfm.locales import Localized
from rsfm.merge import Catalog
from rsfm.model import (
    Benchmark,
    ChangeKind,
    Entry,
    EventKind,
    FileSize,
    Measurement,
    Publication,
    Quantity,
    Repository,
    SharedSource,
    Snapshot,
    Source,
    Term,
    Years,
)
from rsfm.model.plain import UNKNOWN
from rsfm.model.register import Field, fields_of, shape_of

_Schema = dict[str, Any]
_TEXT: _Schema = {"type": "string"}
_NUMBER: _Schema = {"type": "number"}
_WHOLE: _Schema = {"type": "integer"}
_BOTH = {"type": "object", "properties": {"zh": _TEXT, "en": _TEXT}, "additionalProperties": False}
_RANGE = {
    "type": "object",
    "description": "A number from min to max; min equals max where it is one number, an end that is not known is absent.",
    "properties": {"min": _NUMBER, "max": _NUMBER, "about": {"const": True}},
    "additionalProperties": False,
}
_SINGLE: dict[Any, _Schema] = {
    Quantity: {"$ref": "#/$defs/quantity"},
    FileSize: {"$ref": "#/$defs/quantity"},
    Localized: {"$ref": "#/$defs/localized"},
    date: {"type": "string", "format": "date"},
    bool: {"type": "boolean"},
    float: _NUMBER,
    int: _WHOLE,
    Years: {"type": "object", "properties": {"first": _WHOLE, "last": _WHOLE}, "required": ["first", "last"]},
    Measurement: {
        "type": "object",
        "properties": {"value": _NUMBER, "typed": _TEXT, "spread": _NUMBER, "runs": _WHOLE},
        "required": ["value", "typed"],
    },
}
"""How each single value is written; all others are texts."""


@export(
    f"{ROOT}/schema.json",
    label=Localized(zh="JSON Schema", en="JSON Schema"),
    about=Localized(zh="以上各文件的结构", en="the structure of these files"),
)
def schema(_: Catalog) -> Iterator[tuple[str, str]]:
    """Yield the schema; each file is one of its definitions."""
    yield f"{ROOT}/schema.json", canonical(api_schema())


def api_schema() -> _Schema:
    """Return the schema: ``$defs`` holds one definition for each file, ``papers.jsonl`` has a ``paper`` a line."""
    links = _table(_array(_TEXT))
    url = {"type": "object", "properties": {"zh": _TEXT, "en": _TEXT}, "required": ["zh", "en"]}
    servers = {"arxiv": _group(Snapshot), "crossref": _group(Publication), "github": _array(_group(Repository))}
    paper, source = _group(Entry), _group(Source)
    source["properties"] |= _group(SharedSource)["properties"]
    paper["properties"] |= {
        "paper_id": _TEXT,
        "doi_unconfirmed": {"const": True},
        "authors": _array(_TEXT),
        "sources": _table(source),
        "url": url,
        "servers": {"type": "object", "properties": servers},
    }
    short = {
        "paper_id": _TEXT,
        "doi_unconfirmed": {"const": True},
        "authors": _array(_TEXT),
        "published": _SINGLE[date],
        "record": _TEXT,
        "url": url,
    }
    row = _object(
        {**{name: _column(name) for name in columns()}, **short, "links": links}, ["paper_id", "name", "title"]
    )
    numbers = {"value": _NUMBER, "spread": _NUMBER, "runs": _WHOLE, "tuned_on": _array(_TEXT)}
    result = _object(
        {name: numbers.get(name, _TEXT) for name in (*COLUMNS, *MORE, *LAST)},
        ["benchmark", "metric", "value", "protocol", "origin", "source"],
    )
    change = _object({"field": _TEXT, "was": _TEXT, "now": _TEXT}, ["field"])
    event = _object(
        {
            **dict.fromkeys(("id", "date", "paper_id", "name", "of", "source"), _TEXT),
            "seen": _SINGLE[date],
            "what": {"enum": [*EventKind, *ChangeKind]},
            "papers": _array(_TEXT),
            "changes": _array(change),
            "news": {"const": True},
        },
        ["id", "date", "seen", "what"],
    )
    term, benchmark = _group(Term), _group(Benchmark)
    term["properties"]["term"] = benchmark["properties"]["benchmark"] = _TEXT
    lists = {"papers": row, "results": result, "changes": event, "benchmarks": benchmark}
    files = {name: _object({name: _array(item)}, [name]) for name, item in lists.items()}
    files["taxonomy"] = _object({"vocabularies": _table(_array(term))}, ["vocabularies"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "RSFM Atlas API, version 1",
        "description": "What is not known is absent. Addresses are relative to the root of the site.",
        "$defs": {**files, "paper": paper, "quantity": _RANGE, "localized": _BOTH},
    }


def _object(properties: Mapping[str, _Schema], required: list[str]) -> _Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": sorted(required),
        "additionalProperties": False,
    }


def _array(items: _Schema) -> _Schema:
    return {"type": "array", "items": items}


def _table(values: _Schema) -> _Schema:
    return {"type": "object", "additionalProperties": values}


def _column(name: str) -> _Schema:
    field, _ = columns()[name]
    schema = {"$ref": "#/$defs/quantity"} if is_range(field) else _value(_single(field.kind))
    return {**(_array(schema) if is_list(name) and not is_range(field) else schema), **_described(field)}


def _single(kind: Any) -> Any:
    return get_args(kind)[0] if shape_of(kind)[0] == "list" else kind


def _group(kind: Any) -> _Schema:
    known = fields_of(kind)
    properties = {name: {**_value(field.kind), **_described(field)} for name, field in known.items()}
    required = [name for name, field in known.items() if field.required and not _may_be_unknown(field.kind)]
    return _object(properties, required)


def _may_be_unknown(kind: Any) -> bool:
    """Whether a field that is always there may say nothing, and is then absent."""
    return shape_of(kind)[0] != "single" or any(
        isinstance(choice, kind) for choice in UNKNOWN if isinstance(kind, type)
    )


def _value(kind: Any) -> _Schema:
    shape, inner = shape_of(kind)
    if shape == "list":
        return _array(_value(inner))
    if shape == "table":
        return _table(_value(inner))
    if kind in _SINGLE:
        return _SINGLE[kind]
    if shape == "group":
        return _group(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [choice.value for choice in kind if choice not in UNKNOWN]}
    supertype = getattr(kind, "__supertype__", kind)
    return _WHOLE if supertype is int else _TEXT


def _described(field: Field) -> _Schema:
    uses = field.uses
    found: _Schema = {"description": f"{uses.label.en}: {uses.help.en}"} if uses.label.en else {}
    found |= {"x-vocabulary": uses.terms} if uses.terms else {}
    return found | ({"x-unit": uses.unit.value} if uses.unit else {})
