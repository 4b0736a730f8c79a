"""The two issue forms: which questions they ask."""

from __future__ import annotations

from rsfm.forms.mistake import about_a_mistake
from rsfm.forms.new_paper import about_a_paper
from rsfm.forms.questions import LANGUAGES, AnswerKind, Form, Question
from rsfm.locales import Localized
from rsfm.model import Taxonomy

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
        questions=(_language(), *about_a_paper(taxonomy), _remarks(), _consent()),
    )
    correcting = Form(
        name=CORRECT,
        title=Localized(zh="更正论文", en="Correct a paper"),
        about=Localized(zh="指出哪里不对，应该是什么。", en="Say what is wrong, and what it should be."),
        label="correct-paper",
        questions=(_language(), *about_a_mistake(), _remarks(), _consent()),
    )
    return {form.name: form for form in (adding, correcting)}


def _language() -> Question:
    return Question(
        id="language",
        label=Localized(zh="回复语言", en="Language of the reply"),
        kind=AnswerKind.CHOICE,
        options=LANGUAGES,
    )


def _remarks() -> Question:
    return Question(
        id="remarks",
        label=Localized(zh="来源与备注", en="Sources and remarks"),
        about=Localized(zh="给整理者看，不进入条目。", en="For the curators; not a part of the entry."),
        kind=AnswerKind.TEXT,
    )


def _consent() -> Question:
    return Question(
        id="consent",
        label=Localized(zh="授权", en="Licence"),
        kind=AnswerKind.CONSENT,
        required=True,
        options=(
            "以上内容有据可查，我同意以 CC BY 4.0 提供 · "
            "These statements can be checked, and I give them under CC BY 4.0",
        ),
    )
