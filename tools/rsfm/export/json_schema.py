"""The JSON Schema of an entry, made from the model and the taxonomy: completion and hover for editors."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from rsfm import model
from rsfm.export.field_texts import field_text
from rsfm.ids import PAPER_ID
from rsfm.locales import Localized
from rsfm.model import Entry, Taxonomy
from rsfm.store.decode import VOCABULARIES
from rsfm.store.scalars import YEARS
from rsfm.store.shapes import fields_of

_Schema = dict[str, Any]
REFERENCE = "yaml-language-server: $schema=../site_src/docs/schema/entry.json"
"""The comment by which an entry tells an editor where its schema is; a path, so that it needs no network."""
_ADDRESS: _Schema = {"type": "string", "format": "uri", "pattern": "^https://[^ ]+$"}
_SINGLE: Mapping[Any, _Schema] = types.MappingProxyType(
    {
        str: {"type": "string", "minLength": 1},
        int: {"type": "integer", "minimum": YEARS.start, "maximum": YEARS.stop - 1},
        date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
        model.ArxivId: {"type": "string", "pattern": r"^(\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7})$"},
        model.Doi: {"type": "string", "pattern": r"^10\.\d{4,9}/\S+$"},
        model.Url: _ADDRESS,
        model.PaperId: {"type": "string", "pattern": f"^{PAPER_ID.pattern}$"},
        model.Metres: {"type": "number", "exclusiveMinimum": 0},
    }
)


def json_schema(taxonomy: Taxonomy) -> _Schema:
    """Return the schema (draft 7, which editors read) of an entry whose terms are those of ``taxonomy``."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "RSFM Atlas entry · 遥感基础模型图谱条目",
        **_group(Entry, "", taxonomy),
    }


def to_text(taxonomy: Taxonomy) -> str:
    """Return the schema as canonical JSON."""
    return json.dumps(json_schema(taxonomy), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _group(kind: Any, path: str, taxonomy: Taxonomy) -> _Schema:
    properties: dict[str, _Schema] = {}
    required = []
    for name, (wanted, needed) in fields_of(kind).items():
        if kind is Entry and name == "paper_id":
            continue
        here = f"{path}.{name}" if path else name
        schema = _value(wanted, here, taxonomy)
        properties[name] = {**(schema if needed else _or_nothing(schema)), **_described(field_text(here))}
        if needed:
            required.append(name)
    group: _Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**group, "required": required} if required else group


def _value(kind: Any, path: str, taxonomy: Taxonomy) -> _Schema:
    if get_origin(kind) is tuple:
        item = _value(get_args(kind)[0], path, taxonomy)
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if kind is Localized:
        return {"anyOf": [dict(_SINGLE[str]), _group(Localized, path, taxonomy)]}
    if dataclasses.is_dataclass(kind):
        return _group(kind, path, taxonomy)
    if kind in VOCABULARIES:
        terms: dict[str, model.Term] = getattr(taxonomy, VOCABULARIES[kind])
        texts = [
            f"{term.label.zh} · {term.label.en}\n{term.definition.zh}\n{term.definition.en}" for term in terms.values()
        ]
        return {"type": "string", "enum": list(terms), "enumDescriptions": texts, "markdownEnumDescriptions": texts}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"type": "string", "enum": [member.value for member in kind]}
    return dict(_SINGLE[kind])


def _or_nothing(schema: _Schema) -> _Schema:
    """Allow a field to be left blank, as a new entry has it."""
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    blank = {**schema, "type": [schema["type"], "null"]}
    return {**blank, "enum": [*schema["enum"], None]} if "enum" in schema else blank


def _described(text: Localized) -> _Schema:
    return {"description": f"{text.zh}\n{text.en}", "markdownDescription": f"{text.zh}\n\n{text.en}"}
