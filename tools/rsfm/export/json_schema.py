"""The JSON Schema of an entry, made from the model and the taxonomy: completion and hover for editors."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, get_args, get_origin

from rsfm import ids, model
from rsfm.export.choice_texts import choice_text
from rsfm.export.field_texts import field_text
from rsfm.locales import Localized
from rsfm.model import Entry, Taxonomy
from rsfm.store.decode import VOCABULARIES
from rsfm.store.scalars import YEARS
from rsfm.store.shapes import fields_of

_Schema = dict[str, Any]
REFERENCE = "yaml-language-server: $schema=../site_src/docs/schema/entry.json"
"""The comment by which an entry tells an editor where its schema is; a path, so that it needs no network."""
_DAY = r"(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))"
_MONTH = r"(?:0[1-9]|1[0-2])"
_ARXIV_ID = (
    rf"(?:0\d|1[0-4]){_MONTH}\.\d{{4}}|(?:1[5-9]|[2-9]\d){_MONTH}\.\d{{5}}"
    rf"|(?:{ids.OLD_ARCHIVES})(?:\.[A-Z]{{2}})?/\d\d{_MONTH}\d{{3}}"
)
_DOI = rf"10\.(?!48550/)\d{{4,9}}/(?:[!$&-;=@-~]+{ids.SICI_END}|[!$&-;=@-~]*[!$&-+\-/-9=@-~])"
"""Printable ASCII without blanks, quotes, angle brackets, # and ?, and without a mark of punctuation at its end."""
_SINGLE: Mapping[Any, _Schema] = types.MappingProxyType(
    {
        str: {"type": "string", "pattern": r"\S"},
        int: {
            "type": ["integer", "string"],
            "minimum": YEARS.start,
            "maximum": YEARS.stop - 1,
            "pattern": r"^(?:199\d|20\d\d)$",
        },
        date: {"type": "string", "pattern": rf"^\d{{4}}-{_DAY}$"},
        model.ArxivId: {"type": "string", "pattern": f"^(?:{_ARXIV_ID})$"},
        model.Doi: {"type": "string", "maxLength": ids.DOI_LIMIT, "pattern": f"^{_DOI}$"},
        model.Url: {
            "type": "string",
            "format": "uri",
            "maxLength": ids.URL_LIMIT,
            "pattern": f"^{ids.PUBLIC_HTTPS.pattern}$",
        },
        model.PaperId: {
            "type": ["string", "integer"],
            "maxLength": ids.PAPER_ID_LIMIT,
            "pattern": f"^{ids.PAPER_ID.pattern}$",
        },
        model.Metres: {
            "type": ["number", "string"],
            "exclusiveMinimum": 0,
            "pattern": r"^(?!0*(?:\.0*)?$)\d+(?:\.\d+)?$",
        },
    }
)
"""How each single value is typed. Editors guess numbers, and leave what is quoted a text; neither is wrong."""


def json_schema(taxonomy: Taxonomy) -> _Schema:
    """Return the schema (draft 7, which editors read) of an entry whose terms are those of ``taxonomy``."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "RSFM Atlas entry · 遥感基础模型图谱条目",
        **_group(Entry, "", taxonomy),
        "allOf": [rule for thing in ("code", "weights") for rule in _released(thing)],
    }


def _released(thing: str) -> list[_Schema]:
    """Say that what is open has a link, and what does not exist has none."""

    def when(state: model.Availability, then: _Schema) -> _Schema:
        said = {"type": "object", "required": ["state"], "properties": {"state": {"const": state.value}}}
        return {"if": {"required": [thing], "properties": {thing: said}}, "then": then}

    nothing: _Schema = {"enum": [None, []]}
    there = {"type": "object", "required": [thing], "properties": {thing: {"not": nothing}}}
    return [
        when(model.Availability.OPEN, {"required": ["links"], "properties": {"links": there}}),
        when(model.Availability.NONE, {"properties": {"links": {"properties": {thing: nothing}}}}),
    ]


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
        return {"type": "string", "enum": list(terms), **_of_choices(texts)}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        texts = [f"{text.zh} · {text.en}" for text in map(choice_text, kind)]
        return {"type": "string", "enum": [member.value for member in kind], **_of_choices(texts)}
    return dict(_SINGLE[kind])


def _or_nothing(schema: _Schema) -> _Schema:
    """Allow a field to be left blank, as a new entry has it."""
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    blank = {**schema, "type": [*kinds, "null"]}
    return {**blank, "enum": [*schema["enum"], None]} if "enum" in schema else blank


def _of_choices(texts: list[str]) -> _Schema:
    return {"enumDescriptions": texts, "markdownEnumDescriptions": texts}


def _described(text: Localized) -> _Schema:
    return {"description": f"{text.zh}\n{text.en}", "markdownDescription": f"{text.zh}\n\n{text.en}"}
