"""Nodes become values: the one border where text is turned into the types of the model, with every fault named."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable
from contextlib import suppress
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, cast

from rsfm import model
from rsfm.locales import Localized
from rsfm.problems import Problem, Severity, visible
from rsfm.source import Document, Mapping, Node, Scalar, Sequence
from rsfm.store.scalars import SCALARS

T = TypeVar("T")

VOCABULARIES = {
    model.FamilyTerm: "family",
    model.KindTerm: "kind",
    model.ModalityTerm: "modality",
    model.TaskTerm: "task",
    model.MethodTerm: "method",
}


class _Fault(Exception):
    """A value could not be had; its problem has been noted."""


def decode(kind: type[T], document: Document, taxonomy: model.Taxonomy | None = None, **given: object) -> Decoded[T]:
    """Turn the root of ``document`` into a ``kind``, noting every problem met; ``given`` are fields not in the file."""
    decoder = _Decoder(document, taxonomy)
    value: T | None = None
    if document.root is not None:
        try:
            value = decoder.instance(kind, document.root, "", given)
        except _Fault:
            value = None
    if decoder.problems:
        value = None
    return Decoded(value=value, problems=(*document.problems, *decoder.problems))


@dataclasses.dataclass(frozen=True, kw_only=True)
class Decoded(typing.Generic[T]):
    """A value, or nothing where any problem is an error, and the problems."""

    value: T | None
    problems: tuple[Problem, ...]


@cache
def fields_of(kind: Any) -> dict[str, tuple[Any, bool]]:
    """Return the type of each field of a dataclass and whether a file must give it."""
    hints = typing.get_type_hints(kind)
    return {
        f.name: (
            hints[f.name],
            f.default is dataclasses.MISSING and f.default_factory is dataclasses.MISSING,
        )
        for f in dataclasses.fields(kind)
    }


class _Decoder:
    def __init__(self, document: Document, taxonomy: model.Taxonomy | None) -> None:
        self.document = document
        self.taxonomy = taxonomy
        self.problems: list[Problem] = []

    def fault(self, code: str, node: Node | None, path: str, message: Localized, hint: Localized) -> _Fault:
        """Note a problem and return the exception that gives up the value."""
        place = node.place if node else self.document.place(path)
        self.problems.append(
            Problem(code=code, severity=Severity.ERROR, place=place, field=path, message=message, hint=hint)
        )
        return _Fault()

    def value(self, kind: Any, node: Node, path: str) -> Any:
        origin = typing.get_origin(kind)
        if origin in (types.UnionType, typing.Union):
            (kind,) = (arg for arg in typing.get_args(kind) if arg is not types.NoneType)
            origin = typing.get_origin(kind)
        if kind is Localized and isinstance(node, Scalar):
            return Localized.same(self.text(node, path))
        if origin is tuple:
            return self.items(typing.get_args(kind)[0], node, path)
        if origin is dict:
            return self.table(typing.get_args(kind)[1], node, path)
        if dataclasses.is_dataclass(kind) and isinstance(kind, type):
            return self.instance(kind, node, path, {})
        return self.scalar(kind, self.text(node, path), node, path)

    def text(self, node: Node, path: str) -> str:
        if not isinstance(node, Scalar):
            shape = ("一个列表", "a list") if isinstance(node, Sequence) else ("一组字段", "a group of fields")
            raise self.fault(
                "RA103",
                node,
                path,
                Localized(zh=f"这里应是一段文字，却是{shape[0]}", en=f"text is expected here, not {shape[1]}"),
                Localized(
                    zh="写成“字段: 文字”；含有“: ”的文字要加引号。",
                    en="Write “field: text”; text that contains “: ” needs quotes.",
                ),
            )
        text = node.text.strip()
        if not text:
            raise self.fault(
                "RA104",
                node,
                path,
                Localized(zh="值是空的", en="the value is empty"),
                Localized(zh="填写这一字段。", en="Fill it in."),
            )
        return text

    def items(self, kind: Any, node: Node, path: str) -> tuple[Any, ...]:
        """A list; a single value stands for a list of one."""
        nodes = node.items if isinstance(node, Sequence) else (node,)
        values = []
        for index, item in enumerate(nodes):
            with suppress(_Fault):
                values.append(self.value(kind, item, f"{path}.{index}" if isinstance(node, Sequence) else path))
        if len(values) < len(nodes):
            raise _Fault
        return tuple(values)

    def table(self, kind: Any, node: Node, path: str) -> dict[str, Any]:
        if not isinstance(node, Mapping):
            raise self.expects_fields(node, path)
        values = {}
        for name, item in node.items.items():
            with suppress(_Fault):
                values[name] = self.value(kind, item, f"{path}.{name}")
        if len(values) < len(node.items):
            raise _Fault
        return values

    def expects_fields(self, node: Node, path: str) -> _Fault:
        return self.fault(
            "RA103",
            node,
            path,
            Localized(zh="这里应是一组“字段: 值”", en="“field: value” lines are expected here"),
            Localized(
                zh="换行缩进后写各字段，参见 papers/_example.yml。", en="Indent the fields below; see _example.yml."
            ),
        )

    def instance(self, kind: type[T], node: Node, path: str, given: dict[str, object]) -> T:
        if not isinstance(node, Mapping):
            raise self.expects_fields(node, path)
        fields = {name: spec for name, spec in fields_of(cast(Any, kind)).items() if name not in given}
        values = dict(given)
        failed = False
        for name, item in node.items.items():
            here = f"{path}.{name}" if path else name
            if name not in fields:
                failed = True
                self.unknown_field(name, node, here, fields)
                continue
            wanted, required = fields[name]
            if _is_blank(item) and not required:
                continue
            try:
                values[name] = self.value(wanted, item, here)
            except _Fault:
                failed = True
        for name, (_, required) in fields.items():
            if required and name not in node.items:
                failed = True
                self.fault(
                    "RA102",
                    node if path else None,
                    f"{path}.{name}" if path else name,
                    Localized(zh="缺少必填字段", en="this required field is missing"),
                    Localized(
                        zh=f"加上一行“{name}: …”，写法见 papers/_example.yml。",
                        en=f"Add “{name}: …”; _example.yml shows how.",
                    ),
                )
        if failed:
            raise _Fault
        return kind(**values)

    def unknown_field(self, name: str, node: Mapping, path: str, fields: Iterable[str]) -> None:
        self.problems.append(
            Problem(
                code="RA101",
                severity=Severity.ERROR,
                place=node.places[name],
                field=visible(path),
                message=Localized(zh="没有这个字段", en="there is no such field"),
                hint=did_you_mean(name, fields),
            )
        )

    def scalar(self, kind: Any, text: str, node: Node, path: str) -> Any:
        if kind is str:
            return text
        if kind in VOCABULARIES:
            return self.term(VOCABULARIES[kind], text, node, path)
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            allowed = [member.value for member in kind]
            if text in allowed:
                return kind(text)
            not_one = _is_not(text, Localized(zh="允许的值", en="an allowed value"))
            raise self.fault("RA105", node, path, not_one, did_you_mean(text, allowed))
        wanted = SCALARS[kind]
        if (value := wanted.parse(text)) is None:
            raise self.fault(wanted.code, node, path, _is_not(text, wanted.what), wanted.hint(text))
        return value

    def term(self, vocabulary: str, text: str, node: Node, path: str) -> str:
        allowed: dict[str, model.Term] = getattr(self.taxonomy, vocabulary) if self.taxonomy else {}
        if text not in allowed:
            raise self.fault(
                "RA106",
                node,
                path,
                _is_not(text, Localized(zh=f"词表 {vocabulary} 中的词", en=f"a term of the {vocabulary} vocabulary")),
                did_you_mean(text, allowed),
            )
        return text


def _is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text.strip() in ("", "~", "null")


def _is_not(text: str, what: Localized) -> Localized:
    return Localized(zh=f"“{visible(text)}”不是{what.zh}", en=f"“{visible(text)}” is not {what.en}")


def did_you_mean(text: str, allowed: Iterable[str]) -> Localized:
    """Return a hint that names the nearest allowed word, if one is near, and lists them all."""
    words = list(allowed)
    near = get_close_matches(text.lower().replace("_", "-").replace(" ", "-"), words, n=1, cutoff=0.6)
    near = near or get_close_matches(text, words, n=1, cutoff=0.6)
    listing = ", ".join(words)
    if near:
        return Localized(zh=f"是否想写 {near[0]}？可选：{listing}。", en=f"Did you mean {near[0]}? Allowed: {listing}.")
    return Localized(zh=f"可选：{listing}。", en=f"Allowed: {listing}.")
