"""Answers about a mistake become the text of the existing entry with some fields changed."""

from __future__ import annotations

import re
from difflib import get_close_matches

from rsfm import ids
from rsfm.forms.answers import Answers
from rsfm.forms.drafting import FormDraft, value_of
from rsfm.forms.editing import items_in_full, with_value
from rsfm.forms.mistake import CORRECTIONS, SOMETHING_ELSE, correctable_fields
from rsfm.forms.questions import Complaint, complaint
from rsfm.identity import Identity
from rsfm.locales import Locale
from rsfm.problems import visible
from rsfm.source import Document, read
from rsfm.store import Library

_OF_A_LANGUAGE = re.compile(r"^ *(zh|en) *[:：] *(\S.*)$", re.MULTILINE | re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s]*/papers/([a-z0-9-]+)/?(?:[?#]\S*)?")


def corrected(answers: Answers) -> list[tuple[str, str]]:
    """Return each field that is to be corrected, or an empty text, with the id of the question for its value."""
    suffixes = ("", *(f"_{number}" for number in range(2, CORRECTIONS + 1)))
    return [(next(iter(answers.terms(f"field{suffix}")), ""), f"value{suffix}") for suffix in suffixes]


def draft_correction(answers: Answers, library: Library) -> FormDraft:
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
            if not {"remarks", name} & answers.texts.keys():
                complaints.append(complaint(answers.question("remarks"), *_NOTHING_SAID))
        elif fault := _cannot_change(answers, field, name.replace("value", "field"), name, changed):
            complaints.append(fault)
        elif field and document and name in answers.texts:
            two = _by_language(field, answers.texts[name])
            value = value_of(answers, name, correctable_fields()[field], library.taxonomy)
            # A form has no words for works that no entry is about: they stay.
            listed = items_in_full(document, field) if isinstance(value, list) else []
            kept = [item for item in listed if "entry" not in item]
            values = {field: [*value, *kept] if kept else value}
            if f"{field}.zh" in document.scalars and len(two) < len(Locale):
                complaints.append(complaint(answers.question(name), *_ONE_LANGUAGE))
            for path, value in (two if len(two) == len(Locale) else values).items():
                edited = with_value(read(document.path, text.encode()), path, value)
                for_a_person |= edited is None
                text = edited or text
            changed.append(field)
    if document and changed and text == document.text and not for_a_person:
        complaints.append(complaint(answers.question("value"), *_NOTHING_NEW))
    return FormDraft(
        paper_id=document.path.rpartition("/")[2].removesuffix(".yml") if document else "",
        text=text if document and text != document.text else "",
        before=document.text if document else "",
        changed=tuple(changed),
        complaints=tuple(complaints),
        for_a_person=for_a_person,
    )


def _cannot_change(answers: Answers, field: str, field_id: str, value_id: str, changed: list[str]) -> Complaint | None:
    faulty = {complaint.question.id for complaint in answers.complaints if complaint.question}
    name, words = field_id, ("没有选择字段", "no field is chosen", "选择要改的字段。", "Choose the field to change.")
    if field and field not in correctable_fields():
        near = get_close_matches(field[:80], correctable_fields(), n=1)
        words = (
            f"没有字段“{visible(field)}”",
            f"there is no field “{visible(field)}”",
            f"是否想写 {near[0]}？" if near else "从列表中选一个。",
            f"Did you mean {near[0]}?" if near else "Choose one of the list.",
        )
    elif field and field in changed:
        words = "同一字段改了两次", "this field is changed twice", "只保留一处。", "Keep one of the two."
    elif field and value_id not in answers.texts and value_id not in faulty:
        name = value_id
        words = (
            f"没有写 {field} 的正确内容",
            f"it does not say what {field} should be",
            "写出正确的内容；要删去这个字段，请选“其他”。",
            "Write it; to have the field removed, choose “something else”.",
        )
    elif field or value_id not in answers.texts or field_id in faulty:
        return None
    return complaint(answers.question(name), *words)


def _by_language(field: str, text: str) -> dict[str, str]:
    """Return the texts of a fact of the model that is told once for each language, by path."""
    if not field.startswith("model.") or correctable_fields()[field].kind is not str:
        return {}
    return {f"{field}.{found[1].lower()}": found[2].strip() for found in _OF_A_LANGUAGE.finditer(text)}


_ONE_LANGUAGE = (
    "这个字段有中文和英文两段文字",
    "this field has a Chinese and an English text",
    "写两行：zh: … 和 en: …。",
    "Write two lines: zh: … and en: …",
)
_NOTHING_SAID = "没有说明哪里不对", "it does not say what is wrong", "在这里写明。", "Say it here."
_NOTHING_NEW = "条目里已经是这样", "the entry already says so", "写出不同的内容。", "Write what should be different."


def _named(answers: Answers, library: Library) -> Document | Complaint | None:
    """Return the entry that people mean: its address, its paper_id, its name, its title or its arXiv id."""
    wanted = answers.texts.get("paper", "")
    if not wanted:
        return None
    files = {file.document.path.rpartition("/")[2].removesuffix(".yml"): file for file in library.files}
    files = {paper_id: file for paper_id, file in files.items() if ids.is_paper_id(paper_id)}
    address = _ADDRESS.fullmatch(wanted)
    key = (address[1] if address else wanted).casefold()
    told = Identity(arxiv_id=ids.arxiv_id_of(wanted) or "", titles=(wanted,))
    named = (file for paper_id, file in files.items() if key in (paper_id, str(file.values.get("name", "")).casefold()))
    same = (file for file, sign, _ in library.known_papers().find(told) if sign.is_certain and file in files.values())
    for file in (*named, *same):
        return file.document
    near = get_close_matches(key[: ids.PAPER_ID_LIMIT], files, n=3)
    return complaint(
        answers.question("paper"),
        f"图谱里没有“{visible(wanted)}”",
        f"the atlas has no “{visible(wanted)}”",
        f"是否指 {'、'.join(near)}？" if near else "复制论文页面的网址。",
        f"Did you mean {', '.join(near)}?" if near else "Copy the address of the paper's page.",
    )
