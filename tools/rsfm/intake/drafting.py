"""Answers become the text of an entry: a new one, or an existing one with some fields changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any, get_origin

from rsfm import ids, model
from rsfm.export.json_schema import REFERENCE
from rsfm.intake.answers import Answers, Complaint
from rsfm.intake.editing import with_value
from rsfm.intake.questions import CORRECTIONS, SOMETHING_ELSE, Kind, Question, correctable_fields
from rsfm.locales import Localized
from rsfm.problems import visible
from rsfm.source import Document, read
from rsfm.store import Library
from rsfm.store.new_entry import entry_text
from rsfm.store.scalars import SCALARS

UNNAMED = "unnamed-paper"
"""Stands for the paper_id where the answers give none."""
_ADDRESS = re.compile(r"https?://[^\s]*/papers/([a-z0-9-]+)/?(?:[?#]\S*)?")


@dataclass(frozen=True, kw_only=True)
class Draft:
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


def question_of(answers: Answers, name: str) -> Question:
    """Return the question called ``name``."""
    return next(question for question in answers.form.questions if question.id == name)


def draft_new(answers: Answers, library: Library, today: date) -> Draft:
    """Return the new entry that ``answers`` describe."""
    values: dict[str, Any] = {"added": today, "verified": today}
    kinds = correctable_fields()
    for question in answers.form.questions:
        if question.field and question.id in answers.texts:
            _put(values, question.field.split("."), _value(answers, question.id, kinds[question.field]))
    venue = values.setdefault("venue", {})
    venue.setdefault("name", "arXiv")
    venue.setdefault("state", "preprint" if venue["name"] == "arXiv" else "published")
    for what in ("code", "weights"):
        if what in values.get("links", {}):
            values[what] = {"state": "open"}
    if "one_line" in values.get("prose", {}):
        values["prose"].setdefault("origin", "person")
    else:
        values.pop("prose", None)
    name = answers.texts.get("name", "")
    paper_id = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    complaints: tuple[Complaint, ...] = ()
    if name and not (name.isascii() and ids.is_paper_id(paper_id)):
        message = Localized(zh="由这个名称得不到网址", en="no address can be made of this name")
        hint = Localized(
            zh="写论文里的拉丁字母简称，例如 SkySense。",
            en="Write the short Latin name the paper uses, such as SkySense.",
        )
        complaints = (Complaint(question=question_of(answers, "name"), message=message, hint=hint),)
    elif f"{paper_id}.yml" in {file.document.path.rpartition("/")[2] for file in library.files}:
        message = Localized(zh=f"图谱里已有 {paper_id}", en=f"the atlas already has {paper_id}")
        hint = Localized(
            zh="若是同一篇论文，请用“更正论文”表单；若是同名的另一篇，名称里加以区分。",
            en="If it is the same paper, use the form for corrections; if not, make the name tell them apart.",
        )
        complaints = (Complaint(question=question_of(answers, "name"), message=message, hint=hint),)
    if complaints or not name:
        # The other answers are still judged, under a name that nothing has.
        paper_id = UNNAMED
    return Draft(paper_id=paper_id, text=entry_text(values, [REFERENCE]), complaints=complaints)


def _put(values: dict[str, Any], steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        values = values.setdefault(step, {})
    values[steps[-1]] = value


def _value(answers: Answers, name: str, kind: Any) -> Any:
    """Return an answer as the field wants it; what cannot be read stays text, and the rules say what is wrong."""
    question = question_of(answers, name)
    if question.kind in (Kind.CHOICE, Kind.CHOICES) and not name.startswith("value"):
        terms = answers.terms(name)
        return terms if get_origin(kind) is tuple else terms[0]
    if get_origin(kind) is tuple:
        lines = answers.lines(name)
        (inner,) = kind.__args__[:1]
        if inner in (model.KindTerm, model.ModalityTerm, model.TaskTerm, model.MethodTerm, model.Metres):
            lines = [part.strip() for line in lines for part in re.split(r"[,，、;；]", line) if part.strip()]
        return [_single(line, inner) for line in lines]
    return _single(" ".join(answers.texts[name].split()), kind)


def _single(text: str, kind: Any) -> Any:
    if kind is int and text.isdecimal() and text.isascii():
        return int(text)
    if kind is model.Metres and re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII):
        return float(text) if "." in text else int(text)
    # An id with version or address in front has one right reading; whoever fills in a form need not know it.
    return (SCALARS[kind].right(text) if kind in SCALARS else None) or text


def corrected(answers: Answers) -> list[tuple[str, str]]:
    """Return each field that is to be corrected, or an empty text, with the id of the question for its value."""
    suffixes = ("", *(f"_{number}" for number in range(2, CORRECTIONS + 1)))
    return [(next(iter(answers.terms(f"field{suffix}")), ""), f"value{suffix}") for suffix in suffixes]


def draft_correction(answers: Answers, library: Library) -> Draft:
    """Return the existing entry that ``answers`` name, with the fields changed that they correct."""
    found = _named(answers, library)
    complaints = [found] if isinstance(found, Complaint) else []
    document = found if isinstance(found, Document) else None
    text = document.text if document else ""
    changed: list[str] = []
    for_a_person = False
    for field, name in corrected(answers):
        if field == SOMETHING_ELSE:
            for_a_person = True
        elif fault := _cannot_change(answers, field, name.replace("value", "field"), name, changed):
            complaints.append(fault)
        elif field and document and name in answers.texts:
            value = _value(answers, name, correctable_fields()[field])
            edited = with_value(read(document.path, text.encode()), field, value)
            for_a_person |= edited is None
            text = edited or text
            changed.append(field)
    if document and changed and text == document.text and not for_a_person:
        complaints.append(_nothing_new(answers))
    return Draft(
        paper_id=document.path.rpartition("/")[2].removesuffix(".yml") if document else "",
        text=text if document and text != document.text else "",
        before=document.text if document else "",
        changed=tuple(changed),
        complaints=tuple(complaints),
        for_a_person=for_a_person,
    )


def _cannot_change(answers: Answers, field: str, field_id: str, value_id: str, changed: list[str]) -> Complaint | None:
    def complaint(name: str, zh: str, en: str, do_zh: str, do_en: str) -> Complaint:
        return Complaint(
            question=question_of(answers, name), message=Localized(zh=zh, en=en), hint=Localized(zh=do_zh, en=do_en)
        )

    if field and field not in correctable_fields():
        near = get_close_matches(field[:80], correctable_fields(), n=1)
        return complaint(
            field_id,
            f"没有字段“{visible(field)}”",
            f"there is no field “{visible(field)}”",
            f"是否想写 {near[0]}？" if near else "从列表中选一个。",
            f"Did you mean {near[0]}?" if near else "Choose one of the list.",
        )
    if field and field in changed:
        return complaint(
            field_id, "同一字段改了两次", "this field is changed twice", "只保留一处。", "Keep one of the two."
        )
    faulty = {complaint.question.id for complaint in answers.complaints if complaint.question}
    if field and value_id not in answers.texts and value_id not in faulty:
        return complaint(
            value_id,
            f"没有写 {field} 的正确内容",
            f"it does not say what {field} should be",
            "写出正确的内容；要删去这个字段，请选“其他”。",
            "Write it; to have the field removed, choose “something else”.",
        )
    if not field and value_id in answers.texts and field_id not in faulty:
        return complaint(
            field_id, "没有选择字段", "no field is chosen", "选择要改的字段。", "Choose the field to change."
        )
    return None


def _nothing_new(answers: Answers) -> Complaint:
    return Complaint(
        question=question_of(answers, "value"),
        message=Localized(zh="条目里已经是这样", en="the entry already says so"),
        hint=Localized(zh="写出不同的内容。", en="Write what should be different."),
    )


def _named(answers: Answers, library: Library) -> Document | Complaint | None:
    """Return the entry that people mean: its address, its paper_id, its name or its arXiv id."""
    wanted = answers.texts.get("paper", "")
    if not wanted:
        return None
    files = {file.document.path.rpartition("/")[2].removesuffix(".yml"): file for file in library.files}
    address = _ADDRESS.fullmatch(wanted)
    key = (address[1] if address else wanted).casefold()
    arxiv_id = ids.arxiv_id_of(wanted)
    for paper_id, file in files.items():
        names = {paper_id, str(file.values.get("name", "")).casefold()}
        if ids.is_paper_id(paper_id) and (key in names or (arxiv_id and file.values.get("arxiv_id") == arxiv_id)):
            return file.document
    near = get_close_matches(key[: ids.PAPER_ID_LIMIT], files, n=3)
    return Complaint(
        question=question_of(answers, "paper"),
        message=Localized(zh=f"图谱里没有“{visible(wanted)}”", en=f"the atlas has no “{visible(wanted)}”"),
        hint=Localized(
            zh=f"是否指 {'、'.join(near)}？" if near else "复制论文页面的网址。",
            en=f"Did you mean {', '.join(near)}?" if near else "Copy the address of the paper's page.",
        ),
    )
