"""Characters that have no place in an entry: invisible, deceptive, garbled or written in another way than usual."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from rsfm.checks import letters
from rsfm.checks.draft import Draft, Finding
from rsfm.checks.letters import shown
from rsfm.checks.rules import ERROR, WARNING, Topic, rule
from rsfm.locales import Localized
from rsfm.problems import Edit, Place


def _texts_with(
    draft: Draft, pattern: re.Pattern[str], sign: re.Pattern[str] | None = None
) -> Iterator[tuple[str, list[str]]]:
    """Yield path and matches of every text in which ``pattern`` occurs; a file without a ``sign`` of it costs nothing."""
    if any((sign or pattern).match(char) for char in draft.odd):
        for path, scalar in draft.scalars.items():
            if not scalar.text.isascii() and (found := pattern.findall(scalar.text)):
                yield path, found


def _hidden(draft: Draft, pattern: re.Pattern[str], zh: str, en: str) -> Iterator[Finding]:
    """Find characters that nobody sees, in values, and in comments and names too."""
    if not any(pattern.match(char) for char in draft.odd):
        return
    inside = False
    do_zh, do_en = "删去这些字符，重新输入这段文字。", "Delete these characters, or type the text anew."
    for path, found in _texts_with(draft, pattern):
        inside = True
        what = shown("".join(found))
        yield draft.finding(path, f"{zh}：{what}", f"{en}: {what}", do_zh, do_en, piece=found[0])
    text = draft.document.text
    if not inside and (first := pattern.search(text)):
        what = shown(first[0])
        line = text.count("\n", 0, first.start()) + 1
        place = Place(draft.document.path, line, first.start() - text.rfind("\n", 0, first.start()))
        yield Finding(place, "", Localized(zh=f"{zh}：{what}", en=f"{en}: {what}"), Localized(zh=do_zh, en=do_en))


@rule(
    "RA201",
    ERROR,
    Topic.TEXT,
    zh=("没有改变文字方向的字符", "双向控制字符会让读者看到的顺序与实际内容不同，可以用来伪装网址或代码。"),
    en=(
        "No character turns the direction of text",
        "Bidirectional controls make readers see another order than the one stored; they can disguise addresses.",
    ),
)
def no_character_turns_the_text(draft: Draft) -> Iterator[Finding]:
    """Bidirectional controls."""
    yield from _hidden(draft, letters.BIDI, "含有双向控制字符", "contains a bidirectional control")


@rule(
    "RA202",
    ERROR,
    Topic.TEXT,
    zh=("没有看不见的字符", "零宽字符、软连字符等使两段看上去相同的文字并不相同，搜索和查重都会失败。"),
    en=(
        "No character is invisible",
        "Zero-width characters, soft hyphens and the like make equal-looking texts differ; search and comparison fail.",
    ),
)
def no_character_is_invisible(draft: Draft) -> Iterator[Finding]:
    """Zero-width and other characters that show as nothing."""
    yield from _hidden(draft, letters.INVISIBLE, "含有看不见的字符", "contains an invisible character")


@rule(
    "RA203",
    WARNING,
    Topic.TEXT,
    zh=("空格是普通空格", "从网页或 PDF 复制的不换行空格、全角空格会使文字无法搜索。"),
    en=(
        "Blanks are ordinary blanks",
        "No-break and ideographic spaces copied from web pages and PDFs make text impossible to find.",
    ),
)
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


@rule(
    "RA204",
    ERROR,
    Topic.TEXT,
    zh=("没有控制字符和私用字符", "双引号里的转义可以写出控制字符；私用区字符在别人的电脑上没有意义。"),
    en=(
        "No control or private-use character",
        "An escape in double quotes can hide a control character; private-use characters mean nothing elsewhere.",
    ),
)
def no_character_is_without_meaning(draft: Draft) -> Iterator[Finding]:
    """Escaped control characters, private use and non-characters."""
    if "\\" not in draft.document.text and not any(letters.UNASSIGNED.match(char) for char in draft.odd):
        return
    for path, scalar in draft.scalars.items():
        text = scalar.text
        if found := letters.CONTROL.findall(text) + letters.UNASSIGNED.findall(text):
            yield draft.finding(
                path,
                f"含有没有通用含义的字符 {shown(found)}",
                f"contains a character without common meaning: {shown(found)}",
                "删去它们。",
                "Delete them.",
                piece=found[0],
            )


@rule(
    "RA205",
    ERROR,
    Topic.TEXT,
    zh=("没有丢失的字节", "U+FFFD 表示某次转换丢了原来的字符，无法还原，只能从原文重新抄写。"),
    en=(
        "No bytes were lost",
        "U+FFFD marks a character that some conversion lost; it cannot be restored, only typed again from the source.",
    ),
)
def no_bytes_were_lost(draft: Draft) -> Iterator[Finding]:
    """The replacement character."""
    if "\ufffd" in draft.odd:
        for path, scalar in draft.scalars.items():
            if "\ufffd" in scalar.text:
                yield draft.finding(
                    path,
                    "含有替换字符 U+FFFD：原来的字符已经丢失",
                    "contains the replacement character U+FFFD: the original character is lost",
                    "从原文重新抄写。",
                    "Type it again from the source.",
                    piece="\ufffd",
                )


@rule(
    "RA206",
    ERROR,
    Topic.TEXT,
    zh=("没有乱码", "以错误编码读取的 UTF-8 文字往往丢了字节，不能可靠还原，必须回到原文。"),
    en=(
        "No text is garbled",
        "UTF-8 that was read in another encoding has usually lost bytes; it cannot be repaired, so go back to the source.",
    ),
)
def no_text_is_garbled(draft: Draft) -> Iterator[Finding]:
    """UTF-8 read as Latin-1, Windows-1252, Windows-1254 or GBK."""
    western = any(char < "\u2e80" for char in draft.odd)
    if not western and not draft.rare_han:
        return
    for path, scalar in draft.scalars.items():
        text = scalar.text
        if text.isascii():
            continue
        found = letters.MOJIBAKE.search(text) if western else None
        count, rare = letters.rare_share(text) if draft.rare_han and not found else (0, 0.0)
        if found or (count >= _ENOUGH_HAN and rare > _RARE and letters.is_garbled_chinese(text)):
            sample = found[0] if found else [c for c in text if c not in letters.LEVEL_1 and not c.isascii()]
            yield draft.finding(
                path,
                f"是乱码（UTF-8 被当作别的编码读取）：{shown(sample)}",
                f"is garbled (UTF-8 that was read in another encoding): {shown(sample)}",
                "从原文重新复制，并以 UTF-8 保存。",
                "Copy it again from the source and save it as UTF-8.",
            )


_ENOUGH_HAN = 4
_RARE = 0.3
"""Share of rare characters above which Chinese text was garbled in every one of 20,000 trials."""


@rule(
    "RA207",
    WARNING,
    Topic.TEXT,
    zh=("中文是简体", "站点的中文版用简体；繁体或大量生僻字的文字搜索不到。"),
    en=(
        "Chinese text is simplified",
        "The Chinese site is in simplified characters; text in traditional or rare ones is not found by search.",
    ),
)
def chinese_is_simplified(draft: Draft) -> Iterator[Finding]:
    """Traditional or mostly rare characters in prose; names of people are not judged."""
    if not draft.rare_han:
        return
    for path, scalar in draft.scalars.items():
        if scalar.text.isascii() or path.startswith("authors"):
            continue
        count, rare = letters.rare_share(scalar.text)
        if count >= 2 * _ENOUGH_HAN and rare > _RARE and not letters.is_garbled_chinese(scalar.text):
            yield draft.finding(
                path,
                f"{rare:.0%} 的汉字不是常用简体字",
                f"{rare:.0%} of its Chinese characters are not everyday simplified ones",
                "改成简体中文。",
                "Write it in simplified Chinese.",
            )


@rule(
    "RA208",
    ERROR,
    Topic.TEXT,
    zh=("字母和数字是半角的", "全角字母、连字和数学字母看上去像普通字母，却搜索不到。"),
    en=(
        "Letters and digits are ordinary ones",
        "Full-width letters, ligatures and mathematical letters look like ordinary ones and are not found by search.",
    ),
)
def letters_are_ordinary(draft: Draft) -> Iterator[Finding]:
    """Full-width and other compatibility forms of letters and digits."""
    for path, found in _texts_with(draft, letters.COMPATIBLE):
        right = unicodedata.normalize("NFKC", "".join(dict.fromkeys(found)))
        right = f" → {right}" if right.isascii() and right.isprintable() else ""
        yield draft.finding(
            path,
            f"含有兼容字符 {shown(found)}",
            f"contains a compatibility character: {shown(found)}",
            f"换成普通的字母或数字{right}。",
            f"Type the ordinary letter or digit{right}.",
            piece=found[0],
        )


@rule(
    "RA209",
    WARNING,
    Topic.TEXT,
    zh=("英文里用半角标点", "全角标点只属于中文。"),
    en=("English text has English punctuation", "Full-width punctuation belongs into Chinese text only."),
)
def english_has_english_punctuation(draft: Draft) -> Iterator[Finding]:
    """Full-width punctuation in a text without Chinese characters."""
    for path, scalar in draft.scalars.items():
        text = scalar.text
        if (
            not text.isascii()
            and ".zh" not in path
            and not letters.HAN.search(text)
            and (found := letters.FULL_WIDTH_MARKS.findall(text))
        ):
            yield draft.finding(
                path,
                f"英文里有全角标点 {shown(found)}",
                f"has full-width punctuation: {shown(found)}",
                f"换成半角标点：{unicodedata.normalize('NFKC', found[0])}",
                f"Type it half-width: {unicodedata.normalize('NFKC', found[0])}",
                piece=found[0],
            )


@rule(
    "RA210",
    ERROR,
    Topic.TEXT,
    zh=("一个词里只有一种字母", "混入的西里尔或希腊字母与拉丁字母长得一样，却是另一个词。"),
    en=(
        "A word is of one script",
        "A Cyrillic or Greek letter among Latin ones looks the same and makes another word.",
    ),
)
def a_word_is_of_one_script(draft: Draft) -> Iterator[Finding]:
    """Look-alike letters of other scripts inside Latin words."""
    for path, found in _texts_with(draft, letters.MIXED_SCRIPT, letters.LOOK_ALIKE):
        foreign = [c for c in "".join(found) if not c.isascii()]
        yield draft.finding(
            path,
            f"拉丁字母的词里混有 {shown(foreign)}",
            f"a Latin word contains {shown(foreign)}",
            "用键盘重新输入这个词。",
            "Type the word anew.",
            piece=found[0],
        )


@rule(
    "RA211",
    WARNING,
    Topic.TEXT,
    zh=("文字是 NFC 形式", "é 可以是一个字符，也可以是 e 加一个附加符号；统一成一个字符才能比较。"),
    en=(
        "Text is in NFC",
        "é can be one character or an e with a mark; only one form can be compared and found.",
    ),
    mends=True,
)
def text_is_composed(draft: Draft) -> Iterator[Finding]:
    """Unicode normalisation form C."""
    if not draft.odd or letters.composed(draft.document.text) == draft.document.text:
        return
    for path, scalar in draft.scalars.items():
        if (right := letters.composed(scalar.text)) != scalar.text:
            start, end = scalar.span
            decomposed = set(scalar.text) - set(right)
            yield draft.finding(
                path,
                f"不是 NFC 形式：{shown(sorted(decomposed))}",
                f"is not in NFC: {shown(sorted(decomposed))}",
                "运行 rsfm check --fix。",
                "Run rsfm check --fix.",
                edits=(Edit(start=start, end=end, text=letters.composed(draft.typed(scalar))),),
            )


@rule(
    "RA212",
    ERROR,
    Topic.TEXT,
    zh=("附加符号不堆叠", "一个字母上堆叠许多符号会盖住邻近的文字。"),
    en=("Marks are not piled up", "Many marks on one letter cover the text around it."),
)
def marks_are_not_piled_up(draft: Draft) -> Iterator[Finding]:
    """Three or more combining marks in a row."""
    for path, found in _texts_with(draft, letters.PILED, letters.MARK):
        yield draft.finding(
            path,
            f"附加符号堆叠：{shown(found[0])}",
            f"marks are piled up: {shown(found[0])}",
            "删去多余的符号。",
            "Delete the marks that do not belong there.",
        )
