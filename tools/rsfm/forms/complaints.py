"""What may be wrong with the answers to a form, apart from what the rules say of an entry."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.forms.questions import NOTHING, Question
from rsfm.locales import Localized


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """What is wrong with an answer."""

    question: Question | None
    """``None`` where it concerns the issue as a whole."""
    message: Localized
    hint: Localized = NOTHING
    serious: bool = True
    """Whether it must be mended before anything happens."""


def unanswered(question: Question, *, is_there: bool) -> Complaint:
    """A question that must be answered is not; ``is_there`` says whether its heading is."""
    if not is_there:
        line = f"### {question.heading}"
        return Complaint(
            question=question,
            message=Localized(zh="没有这个标题，因而没有回答", en="its heading is missing, and so is the answer"),
            hint=Localized(zh=f"补上这一行，在它下面写：{line}", en=f"Add this line and write below it: {line}"),
        )
    return Complaint(
        question=question,
        message=Localized(zh="没有回答", en="this is not answered"),
        hint=Localized(
            zh=f"编辑 issue，写在标题“{question.heading}”下面。",
            en=f"Edit the issue and write below the heading “{question.heading}”.",
        ),
    )


def unticked(question: Question) -> Complaint:
    """The licence is not given."""
    return Complaint(
        question=question,
        message=Localized(zh="没有勾选", en="the box is not ticked"),
        hint=Localized(zh="没有授权就不能收入图谱。", en="Without it nothing can go into the atlas."),
    )


def twice(question: Question) -> Complaint:
    """Nobody knows which of two answers counts."""
    return Complaint(
        question=question,
        message=Localized(zh="标题出现了两次", en="the heading is there twice"),
        hint=Localized(zh="只保留一个。", en="Keep one of the two."),
    )


def two_forms() -> Complaint:
    """One issue is about one paper, or one correction."""
    return Complaint(
        question=None,
        message=Localized(zh="这里有两份表单", en="there are two forms in here"),
        hint=Localized(
            zh="只保留一份，另一份写在新的 issue 里。", en="Keep one of them, and open another issue for the other."
        ),
    )
