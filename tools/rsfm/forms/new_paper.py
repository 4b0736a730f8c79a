"""What is asked about a new paper: those fields of the register that say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from rsfm import model
from rsfm.adding.drafting import typed_at
from rsfm.forms.questions import BETWEEN, NOTHING, AnswerKind, Question
from rsfm.locales import Localized
from rsfm.model import Entry, Taxonomy
from rsfm.model.choices import choice_text
from rsfm.model.register import EACH, Field, leaves, shape_of

_IDS = {
    "arxiv_id": "arxiv",
    "venue.name": "venue",
    "venue.year": "year",
    "venue.state": "state",
    "venue.kind": "venue_kind",
    "links.paper": "paper_page",
    "variants.*.backbone.vision": "backbone",
    "prose.origin": "origin",
}
"""Questions whose id is not the last step of their field: ids stand in addresses that people have kept."""
_LAST = ("prose.one_line.zh", "prose.one_line.en", "prose.origin")
_SENTENCE = "prose.one_line."
_REQUIRED = {"name", "title", "family", "kinds", "year"}
_ABOUT = {
    "venue_kind": Localized(
        zh="CVPR、IEEE TGRS 等常见出处不必选。",
        en="Not needed for well-known venues, such as CVPR and IEEE TGRS.",
    ),
    "authors": Localized(zh="每行一人。", en="One per line."),
}
_SENTENCE_LABELS = {
    "zh": Localized(zh="一句话要点（中文）", en="The point in one sentence, in Chinese"),
    "en": Localized(zh="一句话要点（英文）", en="The point in one sentence, in English"),
}
_ORIGIN_LABEL = Localized(zh="一句话要点由谁撰写", en="Who wrote that sentence")


def asked_fields() -> dict[str, Field]:
    """Return the fields that the form asks for, by path, in the order of the questions."""
    known = leaves(Entry)
    asked = {path: field for path, field in known.items() if field.uses.asked and not path.startswith("defaults.")}
    return asked | {path: known[path] for path in _LAST}


def about_a_paper(taxonomy: Taxonomy) -> list[Question]:
    """Return the questions, in the order in which they are asked."""
    return [_question(path, field, taxonomy) for path, field in asked_fields().items()]


def _question(path: str, field: Field, taxonomy: Taxonomy) -> Question:
    last = path.rpartition(".")[2]
    name = _IDS.get(path) or (f"one_line_{last}" if path.startswith(_SENTENCE) else last)
    kind, options = _answered_by(path, field, taxonomy)
    uses = field.uses
    in_words = kind in (AnswerKind.LINE, AnswerKind.TEXT) and not uses.example[:1].isdigit()
    label = _SENTENCE_LABELS[last] if path.startswith(_SENTENCE) else uses.label
    return Question(
        id=name,
        label=_ORIGIN_LABEL if path == "prose.origin" else label,
        about=_ABOUT.get(name) or (uses.help if in_words else NOTHING),
        kind=kind,
        field=typed_at(path),
        required=name in _REQUIRED,
        options=options,
        example=uses.example,
    )


def _answered_by(path: str, field: Field, taxonomy: Taxonomy) -> tuple[AnswerKind, tuple[str, ...]]:
    shape, inner = shape_of(field.kind)
    several = shape == "list"
    if EACH in path:
        return AnswerKind.LINE, ()
    if field.terms:
        return (AnswerKind.CHOICES if several else AnswerKind.CHOICE), _terms(taxonomy[field.terms])
    if path == "prose.origin":
        return AnswerKind.CHOICE, _choices((model.Origin.PERSON, model.Origin.MODEL_REVIEWED))
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return (AnswerKind.CHOICES if several else AnswerKind.CHOICE), _choices(inner)
    return (AnswerKind.TEXT if several or path.startswith(_SENTENCE) else AnswerKind.LINE), ()


def _choices(members: Iterable[StrEnum]) -> tuple[str, ...]:
    texts = ((member, choice_text(member)) for member in members)
    return tuple(f"{member}{BETWEEN}{text.zh}{BETWEEN}{text.en}" for member, text in texts)


def _terms(terms: Mapping[Any, model.Term]) -> tuple[str, ...]:
    # GitHub joins several answers with a comma and a blank, so no option may hold that.
    return tuple(
        f"{name}{BETWEEN}{term.label.zh}{BETWEEN}{term.label.en}".replace(", ", " / ") for name, term in terms.items()
    )
