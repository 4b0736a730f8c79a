"""A class name means one thing in the whole program."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import rsfm

PROGRAM = Path(rsfm.__file__).parents[1]


def test_no_two_classes_have_one_name() -> None:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(PROGRAM.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(str(path.relative_to(PROGRAM)))
    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}
