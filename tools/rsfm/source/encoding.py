"""Bytes become text, or a problem: size, encoding, tabs and control characters."""

from __future__ import annotations

import re

from rsfm.locales import Localized
from rsfm.problems import Place, Problem, Severity

SIZE_LIMIT = 64 * 1024
"""Largest accepted file in bytes; the longest real entry has about a third of it."""
BOM = b"\xef\xbb\xbf"

_INDENTING_TAB = re.compile(r"^ *\t", re.MULTILINE)
# U+0085, U+2028 and U+2029 end a line for YAML and for no editor: positions would be wrong after them.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)")

_CONTROL_BYTES = bytes({*range(0x20), 0x7F} - {0x09, 0x0A})
_CONTROL_STARTS = (b"\xc2", b"\xe2\x80\xa8", b"\xe2\x80\xa9", b"\xef\xbf")


class Refused(Exception):
    """Reading stops here; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def error(code: str, place: Place, message: Localized, hint: Localized) -> Problem:
    """Return an error that concerns the form of the file rather than one field."""
    return Problem(code=code, severity=Severity.ERROR, place=place, field="", message=message, hint=hint)


def place_at(path: str, text: str, offset: int) -> Place:
    """Return the line and column of ``offset`` in ``text``."""
    return Place(path=path, line=text.count("\n", 0, offset) + 1, column=offset - text.rfind("\n", 0, offset))


def to_text(path: str, data: bytes, problems: list[Problem], limit: int = SIZE_LIMIT) -> str:
    """Return ``data`` as text without byte order mark.

    Raises Refused where it is too long, not UTF-8, indented by tabs or holds control characters.
    """
    if len(data) > limit:
        raise Refused(
            error(
                "RA001",
                Place(path=path),
                Localized(
                    zh=f"文件超过上限 {limit:,} 字节",
                    en=f"the file is longer than the limit of {limit:,} bytes",
                ),
                Localized(zh="删去不属于条目的内容。", en="Take out whatever does not belong in an entry."),
            )
        )
    text = _decoded(path, data)
    if data.startswith(BOM):
        problems.append(
            Problem(
                code="RA005",
                severity=Severity.WARNING,
                place=Place(path=path),
                field="",
                message=Localized(
                    zh="文件以字节顺序标记 U+FEFF 开头", en="the file begins with the byte order mark U+FEFF"
                ),
                hint=Localized(
                    zh="另存为“UTF-8（无 BOM）”，或运行 rsfm check --fix。",
                    en="Save it as UTF-8 without BOM, or run rsfm check --fix.",
                ),
            )
        )
    if tab := b"\t" in data and _INDENTING_TAB.search(text):
        raise Refused(
            error(
                "RA010",
                place_at(path, text, tab.end() - 1),
                Localized(zh="用制表符缩进，YAML 不允许", en="a tab is used for indentation, which YAML forbids"),
                Localized(zh="改用空格缩进。", en="Indent with spaces."),
            )
        )
    if control := _may_hold_controls(data) and _CONTROL.search(text):
        if control[0] == "\r":
            raise Refused(
                error(
                    "RA002",
                    place_at(path, text, control.start()),
                    Localized(
                        zh="这一行以单独的 CR 结尾（旧 Mac 格式）",
                        en="the line ends in CR alone, as on old Macs",
                    ),
                    Localized(zh="在编辑器里把行尾改为 LF 后保存。", en="Save the file with LF line ends."),
                )
            )
        raise Refused(
            error(
                "RA002",
                place_at(path, text, control.start()),
                Localized(
                    zh=f"含有控制字符 U+{ord(control[0]):04X}",
                    en=f"contains the control character U+{ord(control[0]):04X}",
                ),
                Localized(
                    zh="删去该字符；若周围是乱码，从原文重新复制并存为 UTF-8。",
                    en="Delete it; if the text around it is garbled, copy that again and save it as UTF-8.",
                ),
            )
        )
    return text


def _may_hold_controls(data: bytes) -> bool:
    """Look at the bytes first, which is ten times as fast as looking at the characters."""
    return len(data.translate(None, _CONTROL_BYTES)) < len(data) or any(sign in data for sign in _CONTROL_STARTS)


def _decoded(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8").lstrip("\ufeff")  # some tools write the mark twice
    except UnicodeDecodeError as fault:
        byte = fault.object[fault.start]
        before = fault.object[: fault.start].decode("utf-8").lstrip("\ufeff")
    raise Refused(
        error(
            "RA002",
            place_at(path, before, len(before)),
            Localized(
                zh=f"不是 UTF-8：字节 0x{byte:02X} 无法解码", en=f"not UTF-8: byte 0x{byte:02X} cannot be decoded"
            ),
            Localized(zh="用编辑器把文件另存为 UTF-8。", en="Save the file as UTF-8 in your editor."),
        )
    )
