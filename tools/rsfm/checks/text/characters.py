"""Single characters that have no place in an entry: invisible, turning, unassigned, decomposed or piled up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks import letters
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import shown
from rsfm.checks.rules import rule
from rsfm.problems import Edit

_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(?P<sign>\\[abefv])(?=[A-Za-z])")
"""A command of TeX, ``\\alpha`` or ``\\beta``, that YAML takes for a control character and a rest."""


def _hidden(draft: Draft, pattern: re.Pattern[str], said: str) -> Iterator[Finding]:
    """Find characters that nobody sees, in values, and in comments and names too."""
    if not any(pattern.match(char) for char in draft.odd):
        return
    inside = False
    for path, found in draft.texts_with(pattern):
        inside = True
        yield draft.finding(path, said, chars=shown("".join(found)), piece=found[0])
    if not inside and (first := pattern.search(draft.document.text)):
        yield draft.finding_at(first.start(), said, chars=shown(first[0]))


@rule("RA202")
def no_character_turns_the_text(draft: Draft) -> Iterator[Finding]:
    """Bidirectional controls."""
    yield from _hidden(draft, letters.BIDI, "turning")


@rule("RA202")
def no_character_is_invisible(draft: Draft) -> Iterator[Finding]:
    """Zero-width and other characters that show as nothing."""
    yield from _hidden(draft, letters.INVISIBLE, "invisible")


@rule("RA203")
def blanks_are_ordinary(draft: Draft) -> Iterator[Finding]:
    """No-break, ideographic and other special spaces, and tabs inside a text."""
    if not draft.odd and "\t" not in draft.document.text and "\\t" not in draft.document.text:
        return
    for path, scalar in draft.scalars.items():
        if ("\t" in scalar.text or not scalar.text.isascii()) and (found := letters.BLANK.findall(scalar.text)):
            yield draft.finding(path, chars=shown(found), piece=found[0])


@rule("RA202")
def no_character_is_without_meaning(draft: Draft) -> Iterator[Finding]:
    """Escaped control characters, private use and non-characters."""
    if "\\" not in draft.document.text and not any(letters.UNASSIGNED.match(char) for char in draft.odd):
        return
    for path, scalar in draft.scalars.items():
        text = scalar.text
        if found := letters.CONTROL.findall(text) + letters.UNASSIGNED.findall(text):
            escape = _ESCAPE.search(draft.typed(scalar)) if scalar.style == '"' else None
            said, sign = ("escape", escape["sign"]) if escape else ("meaningless", "")
            yield draft.finding(path, said, chars=shown(found), sign=sign, piece=found[0])


@rule("RA206")
def no_bytes_were_lost(draft: Draft) -> Iterator[Finding]:
    """The replacement character."""
    if "\ufffd" in draft.odd:
        for path, scalar in draft.odd_texts.items():
            if "\ufffd" in scalar.text:
                yield draft.finding(path, "lost", piece="\ufffd")


@rule("RA211")
def text_is_composed(draft: Draft) -> Iterator[Finding]:
    """Unicode normalisation form C."""
    if not any(letters.may_compose(char) for char in draft.odd):
        return
    for path, scalar in draft.odd_texts.items():
        if (right := letters.composed(scalar.text)) != scalar.text:
            decomposed = set(scalar.text) - set(right)
            mended = letters.composed(draft.typed(scalar))
            is_escaped = mended == draft.typed(scalar)
            yield draft.finding(
                path,
                "escaped" if is_escaped else "typed",
                chars=shown(sorted(decomposed)),
                edits=() if is_escaped else (Edit(start=scalar.start, end=scalar.end, text=mended),),
            )


@rule("RA202")
def marks_are_not_piled_up(draft: Draft) -> Iterator[Finding]:
    """Three or more combining marks in a row."""
    for path, found in draft.texts_with(letters.PILED, letters.MARK):
        yield draft.finding(path, "piled", chars=shown(found[0]))
