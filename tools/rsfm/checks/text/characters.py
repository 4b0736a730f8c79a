"""Single characters that have no place in an entry: invisible, turning, unassigned, decomposed or piled up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks import letters
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import shown
from rsfm.checks.rules import rule
from rsfm.locales import Localized
from rsfm.problems import Edit, Place

_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(?P<sign>\\[abefv])(?=[A-Za-z])")
"""A command of TeX, ``\\alpha`` or ``\\beta``, that YAML takes for a control character and a rest."""


def _hidden(draft: Draft, pattern: re.Pattern[str], zh: str, en: str) -> Iterator[Finding]:
    """Find characters that nobody sees, in values, and in comments and names too."""
    if not any(pattern.match(char) for char in draft.odd):
        return
    inside = False
    do_zh, do_en = "删去这些字符，重新输入这段文字。", "Delete these characters, or type the text anew."
    for path, found in draft.texts_with(pattern):
        inside = True
        what = shown("".join(found))
        yield draft.finding(path, f"{zh}：{what}", f"{en}: {what}", do_zh, do_en, piece=found[0])
    text = draft.document.text
    if not inside and (first := pattern.search(text)):
        what = shown(first[0])
        line = text.count("\n", 0, first.start()) + 1
        place = Place(draft.document.path, line, first.start() - text.rfind("\n", 0, first.start()))
        yield Finding(place, "", Localized(zh=f"{zh}：{what}", en=f"{en}: {what}"), Localized(zh=do_zh, en=do_en))


@rule("RA202")
def no_character_turns_the_text(draft: Draft) -> Iterator[Finding]:
    """Bidirectional controls."""
    yield from _hidden(draft, letters.BIDI, "含有双向控制字符", "contains a bidirectional control")


@rule("RA202")
def no_character_is_invisible(draft: Draft) -> Iterator[Finding]:
    """Zero-width and other characters that show as nothing."""
    yield from _hidden(draft, letters.INVISIBLE, "含有看不见的字符", "contains an invisible character")


@rule("RA203")
def blanks_are_ordinary(draft: Draft) -> Iterator[Finding]:
    """No-break, ideographic and other special spaces, and tabs inside a text."""
    if not draft.odd and "\t" not in draft.document.text and "\\t" not in draft.document.text:
        return
    for path, scalar in draft.scalars.items():
        if ("\t" in scalar.text or not scalar.text.isascii()) and (found := letters.BLANK.findall(scalar.text)):
            yield draft.finding(
                path,
                f"含有特殊空白 {shown(found)}",
                f"contains unusual white space {shown(found)}",
                "换成普通空格。",
                "Type an ordinary blank.",
                piece=found[0],
            )


@rule("RA202")
def no_character_is_without_meaning(draft: Draft) -> Iterator[Finding]:
    """Escaped control characters, private use and non-characters."""
    if "\\" not in draft.document.text and not any(letters.UNASSIGNED.match(char) for char in draft.odd):
        return
    for path, scalar in draft.scalars.items():
        text = scalar.text
        if found := letters.CONTROL.findall(text) + letters.UNASSIGNED.findall(text):
            escape = _ESCAPE.search(draft.typed(scalar)) if scalar.style == '"' else None
            yield draft.finding(
                path,
                f"含有没有通用含义的字符 {shown(found)}",
                f"contains a character without common meaning: {shown(found)}",
                f"双引号里 {escape['sign']} 是转义：整段改用单引号，或写 \\{escape['sign']}。"
                if escape
                else "删去它们。",
                f"In double quotes {escape['sign']} is an escape: use single quotes, or type \\{escape['sign']}."
                if escape
                else "Delete them.",
                piece=found[0],
            )


@rule("RA206")
def no_bytes_were_lost(draft: Draft) -> Iterator[Finding]:
    """The replacement character."""
    if "\ufffd" in draft.odd:
        for path, scalar in draft.odd_texts.items():
            if "\ufffd" in scalar.text:
                yield draft.finding(
                    path,
                    "含有替换字符 U+FFFD：原来的字符已经丢失",
                    "contains the replacement character U+FFFD: the original character is lost",
                    "从原文重新抄写。",
                    "Type it again from the source.",
                    piece="\ufffd",
                )


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
                f"不是 NFC 形式：{shown(sorted(decomposed))}",
                f"is not in NFC: {shown(sorted(decomposed))}",
                "不用 \\u 转义，直接输入带符号的字母。" if is_escaped else "运行 rsfm check --fix。",
                "Type the letter with its mark instead of an escape." if is_escaped else "Run rsfm check --fix.",
                edits=() if is_escaped else (Edit(start=scalar.start, end=scalar.end, text=mended),),
            )


@rule("RA202")
def marks_are_not_piled_up(draft: Draft) -> Iterator[Finding]:
    """Three or more combining marks in a row."""
    for path, found in draft.texts_with(letters.PILED, letters.MARK):
        yield draft.finding(
            path,
            f"附加符号堆叠：{shown(found[0])}",
            f"marks are piled up: {shown(found[0])}",
            "删去多余的符号。",
            "Delete the marks that do not belong there.",
        )
