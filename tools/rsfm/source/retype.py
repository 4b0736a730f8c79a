"""How a value is typed: which texts YAML would take for something else, and how to put a new text in an old one's place."""

from __future__ import annotations

import re

from rsfm.problems import Edit
from rsfm.source.nodes import Scalar

# The words and shapes that YAML 1.1 or 1.2 reads as something other than text.
_GUESSED = re.compile(
    r"y|n|yes|no|on|off|true|false|null|~|\.nan|[-+]?\.inf"
    r"|[-+]?0[box]?[0-9a-f_]+|[-+]?\d[\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?(?:e[-+]?\d+)?|[-+]?\.\d[\d_]*(?:e[-+]?\d+)?"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt \t]+[\d:.]+[ \t]*(?:Z|[-+][\d:]+)?)?|=|<<",
    re.IGNORECASE | re.ASCII,
)
_PLAIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._/+~=&?%()-]|:(?=\S))*")


def is_guessed(text: str) -> bool:
    """Say whether YAML readers turn ``text``, typed without quotes, into a number, a date, a truth value or nothing."""
    return _GUESSED.fullmatch(text) is not None


def retyped(scalar: Scalar, text: str) -> tuple[Edit, ...]:
    """Return the edit that types ``text`` where ``scalar`` stands, in its style; no edit for a text in a block."""
    if scalar.style in ("|", ">") or not text.isprintable():
        return ()
    if scalar.style == "'":
        typed = "'" + text.replace("'", "''") + "'"
    elif scalar.plain and _PLAIN.fullmatch(text) and not is_guessed(text):
        typed = text
    else:
        typed = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return (Edit(start=scalar.span[0], end=scalar.span[1], text=typed),)
