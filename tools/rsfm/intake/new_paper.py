"""What is asked about a new paper."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from rsfm import model
from rsfm.export.choice_texts import choice_text
from rsfm.export.field_texts import field_text
from rsfm.intake.questions import BETWEEN, NOTHING, Kind, Question
from rsfm.locales import Localized
from rsfm.model import Taxonomy

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
    ("venue_kind", "期刊还是会议", "Journal or conference", Kind.CHOICE, "venue.kind", ""),
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

_ABOUT = {
    "venue_kind": Localized(
        zh="CVPR、IEEE TGRS 等常见出处不必选。",
        en="Not needed for well-known venues, such as CVPR and IEEE TGRS.",
    )
}


def about_a_paper(taxonomy: Taxonomy) -> list[Question]:
    """Return the questions, in the order in which they are asked."""
    choices = {
        "family": _terms(taxonomy.family),
        "kinds": _terms(taxonomy.kind),
        "modalities": _terms(taxonomy.modality),
        "tasks": _terms(taxonomy.task),
        "methods": _terms(taxonomy.method),
        "state": _choices(model.VenueState),
        "venue_kind": _choices(model.VenueKind),
        "origin": _choices((model.Origin.PERSON, model.Origin.MODEL_REVIEWED)),
    }
    return [
        Question(
            id=name,
            label=Localized(zh=zh, en=en),
            about=_ABOUT.get(name)
            or (field_text(field) if kind in (Kind.LINE, Kind.TEXT) and not example[:1].isdigit() else NOTHING),
            kind=kind,
            field=field,
            required=name in _REQUIRED,
            options=choices.get(name, ()),
            example=example,
        )
        for name, zh, en, kind, field, example in _ROWS
    ]


def _choices(members: Iterable[StrEnum]) -> tuple[str, ...]:
    texts = ((member, choice_text(member)) for member in members)
    return tuple(f"{member}{BETWEEN}{text.zh}{BETWEEN}{text.en}" for member, text in texts)


def _terms(terms: dict[str, model.Term]) -> tuple[str, ...]:
    # GitHub joins several answers with a comma and a blank, so no option may hold that.
    return tuple(
        f"{name}{BETWEEN}{term.label.zh}{BETWEEN}{term.label.en}".replace(", ", " / ") for name, term in terms.items()
    )
