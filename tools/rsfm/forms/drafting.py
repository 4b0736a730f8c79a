"""Answers become the text of an entry: a new one here, a corrected one in ``correction``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, get_origin

from rsfm import ids, model
from rsfm.adding.drafting import put, typed_at
from rsfm.checks.letters import HAN
from rsfm.export.json_schema import REFERENCE
from rsfm.forms.answers import Answers
from rsfm.forms.mistake import correctable_fields
from rsfm.forms.new_paper import asked_fields
from rsfm.forms.questions import AnswerKind, Complaint, complaint
from rsfm.model.register import Field
from rsfm.model.venues import kind_of
from rsfm.store import Library
from rsfm.store.hints import term_called
from rsfm.store.new_entry import entry_text
from rsfm.store.scalars import SCALARS

UNNAMED = "unnamed-paper"
"""Stands for the paper_id where the answers give none."""


@dataclass(frozen=True, kw_only=True)
class FormDraft:
    """An entry as the answers have it."""

    paper_id: str = ""
    """Empty where it cannot be known."""
    text: str = ""
    """Empty where nothing can be made of the answers."""
    before: str = ""
    """The existing entry's text; empty for a new entry."""
    changed: tuple[str, ...] = ()
    """The fields that an existing entry gets anew; empty for a new entry."""
    complaints: tuple[Complaint, ...] = ()
    for_a_person: bool = False
    """Whether the author asks for something that no field holds."""


def draft_new(answers: Answers, library: Library, today: date) -> FormDraft:
    """Return the new entry that ``answers`` describe."""
    values: dict[str, Any] = {"added": today, "verified": today}
    kinds = correctable_fields() | {typed_at(path): field for path, field in asked_fields().items()}
    for question in answers.form.questions:
        if question.field and question.id in answers.texts:
            put(values, question.field, value_of(answers, question.id, kinds[question.field], library.taxonomy))
    venue = values.setdefault("venue", {})
    venue.setdefault("name", "arXiv")
    venue.setdefault("state", "preprint" if venue["name"] == "arXiv" else "published")
    if venue["state"] != model.VenueState.PREPRINT:
        venue.setdefault("kind", kind_of(venue["name"]))
    for what in ("code", "weights"):
        if what in values.get("links", {}):
            values[what] = {"state": "open"}
    if "one_line" in values.get("prose", {}):
        values["prose"].setdefault("origin", "person")
    else:
        values.pop("prose", None)
    name = answers.texts.get("name", "")
    paper_id = ids.paper_id_from(name)
    wrong: tuple[str, str, str, str] | None = None
    if name and (not paper_id or HAN.search(name)):
        wrong = (
            "由这个名称得不到网址",
            "no address can be made of this name",
            "写论文里的拉丁字母简称，例如 SkySense。",
            "Write the short Latin name the paper uses, such as SkySense.",
        )
    elif f"{paper_id}.yml" in {file.document.path.rpartition("/")[2] for file in library.files}:
        wrong = (
            f"图谱里已有 {paper_id}",
            f"the atlas already has {paper_id}",
            "若是同一篇论文，请用“更正论文”表单；若是同名的另一篇，名称里加以区分。",
            "If it is the same paper, use the form for corrections; if not, make the name tell them apart.",
        )
    if wrong or not name:
        # The other answers are still judged, under a name that nothing has.
        paper_id = UNNAMED
    complaints = (complaint(answers.question("name"), *wrong),) if wrong else ()
    return FormDraft(paper_id=paper_id, text=entry_text(values, [REFERENCE]), complaints=complaints)


def value_of(answers: Answers, name: str, field: Field, taxonomy: model.Taxonomy) -> Any:
    """Return an answer as the field wants it; what cannot be read stays text, and the rules say what is wrong."""
    question = answers.question(name)
    kind = field.kind
    terms: Mapping[Any, model.Term] = taxonomy.get(field.terms, {})
    if question.kind in (AnswerKind.CHOICE, AnswerKind.CHOICES) and not name.startswith("value"):
        chosen = [_single(term, _inner(kind), terms) for term in answers.terms(name)]
        return chosen if get_origin(kind) is tuple else "".join(chosen[:1])
    if get_origin(kind) is tuple:
        inner = _inner(kind)
        parts = (part for line in answers.lines(name) for part in _parts(line, inner, field.terms))
        return [_single(part, inner, terms) for part in parts]
    if kind is not str or terms:
        return _single(" ".join(answers.texts[name].split()), kind, terms)
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", answers.texts[name]))
    return "\n\n".join(paragraphs)


def _inner(kind: Any) -> Any:
    return kind.__args__[0] if get_origin(kind) is tuple else kind


_LISTED = re.compile(r"[,，、;；]")
_BETWEEN = {str: re.compile(r"[、；;]"), model.Url: re.compile(r"[、，；\s]+|[,;](?=https?://|\s|$)")}
"""What stands between the items of a list on one line: a comma may be a part of a name or of an address."""


def _parts(line: str, inner: Any, terms: str) -> list[str]:
    between = _LISTED if terms else _BETWEEN.get(inner, _LISTED)
    parts = [part.strip() for part in between.split(line) if part.strip()]
    if inner is model.Url and not all(ids.is_public_https(ids.url_of(part) or part) for part in parts):
        # Words among addresses must not be taken for addresses, nor lost.
        return [line]
    return parts


def _single(text: str, kind: Any, terms: Mapping[Any, model.Term]) -> Any:
    """Return the one right reading of ``text``; whoever fills in a form need not know how entries are typed."""
    if terms:
        return term_called(text, terms) or text
    if kind is not str:
        text = unicodedata.normalize("NFKC", text)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return text.casefold()
    if kind is model.Year and (year := re.fullmatch(r"(\d{4}) ?年?", text, re.ASCII)):
        return int(year[1])
    if kind in (model.Whole, model.Quantity) and text.isdecimal() and not text.startswith("0"):
        return int(text)  # typed without quotes
    return (SCALARS[kind].right(text) if kind in SCALARS else None) or text
