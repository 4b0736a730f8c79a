"""What a question of a form is: its id, its words in both languages, how it is answered and the field it fills."""

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
    label: str
    """The label that issues of this form carry."""
    questions: tuple[Question, ...]
