"""What each choice means where a field has a few fixed ones, in both languages, for people who fill it in."""

from __future__ import annotations

from enum import StrEnum

from rsfm.locales import Localized
from rsfm.model import Availability, Origin, Scope, VenueKind, VenueState

_ROWS: tuple[tuple[StrEnum, str, str], ...] = (
    (Scope.REMOTE_SENSING, "关于遥感", "about remote sensing"),
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
    (Origin.PERSON, "由人撰写", "written by a person"),
    (Origin.MODEL_REVIEWED, "由语言模型起草，经人审阅", "drafted by a language model and reviewed by a person"),
    (Origin.MODEL_UNREVIEWED, "由语言模型起草，尚未经人审阅", "drafted by a language model and not yet reviewed"),
)
_TEXTS = {(type(choice), choice): Localized(zh=zh, en=en) for choice, zh, en in _ROWS}


def choice_text(choice: StrEnum) -> Localized:
    """Return what ``choice`` means. Raises KeyError where nobody has written it."""
    return _TEXTS[type(choice), choice]
