"""Which of the theme's styles our pages use: those of text. The rest is for a shell and components that we do not have."""

from __future__ import annotations

import re
from collections.abc import Iterator

CLASSES = frozenset({"md-typeset"})
"""The theme's classes that stand in our pages."""

_CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
_ATTRIBUTE = re.compile(r"\[(?!dir|data-md-color-scheme|type|href|title)[^\]]*\]|:is\(\.|--md-(?:admonition|tasklist)")
_NOT_OURS = re.compile(r"data-md-(?!color-scheme)|#__|^@font-face|^@keyframes|^@charset")
_BULKY = re.compile(r"--md-[\w-]*icon[\w-]*:url\((?:\"[^\"]*\"|'[^']*'|[^)]*)\);?")
_AT_RULES_WITH_RULES = ("@media", "@supports", "@layer")


def lend(css: str) -> str:
    """Return the rules of the style sheet ``css`` that can match anything in our pages."""
    kept = []
    for head, body in _rules(css):
        if head.startswith(_AT_RULES_WITH_RULES):
            if inner := lend(body):
                kept.append(f"{head}{{{inner}}}")
        elif not _NOT_OURS.search(head) and (selectors := ",".join(filter(_can_match, _selectors(head)))):
            kept.append(f"{selectors}{{{_BULKY.sub('', body)}}}")
    return "\n".join(kept)


def _can_match(selector: str) -> bool:
    """Whether every class in ``selector`` stands in our pages, not counting what it excludes."""
    wanted = re.sub(r":not\([^)]*\)", "", selector)
    return CLASSES.issuperset(_CLASS.findall(wanted)) and not _ATTRIBUTE.search(wanted)


def _selectors(head: str) -> list[str]:
    """Return the selectors of a rule: its head, cut at the commas outside parentheses."""
    return re.findall(r"(?:[^,(\[]|\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])+", head)


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Yield head and body of every rule of the outermost level."""
    depth = start = opened = 0
    for mark in re.finditer(r"[{};]|\"[^\"]*\"|'[^']*'|url\([^\"')][^)]*\)|/\*.*?\*/", css, re.DOTALL):
        sign = mark[0]
        if sign == "{":
            opened = mark.start() if depth == 0 else opened
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[start:opened].strip(), css[opened + 1 : mark.start()]
                start = mark.end()
        elif sign == ";" and depth == 0:  # a statement such as @charset
            start = mark.end()
