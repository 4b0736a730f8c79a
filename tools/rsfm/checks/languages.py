"""Each language in its own field, and both there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import HAN
from rsfm.checks.rules import WARNING, Topic, rule

_LETTERS = re.compile(r"[A-Za-z]")


_MOSTLY = 0.2


_SHORT = 12


_LANGUAGE = re.compile(r"(?:.*\.)?(zh|en)(?:\.\d+)?")


@rule(
    "RA221",
    WARNING,
    Topic.TEXT,
    zh=("zh 字段是中文", "中文读者会看到它。"),
    en=("A zh field is in Chinese", "Readers of the Chinese site see it."),
)
def zh_is_chinese(draft: Draft) -> Iterator[Finding]:
    """Prose under ``zh`` has Chinese characters."""
    for path, locale, text in draft.prose:
        if locale == "zh" and len(_LETTERS.findall(text)) >= _SHORT and not HAN.search(text):
            yield draft.finding(
                path,
                "zh 字段里没有中文",
                "no Chinese in a zh field",
                "把英文移到 en，这里写中文。",
                "Move it to en; write Chinese.",
            )


@rule(
    "RA222",
    WARNING,
    Topic.TEXT,
    zh=("en 字段是英文", "英文读者会看到它；个别中文名称可以保留。"),
    en=("An en field is in English", "Readers of the English site see it; a Chinese name here and there may stay."),
)
def en_is_english(draft: Draft) -> Iterator[Finding]:
    """Texts under ``en`` are not mainly Chinese."""
    for path, scalar in draft.scalars.items():
        text = scalar.text
        if ".en" in path and not text.isascii() and (match := _LANGUAGE.fullmatch(path)) and match[1] == "en":
            han = len(HAN.findall(text))
            if han and han >= _MOSTLY * (han + len(_LETTERS.findall(text))):
                yield draft.finding(
                    path,
                    "en 字段里是中文",
                    "Chinese in an en field",
                    "把中文移到 zh，这里写英文。",
                    "Move it to zh; write English.",
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
