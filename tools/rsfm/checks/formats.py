"""How problems are written: for a terminal, for programs, for code scanning and for GitHub's annotations."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote

from rsfm.checks.rules import RULES
from rsfm.locales import Locale
from rsfm.markdown import entities, table
from rsfm.problems import Problem, Severity

ANNOTATION_LIMIT = 10
"""GitHub shows at most so many annotations of a step; more are dropped without a word."""
SUMMARY_LIMIT = 900_000
"""Longest step summary in bytes; GitHub refuses one above 1 MiB altogether."""
_ANNOTATED_LINES = 12


def counted(files: int, problems: Sequence[Problem], locale: Locale) -> str:
    """Return the last line of a report: how many entries, errors and warnings."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if locale is Locale.ZH:
        return f"{files} 个条目：{errors} 个错误，{warnings} 个警告"
    words = ("entry" if files == 1 else "entries", "error" if errors == 1 else "errors")
    return f"{files} {words[0]}: {errors} {words[1]}, {warnings} warning{'' if warnings == 1 else 's'}"


def as_text(problems: Sequence[Problem], locale: Locale) -> str:
    """Return one block per problem: the position and the message, then the hint."""
    return "".join(problem.text(locale) + "\n" for problem in problems)


def as_json(problems: Sequence[Problem], locale: Locale) -> str:
    """Return a JSON object with the list of problems."""
    listed = [
        {
            "code": problem.code,
            "severity": problem.severity,
            "file": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "field": problem.field,
            "message": problem.message.best(locale),
            "hint": problem.hint.best(locale),
            "mends": bool(problem.edits),
        }
        for problem in problems
    ]
    return json.dumps({"problems": listed}, ensure_ascii=False, indent=2) + "\n"


def as_sarif(problems: Sequence[Problem], locale: Locale) -> str:
    """Return a SARIF 2.1.0 log with one run."""
    used = sorted({problem.code for problem in problems})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": RULES[code].title.best(locale)},
            "fullDescription": {"text": RULES[code].why.best(locale)},
            "defaultConfiguration": {"level": RULES[code].severity},
        }
        for code in used
    ]
    results = [
        {
            "ruleId": problem.code,
            "ruleIndex": used.index(problem.code),
            "level": problem.severity,
            "message": {"text": _in_one_line(problem, locale)},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(problem.place.path)},
                        "region": {"startLine": problem.place.line, "startColumn": problem.place.column},
                    }
                }
            ],
        }
        for problem in problems
    ]
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "rsfm check", "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def as_annotations(problems: Sequence[Problem], locale: Locale) -> str:
    """Return GitHub's workflow commands: one per problem, or one per file where there would be too many."""
    if len(problems) <= ANNOTATION_LIMIT:
        groups = [[problem] for problem in problems]
    else:
        by_file = groupby(sorted(problems, key=lambda p: p.place.path), key=lambda p: p.place.path)
        groups = sorted((list(group) for _, group in by_file), key=_errors_last_first)
    shown = groups if len(groups) <= ANNOTATION_LIMIT else groups[: ANNOTATION_LIMIT - 1]
    lines = [_annotation(group, locale) for group in shown]
    if left := groups[len(shown) :]:
        more = sum(map(len, left))
        zh, en = (
            f"另有 {len(left)} 个文件的 {more} 个问题，见步骤摘要",
            f"{more} more problems in {len(left)} files: see the summary",
        )
        worst = Severity.ERROR if any(_is_error(group) for group in left) else Severity.WARNING
        lines.append(f"::{worst} title=rsfm check::{zh if locale is Locale.ZH else en}")
    return "".join(line + "\n" for line in lines)


def as_summary(problems: Sequence[Problem], locale: Locale, last: str) -> str:
    """Return the whole list as a Markdown table for the step summary, cut where GitHub would refuse it."""
    zh = locale is Locale.ZH
    head = (
        ("位置", "级别", "字段", "问题", "怎么改", "规则")
        if zh
        else ("Place", "Level", "Field", "Problem", "Do", "Rule")
    )
    parts = ((p.place, p.severity, p.field, p.message.best(locale), p.hint.best(locale), p.code) for p in problems)
    rows = table(head, ([entities(str(part)) for part in each] for each in parts)) if problems else []
    size = 0
    for index, row in enumerate(rows):
        size += len(row.encode()) + 1
        if size > SUMMARY_LIMIT:
            rows[index:] = [f"\n… +{len(rows) - index}"]
            break
    return "\n".join([f"**{last}**\n", *rows]) + "\n"


def _is_error(group: list[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in group)


def _errors_last_first(group: list[Problem]) -> tuple[bool, int]:
    return (not _is_error(group), -len(group))


def _in_one_line(problem: Problem, locale: Locale) -> str:
    field = f"{problem.field}: " if problem.field else ""
    return f"{field}{problem.message.best(locale)}. {problem.hint.best(locale)}".strip()


def _annotation(group: list[Problem], locale: Locale) -> str:
    first = next((problem for problem in group if problem.severity is Severity.ERROR), group[0])
    place = first.place
    lines = [f"{_in_one_line(p, locale)} [{p.code}]" for p in group[:_ANNOTATED_LINES]]
    if len(group) > 1:
        lines = [f"{p.place.line}: {line}" for p, line in zip(group, lines, strict=False)]
    if len(group) > _ANNOTATED_LINES:
        lines.append(f"… +{len(group) - _ANNOTATED_LINES}")
    title = first.code if len(group) == 1 else f"{place.path}: {len(group)}"
    properties = f"file={_property(place.path)},line={place.line},col={place.column},title={_property(title)}"
    return f"::{first.severity} {properties}::{_data(chr(10).join(lines))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
