"""Percent and percentage points are told apart in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule

_METRIC = (
    r"(?:m?IoU|m?AP(?:50|75)?|[OA]A|m?F1|mAcc|R@\d+|top-?[15]|accuracy|precision|recall|"
    r"(?:总体|平均|分类|检测|分割)?(?:精度|准确率|召回率|正确率))"
)
_NUMBER = r"(\d+(?:\.\d+)?) ?[%％]"
_BETWEEN_CLAUSES = re.compile(r"[，。；！？,;!?\n]|\.(?=\s)")
_ZH_RISE = r"(?:提升|提高|上升|增加|增长|高出|领先|下降|降低|减少|低出)"
_RISES = {
    "zh": (
        re.compile(rf"(?<![A-Za-z]){_METRIC}(?![A-Za-z]).{{0,24}}?{_ZH_RISE}[了约近 ]{{0,3}}{_NUMBER}", re.IGNORECASE),
    ),
    "en": (
        re.compile(
            rf"\b{_METRIC}\b[^%]{{0,40}}?\b(?:improv|gain|increas|ris|rais|drop|decreas|reduc|higher|lower|up|down|better|worse)"
            rf"\w*\b[^%\d]{{0,12}}?\bby (?:about |up to |over )?{_NUMBER}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:improv|increas|rais|reduc|lower|boost)\w*\b[^%\d]{{0,40}}?\b{_METRIC}\b[^%\d]{{0,30}}?"
            rf"\bby (?:about |up to |over )?{_NUMBER}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"\b(?:improv|increas|rais|reduc|beat|outperform|surpass)\w*\b[^%\d]{{0,60}}?\bby (?:about |up to |over )?{_NUMBER}"
            rf" (?:in |of )?(?:\w+ )?{_METRIC}\b",
            re.IGNORECASE,
        ),
    ),
}
_RELATIVE = re.compile(r"相对|倍|\brelative|\bfold\b|\bof the\b|error|错误率|误差", re.IGNORECASE)
_PERCENTAGES = re.compile(_NUMBER)
_STEP = re.compile(
    rf"(?:{_ZH_RISE}[了约近 ]{{0,3}}|\bby (?:about |up to |over )?|\b(?:gain|improvement|increase) of ){_NUMBER}"
)
_SAME = 0.051
_MANY = 40
"""No text compares more percentages than that."""


@rule("RA231")
def points_are_not_percent(draft: Draft) -> Iterator[Finding]:
    """No difference of percentages has a percent sign, where that is sure."""
    for path, locale, text in draft.prose:
        if "%" not in text and "％" not in text:
            continue
        for number in dict.fromkeys((*_of_a_metric(text, locale), *_of_two(text))):
            yield draft.finding(path, number=number, piece=f"{number}%")


def _of_a_metric(text: str, locale: str) -> Iterator[str]:
    """Yield what a metric that is in percent itself rose or fell by."""
    for clause in _BETWEEN_CLAUSES.split(text):
        if ("%" in clause or "％" in clause) and not _RELATIVE.search(clause):
            for pattern in _RISES[locale]:
                yield from pattern.findall(clause)


def _of_two(text: str) -> Iterator[str]:
    """Yield every step between two percentages that the same text gives."""
    steps = {match[1]: match.start(1) for match in _STEP.finditer(text)}
    if not steps:
        return
    taken = frozenset(steps.values())
    found = (float(match[1]) for match in _PERCENTAGES.finditer(text) if match.start(1) not in taken)
    levels = [*islice(dict.fromkeys(found), _MANY)]
    for number in [*steps][:_MANY]:
        ends = [(a, b) for a in levels for b in levels if a < b and abs(b - a - float(number)) < _SAME]
        if ends and not _RELATIVE.search(text):
            yield number
