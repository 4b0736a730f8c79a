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
from rsfm.problems import Problem, Severity, visible
from rsfm.source import Document, Mapping, Node, Scalar, Sequence, retyped
from rsfm.store.faults import Enough, Fault, Faults, is_not
from rsfm.store.hints import did_you_mean, which_term
from rsfm.store.scalars import SCALARS
from rsfm.store.shapes import fields_of, shape_of

T = TypeVar("T")

VOCABULARIES = {
    model.FamilyTerm: "family",
    model.KindTerm: "kind",
    model.ModalityTerm: "modality",
    model.TaskTerm: "task",
    model.MethodTerm: "method",
}
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
        with suppress(Fault, Enough):
            value = decoder.instance(kind, document.root, "", given)
    problems = (*document.problems, *decoder.faults.problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        value = None
    return Decoded(value=value, values=decoder.values, problems=problems)


class _Decoder:
    def __init__(self, document: Document, taxonomy: model.Taxonomy | None, kind: Any) -> None:
        self.taxonomy = taxonomy
        self.faults = Faults(document, kind)
        self.values: dict[str, Any] = {}

    def value(self, kind: Any, node: Node, path: str) -> Any:
        if kind is str:
            return self.scalar(kind, node, path)
        shape, inner = shape_of(kind)
        if shape == "list":
            return self.items(inner, node, path)
        if shape == "table":
            return self.table(inner, node, path)
        if shape == "single":
            return self.scalar(kind, node, path)
        if kind is Localized and isinstance(node, Scalar):
            return Localized.same(self.scalar(str, node, path))
        return self.instance(kind, node, path, {})

    def text(self, node: Node, path: str) -> str:
        if not isinstance(node, Scalar):
            raise self.faults.no_text(node, path)
        text = node.text.strip()
        if not text or (not node.style and text in NOTHING):
            raise self.faults.empty(node, path)
        return text

    def items(self, kind: Any, node: Node, path: str) -> tuple[Any, ...]:
        """A list; a single value stands for a list of one."""
        if not isinstance(node, Sequence):
            return (self.value(kind, node, path),)
        values = []
        for index, item in enumerate(node.items):
            try:
                values.append(self.value(kind, item, f"{path}.{index}"))
            except Fault:
                continue
        if len(values) < len(node.items):
            raise Fault
        return tuple(values)

    def table(self, kind: Any, node: Node, path: str) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise self.faults.no_fields(node, path)
        values = {}
        for name, item in node.items.items():
            with suppress(Fault):
                values[name] = self.value(kind, item, f"{path}.{visible(name)}")
        if len(values) < len(node.items):
            raise Fault
        return values

    def instance(self, kind: type[T], node: Node, path: str, given: dict[str, object]) -> T:
        if not isinstance(node, Mapping):
            raise self.faults.no_fields(node, path)
        fields = fields_of(cast(Any, kind))
        values = dict(given)
        failed = False
        for name, item in node.items.items():
            here = f"{path}.{name}" if path else name
            try:
                if name not in fields or name in given:
                    raise self.faults.unknown_field(name, node, path, [field for field in fields if field not in given])
                wanted, required = fields[name]
                if required or not is_blank(item):
                    values[name] = self.value(wanted, item, here)
            except Fault:
                failed = True
        for name, (_, required) in fields.items():
            if required and name not in node.items and name not in given:
                failed = True
                self.faults.missing_field(name, node if path else None, path)
        if failed:
            raise Fault
        return kind(**values)

    def scalar(self, kind: Any, node: Node, path: str) -> Any:
        text = self.text(node, path)
        if kind is str:
            value: Any = text
        elif kind in VOCABULARIES:
            value = self.term(VOCABULARIES[kind], text, node, path)
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

    def term(self, vocabulary: str, text: str, node: Node, path: str) -> str:
        allowed: dict[str, model.Term] = getattr(self.taxonomy, vocabulary) if self.taxonomy else {}
        if text not in allowed:
            what = Localized(zh=f"词表 {vocabulary} 中的词", en=f"a term of the {vocabulary} vocabulary")
            raise self.faults.note("RA106", node, path, is_not(text, what), which_term(text, allowed))
        return text


def is_blank(node: Node) -> bool:
    """Say whether a field was left open: nothing after the colon, or one of YAML's words for nothing."""
    return isinstance(node, Scalar) and not node.style and node.text.strip() in NOTHING
