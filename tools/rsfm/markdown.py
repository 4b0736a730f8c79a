"""Strangers' text in Markdown: how a title is shown on GitHub without becoming markup, a link or a mention."""

from __future__ import annotations

import re


def harmless(text: str) -> str:
    """Return ``text`` on one line of Markdown that shows as it is, also inside a table."""
    one_line = " ".join(text.split())
    escaped = re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~&:$])", r"\\\1", one_line)
    # GitHub turns @name and #1 into links even when escaped; an invisible space after the sign stops it.
    return re.sub(r"([@#])", "\\1\N{ZERO WIDTH SPACE}", escaped)
