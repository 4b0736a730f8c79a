"""In which language a text is written, as far as its letters and small words tell."""

from __future__ import annotations

import re

from rsfm.checks.known import known
from rsfm.checks.letters import HAN
from rsfm.locales import Localized

_MOSTLY = 0.2
_SCRIPTS = (
    (Localized(zh="日文", en="Japanese"), re.compile(r"[\u3041-\u30fa]")),
    (Localized(zh="韩文", en="Korean"), re.compile(r"[\uac00-\ud7a3]")),
    (Localized(zh="中文", en="Chinese"), HAN),
    (Localized(zh="西里尔字母", en="Cyrillic letters"), re.compile(r"[\u0400-\u052f]")),
)
"""Japanese and Korean come before Chinese: they have Chinese characters too."""
_ASIDE = re.compile(r"\([^()]{1,40}\)|（[^（）]{1,40}）|“[^“”]{1,40}”")
"""What a text quotes or gives as another name."""
_OTHER_SCRIPT = Localized(zh="别的文字", en="letters of another script")
_LANGUAGES = {
    "French": Localized(zh="法文", en="French"),
    "German": Localized(zh="德文", en="German"),
    "Spanish": Localized(zh="西班牙文", en="Spanish"),
    "Italian": Localized(zh="意大利文", en="Italian"),
    "Portuguese": Localized(zh="葡萄牙文", en="Portuguese"),
}
_FOREIGN = [(language, known("small_words", name)) for name, language in _LANGUAGES.items()]
_ENGLISH = known("small_words", "English")
_FOREIGN_WORDS = frozenset().union(*(words for _, words in _FOREIGN))
_ENOUGH_WORDS = 3
_TELLING = 240
"""Characters after which the language of a text is known."""
_BEYOND_LATIN = re.compile(r"[^\x00-\u024f\u0370-\u03ff\u1e00-\u1eff\u2000-\u20ff\u2190-\u2bff]")
"""What may be a letter of another script; Greek letters count as signs."""


def script_of(text: str) -> Localized | None:
    """Name what ``text`` is written in, where much of it is not in Latin letters."""
    if text.isascii():
        return None
    text = _ASIDE.sub("", text)
    count = sum(map(str.isalpha, _BEYOND_LATIN.findall(text)))
    if not count or count < _MOSTLY * sum(map(str.isalpha, text)):
        return None
    return next((name for name, letters in _SCRIPTS if letters.search(text)), _OTHER_SCRIPT)


def foreign_language_of(text: str) -> Localized | None:
    """Name the language that ``text`` has more small words of than of English."""
    if text.count(" ") < _ENOUGH_WORDS - 1:
        return None
    small = text[:_TELLING].casefold().split()
    if _FOREIGN_WORDS.isdisjoint(small):
        return None
    english = sum(map(_ENGLISH.__contains__, small))
    counts = [(sum(map(known.__contains__, small)), name) for name, known in _FOREIGN]
    count, name = max(counts, key=lambda found: found[0])
    return name if count >= _ENOUGH_WORDS and count > 2 * english else None


def is_kana_or_hangul(char: str) -> bool:
    """Say whether ``char`` is a letter of Japanese or Korean."""
    return any(letters.match(char) for _, letters in _SCRIPTS[:2])


def is_japanese_or_korean(text: str) -> bool:
    """Say whether ``text`` has more kana and Hangul than a name."""
    count = sum(len(letters.findall(text)) for _, letters in _SCRIPTS[:2])
    return count > _MOSTLY * sum(map(str.isalpha, text))
