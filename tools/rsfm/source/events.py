"""Parser events become nodes, without recursion and without YAML's cleverness: this is the only user of the parser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from rsfm.locales import Localized
from rsfm.problems import Place, Problem, visible
from rsfm.source.causes import bad_escape, conflict_in, likely_cause, unclosed_quote
from rsfm.source.encoding import Refused, error, place_at
from rsfm.source.nodes import Mapping, Node, Scalar, Sequence

DEPTH_LIMIT = 12
"""Deepest accepted nesting; an entry needs five levels."""
PROBLEM_LIMIT = 100
"""A file with more problems of form than this is not read on: it is not an entry."""

_COMPARE = Localized(zh="对照 papers/_example.yml 检查这个文件。", en="Compare the file with papers/_example.yml.")
_WRITE_OUT = Localized(
    zh="直接写出值；以 & * ! % 开头的文字要加引号。",
    en="Write the value out; text that begins with & * ! or % needs quotes.",
)
_NO_LINE = Localized(
    zh="删去以 % 开头的行和下面的“---”。", en="Delete the line that begins with % and the “---” below it."
)
_CLOSE_QUOTE = Localized(
    zh='在这段文字末尾补上同样的引号；双引号内的引号写成 \\"。',
    en='End the text with the same quote; within double quotes write \\" for a quote.',
)
_RESOLVE = Localized(
    zh="保留两种写法之一，删去 <<<<<<<、======= 和 >>>>>>> 三行。",
    en="Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.",
)


class _Open:
    """A mapping or sequence whose end has not been read yet."""

    __slots__ = ("broken_key", "flow", "is_mapping", "keys", "pending", "place", "values")

    def __init__(self, place: Place, is_mapping: bool, flow: bool) -> None:
        self.place = place
        self.is_mapping = is_mapping
        self.flow = flow
        self.keys: dict[str, Scalar] = {}
        self.values: list[Node] = []
        self.pending: Scalar | None = None
        self.broken_key = False


def compose(path: str, text: str, problems: list[Problem]) -> Mapping | None:
    """Build the node tree from parser events, on a stack of our own so that depth cannot exhaust Python's.

    Raises Refused at the first fault after which the rest cannot be trusted.
    """
    try:
        root = _composed(path, text, problems)
    except (yaml.YAMLError, ValueError, OverflowError) as fault:
        raise _syntax(path, text, fault) from None
    if isinstance(root, Mapping):
        return root
    problems.append(
        error(
            "RA018",
            root.place if root else Place(path=path),
            Localized(
                zh="文件不是由“字段: 值”组成的" if root else "文件是空的",
                en="the file is not made of “field: value” lines" if root else "the file is empty",
            ),
            Localized(zh="对照 papers/_example.yml 写条目。", en="Write the entry as papers/_example.yml shows."),
        )
    )
    return None


def _composed(path: str, text: str, problems: list[Problem]) -> Node | None:
    stack: list[_Open] = []
    root: Node | None = None
    documents = 0
    # The loop of yaml.parse, with half the calls.
    get_event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
    while (event := get_event()) is not None:
        kind = event.__class__
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                raise _clever(event, path)
            start, end = event.start_mark, event.end_mark
            scalar = Scalar(
                event.value, path, start.line + 1, start.column + 1, start.index, end.index, event.style or ""
            )
            if not stack:
                root = scalar
            elif (parent := stack[-1]).pending is not None:
                parent.keys[parent.pending.text] = parent.pending
                parent.values.append(scalar)
                parent.pending = None
            elif not parent.is_mapping:
                parent.values.append(scalar)
            else:
                _add(parent, scalar, problems)
        elif kind in (MappingStartEvent, SequenceStartEvent):
            if event.anchor or event.tag:
                raise _clever(event, path)
            place = _place_of(path, event.start_mark)
            if len(stack) >= DEPTH_LIMIT:
                raise _refused(
                    "RA017", place, f"嵌套超过 {DEPTH_LIMIT} 层", f"nested deeper than {DEPTH_LIMIT} levels", _COMPARE
                )
            stack.append(_Open(place, kind is MappingStartEvent, bool(event.flow_style)))
        elif kind in (MappingEndEvent, SequenceEndEvent):
            node = _close(stack.pop())
            if stack:
                _add(stack[-1], node, problems)
            else:
                root = node
        elif kind is AliasEvent:
            raise _clever(event, path)
        elif kind is DocumentStartEvent:
            documents += 1
            _refuse_directives_and_second_documents(path, event, documents)
        if len(problems) > PROBLEM_LIMIT:
            raise _refused(
                "RA022", problems[-1].place, "问题太多，不再读下去", "too many problems to read on", _COMPARE
            )
    return root


def _refused(code: str, place: Place, zh: str, en: str, hint: Localized) -> Refused:
    return Refused(error(code, place, Localized(zh=zh, en=en), hint))


def _place_of(path: str, mark: Any) -> Place:
    return Place(path=path, line=mark.line + 1, column=mark.column + 1) if mark else Place(path=path)


def _syntax(path: str, text: str, fault: Exception) -> Refused:
    """Say what the parser stumbled over, and what probably caused it."""
    if conflict := conflict_in(text):
        zh, en = f"合并冲突没有解决：{conflict[0]}", f"a merge conflict is not resolved: {conflict[0]}"
        return _refused("RA010", place_at(path, text, conflict.start()), zh, en, _RESOLVE)
    place, what = Place(path=path), str(fault)
    if isinstance(fault, yaml.MarkedYAMLError):
        # A line without a colon is noticed only where the next one begins.
        mark = fault.context_mark if fault.context == "while scanning a simple key" else fault.problem_mark
        place, what = _place_of(path, mark or fault.context_mark), str(fault.problem)
    what = visible(what.partition("\n")[0])
    lines = text.split("\n")[: place.line]
    if quote := unclosed_quote(lines):
        place = Place(path, quote[0] + 1, quote[1] + 1)
        return _refused("RA010", place, "引号没有成对", "the quote is not closed", _CLOSE_QUOTE)
    is_of_escape = "escape" in what or "hexdec" in what
    hint = (is_of_escape and bad_escape(lines[-1], place.column)) or likely_cause(lines[-2:])
    return _refused("RA010", place, f"YAML 语法错误：{what}", f"YAML syntax: {what}", hint)


def _clever(event: Any, path: str) -> Refused:
    """Anchors, aliases and tags have no place in an entry: each can hide or change a value."""
    if event.anchor:
        name = visible(event.anchor)
        code, zh, en = (
            ("RA012", f"别名 *{name}", f"the alias *{name}")
            if isinstance(event, AliasEvent)
            else ("RA013", f"锚点 &{name}", f"the anchor &{name}")
        )
    else:
        code, zh, en = "RA014", f"标签 {visible(event.tag)}", f"the tag {visible(event.tag)}"
    place = _place_of(path, event.start_mark)
    return _refused(code, place, f"条目中不能使用{zh}", f"{en} is not allowed in an entry", _WRITE_OUT)


def _refuse_directives_and_second_documents(path: str, event: Any, documents: int) -> None:
    place = _place_of(path, event.start_mark)
    if event.version or event.tags:
        raise _refused("RA015", place, "条目中不能使用 YAML 指令", "a YAML directive is not allowed", _NO_LINE)
    if documents > 1:
        hint = Localized(zh="删去“---”：一个文件一个条目。", en="Delete the “---”: one entry per file.")
        raise _refused("RA016", place, "文件里有不止一个 YAML 文档", "the file holds more than one document", hint)


def _close(done: _Open) -> Node:
    if not done.is_mapping:
        return Sequence(tuple(done.values), done.place)
    return Mapping(dict(zip(done.keys, done.values, strict=True)), done.keys, done.place, done.flow)


def _add(parent: _Open, node: Node, problems: list[Problem]) -> None:
    """Put ``node`` into the collection that is open: as an item, as a field's name or as its value."""
    if not parent.is_mapping:
        parent.values.append(node)
    elif parent.broken_key:
        parent.broken_key = False
    elif parent.pending is not None:
        parent.keys[parent.pending.text] = parent.pending
        parent.values.append(node)
        parent.pending = None
    elif fault := _key_fault(parent, node):
        parent.broken_key = True
        problems.append(fault)
    elif isinstance(node, Scalar):
        parent.pending = node


def _key_fault(parent: _Open, node: Node) -> Problem | None:
    if not isinstance(node, Scalar):
        return error(
            "RA019",
            node.place,
            Localized(zh="字段名必须是文字", en="a field name must be text"),
            Localized(zh="检查花括号、方括号和“?”。", en="Check braces, brackets and “?”."),
        )
    if node.plain and node.text == "<<":
        return error(
            "RA020",
            node.place,
            Localized(zh="条目中不能使用合并键 <<", en="the merge key << is not allowed in an entry"),
            Localized(zh="直接写出各个字段。", en="Write the fields out."),
        )
    if first := parent.keys.get(node.text):
        name = visible(node.text)
        return error(
            "RA021",
            node.place,
            Localized(
                zh=f"字段 {name} 重复，首次出现在第 {first.place.line} 行",
                en=f"the field {name} is there twice; first on line {first.place.line}",
            ),
            Localized(zh="只保留一个。", en="Keep one of the two."),
        )
    return None
