"""One field of an existing entry gets another value: its lines change, and no other line or value does."""

from __future__ import annotations

from typing import Any

from rsfm.model.paths import in_full, kind_at
from rsfm.model.register import fields_of, shape_of, short_form
from rsfm.source import Document, Mapping, Node, Scalar, Sequence, read, retyped
from rsfm.store.new_entry import entry_text


def with_value(document: Document, path: str, value: Any) -> str | None:
    """Return the text of ``document`` with ``value`` at the dotted ``path``.

    ``None`` where the file is typed in a way that leaves no safe place for it: then a person must edit it.
    """
    if document.root is None:
        return None
    changed = _retyped(document, path, value) or _rewritten(document, document.root, path, value)
    return changed if changed is not None and _only_changes(document, changed, path, value) else None


def items_in_full(document: Document, path: str) -> list[dict[str, Any]]:
    """Return the items of the list at ``path`` that are typed as groups, not as one word."""
    node: Node | None = document.root
    for step in path.split("."):
        node = node.items.get(step) if isinstance(node, Mapping) else None
    listed = node.items if isinstance(node, Sequence) else [node]
    return [_plain(item) for item in listed if isinstance(item, Mapping)]


def _retyped(document: Document, path: str, value: Any) -> str | None:
    scalar = document.scalars.get(path)
    if scalar is None or isinstance(value, list) or scalar.style in ("|", ">"):
        return None
    start, end = scalar.start, scalar.end
    if isinstance(value, (int, float)) and scalar.plain:
        return f"{document.text[:start]}{value}{document.text[end:]}"
    for edit in retyped(scalar, str(value)):
        return document.text[:start] + edit.text + document.text[end:]
    return None


def _rewritten(document: Document, root: Mapping, path: str, value: Any) -> str | None:
    """Type the smallest field that stands on lines of its own and holds ``path`` again, or add it."""
    steps = path.split(".")
    group, depth = root, 0
    while depth < len(steps) - 1:
        inner = group.items.get(steps[depth])
        if not isinstance(inner, Mapping) or inner.flow or not inner.keys:
            break
        group, depth = inner, depth + 1
    name = steps[depth]
    if name in group.items:
        value = _nested(_plain(group.items[name]), steps[depth + 1 :], value, kind_at(steps[: depth + 1]))
    else:
        value = _nested({}, steps[depth + 1 :], value, None)
    typed = _typed(steps[:depth], name, value)
    indent = " " * (next(iter(group.keys.values())).place.column - 1)
    lines = document.text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if name in group.items:
        first = group.keys[name].place.line - 1
        last = _end(lines, first, len(indent))
    else:
        first = last = _place(lines, group, name, list(fields_of(kind_at(steps[:depth]))), len(indent))
    return "".join([*lines[:first], *(indent + line if line.strip() else line for line in typed), *lines[last:]])


def _typed(parents: list[str], name: str, value: Any) -> list[str]:
    """Return the lines of one field as a new entry would have them, without the indentation of its parents."""
    text = entry_text(_nested({}, [*parents, name], value, None))
    lines = text.splitlines(keepends=True)[len(parents) :]
    return [line[2 * len(parents) :] if line.strip() else line for line in lines]


def _nested(old: Any, steps: list[str], value: Any, kind: Any) -> Any:
    """Return ``old``, the value of a ``kind``, with ``value`` below it; what was typed in short form is spelt out."""
    if not steps:
        return value
    if not isinstance(old, dict):
        old = {short_form(kind): old} if old and kind and short_form(kind) else {}
    known = fields_of(kind) if kind and shape_of(kind)[0] == "group" else {}
    inner = known[steps[0]].kind if steps[0] in known else None
    return {**old, steps[0]: _nested(old.get(steps[0]), steps[1:], value, inner)}


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return int(node.text) if node.plain and node.text.isdecimal() else node.text
    if isinstance(node, Mapping):
        return {name: _plain(item) for name, item in node.items.items()}
    return [_plain(item) for item in node.items]


def _end(lines: list[str], first: int, indent: int) -> int:
    """Return the number of the line after the field that begins on line ``first``, blank lines and comments aside."""
    last = first + 1
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if not line.strip():
            continue
        width = len(line) - len(line.lstrip(" "))
        if width < indent or (width == indent and not line.startswith("- ", indent)):
            break
        last = number + 1
    return last


def _place(lines: list[str], group: Mapping, name: str, order: list[str], indent: int) -> int:
    """Return the number of the line before which a new field belongs: after the last of those that come before it."""
    before = [key for key in group.keys if key in order and order.index(key) < order.index(name)]
    if before:
        return max(_end(lines, group.keys[key].place.line - 1, indent) for key in before)
    return min(key.place.line for key in group.keys.values()) - 1


def _only_changes(document: Document, text: str, path: str, value: Any) -> bool:
    """Say whether ``text`` has ``value`` at ``path``, and everything else as it was."""
    after = read(document.path, text.encode())
    if after.root is None:
        return False

    def inside(where: str) -> bool:
        return f"{where}.".startswith(f"{path}.")

    was, now = ({in_full(w): s.text.strip() for w, s in one.scalars.items()} for one in (document, after))
    listed = value if isinstance(value, list) else [value]
    wanted = [str(one).strip() for item in listed for one in (item.values() if isinstance(item, dict) else [item])]
    kept = {where: one for where, one in was.items() if not inside(where)}
    return kept == {where: one for where, one in now.items() if not inside(where)} and wanted == [
        one for where, one in now.items() if inside(where)
    ]
