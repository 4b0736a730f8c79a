"""Where a text ends and a comment begins."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.form.layout import NOT_FREE
from rsfm.checks.rules import rule
from rsfm.problems import visible
from rsfm.source import Scalar

# One blank before the mark, or no blank after it: more likely a piece of the text than a comment.
_EATEN = re.compile(r" #\S[^\r\n]*|[ \t]+#(?=[^\s#])[^\r\n]*")
_DOUBTFUL = re.compile(r" #\s[^\r\n]*")


def _free_plain_texts(draft: Draft) -> Iterator[tuple[str, Scalar]]:
    if " #" in draft.document.text or "\t#" in draft.document.text:
        for path, scalar in draft.scalars.items():
            followed = draft.document.text[scalar.end : scalar.end + 1] in (" ", "\t")
            if followed and scalar.plain and scalar.text and not NOT_FREE.fullmatch(path):
                yield path, scalar


@rule("RA023")
def no_comment_eats_a_text(draft: Draft) -> Iterator[Finding]:
    """A plain text followed by ``#`` and something that does not look like a comment."""
    for path, scalar in _free_plain_texts(draft):
        if eaten := _EATEN.match(draft.document.text, scalar.end):
            lost = visible(eaten[0].strip())
            yield draft.finding(path, lost=lost)


@rule("RA024")
def text_and_comment_can_be_told_apart(draft: Draft) -> Iterator[Finding]:
    """A plain text followed by one blank and a comment."""
    for path, scalar in _free_plain_texts(draft):
        if doubtful := _DOUBTFUL.match(draft.document.text, scalar.end):
            yield draft.finding(path, text=visible(doubtful[0].strip()))
