"""Words lie in ``rules.toml`` and ``known.toml``: all are used, and wordings get their values in both languages."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import rsfm.checks
from rsfm.checks import RULES
from rsfm.checks.rules import Wording
from rsfm.locales import Locale

PACKAGE = Path(rsfm.checks.__file__).parent
REGISTERS = {"rule", "catalog_rule"}
FINDS = {"finding", "finding_at"}
WORDINGS = [(code, name) for code, rule in RULES.items() for name in rule.says]


def placeholders(wording: Wording, locale: Locale) -> set[str]:
    texts = (wording.message.best(locale), wording.hint.best(locale))
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def generators() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the code of each registered generator, and its syntax."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                for by in node.decorator_list:
                    if isinstance(by, ast.Call) and isinstance(by.func, ast.Name) and by.func.id in REGISTERS:
                        yield ast.literal_eval(by.args[0]), node


def findings() -> Iterator[tuple[str, str, set[str]]]:
    """Yield for each finding that a generator makes by itself: code, name of the wording, values that come with it."""
    for code, generator in generators():
        for call in ast.walk(generator):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in FINDS:
                named = call.args[1] if len(call.args) > 1 else ast.Constant("")
                values = {keyword.arg for keyword in call.keywords if keyword.arg}
                for said in (named.body, named.orelse) if isinstance(named, ast.IfExp) else (named,):
                    if isinstance(said, ast.Constant):
                        yield code, said.value, values


@pytest.mark.parametrize(("code", "name"), WORDINGS)
def test_both_languages_say_the_same_values(code: str, name: str) -> None:
    wording = RULES[code].says[name]
    # In Chinese a thing is named where in English the name of its field says what it is.
    assert placeholders(wording, Locale.ZH) - {"what"} == placeholders(wording, Locale.EN) - {"what"}


def test_a_finding_names_a_wording_of_its_rule_and_brings_its_values() -> None:
    found = list(findings())
    assert len(found) > len(RULES) // 2
    for code, name, values in found:
        assert name in RULES[code].says, (code, name)
        wording = RULES[code].says[name]
        assert placeholders(wording, Locale.ZH) | placeholders(wording, Locale.EN) <= values, (code, name)


def test_no_wording_is_left_over() -> None:
    code_of_rules = "".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    assert [(code, name) for code, name in WORDINGS if name and f'"{name}"' not in code_of_rules] == []
    assert [code for code, _ in generators() if not RULES[code].says] == []


def test_every_list_of_names_and_words_is_used() -> None:
    lists = tomllib.loads((PACKAGE / "known.toml").read_text("utf-8"))
    code_of_rules = "".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    assert lists
    assert [name for name in lists if f'known("{name}"' not in code_of_rules] == []
