"""How text looks that was decoded in the wrong encoding."""

from __future__ import annotations

import re

from rsfm.checks.letters import HAN, LEVEL_1, MOJIBAKE, composed, is_garbled_chinese, rare_share

_BOXES = re.compile(r"[^\W\d_]?[\u2500-\u259f]{2,}[^\W\d_]?|[^\W\d_][\u2500-\u259f]|[\u2500-\u259f][^\W\d_]")
"""Lines of boxes among letters: what DOS code pages and KOI8-R have where UTF-8 has its second bytes."""

_DEBRIS = re.compile(r"锟斤拷|烫{3}|屯{3}")
"""What a replacement character and memory never written to look like as GBK."""

_WESTERN = re.compile(r"[\x80-\u024f\u2500-\u259f]")
"""What at least one character of such text is; most Chinese and English text has none, and is done with."""

_QUESTION = re.compile(r"[A-Za-z]\?[a-z]|\?{4,}")
"""A question mark inside a word, where a letter was lost."""

_CODE_PAGES = ("cp437", "cp850", "cp866", "koi8_r", "cp1251", "mac_roman")

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

_ODD_CASE = re.compile(r"[^\W\d_А-ЯЁ][А-ЯЁЃЄЅІЇЈЉЊЋЌЎЏ]|[а-яёА-ЯЁ][µ·°±¶¤¬»«¦][а-яёА-ЯЁ]")
"""What no Cyrillic word has: a capital after a small letter, or a sign between letters."""

_ENOUGH_HAN = 4

_RARE = 0.3
"""Share of rare characters above which Chinese text was garbled in every one of 20,000 trials."""

_EVERYDAY = 0.8


def garbled_piece(text: str, *, is_a_name: bool = False) -> str:
    """Return the piece of ``text`` that shows a wrong decoding, or an empty text; a person's name has no question mark."""
    lost = re.search(r"\?", text) if is_a_name else _QUESTION.search(text) if "://" not in text else None
    if lost:
        return lost[0]
    if text.isascii():
        return ""
    text = composed(text)  # as it will be once it is mended, or mending would bring a new error to light
    if found := _DEBRIS.search(text) or (_WESTERN.search(text) and (MOJIBAKE.search(text) or _BOXES.search(text))):
        return found[0]
    count, rare = rare_share(text)
    if count >= _ENOUGH_HAN and rare > _RARE and is_garbled_chinese(text):
        return "".join(c for c in text if c not in LEVEL_1 and not c.isascii())
    return "" if count else _chinese_behind(text)


def _chinese_behind(text: str) -> str:
    """Return the characters beyond ASCII of a text without Chinese that turns into everyday Chinese, read aright."""
    odd = "".join(c for c in text if not c.isascii())
    if len(odd) < _ENOUGH_HAN:
        return ""
    for page in _CODE_PAGES:
        back = HAN.findall(text.encode(page, "ignore").decode("utf-8", "ignore"))
        if len(back) > 1 and len(back) * 4 >= len(odd) and sum(c in LEVEL_1 for c in back) * 2 > len(back):
            return odd
    if len(_CYRILLIC.findall(text)) >= _ENOUGH_HAN and len(_ODD_CASE.findall(text)) > 1:
        back = HAN.findall(odd.encode("cp1251", "ignore").decode("gbk", "ignore"))
        if len(back) >= _ENOUGH_HAN and sum(c in LEVEL_1 for c in back) >= _EVERYDAY * len(back):
            return odd
    return ""
