"""The two issue forms: which questions they ask."""

from __future__ import annotations

from rsfm.forms.mistake import about_a_mistake
from rsfm.forms.new_paper import about_a_paper
from rsfm.forms.questions import LANGUAGES, AnswerKind, Form, Question
from rsfm.locales import Localized
from rsfm.model import Taxonomy

ADD, CORRECT = "add_paper", "correct_paper"


_LANGUAGE = Question(
    id="language",
    label=Localized(zh="回复语言", en="Language of the reply"),
    kind=AnswerKind.CHOICE,
    options=LANGUAGES,
)
_REMARKS = Question(
    id="remarks",
    label=Localized(zh="来源与备注", en="Sources and remarks"),
    about=Localized(zh="给整理者看，不进入条目。", en="For the curators; not a part of the entry."),
    kind=AnswerKind.TEXT,
)
_CONSENT = Question(
    id="consent",
    label=Localized(zh="授权", en="Licence"),
    kind=AnswerKind.CONSENT,
    required=True,
    options=(
        "以上内容有据可查，我同意以 CC BY 4.0 提供 · These statements can be checked, and I give them under CC BY 4.0",
    ),
)


def forms_of(taxonomy: Taxonomy) -> dict[str, Form]:
    """Return both forms by name, their options from ``taxonomy`` and from the model."""
    adding = Form(
        name=ADD,
        title=Localized(zh="添加论文", en="Add a paper"),
        about=Localized(
            zh="两分钟，不需要 git；机器人会立即回复。", en="Two minutes, without git; a robot replies at once."
        ),
        advice=Localized(
            zh="只写确知的内容，其余留空：图谱不猜测。论文在 arXiv 上时不必写作者。修改这个 issue，机器人会重新检查。",
            en="Write what you know and leave the rest: the atlas never guesses. Authors are not needed where the paper "
            "is on arXiv. Edit the issue afterwards, and it is looked at again.",
        ),
        label="add-paper",
        questions=(_LANGUAGE, *about_a_paper(taxonomy), _REMARKS, _CONSENT),
    )
    correcting = Form(
        name=CORRECT,
        title=Localized(zh="更正论文", en="Correct a paper"),
        about=Localized(zh="指出哪里不对，应该是什么。", en="Say what is wrong, and what it should be."),
        advice=Localized(
            zh="选字段，写正确的内容。修改这个 issue，机器人会重新检查。",
            en="Choose a field and write what it should say. Edit the issue afterwards, and it is looked at again.",
        ),
        label="correct-paper",
        questions=(_LANGUAGE, *about_a_mistake(), _REMARKS, _CONSENT),
    )
    return {form.name: form for form in (adding, correcting)}
