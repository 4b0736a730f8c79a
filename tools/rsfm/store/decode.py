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
from rsfm.problems import Edit, Problem, Severity, visible
from rsfm.source import Document, Mapping, Node, Scalar, Sequence, retyped
from rsfm.store.hints import did_you_mean, which_field, which_term
from rsfm.store.scalars import SCALARS
from rsfm.store.shapes import fields_of, homes_of, shape_of

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
PROBLEM_LIMIT = 100
"""After so many problems of one file the rest of it is not read: one cause has many consequences."""


class _Fault(Exception):
    """A value could not be had; its problem has been noted."""


class _Enough(Exception):
    """The limit of problems is reached."""


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
        with suppress(_Fault, _Enough):
            value = decoder.instance(kind, document.root, "", given)
    problems = (*document.problems, *decoder.problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        value = None
    return Decoded(value=value, values=decoder.values, problems=problems)


class _Decoder:
    def __init__(self, document: Document, taxonomy: model.Taxonomy | None, kind: Any) -> None:
        self.document = document
        self.taxonomy = taxonomy
        self.kind = kind
        self.problems: list[Problem] = []
        self.values: dict[str, Any] = {}

    def fault(
        self, code: str, node: Node | None, path: str, message: Localized, hint: Localized, edits: tuple[Edit, ...] = ()
    ) -> _Fault:
        """Note a problem and return the exception that gives up the value.

        Raises _Enough where the file has too many.
        """
        place = node.place if node else self.document.place(path)
        if len(self.problems) >= PROBLEM_LIMIT:
            code = "RA114"
            message = Localized(
                zh=f"问题超过 {PROBLEM_LIMIT} 个，其余不再列出",
                en=f"more than {PROBLEM_LIMIT} problems; the rest is not listed",
            )
            hint = Localized(zh="先改正上面的问题。", en="Mend those above first.")
            edits = ()
        problem = Problem(
            code=code, severity=Severity.ERROR, place=place, field=path, message=message, hint=hint, edits=edits
        )
        self.problems.append(problem)
        if code == "RA114":
            raise _Enough
        return _Fault()

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
            shape = ("一个列表", "a list") if isinstance(node, Sequence) else ("一组字段", "a group of fields")
            message = Localized(zh=f"这里应是一段文字，却是{shape[0]}", en=f"text is expected here, not {shape[1]}")
            hint = Localized(
                zh="写成“字段: 文字”；含有“: ”的文字要加引号。",
                en="Write “field: text”; text that contains “: ” needs quotes.",
            )
            raise self.fault("RA103", node, path, message, hint)
        text = node.text.strip()
        if not text or (not node.style and text in NOTHING):
            message = Localized(zh="值是空的", en="the value is empty")
            raise self.fault("RA104", node, path, message, Localized(zh="填写这一字段。", en="Fill it in."))
        return text

    def items(self, kind: Any, node: Node, path: str) -> tuple[Any, ...]:
        """A list; a single value stands for a list of one."""
        if not isinstance(node, Sequence):
            return (self.value(kind, node, path),)
        values = []
        for index, item in enumerate(node.items):
            try:
                values.append(self.value(kind, item, f"{path}.{index}"))
            except _Fault:
                continue
        if len(values) < len(node.items):
            raise _Fault
        return tuple(values)

    def table(self, kind: Any, node: Node, path: str) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise self.expects_fields(node, path)
        values = {}
        for name, item in node.items.items():
            with suppress(_Fault):
                values[name] = self.value(kind, item, f"{path}.{visible(name)}")
        if len(values) < len(node.items):
            raise _Fault
        return values

    def expects_fields(self, node: Node, path: str) -> _Fault:
        message = Localized(zh="这里应是一组“字段: 值”", en="“field: value” lines are expected here")
        hint = Localized(
            zh="换行缩进后写各字段，参见 papers/_example.yml。", en="Indent the fields below; see _example.yml."
        )
        return self.fault("RA103", node, path, message, hint)

    def instance(self, kind: type[T], node: Node, path: str, given: dict[str, object]) -> T:
        if not isinstance(node, Mapping):
            raise self.expects_fields(node, path)
        fields = fields_of(cast(Any, kind))
        values = dict(given)
        failed = False
        for name, item in node.items.items():
            here = f"{path}.{name}" if path else name
            try:
                if name not in fields or name in given:
                    raise self.unknown_field(name, node, path, [field for field in fields if field not in given])
                wanted, required = fields[name]
                if required or not is_blank(item):
                    values[name] = self.value(wanted, item, here)
            except _Fault:
                failed = True
        for name, (_, required) in fields.items():
            if required and name not in node.items and name not in given:
                failed = True
                self.missing_field(name, node if path else None, path)
        if failed:
            raise _Fault
        return kind(**values)

    def unknown_field(self, name: str, node: Mapping, path: str, fields: list[str]) -> _Fault:
        shown = visible(name)
        message = Localized(zh="没有这个字段", en="there is no such field")
        hint = which_field(name, fields, homes_of(self.kind))
        return self.fault("RA101", node.keys[name], f"{path}.{shown}" if path else shown, message, hint)

    def missing_field(self, name: str, node: Node | None, path: str) -> _Fault:
        message = Localized(zh="缺少必填字段", en="this required field is missing")
        hint = Localized(
            zh=f"加上一行“{name}: …”，写法见 papers/_example.yml。", en=f"Add “{name}: …”; _example.yml shows how."
        )
        return self.fault("RA102", node, f"{path}.{name}" if path else name, message, hint)

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
                raise self.fault(wanted.code, node, path, _is_not(text, wanted.what), wanted.hint(text), edits)
        else:
            value = self.member(kind, text, node, path)
        self.values[intern(path)] = value
        return value

    def member(self, kind: type[StrEnum], text: str, node: Node, path: str) -> StrEnum:
        try:
            return kind(text)
        except ValueError:
            not_one = _is_not(text, Localized(zh="允许的值", en="an allowed value"))
            raise self.fault("RA105", node, path, not_one, did_you_mean(text, [*kind])) from None

    def term(self, vocabulary: str, text: str, node: Node, path: str) -> str:
        allowed: dict[str, model.Term] = getattr(self.taxonomy, vocabulary) if self.taxonomy else {}
        if text not in allowed:
            what = Localized(zh=f"词表 {vocabulary} 中的词", en=f"a term of the {vocabulary} vocabulary")
            raise self.fault("RA106", node, path, _is_not(text, what), which_term(text, allowed))
        return text


def is_blank(node: Node) -> bool:
    """Say whether a field was left open: nothing after the colon, or one of YAML's words for nothing."""
    return isinstance(node, Scalar) and not node.style and node.text.strip() in NOTHING


def _is_not(text: str, what: Localized) -> Localized:
    return Localized(zh=f"“{visible(text)}”不是{what.zh}", en=f"“{visible(text)}” is not {what.en}")
