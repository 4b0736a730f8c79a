"""What is asked about a mistake in an entry, and which fields may be corrected."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, get_args, get_origin

from rsfm.export.field_texts import FIELD_TEXTS, field_text
from rsfm.intake.questions import BETWEEN, Kind, Question
from rsfm.locales import Locale, Localized
from rsfm.model import Entry
from rsfm.store.shapes import fields_of

SOMETHING_ELSE = "other"
"""The option of a correction that no field names."""
CORRECTIONS = 3
"""How many fields one form corrects."""


def about_a_mistake() -> list[Question]:
    """Return the questions, in the order in which they are asked."""
    questions = [
        Question(
            id="paper",
            label=Localized(zh="论文", en="Paper"),
            about=Localized(
                zh="图谱里的网址，或网址中的条目名。",
                en="The address of its page in the atlas, or the last part of it.",
            ),
            required=True,
            example="remoteclip",
        )
    ]
    options = (
        *(f"{field}{BETWEEN}{_brief(field)}" for field in correctable_fields()),
        f"{SOMETHING_ELSE}{BETWEEN}其他，写在备注里{BETWEEN}something else (see the remarks)",
    )
    for number in range(1, CORRECTIONS + 1):
        suffix, zh, en = ("", "", "") if number == 1 else (f"_{number}", f"（{number}）", f", {number}")
        questions += [
            Question(
                id=f"field{suffix}",
                label=Localized(zh=f"要改的字段{zh}", en=f"Field to change{en}"),
                kind=Kind.CHOICE,
                required=number == 1,
                options=options,
            ),
            Question(
                id=f"value{suffix}",
                label=Localized(zh=f"正确的内容{zh}", en=f"What it should say{en}"),
                about=Localized(zh="有多项时每行一项。", en="One per line where there are several."),
                kind=Kind.TEXT,
            ),
        ]
    return questions


def _brief(field: str) -> str:
    """Return what a field is for in a few words of each language."""
    parent, _, last = field.rpartition(".")
    text = field_text(field if field in FIELD_TEXTS else parent)
    briefs = (_FIRST_CLAUSE.split(words or "")[0] for words in (text.zh, text.en))
    return BETWEEN.join(f"{brief} ({last})" if last in tuple(Locale) else brief for brief in briefs)


_FIRST_CLAUSE = re.compile(r"[，。；：]|[.,;:](?!\w)")
_FOR_CURATORS = {"paper_id", "added", "verified"}


def correctable_fields() -> dict[str, Any]:
    """Return the type of every single value or list of values that a reader may correct, by dotted path."""
    found: dict[str, Any] = {}
    groups: list[tuple[str, Any]] = [("", Entry)]
    while groups:
        path, group = groups.pop(0)
        for name, (kind, _) in fields_of(group).items():
            here = f"{path}.{name}" if path else name
            inner = get_args(kind)[0] if get_origin(kind) is tuple else kind
            if name in _FOR_CURATORS or (name == "origin" and path != "prose"):
                continue
            if kind is Localized and path == "model":
                found[here] = str
            elif dataclasses.is_dataclass(inner):
                if inner is kind:
                    groups.append((here, kind))
            else:
                found[here] = kind
    return found
