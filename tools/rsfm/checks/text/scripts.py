"""Writing systems: garbled text, traditional characters, full-width forms and letters that only look alike."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from rsfm.checks import letters
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import shown
from rsfm.checks.rules import rule
from rsfm.checks.text.mojibake import garbled_piece

_HALF = str.maketrans("。、【】《》「」『』", '.,[]""\'\'""')
"""What English has for marks that Unicode does not call full-width forms of its own."""


@rule("RA206")
def no_text_is_garbled(draft: Draft) -> Iterator[Finding]:
    """UTF-8 or GBK read in another encoding, and what is left of letters that an encoding did not have."""
    if not draft.odd and "?" not in draft.document.text:
        return
    for path, scalar in draft.scalars.items():
        if not ("?" in scalar.text or path in draft.odd_texts) or path.startswith("links"):
            continue
        if found := garbled_piece(scalar.text, is_a_name=path.startswith("authors")):
            yield draft.finding(path, "garbled", chars=shown(found))


_ENOUGH_HAN = 4
_MANY = 0.15


@rule("RA207")
def chinese_is_simplified(draft: Draft) -> Iterator[Finding]:
    """Traditional characters in prose; names of people are not judged, and rare characters of place names are fine."""
    if not draft.rare_han:
        return
    for path, scalar in draft.odd_texts.items():
        if path.startswith("authors"):
            continue
        count, other = letters.unsimplified_share(scalar.text)
        if count >= 2 * _ENOUGH_HAN and other > _MANY and not letters.is_garbled_chinese(scalar.text):
            yield draft.finding(path, share=other)


_SHOWN = 40


@rule("RA208")
def letters_are_ordinary(draft: Draft) -> Iterator[Finding]:
    """Full-width and other compatibility forms of letters and digits."""
    for path, found in draft.texts_with(letters.COMPATIBLE):
        right = unicodedata.normalize("NFKC", "".join(found[:_SHOWN]))
        right = f" → {right}" if right.isascii() and right.isprintable() else ""
        yield draft.finding(path, chars=shown(found), right=right, piece=found[0])


@rule("RA209")
def english_has_english_punctuation(draft: Draft) -> Iterator[Finding]:
    """Full-width punctuation in a text without Chinese characters."""
    for path, scalar in draft.scalars.items():
        text = scalar.text
        if (
            not text.isascii()
            and ".zh" not in path
            and (found := letters.FULL_WIDTH_MARKS.findall(text))
            and not letters.HAN.search(text)
        ):
            right = " ".join(unicodedata.normalize("NFKC", mark).translate(_HALF) for mark in dict.fromkeys(found))
            yield draft.finding(path, chars=shown(found), right=right, piece=found[0])


@rule("RA210")
def a_word_is_of_one_script(draft: Draft) -> Iterator[Finding]:
    """Look-alike letters of other scripts inside Latin words."""
    for path, found in draft.texts_with(letters.MIXED_SCRIPT, letters.LOOK_ALIKE):
        foreign = [c for c in "".join(found) if not c.isascii()]
        yield draft.finding(path, chars=shown(foreign), piece=found[0])
