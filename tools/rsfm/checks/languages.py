"""Each language in its own field, and both there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import HAN
from rsfm.checks.rules import WARNING, Topic, rule
from rsfm.locales import Localized

_MOSTLY = 0.2


_SHORT = 6


_LISTED_IN_ENGLISH = re.compile(r".*\.en\.\d+")


_WORDS = re.compile(r"\b[a-z]{3,}[ -][a-z]{3,}\b")
"""Two English words, where CLIP or LoRA would be a name that Chinese has too."""


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


_FOREIGN = (
    (
        Localized(zh="法文", en="French"),
        frozenset(
            ["le", "la", "les", "des", "du", "et", "est", "une", "un", "dans", "pour", "avec", "sur", "qui", "ce"]
        ),
    ),
    (
        Localized(zh="德文", en="German"),
        frozenset(["der", "die", "das", "den", "und", "ist", "mit", "für", "ein", "eine", "einem", "auf", "von", "zu"]),
    ),
    (
        Localized(zh="西班牙文", en="Spanish"),
        frozenset(["el", "la", "los", "las", "de", "del", "y", "es", "una", "un", "para", "con", "por", "en", "que"]),
    ),
    (
        Localized(zh="意大利文", en="Italian"),
        frozenset(["il", "lo", "la", "gli", "di", "del", "della", "dei", "delle", "è", "e", "un", "una", "con", "che"]),
    ),
    (
        Localized(zh="葡萄牙文", en="Portuguese"),
        frozenset(
            ["o", "os", "um", "uma", "de", "da", "dos", "das", "em", "com", "para", "por", "que", "não", "é", "e"]
        ),
    ),
)


_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "a",
        "an",
        "in",
        "to",
        "is",
        "are",
        "for",
        "with",
        "on",
        "that",
        "by",
        "from",
        "as",
        "its",
        "it",
        "this",
    ]
)


_FOREIGN_WORDS = frozenset().union(*(known for _, known in _FOREIGN))


_ENOUGH_WORDS = 3


_TELLING = 240
"""Characters after which the language of a text is known."""


_BEYOND_LATIN = re.compile(r"[^\x00-\u024f\u0370-\u03ff\u1e00-\u1eff\u2000-\u20ff\u2190-\u2bff]")
"""What may be a letter of another script; Greek letters count as signs."""


def _script(text: str) -> Localized | None:
    """Name what ``text`` is written in, where much of it is not in Latin letters."""
    if text.isascii():
        return None
    text = _ASIDE.sub("", text)
    count = sum(map(str.isalpha, _BEYOND_LATIN.findall(text)))
    if not count or count < _MOSTLY * sum(map(str.isalpha, text)):
        return None
    return next((name for name, letters in _SCRIPTS if letters.search(text)), _OTHER_SCRIPT)


def _foreign(text: str) -> Localized | None:
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


@rule(
    "RA221",
    WARNING,
    Topic.TEXT,
    zh=("zh 字段是中文", "中文读者会看到它。"),
    en=("A zh field is in Chinese", "Readers of the Chinese site see it."),
)
def zh_is_chinese(draft: Draft) -> Iterator[Finding]:
    """Prose under ``zh`` has Chinese characters, and is not in Japanese or Korean."""
    keywords = draft.each("keywords.zh")
    if not any(HAN.search(word) for _, word in keywords):
        for path, word in keywords:
            if _WORDS.search(word):
                yield draft.finding(
                    path,
                    "zh 关键词里没有中文",
                    "no Chinese in a zh keyword",
                    "这里写中文；英文写到 keywords.en。",
                    "Write Chinese here; English goes to keywords.en.",
                )
                break
    kana_or_hangul = any(letters.match(char) for char in draft.odd for _, letters in _SCRIPTS[:2])
    for path, locale, text in draft.prose:
        if locale != "zh":
            continue
        if (kana_or_hangul and _is_japanese_or_korean(text)) or (
            not HAN.search(text) and sum(map(str.isalpha, text)) >= _SHORT
        ):
            yield draft.finding(
                path,
                "zh 字段里没有中文",
                "no Chinese in a zh field",
                "这里写中文；英文写到 en。",
                "Write Chinese here; English goes to en.",
            )


def _is_japanese_or_korean(text: str) -> bool:
    """Say whether ``text`` has more kana and Hangul than a name."""
    count = sum(len(letters.findall(text)) for _, letters in _SCRIPTS[:2])
    return count > _MOSTLY * sum(map(str.isalpha, text))


@rule(
    "RA222",
    WARNING,
    Topic.TEXT,
    zh=("en 字段是英文", "英文读者会看到它；个别中文名称可以保留。"),
    en=("An en field is in English", "Readers of the English site see it; a Chinese name here and there may stay."),
)
def en_is_english(draft: Draft) -> Iterator[Finding]:
    """Texts under ``en`` are mainly in Latin letters, and their small words are English."""
    for path, scalar in draft.scalars.items():
        if not path.endswith(".en") and not _LISTED_IN_ENGLISH.fullmatch(path):
            continue
        if found := _script(scalar.text) or _foreign(scalar.text):
            yield draft.finding(
                path,
                f"en 字段里是{found.zh}",
                f"{found.en} in an en field",
                "这里写英文；中文写到 zh。",
                "Write English here; Chinese goes to zh.",
            )


@rule(
    "RA223",
    WARNING,
    Topic.TEXT,
    zh=("两种语言都有", "缺少的语言在页面上会标明借用另一种语言。"),
    en=("Both languages are there", "Where one is missing, the page shows the other and says so."),
)
def both_languages_are_there(draft: Draft) -> Iterator[Finding]:
    """A passage has a zh and an en."""
    if draft.text("note"):
        yield draft.finding(
            "note",
            "两种语言用了同一段文字",
            "one text stands for both languages",
            "写成 note: {zh: …, en: …}。",
            "Write note: {zh: …, en: …}.",
        )
    written: dict[str, set[str]] = {}
    for path, locale, _ in draft.prose:
        if locale:
            written.setdefault(path.partition(f".{locale}")[0], set()).add(locale)
    for path, locales in written.items():
        if len(locales) == 1:
            missing = "en" if "zh" in locales else "zh"
            yield draft.finding(
                path, f"缺少 {missing}", f"{missing} is missing", f"加上 {missing}: …", f"Add {missing}: …"
            )
