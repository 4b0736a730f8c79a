"""YAML as text with positions: every plain scalar is a string, every value knows its line, nothing clever survives."""

from __future__ import annotations

from rsfm.problems import Problem
from rsfm.source.encoding import BOM, SIZE_LIMIT, Refused, to_text
from rsfm.source.events import DEPTH_LIMIT, compose
from rsfm.source.nodes import Document, Mapping, Node, Scalar, Sequence
from rsfm.source.retype import is_guessed, retyped

__all__ = [
    "BOM",
    "DEPTH_LIMIT",
    "SIZE_LIMIT",
    "Document",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "is_guessed",
    "read",
    "retyped",
]


def read(path: str, data: bytes, limit: int = SIZE_LIMIT) -> Document:
    """Read the bytes of one YAML file. Never raises: whatever is wrong with ``data`` is in ``problems``.

    ``path`` is only used to name places; ``limit`` is how many bytes the file may have. A document with a syntax problem has no root.
    """
    problems: list[Problem] = []
    try:
        text = to_text(path, data, problems, limit)
        root = compose(path, text, problems)
    except Refused as refused:
        return Document(path=path, root=None, problems=(*problems, refused.problem))
    return Document(path=path, root=root, problems=tuple(problems), text=text)
