"""Which characters are ordinary here, and the classes of those that are not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def _level_1() -> str:
    """The 3,755 everyday characters of simplified Chinese: rows 16 to 55 of GB 2312."""
    pairs = bytes(byte for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    return pairs.decode("gb2312", errors="ignore")


LEVEL_1 = frozenset(_level_1())
"""Everyday Chinese characters: other ones are rare in real text and common in garbled text."""
_OF_MEMORY = frozenset("烫屯")
"""Memory never written to, read as GBK, is full of these two."""
ODD = re.compile("[^\\x00-\\x7f，。；：？！（）《》、“”‘’…—–·×" + "".join(sorted(LEVEL_1 - _OF_MEMORY)) + "]")
"""A character that ordinary text here does not have: the first and only look at most files."""
HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
"""A Chinese character."""

BIDI = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of their neighbours."""
INVISIBLE = re.compile(
    r"[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0d"
    r"\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U000e0fff]|(?<![\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200d\ufe0e\ufe0f]"
)
"""Characters that show as nothing; a joiner or selector after an emoji is part of the emoji."""
BLANK = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""White space other than the ordinary blank."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
"""Control characters; a file cannot hold one raw, but an escape in double quotes can."""
_GAPS = "".join(char for char in map(chr, range(0x378, 0x3000)) if unicodedata.category(char) == "Cn")
"""Places of the older alphabets and signs that no character has; later ones are still being filled."""
UNASSIGNED = re.compile(rf"[\ue000-\uf8ff\U000f0000-\U0010ffff\ufdd0-\ufdef\ufffe\uffff{_GAPS}]")
"""Characters without a meaning that others share."""
COMPATIBLE = re.compile(
    r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\ufb00-\ufb06\uff65-\uff9f\uf900-\ufaff\U0001d400-\U0001d7ff"
    r"\u24b6-\u24e9\u249c-\u24b5\U0001f110-\U0001f189\u2f00-\u2fdf\u2e80-\u2eff\u02b0-\u02b8\u1d2c-\u1d6a"
    r"\u2160-\u217f\u3200-\u339f\u33a7-\u33ff]"
)
"""Full-width letters and digits, ligatures, mathematical letters, Roman numerals, squared units: other ways to write ordinary characters."""
FULL_WIDTH_MARKS = re.compile(r"[，。；：？！（）【】《》「」『』、～＃＆＊＋－／＝＠＜＞｜＿％＂＇]")
"""Punctuation that belongs into Chinese text only."""
_LOOK_ALIKES = "[\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧιουρν\u13a0-\u13ff\ua4d0-\ua4ff\u0531-\u0587]"
LOOK_ALIKE = re.compile(_LOOK_ALIKES)
"""A letter of another script that looks like a Latin one."""
MIXED_SCRIPT = re.compile(f"[A-Za-z]{_LOOK_ALIKES}|{_LOOK_ALIKES}[A-Za-z]")
"""A Latin letter beside a look-alike."""
_MARKS = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
MARK = re.compile(_MARKS)
"""A mark that stands on the letter before it."""
PILED = re.compile(_MARKS + "{3,}")
"""Marks piled on one letter."""

_REST = "[\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
MOJIBAKE = re.compile(
    f"(?:[ÂÃÄÅ]{_REST})|(?:[ÎÏÐÑĞ]{_REST}){{2,}}|[à-ï](?!\\xa0[»:;!?]){_REST}{{2}}|[ðğ][Ÿ\\x9f]|ï»¿|â€"
    "|[a-z]Â(?![^\\W\\d_])"
    "|(?:[à-ï](?:[\\x80-\\x9f¡-§©-¬®-¶¸-º¼-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]).{0,2}){2,}"
)
"""UTF-8 read as Latin-1, Windows-1252 or Windows-1254."""


def shown(chars: Iterable[str], limit: int = 5) -> str:
    """Return the code points of ``chars`` with their names, never the characters themselves."""
    different = list(dict.fromkeys(chars))
    names = [f"U+{ord(c):04X} {unicodedata.name(c, '')}".rstrip() for c in different[:limit]]
    return ", ".join(names) + (", …" if len(different) > limit else "")


def composed(text: str) -> str:
    """Return ``text`` in NFC. Piled marks stay as they are: sorting thousands of them takes minutes."""
    return text if PILED.search(text) else unicodedata.normalize("NFC", text)


def may_compose(char: str) -> bool:
    """Say whether text with ``char`` in it may be written in fewer characters: marks, parts of Hangul, old forms."""
    return bool(unicodedata.combining(char)) or "\u1100" <= char <= "\u11ff" or composed(char) != char


def is_garbled_chinese(text: str) -> bool:
    """Say whether ``text`` is UTF-8 that was read as GBK: written back as GBK it turns into everyday Chinese."""
    back = HAN.findall(text.encode("gb18030", "ignore").decode("utf-8", "ignore"))
    return len(back) * 3 >= len(text) and sum(c in LEVEL_1 for c in back) > 0.5 * len(back)


def rare_share(text: str) -> tuple[int, float]:
    """Return the number of Chinese characters in ``text`` and the share of those that everyday text does not have."""
    han = HAN.findall(text)
    return len(han), 1 - sum(map(LEVEL_1.__contains__, han)) / len(han) if han else 0.0


def unsimplified_share(text: str) -> tuple[int, float]:
    """Return the number of Chinese characters in ``text`` and the share of those that GB 2312 does not have."""
    han = "".join(HAN.findall(text))
    return len(han), 1 - len(han.encode("gb2312", "ignore")) / (2 * len(han)) if han else 0.0
