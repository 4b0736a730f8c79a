"""Nodes become values: the one border where text is turned into the types of the model, with every fault named."""

from __future__ import annotations

import dataclasses
import typing
from contextlib import suppress
from enum import StrEnum
from sys import intern
from typing import Any, TypeVar, cast

from rsfm import model
from rsfm.locales import Localized
from rsfm.model.register import fields_of, required_of, shape_of, short_form, table_form
from rsfm.problems import Problem, Severity, visible
from rsfm.source import Document, Mapping, Node, Scalar, Sequence, retyped
from rsfm.store.faults import Enough, Faults, NoValue, is_not
from rsfm.store.hints import did_you_mean, term_called, which_term
from rsfm.store.scalars import SCALARS, ScalarKind

T = TypeVar("T")

NOTHING = ("", "~", "null", "Null", "NULL")
"""YAML's ways to write that there is no value."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Decoded(typing.Generic[T]):
    """A value, or nothing where any problem is an error, and the problems."""

    value: T | None
    values: dict[str, Any]
    """Every single value that could be read, by its dotted path: what rules judge even where the rest is faulty."""
    problems: tuple[Problem, ...]


def decode(kind: type[T], document: Document, taxonomy: model.Taxonomy | None = None, **given: object) -> Decoded[T]:
    """Turn the root of ``document`` into a ``kind``, noting every problem met; ``given`` are fields not in the file."""
    decoder = _Decoder(document, taxonomy, kind)
    value: T | None = None
    if document.root is not None:
        with suppress(NoValue, Enough):
            root = decoder.spelt_out(kind, document.root, "")
            value = decoder.instance(kind, root, "", given)
    problems = (*document.problems, *decoder.faults.problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        value = None
    return Decoded(value=value, values=decoder.values, problems=problems)


class _Decoder:
    def __init__(self, document: Document, taxonomy: model.Taxonomy | None, kind: Any) -> None:
        self.taxonomy = taxonomy
        self.faults = Faults(document, kind)
        self.values: dict[str, Any] = {}

    def value(self, kind: Any, node: Node, path: str, terms: str = "") -> Any:
        """Read ``node`` as a ``kind``; its single values, or its names where it is a table, are terms of ``terms``."""
        shape, inner = shape_of(kind)
        if shape == "list":
            return self.items(inner, node, path, terms)
        if shape == "table":
            return self.table(kind, node, path, terms)
        if shape == "single":
            return self.term(terms, node, path) if terms else self.scalar(kind, node, path)
        if kind is Localized and isinstance(node, Scalar):
            return Localized.same(self.scalar(str, node, path))
        return self.instance(kind, self.spelt_out(kind, node, path), path, {})

    def spelt_out(self, kind: Any, node: Node, path: str) -> Node:
        """Return a group that was typed in a shorter form as it is in full."""
        if isinstance(node, Scalar) and (name := short_form(kind)):
            return Mapping({name: node}, {name: node}, node.place)
        if isinstance(node, Mapping) and (table := table_form(kind)):
            return self._with_table(node, table, fields_of(kind).keys())
        return node

    @staticmethod
    def _with_table(node: Mapping, table: str, known: typing.KeysView[str]) -> Mapping:
        """Return ``node`` with the names that are no fields gathered below ``table``."""
        others = {name: item for name, item in node.items.items() if name not in known}
        if not others or table in node.items:
            return node
        keys = {name: node.keys[name] for name in others}
        own = {name: item for name, item in node.items.items() if name in known}
        first = next(iter(keys.values()))
        return Mapping(
            {**own, table: Mapping(others, keys, first.place)}, {**node.keys, table: first}, node.place, node.flow
        )

    def text(self, node: Node, path: str) -> str:
        if not isinstance(node, Scalar):
            raise self.faults.no_text(node, path)
        text = node.text.strip()
        if not text or (not node.style and text in NOTHING):
            raise self.faults.empty(node, path)
        return text

    def items(self, kind: Any, node: Node, path: str, terms: str) -> tuple[Any, ...]:
        """A list; a single value stands for a list of one."""
        if not isinstance(node, Sequence):
            return (self.value(kind, node, path, terms),)
        values = []
        for index, item in enumerate(node.items):
            try:
                values.append(self.value(kind, item, f"{path}.{index}", terms))
            except NoValue:
                continue
        if len(values) < len(node.items):
            raise NoValue
        return tuple(values)

    def table(self, kind: Any, node: Node, path: str, terms: str) -> dict[str, Any]:
        named, inner = typing.get_args(kind)
        if not isinstance(node, Mapping):
            raise self.faults.no_fields(node, path)
        values = {}
        for name, item in node.items.items():
            here = f"{path}.{visible(name)}" if path else visible(name)
            with suppress(NoValue):
                if name.isdecimal() and is_blank(item):
                    raise self.faults.bare_number(node.keys[name], here)
                if terms:
                    self.known_term(terms, name, node.keys[name], here)
                elif wanted := SCALARS.get(named):
                    self.known_name(wanted, name, node.keys[name], here)
                values[name] = self.value(inner, item, here)
        if len(values) < len(node.items):
            raise NoValue
        return values

    def known_name(self, wanted: ScalarKind, name: str, key: Scalar, path: str) -> None:
        """A name in a table has a form of its own where it becomes an address or names something."""
        if wanted.parse(name) is None:
            raise self.faults.note(wanted.code, key, path, is_not(name, wanted.what), wanted.hint(name))

    def instance(self, kind: type[T], node: Node, path: str, given: dict[str, object]) -> T:
        if not isinstance(node, Mapping):
            raise self.faults.no_fields(node, path)
        fields = fields_of(cast(Any, kind))
        table = table_form(kind)
        values = dict(given)
        failed = False
        for name, item in node.items.items():
            here = path if name == table else f"{path}.{name}" if path else name
            try:
                if name not in fields or name in given:
                    raise self.faults.unknown_field(name, node, path, [field for field in fields if field not in given])
                field = fields[name]
                if field.required or not is_blank(item):
                    values[name] = self.value(field.kind, item, here, field.uses.terms)
            except NoValue:
                failed = True
        for name in required_of(cast(Any, kind)):
            if name not in node.items and name not in given:
                failed = True
                self.faults.missing_field(name, node if path else None, path)
        if failed:
            raise NoValue
        return kind(**values)

    def scalar(self, kind: Any, node: Node, path: str) -> Any:
        text = self.text(node, path)
        if kind is str:
            value: Any = text
        elif wanted := SCALARS.get(kind):
            if (value := wanted.parse(text)) is None:
                right = wanted.right(text)
                edits = retyped(node, right) if right and isinstance(node, Scalar) else ()
                if right:
                    self.values[path] = right
                raise self.faults.note(wanted.code, node, path, is_not(text, wanted.what), wanted.hint(text), edits)
        else:
            value = self.member(kind, text, node, path)
        self.values[intern(path)] = value
        return value

    def member(self, kind: type[StrEnum], text: str, node: Node, path: str) -> StrEnum:
        try:
            return kind(text)
        except ValueError:
            not_one = is_not(text, Localized(zh="允许的值", en="an allowed value"))
            raise self.faults.note("RA105", node, path, not_one, did_you_mean(text, [*kind])) from None

    def term(self, vocabulary: str, node: Node, path: str) -> str:
        text = self.text(node, path)
        self.known_term(vocabulary, text, node, path)
        self.values[intern(path)] = text
        return text

    def known_term(self, vocabulary: str, text: str, node: Node, path: str) -> None:
        allowed = self.taxonomy.get(vocabulary, {}) if self.taxonomy else {}
        if text in allowed:
            return
        right = term_called(text, allowed)
        if right:
            self.values[path] = right
        edits = retyped(node, right) if right and isinstance(node, Scalar) else ()
        what = Localized(zh=f"词表 {vocabulary} 中的词", en=f"a term of the {vocabulary} vocabulary")
        raise self.faults.note("RA106", node, path, is_not(text, what), which_term(text, allowed), edits)


def is_blank(node: Node) -> bool:
    """Say whether a field was left open: nothing after the colon, or one of YAML's words for nothing."""
    return isinstance(node, Scalar) and not node.style and node.text.strip() in NOTHING
