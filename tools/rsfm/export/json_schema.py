"""The JSON Schema of an entry, made from the model and the taxonomy: completion and hover for editors."""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, get_args

from rsfm import ids, model
from rsfm.locales import Localized
from rsfm.model import Entry, Taxonomy
from rsfm.model.choices import choice_text
from rsfm.model.register import Field, fields_of, shape_of, short_form, table_form
from rsfm.store.scalars import YEARS

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
_QUANTITY = r"^[~<>≈]? ?[\d,]+(?:\.\d+)? ?[kKMBT]?(?: ?[-–] ?[\d,]+(?:\.\d+)? ?[kKMBT]?)?$"
_SINGLE: Mapping[Any, _Schema] = types.MappingProxyType(
    {
        str: {"type": "string", "pattern": r"\S"},
        model.Year: {
            "type": ["integer", "string"],
            "minimum": YEARS.start,
            "maximum": YEARS.stop - 1,
            "pattern": r"^(?:199\d|20\d\d)$",
        },
        model.Whole: {"type": ["integer", "string"], "minimum": 1, "pattern": r"^[1-9]\d{0,8}$"},
        model.Quantity: {"type": ["number", "string"], "exclusiveMinimum": 0, "pattern": _QUANTITY},
        model.FileSize: {"type": "string", "pattern": r"^[~<>]? ?[\d,]+(?:\.\d+)? ?[KMGTP]B$"},
        model.Years: {
            "type": ["integer", "string"],
            "minimum": 1900,
            "maximum": 2099,
            "pattern": r"^(?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?$",
        },
        model.When: {"type": "string", "pattern": rf"^\d{{4}}-(?:{_MONTH}|{_DAY})$"},
        model.Handle: {
            "type": ["string", "integer"],
            "maxLength": ids.PAPER_ID_LIMIT,
            "pattern": f"^{ids.PAPER_ID.pattern}$",
        },
        model.Reference: {"type": "string", "pattern": r"^(?:https://\S+|[a-z0-9]+(?:-[a-z0-9]+)*(?:#\S.*)?)$"},
        model.Protocol: {
            "type": "string",
            "pattern": r"^(?:finetune|peft|frozen|linear-probe|knn|zero-shot|few-shot-[1-9]\d{0,3}|in-mixture|scratch|unstated)$",
        },
        model.Inputs: {"type": "string", "pattern": r"^[a-z0-9+-]+$"},
        model.BandSet: {"type": ["string", "integer"], "minimum": 1, "pattern": r"^(?:any|rgb|[1-9]\d{0,3})$"},
        model.Measurement: {"type": ["number", "string"], "pattern": r"^-?\d"},
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
    }
)
"""How each single value is typed. Editors guess numbers, and leave what is quoted a text; neither is wrong."""

_LANGUAGES = {"zh": Localized(zh="中文。", en="In Chinese."), "en": Localized(zh="英文。", en="In English.")}


def json_schema(taxonomy: Taxonomy) -> _Schema:
    """Return the schema (draft 7, which editors read) of an entry whose terms are those of ``taxonomy``."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "RSFM Atlas entry · 遥感基础模型图谱条目",
        **_group(Entry, "", taxonomy),
        "definitions": {name: _terms(terms) for name, terms in taxonomy.items()},
        "allOf": [rule for thing in ("code", "weights") for rule in _released(thing)],
    }


def _released(thing: str) -> list[_Schema]:
    """Say that what is open has a link, and what does not exist has none."""

    def when(state: model.Availability, then: _Schema) -> _Schema:
        said = {"type": "object", "required": ["state"], "properties": {"state": {"const": state.value}}}
        either = {"anyOf": [{"const": state.value}, said]}
        return {"if": {"required": [thing], "properties": {thing: either}}, "then": then}

    nothing: _Schema = {"enum": [None, []]}
    there = {"type": "object", "required": [thing], "properties": {thing: {"not": nothing}}}
    linked: _Schema = {"required": ["links"], "properties": {"links": there}}
    # Weights may be had by variant.
    by_part = [{"required": ["variants"]}, {"properties": {thing: {"type": "object", "required": ["links"]}}}]
    return [
        when(model.Availability.OPEN, {"anyOf": [linked, *by_part]} if thing == "weights" else linked),
        when(model.Availability.NONE, {"properties": {"links": {"properties": {thing: nothing}}}}),
    ]


def to_text(taxonomy: Taxonomy) -> str:
    """Return the schema as canonical JSON."""
    return json.dumps(json_schema(taxonomy), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _group(kind: Any, path: str, taxonomy: Taxonomy) -> _Schema:
    properties: dict[str, _Schema] = {}
    required = []
    for name, field in fields_of(kind).items():
        if kind is Entry and name == "paper_id":
            continue
        schema = _value(field, field.kind, f"{path}.{name}" if path else name, taxonomy)
        properties[name] = {**(schema if field.required else _or_nothing(schema)), **_described(field.uses.help)}
        if field.required:
            required.append(name)
    group: _Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    return {**group, "required": required} if required else group


def _value(field: Field, kind: Any, path: str, taxonomy: Taxonomy) -> _Schema:
    shape, inner = shape_of(kind)
    if shape == "list":
        item = _value(field, inner, path, taxonomy)
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if shape == "table":
        return _table(field, kind, path, taxonomy)
    if kind is Localized:
        both = {locale: {**_SINGLE[str], **_described(text)} for locale, text in _LANGUAGES.items()}
        return {"anyOf": [dict(_SINGLE[str]), {"type": "object", "additionalProperties": False, "properties": both}]}
    if shape == "group":
        return _in_either_form(kind, path, taxonomy)
    if field.terms:
        return {"$ref": f"#/definitions/{field.terms}"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        texts = [f"{text.zh} · {text.en}" for text in map(choice_text, kind)]
        return {"type": "string", "enum": [member.value for member in kind], **_of_choices(texts)}
    return dict(_SINGLE[kind])


def _table(field: Field, kind: Any, path: str, taxonomy: Taxonomy) -> _Schema:
    key, inner = get_args(kind)
    plain = dataclasses.replace(field, uses=dataclasses.replace(field.uses, terms=""))
    schema: _Schema = {"type": "object", "additionalProperties": _value(plain, inner, path, taxonomy)}
    if field.terms:
        return {**schema, "propertyNames": {"enum": list(taxonomy[field.terms])}}
    return {**schema, "propertyNames": {"pattern": _SINGLE[key]["pattern"]}} if key in _SINGLE else schema


def _in_either_form(kind: Any, path: str, taxonomy: Taxonomy) -> _Schema:
    """A group in full, or as the one value or the bare table that may stand for it."""
    forms = [_group(kind, path, taxonomy)]
    known = fields_of(kind)
    if name := short_form(kind):
        single = _value(known[name], known[name].kind, path, taxonomy)
        # A number of bands and a revision may be all digits, which editors take for a number.
        forms.insert(0, {**single, "type": ["string", "integer"]} if single == _SINGLE[str] else single)
    if name := table_form(kind):
        # Every name that is no field is one of the table's.
        table = _value(known[name], known[name].kind, path, taxonomy)
        names = table.get("propertyNames", {}).get("enum", [])
        forms[-1] |= {
            "additionalProperties": table["additionalProperties"],
            "propertyNames": {"enum": [*known, *names]} if names else {},
        }
    return {"anyOf": forms} if len(forms) > 1 else forms[0]


def _terms(terms: Mapping[Any, model.Term]) -> _Schema:
    texts = [
        "\n".join(filter(None, (f"{term.label.zh} · {term.label.en}", term.definition.zh, term.definition.en)))
        for term in terms.values()
    ]
    return {"type": "string", "enum": list(terms), **_of_choices(texts)}


def _or_nothing(schema: _Schema) -> _Schema:
    """Allow a field to be left blank, as a new entry has it."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    if "properties" in schema or "additionalProperties" in schema:
        return {**schema, "type": [schema["type"], "null"]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    blank = {**schema, "type": [*kinds, "null"]}
    return {**blank, "enum": [*schema["enum"], None]} if "enum" in schema else blank


def _of_choices(texts: list[str]) -> _Schema:
    return {"enumDescriptions": texts, "markdownEnumDescriptions": texts}


def _described(text: Localized) -> _Schema:
    return {"description": f"{text.zh}\n{text.en}", "markdownDescription": f"{text.zh}\n\n{text.en}"}
