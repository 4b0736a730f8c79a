"""What the two issue forms ask: each question with its id, words in both languages and the field it fills."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, get_args, get_origin

from rsfm import model
from rsfm.export.field_texts import FIELD_TEXTS, field_text
from rsfm.locales import Locale, Localized
from rsfm.model import Entry, Taxonomy
from rsfm.store.decode import fields_of

BETWEEN = " · "
"""Stands between an identifier and its labels in an option, and between the languages of a heading."""
SOMETHING_ELSE = "other"
"""The option of a correction that no field names."""
LANGUAGES = ("中文", "English")
CORRECTIONS = 3
NOTHING = Localized()
"""How many fields one form corrects."""


class Kind(StrEnum):
    """How a question is answered."""

    LINE = "input"
    TEXT = "textarea"
    CHOICE = "dropdown"
    CHOICES = "dropdown, several"
    CONSENT = "checkboxes"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of a form."""

    id: str
    """Name in addresses that fill the form in: ``…&paper=geochat``. Never changed."""
    label: Localized
    about: Localized = NOTHING
    kind: Kind = Kind.LINE
    field: str = ""
    """The field of the entry that the answer fills; empty where it fills none by itself."""
    required: bool = False
    options: tuple[str, ...] = ()
    example: str = ""

    @property
    def heading(self) -> str:
        """The label as GitHub writes it above the answer."""
        return f"{self.label.zh}{BETWEEN}{self.label.en}"


@dataclass(frozen=True, kw_only=True)
class Form:
    """One issue form."""

    name: str
    """Name of the file without ending; also the ``template`` of addresses."""
    title: Localized
    about: Localized
    label: str
    """The label that issues of this form carry."""
    questions: tuple[Question, ...]


ADD, CORRECT = "add_paper", "correct_paper"


def forms_of(taxonomy: Taxonomy) -> dict[str, Form]:
    """Return both forms by name, their options from ``taxonomy`` and from the model."""
    adding = Form(
        name=ADD,
        title=Localized(zh="添加论文", en="Add a paper"),
        about=Localized(
            zh="两分钟，不需要 git；机器人会立即回复。", en="Two minutes, without git; a robot replies at once."
        ),
        label="add-paper",
        questions=(_language(), *_about_a_paper(taxonomy), _remarks(), _consent()),
    )
    correcting = Form(
        name=CORRECT,
        title=Localized(zh="更正论文", en="Correct a paper"),
        about=Localized(zh="指出哪里不对，应该是什么。", en="Say what is wrong, and what it should be."),
        label="correct-paper",
        questions=(_language(), *_about_a_mistake(), _remarks(), _consent()),
    )
    return {form.name: form for form in (adding, correcting)}


def _language() -> Question:
    return Question(
        id="language",
        label=Localized(zh="回复语言", en="Language of the reply"),
        kind=Kind.CHOICE,
        options=LANGUAGES,
    )


def _remarks() -> Question:
    return Question(
        id="remarks",
        label=Localized(zh="来源与备注", en="Sources and remarks"),
        about=Localized(zh="给整理者看，不进入条目。", en="For the curators; not a part of the entry."),
        kind=Kind.TEXT,
    )


def _consent() -> Question:
    return Question(
        id="consent",
        label=Localized(zh="授权", en="Licence"),
        kind=Kind.CONSENT,
        required=True,
        options=(
            "以上内容有据可查，我同意以 CC BY 4.0 提供 · "
            "These statements can be checked, and I give them under CC BY 4.0",
        ),
    )


_ROWS: tuple[tuple[str, str, str, Kind, str, str], ...] = (
    ("name", "名称", "Name", Kind.LINE, "name", "RemoteCLIP"),
    ("title", "标题", "Title", Kind.LINE, "title", ""),
    ("arxiv", "arXiv 编号", "arXiv id", Kind.LINE, "arxiv_id", "2306.11029"),
    ("doi", "DOI", "Digital object identifier", Kind.LINE, "doi", "10.1109/TGRS.2024.3390838"),
    ("family", "类别", "Family", Kind.CHOICE, "family", ""),
    ("kinds", "论文提出了什么", "What the paper presents", Kind.CHOICES, "kinds", ""),
    ("venue", "会议或期刊", "Venue", Kind.LINE, "venue.name", "IEEE TGRS"),
    ("year", "年份", "Year", Kind.LINE, "venue.year", "2024"),
    ("state", "进展", "State", Kind.CHOICE, "venue.state", ""),
    ("authors", "作者，每行一人", "Authors, one per line", Kind.TEXT, "authors", ""),
    ("paper_page", "出版社页面", "Publisher's page", Kind.LINE, "links.paper", "https://"),
    ("code", "代码", "Code", Kind.TEXT, "links.code", "https://github.com/…"),
    ("weights", "权重", "Weights", Kind.TEXT, "links.weights", "https://huggingface.co/…"),
    ("project", "项目主页", "Project page", Kind.TEXT, "links.project", "https://"),
    ("dataset", "数据集", "Data set", Kind.TEXT, "links.dataset", "https://"),
    ("modalities", "模态", "Modalities", Kind.CHOICES, "model.modalities", ""),
    ("tasks", "任务", "Tasks", Kind.CHOICES, "model.tasks", ""),
    ("methods", "预训练方法", "Pre-training methods", Kind.CHOICES, "model.methods", ""),
    ("backbone", "骨干网络", "Backbone", Kind.LINE, "model.backbone", "ViT-L/16"),
    ("one_line_zh", "一句话要点（中文）", "The point in one sentence, in Chinese", Kind.TEXT, "prose.one_line.zh", ""),
    ("one_line_en", "一句话要点（英文）", "The point in one sentence, in English", Kind.TEXT, "prose.one_line.en", ""),
    ("origin", "一句话要点由谁撰写", "Who wrote that sentence", Kind.CHOICE, "prose.origin", ""),
)
_REQUIRED = {"name", "title", "family", "kinds", "year"}


def _about_a_paper(taxonomy: Taxonomy) -> list[Question]:
    choices = {
        "family": _terms(taxonomy.family),
        "kinds": _terms(taxonomy.kind),
        "modalities": _terms(taxonomy.modality),
        "tasks": _terms(taxonomy.task),
        "methods": _terms(taxonomy.method),
        "state": tuple(model.VenueState),
        "origin": (model.Origin.PERSON, model.Origin.MODEL_REVIEWED),
    }
    return [
        Question(
            id=name,
            label=Localized(zh=zh, en=en),
            about=field_text(field) if kind in (Kind.LINE, Kind.TEXT) and not example[:1].isdigit() else NOTHING,
            kind=kind,
            field=field,
            required=name in _REQUIRED,
            options=choices.get(name, ()),
            example=example,
        )
        for name, zh, en, kind, field, example in _ROWS
    ]


def _about_a_mistake() -> list[Question]:
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


def _terms(terms: dict[str, model.Term]) -> tuple[str, ...]:
    # GitHub joins several answers with a comma and a blank, so no option may hold that.
    return tuple(
        f"{name}{BETWEEN}{term.label.zh}{BETWEEN}{term.label.en}".replace(", ", " / ") for name, term in terms.items()
    )


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
