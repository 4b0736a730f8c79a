"""Parser events become nodes, without recursion and without YAML's cleverness: the parser is used here alone."""

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
from rsfm.problems import Place, Problem
from rsfm.source.encoding import error
from rsfm.source.nodes import Mapping, Node, Scalar, Sequence
from rsfm.source.refusals import (
    COMPARE,
    clever,
    key_fault,
    place_of,
    refuse_directives_and_second_documents,
    refused,
    syntax,
)

DEPTH_LIMIT = 12
"""Deepest accepted nesting; an entry needs five levels."""
PROBLEM_LIMIT = 100
"""A file with more problems of form than this is not read on: it is not an entry."""


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
        raise syntax(path, text, fault) from None
    if isinstance(root, Mapping):
        return root
    problems.append(
        error(
            "RA010",
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
                raise clever(event, path)
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
                raise clever(event, path)
            place = place_of(path, event.start_mark)
            if len(stack) >= DEPTH_LIMIT:
                raise refused(
                    "RA012", place, f"嵌套超过 {DEPTH_LIMIT} 层", f"nested deeper than {DEPTH_LIMIT} levels", COMPARE
                )
            stack.append(_Open(place, kind is MappingStartEvent, bool(event.flow_style)))
        elif kind in (MappingEndEvent, SequenceEndEvent):
            node = _close(stack.pop())
            if stack:
                _add(stack[-1], node, problems)
            else:
                root = node
        elif kind is AliasEvent:
            raise clever(event, path)
        elif kind is DocumentStartEvent:
            documents += 1
            refuse_directives_and_second_documents(path, event, documents)
        if len(problems) > PROBLEM_LIMIT:
            raise refused("RA022", problems[-1].place, "问题太多，不再读下去", "too many problems to read on", COMPARE)
    return root


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
    elif fault := key_fault(node, parent.keys):
        parent.broken_key = True
        problems.append(fault)
    elif isinstance(node, Scalar):
        parent.pending = node
