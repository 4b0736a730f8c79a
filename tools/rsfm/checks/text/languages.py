"""Each language in its own field, and both there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import HAN
from rsfm.checks.rules import rule
from rsfm.checks.text.which_language import foreign_language_of, is_japanese_or_korean, is_kana_or_hangul, script_of

_SHORT = 6
_LISTED_IN_ENGLISH = re.compile(r".*\.en\.\d+")
_WORDS = re.compile(r"\b[a-z]{3,}[ -][a-z]{3,}\b")
"""Two English words, where CLIP or LoRA would be a name that Chinese has too."""


@rule("RA221")
def zh_is_chinese(draft: Draft) -> Iterator[Finding]:
    """Prose under ``zh`` has Chinese characters, and is not in Japanese or Korean."""
    keywords = draft.each("keywords.zh")
    if not any(HAN.search(word) for _, word in keywords):
        for path, word in keywords:
            if _WORDS.search(word):
                yield draft.finding(path, "keyword")
                break
    kana_or_hangul = any(map(is_kana_or_hangul, draft.odd))
    for path, locale, text in draft.prose:
        if locale != "zh":
            continue
        if (kana_or_hangul and is_japanese_or_korean(text)) or (
            not HAN.search(text) and sum(map(str.isalpha, text)) >= _SHORT
        ):
            yield draft.finding(path, "chinese")


@rule("RA221")
def en_is_english(draft: Draft) -> Iterator[Finding]:
    """Texts under ``en`` are mainly in Latin letters, and their small words are English."""
    for path, scalar in draft.scalars.items():
        if not path.endswith(".en") and not _LISTED_IN_ENGLISH.fullmatch(path):
            continue
        if found := script_of(scalar.text) or foreign_language_of(scalar.text):
            yield draft.finding(path, "english", language=found)


@rule("RA223")
def both_languages_are_there(draft: Draft) -> Iterator[Finding]:
    """A passage has a zh and an en."""
    if draft.text("note"):
        yield draft.finding("note", "one")
    written: dict[str, set[str]] = {}
    for path, locale, _ in draft.prose:
        if locale:
            written.setdefault(path.partition(f".{locale}")[0], set()).add(locale)
    for path, locales in written.items():
        if len(locales) == 1:
            missing = "en" if "zh" in locales else "zh"
            yield draft.finding(path, "missing", missing=missing)
