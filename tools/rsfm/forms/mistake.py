"""What is asked about a mistake in an entry, and which fields may be corrected."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from types import GenericAlias

from rsfm.forms.questions import BETWEEN, AnswerKind, Question
from rsfm.locales import Locale, Localized
from rsfm.model import Entry
from rsfm.model.paths import kind_at
from rsfm.model.register import EACH, Field, fields_of, leaves, shape_of, short_form, table_form

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
        *(f"{path}{BETWEEN}{_brief(path, field)}" for path, field in correctable_fields().items()),
        f"{SOMETHING_ELSE}{BETWEEN}其他，写在备注里{BETWEEN}something else (see the remarks)",
    )
    for number in range(1, CORRECTIONS + 1):
        suffix, zh, en = ("", "", "") if number == 1 else (f"_{number}", f"（{number}）", f", {number}")
        questions += [
            Question(
                id=f"field{suffix}",
                label=Localized(zh=f"要改的字段{zh}", en=f"Field to change{en}"),
                kind=AnswerKind.CHOICE,
                required=number == 1,
                options=options,
            ),
            Question(
                id=f"value{suffix}",
                label=Localized(zh=f"正确的内容{zh}", en=f"What it should say{en}"),
                about=Localized(zh="有多项时每行一项。", en="One per line where there are several."),
                kind=AnswerKind.TEXT,
            ),
        ]
    return questions


def _brief(path: str, field: Field) -> str:
    """Return what a field is for in a few words of each language."""
    parent, _, last = path.rpartition(".")
    in_a_language = last in tuple(Locale)
    # A text of one language says only which it is; what the two are for is said above them.
    words = (_field_at(parent) if in_a_language else field).uses.help
    briefs = (_FIRST_CLAUSE.split(text or "")[0] for text in (words.zh, words.en))
    return BETWEEN.join(f"{brief} ({last})" if in_a_language else brief for brief in briefs)


def _field_at(path: str) -> Field:
    above, _, name = path.rpartition(".")
    return fields_of(kind_at(above.split(".")) if above else Entry)[name]


_FIRST_CLAUSE = re.compile(r"[，。；：]|[.,;:](?!\w)")
_FOR_CURATORS = ("paper_id", "added", "verified", "defaults.")


@cache
def correctable_fields() -> dict[str, Field]:
    """Return every single value or list of values that a reader may correct, by dotted path.

    What stands in lists and tables, such as variants and results, has no path that a form could offer, unless each of
    them may be typed as one value, such as relations.
    """
    found: dict[str, Field] = {}
    for path, field in leaves(Entry).items():
        above = path.rpartition(".")[0]
        if path.startswith(_FOR_CURATORS) or (path.endswith(".origin") and path != "prose.origin") or above in found:
            continue
        if EACH in path:
            if listed := _typed_as_one_value(path, field):
                found[path.partition(f".{EACH}")[0]] = listed
        elif shape_of(field.kind)[0] == "group" and field.kind is not Localized:
            if table_form(field.kind):
                # One fact to readers, whichever way it is typed.
                found[path] = replace(field, kind=fields_of(field.kind)[short_form(field.kind)].kind)
        elif field.kind is Localized and path.startswith("model."):
            found[path] = replace(field, kind=str)
        elif field.kind is Localized:
            found |= {f"{path}.{locale}": replace(field, kind=str) for locale in Locale}
        else:
            found[path] = field
    return found


def _typed_as_one_value(path: str, field: Field) -> Field | None:
    """Return the list that ``path`` lies in, where each of its groups may be typed as the one value at ``path``."""
    parent, _, last = path.partition(f".{EACH}.")
    if not last:
        return None
    listed = _field_at(parent)
    shape, inner = shape_of(listed.kind)
    typed_so = shape == "list" and short_form(inner) == last
    return replace(listed, kind=GenericAlias(tuple, (field.kind, ...))) if typed_so else None
