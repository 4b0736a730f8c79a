"""What is said of a value that cannot be read, and how much of that for one file."""

from __future__ import annotations

from typing import Any

from rsfm.locales import Localized
from rsfm.model.register import homes_of
from rsfm.problems import Edit, Place, Problem, Severity, visible
from rsfm.source import Document, Mapping, Node, Sequence
from rsfm.store.hints import which_field

PROBLEM_LIMIT = 100
"""After so many problems of one file the rest of it is not read: one cause has many consequences."""


MOVED = {
    path: Localized(zh=f"写成 {text}，参见 papers/_example.yml。", en=f"Write {text}; see papers/_example.yml.")
    for path, text in {
        "model.backbone": "variants: {vit-l: {backbone: vit-l-16, source: repo#README.md:L40}}",
        "model.parameters": "variants: {vit-l: {parameters: 303M, source: paper#abstract}}",
        "model.ground_sampling_distance": "model: {gsd: 0.5-10}",
        "model.pretraining_data": "data: [{name: RS5M, role: pre-training, count: {image-text-pairs: 5M}}]",
    }.items()
}
"""Fields of the first form of entries, with what is written for them now."""


class NoValue(Exception):
    """A value could not be had; its problem has been noted."""


class Enough(Exception):
    """The limit of problems is reached."""


class Faults:
    """The problems of one document that is to become a ``kind``."""

    def __init__(self, document: Document, kind: Any) -> None:
        self.document = document
        self.kind = kind
        self.problems: list[Problem] = []

    def note(
        self, code: str, node: Node | None, path: str, message: Localized, hint: Localized, edits: tuple[Edit, ...] = ()
    ) -> NoValue:
        """Note a problem and return the exception that gives up the value.

        Raises Enough where the file has too many.
        """
        place = node.place if node else self.document.place(path)
        path = self.document.as_typed(path)
        if len(self.problems) >= PROBLEM_LIMIT:
            code = "RA114"
            message = Localized(
                zh=f"问题超过 {PROBLEM_LIMIT} 个，其余不再列出",
                en=f"more than {PROBLEM_LIMIT} problems; the rest is not listed",
            )
            hint = Localized(zh="先改正上面的问题。", en="Mend those above first.")
            edits = ()
        problem = Problem(
            code=code, severity=Severity.ERROR, place=place, field=path, message=message, hint=hint, edits=edits
        )
        self.problems.append(problem)
        if code == "RA114":
            raise Enough
        return NoValue()

    def no_text(self, node: Node, path: str) -> NoValue:
        """Note a list or a group of fields where a text belongs."""
        shape = ("一个列表", "a list") if isinstance(node, Sequence) else ("一组字段", "a group of fields")
        message = Localized(zh=f"这里应是一段文字，却是{shape[0]}", en=f"text is expected here, not {shape[1]}")
        hint = Localized(
            zh="写成“字段: 文字”；含有“: ”的文字要加引号。",
            en="Write “field: text”; text that contains “: ” needs quotes.",
        )
        return self.note("RA103", node, path, message, hint)

    def empty(self, node: Node, path: str) -> NoValue:
        """Note a value that is not there."""
        message = Localized(zh="值是空的", en="the value is empty")
        return self.note("RA104", node, path, message, Localized(zh="填写这一字段。", en="Fill it in."))

    def no_fields(self, node: Node, path: str) -> NoValue:
        """Note anything else where a group of fields belongs."""
        message = Localized(zh="这里应是一组“字段: 值”", en="“field: value” lines are expected here")
        hint = Localized(
            zh="换行缩进后写各字段，参见 papers/_example.yml。", en="Indent the fields below; see _example.yml."
        )
        return self.note("RA103", node, path, message, hint)

    def unknown_field(self, name: str, node: Mapping, path: str, fields: list[str]) -> NoValue:
        """Note a name that is none of ``fields``."""
        shown = visible(name)
        here = f"{path}.{shown}" if path else shown
        if moved := MOVED.get(here):
            message = Localized(zh="这是旧写法的字段", en="this is a field of the first form of entries")
            return self.note("RA129", node.keys[name], here, message, moved)
        if name.isdecimal():
            return self.bare_number(node.keys[name], here)
        message = Localized(zh="没有这个字段", en="there is no such field")
        hint = which_field(name, fields, homes_of(self.kind))
        return self.note("RA101", node.keys[name], here, message, hint)

    def bare_number(self, key: Node, path: str) -> NoValue:
        """Note a name that is only digits: what braces make of a number with commas."""
        message = Localized(zh="字段名只有数字", en="a field's name is a bare number")
        hint = Localized(
            zh='花括号里含逗号的数字要加引号：{count: "2,585"}。',
            en='Inside braces a number with commas needs quotes: {count: "2,585"}.',
        )
        return self.note("RA101", key, path, message, hint)

    def missing_field(self, name: str, node: Node | None, path: str) -> NoValue:
        """Note that the required field ``name`` is not there."""
        message = Localized(zh="缺少必填字段", en="this required field is missing")
        hint = Localized(
            zh=f"加上一行“{name}: …”，写法见 papers/_example.yml。", en=f"Add “{name}: …”; _example.yml shows how."
        )
        return self.note("RA102", node, f"{path}.{name}" if path else name, message, hint)


def is_not(text: str, what: Localized) -> Localized:
    """Return the message that ``text`` is not ``what`` belongs there."""
    return Localized(zh=f"“{visible(text)}”不是{what.zh}", en=f"“{visible(text)}” is not {what.en}")


_IT = Localized(zh="文件", en="the file")


def unreadable(shown: str, error: Exception, hint: Localized, what: Localized = _IT) -> Problem:
    """Return the problem that a file of a tool, called ``what``, is not as the tool wrote it."""
    why = visible((error.strerror if isinstance(error, OSError) else None) or str(error), 200)
    message = Localized(zh=f"{what.zh}无法读取：{why}", en=f"{what.en} cannot be read: {why}")
    return Problem(code="RA030", severity=Severity.ERROR, place=Place(path=shown), field="", message=message, hint=hint)
