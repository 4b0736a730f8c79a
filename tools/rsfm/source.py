"""YAML as text with positions: every plain scalar is a string, every value knows its line, nothing clever survives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from rsfm.locales import Localized
from rsfm.problems import Place, Problem, Severity, visible

SIZE_LIMIT = 64 * 1024
"""Largest accepted file in bytes; the longest real entry has about a third of it."""
DEPTH_LIMIT = 12
"""Deepest accepted nesting; an entry needs five levels."""
BOM = b"\xef\xbb\xbf"

_INDENTING_TAB = re.compile(r"^ *\t", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\r(?!\n)")


@dataclass(frozen=True, kw_only=True)
class Scalar:
    """A text, exactly as typed after YAML's quoting is undone."""

    text: str
    place: Place
    plain: bool = True
    """Whether it was typed without quotes or block marks."""


@dataclass(frozen=True, kw_only=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """Fields by name, in the order typed; each name has a position of its own."""

    items: dict[str, Node]
    places: dict[str, Place]
    place: Place


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, kw_only=True)
class Document:
    """One YAML file: its root node, or nothing where it cannot be read, and the problems met while reading."""

    path: str
    root: Mapping | None
    problems: tuple[Problem, ...] = ()
    text: str = ""

    def place(self, dotted: str) -> Place:
        """Return where the field ``dotted`` (``venue.year``, ``authors.2``) was typed, or its nearest typed parent."""
        node: Node | None = self.root
        found = Place(path=self.path)
        for step in dotted.split(".") if dotted else ():
            if isinstance(node, Mapping) and step in node.items:
                found = node.places[step]
                node = node.items[step]
            elif isinstance(node, Sequence) and step.isdigit() and int(step) < len(node.items):
                node = node.items[int(step)]
                found = node.place
            else:
                break
        return found


@dataclass
class _Open:
    """A mapping or sequence whose end has not been read yet."""

    place: Place
    is_mapping: bool
    keys: list[Scalar] = field(default_factory=list)
    values: list[Node] = field(default_factory=list)
    pending: Scalar | None = None
    broken_key: bool = False


class _Refused(Exception):
    """Reading stops here; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read(path: str, data: bytes) -> Document:
    """Read the bytes of one YAML file. Never raises: whatever is wrong with ``data`` is in ``problems``.

    ``path`` is only used to name places. A document with a syntax problem has no root.
    """
    problems: list[Problem] = []
    start = Place(path=path)
    try:
        text = _decode(start, data)
        root = _compose(path, text, problems)
    except _Refused as refused:
        return Document(path=path, root=None, problems=(*problems, refused.problem))
    return Document(path=path, root=root, problems=tuple(problems), text=text)


def _error(code: str, place: Place, zh: str, en: str, hint_zh: str, hint_en: str) -> Problem:
    return Problem(
        code=code,
        severity=Severity.ERROR,
        place=place,
        field="",
        message=Localized(zh=zh, en=en),
        hint=Localized(zh=hint_zh, en=hint_en),
    )


def _place_at(path: str, text: str, offset: int) -> Place:
    return Place(path=path, line=text.count("\n", 0, offset) + 1, column=offset - text.rfind("\n", 0, offset))


def _decode(start: Place, data: bytes) -> str:
    if len(data) > SIZE_LIMIT:
        raise _Refused(
            _error(
                "RA001",
                start,
                f"文件有 {len(data):,} 字节，上限是 {SIZE_LIMIT:,} 字节",
                f"the file has {len(data):,} bytes; the limit is {SIZE_LIMIT:,}",
                "删去不属于条目的内容。",
                "Take out whatever does not belong in an entry.",
            )
        )
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Refused(
            _error(
                "RA002",
                Place(path=start.path, line=line),
                f"不是 UTF-8：字节 0x{data[error.start]:02X} 无法解码",
                f"not UTF-8: byte 0x{data[error.start]:02X} cannot be decoded",
                "用编辑器把文件另存为 UTF-8。",
                "Save the file as UTF-8 in your editor.",
            )
        ) from None
    if tab := _INDENTING_TAB.search(text):
        raise _Refused(
            _error(
                "RA003",
                _place_at(start.path, text, tab.end() - 1),
                "用制表符缩进，YAML 不允许",
                "a tab is used for indentation, which YAML forbids",
                "改用空格缩进。",
                "Indent with spaces.",
            )
        )
    if control := _CONTROL.search(text):
        raise _Refused(
            _error(
                "RA004",
                _place_at(start.path, text, control.start()),
                f"含有控制字符 U+{ord(control[0]):04X}",
                f"contains the control character U+{ord(control[0]):04X}",
                "删去该字符。",
                "Delete the character.",
            )
        )
    return text


def _place_of(path: str, mark: Any) -> Place:
    return Place(path=path, line=mark.line + 1, column=mark.column + 1) if mark else Place(path=path)


def _events(path: str, text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        place = _place_of(path, error.problem_mark or error.context_mark)
        raise _Refused(
            _error(
                "RA010",
                place,
                f"YAML 语法错误：{error.problem}",
                f"YAML syntax: {error.problem}",
                "检查缩进、冒号后的空格和引号；含有“: ”或“ #”的文字要加引号。",
                "Check indentation, the space after a colon, and quotes; text with “: ” or “ #” needs quotes.",
            )
        ) from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise _Refused(
            _error(
                "RA011",
                Place(path=path),
                f"YAML 无法读取：{visible(str(error).splitlines()[0])}",
                f"YAML cannot be read: {visible(str(error).splitlines()[0])}",
                "对照 papers/_example.yml 检查这个文件。",
                "Compare the file with papers/_example.yml.",
            )
        ) from None


def _refuse_cleverness(event: yaml.Event, place: Place) -> None:
    """Anchors, aliases, tags and directives have no place in an entry: each can hide or change a value."""
    word = None
    if isinstance(event, yaml.AliasEvent):
        word = ("RA012", f"别名 *{visible(str(event.anchor))}", f"the alias *{visible(str(event.anchor))}")
    elif isinstance(event, yaml.NodeEvent) and event.anchor:
        word = ("RA013", f"锚点 &{visible(str(event.anchor))}", f"the anchor &{visible(str(event.anchor))}")
    elif tag := getattr(event, "tag", None):
        word = ("RA014", f"标签 {visible(tag)}", f"the tag {visible(tag)}")
    elif isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
        word = ("RA015", "YAML 指令", "a YAML directive")
    if word:
        raise _Refused(
            _error(
                word[0],
                place,
                f"条目中不能使用{word[1]}",
                f"{word[2]} is not allowed in an entry",
                "直接写出值；以 & * ! % 开头的文字要加引号。",
                "Write the value out; text that begins with & * ! or % needs quotes.",
            )
        )


def _compose(path: str, text: str, problems: list[Problem]) -> Mapping | None:
    """Build the node tree from parser events, without recursion, so that depth cannot exhaust a stack."""
    stack: list[_Open] = []
    root: Node | None = None
    documents = 0
    for event in _events(path, text):
        place = _place_of(path, event.start_mark)
        _refuse_cleverness(event, place)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused(
                    _error(
                        "RA016",
                        place,
                        "文件里有不止一个 YAML 文档",
                        "the file holds more than one YAML document",
                        "删去“---”：一个文件一个条目。",
                        "Delete the “---”: one entry per file.",
                    )
                )
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            if len(stack) >= DEPTH_LIMIT:
                raise _Refused(
                    _error(
                        "RA017",
                        place,
                        f"嵌套超过 {DEPTH_LIMIT} 层",
                        f"nested deeper than {DEPTH_LIMIT} levels",
                        "对照 papers/_example.yml 的结构。",
                        "Compare the structure with papers/_example.yml.",
                    )
                )
            stack.append(_Open(place=place, is_mapping=isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.ScalarEvent):
            root = _add(stack, Scalar(text=event.value, place=place, plain=event.style is None), problems) or root
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            root = _add(stack, _close(stack.pop()), problems) or root
    if isinstance(root, Mapping):
        return root
    problems.append(
        _error(
            "RA018",
            root.place if root else Place(path=path),
            "文件不是由“字段: 值”组成的" if root else "文件是空的",
            "the file is not made of “field: value” lines" if root else "the file is empty",
            "对照 papers/_example.yml 写条目。",
            "Write the entry as papers/_example.yml shows.",
        )
    )
    return None


def _close(done: _Open) -> Node:
    if not done.is_mapping:
        return Sequence(items=tuple(done.values), place=done.place)
    names = [key.text for key in done.keys]
    return Mapping(
        items=dict(zip(names, done.values, strict=True)),
        places={key.text: key.place for key in done.keys},
        place=done.place,
    )


def _add(stack: list[_Open], node: Node, problems: list[Problem]) -> Node | None:
    """Put ``node`` into the innermost open collection; return it when it is the root."""
    if not stack:
        return node
    parent = stack[-1]
    if not parent.is_mapping:
        parent.values.append(node)
        return None
    if parent.pending is None and not parent.broken_key:
        _take_key(parent, node, problems)
    elif parent.broken_key:
        parent.broken_key = False
    elif parent.pending is not None:
        parent.keys.append(parent.pending)
        parent.values.append(node)
        parent.pending = None
    return None


def _take_key(parent: _Open, node: Node, problems: list[Problem]) -> None:
    if not isinstance(node, Scalar):
        parent.broken_key = True
        problems.append(
            _error(
                "RA019",
                node.place,
                "字段名必须是文字",
                "a field name must be text",
                "检查花括号、方括号和“?”。",
                "Check braces, brackets and “?”.",
            )
        )
    elif node.plain and node.text == "<<":
        parent.broken_key = True
        problems.append(
            _error(
                "RA020",
                node.place,
                "条目中不能使用合并键 <<",
                "the merge key << is not allowed in an entry",
                "直接写出各个字段。",
                "Write the fields out.",
            )
        )
    elif any(key.text == node.text for key in parent.keys):
        parent.broken_key = True
        first = next(key for key in parent.keys if key.text == node.text)
        problems.append(
            _error(
                "RA021",
                node.place,
                f"字段 {visible(node.text)} 重复，首次出现在第 {first.place.line} 行",
                f"the field {visible(node.text)} is there twice; first on line {first.place.line}",
                "只保留一个。",
                "Keep one of the two.",
            )
        )
    else:
        parent.pending = node
