"""What each choice means where a field has a few fixed ones, in both languages, for people who fill it in."""

from __future__ import annotations

from enum import StrEnum

from rsfm.locales import Localized
from rsfm.model.words import (
    Availability,
    Better,
    ChangeKind,
    CodePart,
    CommercialUse,
    DataRole,
    EventKind,
    Origin,
    ResultOrigin,
    Scope,
    VenueKind,
    VenueState,
)

_ROWS: tuple[tuple[StrEnum, str, str], ...] = (
    (Scope.REMOTE_SENSING, "关于遥感", "about remote sensing"),
    (Scope.PLANETARY, "关于其他行星", "about other planets"),
    (Scope.GENERAL, "不是关于遥感，但本领域以它为基础", "not about remote sensing, but the field builds on it"),
    (VenueState.PREPRINT, "预印本", "preprint"),
    (VenueState.ACCEPTED, "已录用", "accepted"),
    (VenueState.PUBLISHED, "已发表", "published"),
    (VenueKind.JOURNAL, "期刊", "journal"),
    (VenueKind.CONFERENCE, "会议", "conference"),
    (Availability.OPEN, "读者今天就能得到", "readers can have it today"),
    (Availability.ANNOUNCED, "宣布过，还没有公开", "announced, and not out yet"),
    (Availability.NONE, "找过，没有", "looked for, and not there"),
    (Availability.UNKNOWN, "还没有查明", "nobody has looked yet"),
    (
        Availability.NOT_APPLICABLE,
        "没有这样的东西，例如智能体没有自己的权重",
        "there is no such thing, as with an agent's weights",
    ),
    (CodePart.INFERENCE, "推理", "inference"),
    (CodePart.FINE_TUNING, "微调", "fine-tuning"),
    (CodePart.TRAINING, "训练", "training"),
    (CodePart.DATA, "数据处理", "data preparation"),
    (DataRole.INTRODUCED, "本文提出", "introduced here"),
    (DataRole.PRETRAINING, "预训练", "pre-training"),
    (DataRole.INSTRUCTION_TUNING, "指令微调", "instruction tuning"),
    (DataRole.FINE_TUNING, "微调", "fine-tuning"),
    (DataRole.EVALUATION, "评测", "evaluation"),
    (DataRole.PRODUCT, "产品", "product"),
    (EventKind.ANNOUNCED, "宣布", "announced"),
    (EventKind.ACCEPTED, "录用", "accepted"),
    (EventKind.CODE_RELEASED, "公开代码", "code released"),
    (EventKind.WEIGHTS_RELEASED, "公开权重", "weights released"),
    (EventKind.WEIGHTS_UPDATED, "更新权重", "weights updated"),
    (EventKind.DATA_RELEASED, "公开数据", "data released"),
    (EventKind.LICENCE_CHANGED, "更改许可证", "licence changed"),
    (EventKind.VERSION, "新版本", "new version"),
    (EventKind.RENAMED, "更名", "renamed"),
    (EventKind.WITHDRAWN, "撤回", "withdrawn"),
    (EventKind.RETRACTED, "撤稿", "retracted"),
    (ChangeKind.LOADED, "目录载入", "catalog loaded"),
    (ChangeKind.ADDED, "新收录", "added"),
    (ChangeKind.REMOVED, "移出目录", "removed"),
    (ChangeKind.RESULT_ADDED, "新增结果", "results added"),
    (ChangeKind.PUBLISHED, "正式发表", "published"),
    (ChangeKind.CORRECTED, "更正", "corrected"),
    (ChangeKind.CHANGED, "补充", "completed"),
    (ResultOrigin.OWN, "作者自测", "measured by the authors"),
    (ResultOrigin.COPIED, "引自别处", "copied from elsewhere"),
    (ResultOrigin.RERUN, "第三方重测", "rerun by a third party"),
    (Better.HIGHER, "越高越好", "higher is better"),
    (Better.LOWER, "越低越好", "lower is better"),
    (CommercialUse.YES, "可商用", "commercial use allowed"),
    (CommercialUse.NO, "不可商用", "no commercial use"),
    (CommercialUse.ASK, "商用有条件", "commercial use has conditions"),
    (CommercialUse.UNKNOWN, "能否商用未知", "commercial use unknown"),
    (Origin.PERSON, "由人撰写", "written by a person"),
    (Origin.MODEL_REVIEWED, "由语言模型起草，经人审阅", "drafted by a language model and reviewed by a person"),
    (Origin.MODEL_UNREVIEWED, "由语言模型起草，尚未经人审阅", "drafted by a language model and not yet reviewed"),
)
_TEXTS = {(type(choice), choice): Localized(zh=zh, en=en) for choice, zh, en in _ROWS}


def choice_text(choice: StrEnum) -> Localized:
    """Return what ``choice`` means. Raises KeyError where nobody has written it."""
    return _TEXTS[type(choice), choice]
