"""What a YAML file is after reading: a tree of texts, lists and fields, each of which knows where it was typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from sys import intern
from typing import NamedTuple

from rsfm.problems import Place, Problem, visible


class Scalar(NamedTuple):
    """A text, exactly as typed after YAML's quoting is undone. A tuple, because a catalog has many."""

    text: str
    path: str
    line: int
    column: int
    start: int = 0
    """Offset in the document's text where it begins, its quotes included."""
    end: int = 0
    """Offset where it ends."""
    style: str = ""
    """How it was typed: nothing for a plain text, else YAML's mark: ``'``, ``"``, ``|`` or ``>``."""

    @property
    def place(self) -> Place:
        """Where it was typed."""
        return Place(self.path, self.line, self.column)

    @property
    def plain(self) -> bool:
        """Whether it was typed without quotes or block marks."""
        return not self.style


class Sequence(NamedTuple):
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


class Mapping(NamedTuple):
    """Fields by name, in the order typed; each name has a position of its own."""

    items: dict[str, Node]
    keys: dict[str, Scalar]
    place: Place
    flow: bool = False
    """Whether it was typed in braces."""

    @property
    def places(self) -> dict[str, Place]:
        """Where each name was typed."""
        return {name: key.place for name, key in self.keys.items()}


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
                found = node.keys[step].place
                node = node.items[step]
            elif isinstance(node, Sequence) and step.isdecimal() and int(step) < len(node.items):
                node = node.items[int(step)]
                found = node.place
            else:
                break
        return found

    def place_at(self, offset: int) -> Place:
        """Return where the character at ``offset`` of the text stands."""
        text = self.text
        return Place(self.path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))

    def length(self, dotted: str) -> int:
        """Return how many items the list at ``dotted`` has; 0 where there is no list."""
        node: Node | None = self.root
        for step in dotted.split("."):
            node = node.items.get(step) if isinstance(node, Mapping) else None
        return len(node.items) if isinstance(node, Sequence) else 0

    def as_typed(self, dotted: str) -> str:
        """Return the path at which a value was typed: ``code`` for ``code.state`` where a group has its short form."""
        parent = dotted.rpartition(".")[0]
        return parent if dotted not in self.scalars and parent in self.scalars else dotted

    @cached_property
    def scalars(self) -> dict[str, Scalar]:
        """Every text of the file by its dotted path, in the order typed; names that are not printable are escaped."""
        found: dict[str, Scalar] = {}
        if self.root:
            _collect(self.root, "", found)
        return found


def _collect(node: Mapping | Sequence, path: str, found: dict[str, Scalar]) -> None:
    prefix = f"{path}." if path else ""
    names = map(_field, node.items) if isinstance(node, Mapping) else map(str, range(len(node.items)))
    for name, item in zip(names, node.items.values() if isinstance(node, Mapping) else node.items, strict=True):
        if isinstance(item, Scalar):
            found[intern(prefix + name)] = item
        else:
            _collect(item, prefix + name, found)


def _field(name: str) -> str:
    return name if name.isidentifier() and name.isascii() else visible(name)
