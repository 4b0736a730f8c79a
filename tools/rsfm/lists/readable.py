"""Whether a document can be read at all: not bytes of another character set, not text that was decoded with the wrong one."""

from __future__ import annotations

from rsfm.checks.letters import HAN, MOJIBAKE, is_garbled_chinese, rare_share, shown
from rsfm.locales import Localized

SIZE_LIMIT = 2 * 1024 * 1024
"""Largest document in bytes; the longest lists of the field have half of it."""
_SEVERAL = 3
_RARE = 0.3
_ENOUGH = 20


class UnreadableList(Exception):
    """The document is refused; ``why`` says so to people."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.why = Localized(zh=zh, en=en)


def readable(data: bytes) -> str:
    """Return the text of a document. Raises UnreadableList where it is too long, not UTF-8, binary or garbled."""
    if len(data) > SIZE_LIMIT:
        raise UnreadableList(f"文件超过 {SIZE_LIMIT:,} 字节", f"the file has more than {SIZE_LIMIT:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableList(
            f"第 {line} 行不是 UTF-8：用 UTF-8 另存后再试", f"line {line} is not UTF-8: save the file as UTF-8"
        ) from None
    if "\0" in text:
        raise UnreadableList("是二进制文件，不是文字", "it is a binary file, not text")
    found = list(MOJIBAKE.finditer(text))
    if len(found) >= _SEVERAL:
        line = text.count("\n", 0, found[0].start()) + 1
        codes = shown(found[0][0])
        raise UnreadableList(
            f"是乱码：UTF-8 文字被当作 Latin-1 或 Windows-125x 读过（{len(found)} 处，始于第 {line} 行：{codes}）；"
            "丢失的字节无法恢复，请找原文",
            f"it is garbled: UTF-8 that was read as Latin-1 or Windows-125x ({len(found)} places, from line {line}: {codes}); "
            "lost bytes cannot be restored, so find the original",
        )
    han, rare = rare_share(text)
    if han >= _ENOUGH and rare > _RARE and is_garbled_chinese("".join(HAN.findall(text))):
        raise UnreadableList(
            "是乱码：UTF-8 文字被当作 GBK 读过，请找原文",
            "it is garbled: UTF-8 that was read as GBK; find the original",
        )
    return text
