"""What a question of a form is, how it is answered and the field it fills; and what may be wrong with an answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rsfm.locales import Localized

BETWEEN = " · "
"""Stands between an identifier and its labels in an option, and between the languages of a heading."""
LANGUAGES = ("中文", "English")
"""The languages of a reply."""
NOTHING = Localized()


class AnswerKind(StrEnum):
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
    kind: AnswerKind = AnswerKind.LINE
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
    advice: Localized
    """What stands above the questions."""
    label: str
    """The label that issues of this form carry."""
    questions: tuple[Question, ...]


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """What is wrong with an answer."""

    question: Question | None
    """``None`` where it concerns the issue as a whole."""
    message: Localized
    hint: Localized
    serious: bool = True
    """Whether it must be mended before anything happens."""


def complaint(
    question: Question | None, zh: str, en: str, do_zh: str, do_en: str, *, serious: bool = True
) -> Complaint:
    """Return what is wrong with an answer and what to do, in both languages."""
    message, hint = Localized(zh=zh, en=en), Localized(zh=do_zh, en=do_en)
    return Complaint(question=question, message=message, hint=hint, serious=serious)
