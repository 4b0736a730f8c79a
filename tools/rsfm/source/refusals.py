"""What of YAML an entry may not have, and what is said of it."""

from __future__ import annotations

from typing import Any

import yaml

from rsfm.locales import Localized
from rsfm.problems import Place, Problem, visible
from rsfm.source.causes import bad_escape, conflict_in, likely_cause, unclosed_quote
from rsfm.source.encoding import Refused, error, place_at
from rsfm.source.nodes import Node, Scalar

COMPARE = Localized(zh="对照 papers/_example.yml 检查这个文件。", en="Compare the file with papers/_example.yml.")
_WRITE_OUT = Localized(
    zh="直接写出值；以 & * ! % 开头的文字要加引号。",
    en="Write the value out; text that begins with & * ! or % needs quotes.",
)
_NO_LINE = Localized(
    zh="删去以 % 开头的行和下面的“---”。", en="Delete the line that begins with % and the “---” below it."
)
_CLOSE_QUOTE = Localized(
    zh='在这段文字末尾补上同样的引号；双引号内的引号写成 \\"。',
    en='End the text with the same quote; within double quotes write \\" for a quote.',
)
_RESOLVE = Localized(
    zh="保留两种写法之一，删去 <<<<<<<、======= 和 >>>>>>> 三行。",
    en="Keep one of the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.",
)


def refused(code: str, place: Place, zh: str, en: str, hint: Localized) -> Refused:
    """Return what stops the reading of a file."""
    return Refused(error(code, place, Localized(zh=zh, en=en), hint))


def place_of(path: str, mark: Any) -> Place:
    """Return the place of a mark of the parser, which counts from 0; that of the file where there is no mark."""
    return Place(path=path, line=mark.line + 1, column=mark.column + 1) if mark else Place(path=path)


def syntax(path: str, text: str, fault: Exception) -> Refused:
    """Say what the parser stumbled over, and what probably caused it."""
    if conflict := conflict_in(text):
        zh, en = f"合并冲突没有解决：{conflict[0]}", f"a merge conflict is not resolved: {conflict[0]}"
        return refused("RA010", place_at(path, text, conflict.start()), zh, en, _RESOLVE)
    place, what = Place(path=path), str(fault)
    if isinstance(fault, yaml.MarkedYAMLError):
        # A line without a colon is noticed only where the next one begins.
        mark = fault.context_mark if fault.context == "while scanning a simple key" else fault.problem_mark
        place, what = place_of(path, mark or fault.context_mark), str(fault.problem)
    what = visible(what.partition("\n")[0])
    lines = text.split("\n")[: place.line]
    if quote := unclosed_quote(lines):
        place = Place(path, quote[0] + 1, quote[1] + 1)
        return refused("RA010", place, "引号没有成对", "the quote is not closed", _CLOSE_QUOTE)
    is_of_escape = "escape" in what or "hexdec" in what
    hint = (is_of_escape and bad_escape(lines[-1], place.column)) or likely_cause(lines[-2:])
    return refused("RA010", place, f"YAML 语法错误：{what}", f"YAML syntax: {what}", hint)


def clever(event: Any, path: str) -> Refused:
    """Anchors, aliases and tags have no place in an entry: each can hide or change a value."""
    if event.anchor:
        name = visible(event.anchor)
        code, zh, en = (
            ("RA012", f"别名 *{name}", f"the alias *{name}")
            if isinstance(event, yaml.AliasEvent)
            else ("RA012", f"锚点 &{name}", f"the anchor &{name}")
        )
    else:
        code, zh, en = "RA012", f"标签 {visible(event.tag)}", f"the tag {visible(event.tag)}"
    place = place_of(path, event.start_mark)
    return refused(code, place, f"条目中不能使用{zh}", f"{en} is not allowed in an entry", _WRITE_OUT)


def refuse_directives_and_second_documents(path: str, event: Any, documents: int) -> None:
    """Raise Refused where a document begins that has directives, or is not the first of ``documents``."""
    place = place_of(path, event.start_mark)
    if event.version or event.tags:
        raise refused("RA012", place, "条目中不能使用 YAML 指令", "a YAML directive is not allowed", _NO_LINE)
    if documents > 1:
        hint = Localized(zh="删去“---”：一个文件一个条目。", en="Delete the “---”: one entry per file.")
        raise refused("RA012", place, "文件里有不止一个 YAML 文档", "the file holds more than one document", hint)


def key_fault(node: Node, known: dict[str, Scalar]) -> Problem | None:
    """Return why ``node`` cannot be the name of a field beside the ``known`` ones."""
    if not isinstance(node, Scalar):
        return error(
            "RA010",
            node.place,
            Localized(zh="字段名必须是文字", en="a field name must be text"),
            Localized(zh="检查花括号、方括号和“?”。", en="Check braces, brackets and “?”."),
        )
    if node.plain and node.text == "<<":
        return error(
            "RA012",
            node.place,
            Localized(zh="条目中不能使用合并键 <<", en="the merge key << is not allowed in an entry"),
            Localized(zh="直接写出各个字段。", en="Write the fields out."),
        )
    if first := known.get(node.text):
        name = visible(node.text)
        return error(
            "RA021",
            node.place,
            Localized(
                zh=f"字段 {name} 重复，首次出现在第 {first.place.line} 行",
                en=f"the field {name} is there twice; first on line {first.place.line}",
            ),
            Localized(zh="只保留一个。", en="Keep one of the two."),
        )
    return None
