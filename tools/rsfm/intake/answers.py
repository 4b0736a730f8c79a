"""The Markdown body of an issue, as GitHub makes it from a form, becomes answers; nothing in it is believed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rsfm.checks.letters import HAN
from rsfm.intake.questions import BETWEEN, LANGUAGES, NOTHING, Form, Kind, Question
from rsfm.locales import Locale, Localized
from rsfm.problems import visible

LONGEST = 4000
"""Characters of an answer."""
_NO_ANSWER = "_No response_"
_FENCED = re.compile(r"(`{3,}|~{3,})[^\n`]*\n(.*?)\n?\1", re.DOTALL)
_MARKUP = re.compile(r"</?[A-Za-z!][^\n]*?>|<!--|!?\[[^\]\n]*\]\(")
_INVISIBLE = re.compile(r"[^\S\n ]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """What is wrong with an answer."""

    question: Question | None
    """``None`` where it concerns the issue as a whole."""
    message: Localized
    hint: Localized = NOTHING
    serious: bool = True
    """Whether it must be mended before anything happens."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What somebody answered to one form."""

    form: Form
    texts: dict[str, str]
    """Text by id of the question; unanswered ones are absent."""
    complaints: tuple[Complaint, ...]

    def terms(self, question_id: str) -> list[str]:
        """Return the identifiers chosen where one or several options can be."""
        text = self.texts.get(question_id, "")
        return [part.split(BETWEEN)[0].strip() for part in re.split(r",\s|\n", text) if part.strip(" ,")]

    def lines(self, question_id: str) -> list[str]:
        """Return the lines of an answer, without the marks of a list."""
        lines = (re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", line) for line in self.texts.get(question_id, "").split("\n"))
        return [line.strip() for line in lines if line.strip()]


def read_answers(body: str, forms: Mapping[str, Form]) -> Answers | None:
    """Return the answers in ``body``, or ``None`` where it answers neither form."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    headings = {line.removeprefix("### ").strip() for line in lines if line.startswith("### ")}
    form = max(forms.values(), key=lambda form: len(headings & _own(form, forms)))
    if not headings & _own(form, forms):
        return None
    return _read(lines, form)


def _own(form: Form, forms: Mapping[str, Form]) -> set[str]:
    others = {question.heading for other in forms.values() if other is not form for question in other.questions}
    return {question.heading for question in form.questions} - others


def _read(lines: list[str], form: Form) -> Answers:
    by_heading = {question.heading: question for question in form.questions}
    parts: dict[str, list[list[str]]] = {}
    current: list[str] = []
    for line in lines:
        question = by_heading.get(line.removeprefix("### ").strip()) if line.startswith("### ") else None
        if question:
            current = []
            parts.setdefault(question.id, []).append(current)
        else:
            current.append(line)
    texts: dict[str, str] = {}
    complaints: list[Complaint] = []
    for question in form.questions:
        found = parts.get(question.id, [])
        text = _plain("\n".join(found[0])) if found else ""
        if len(found) > 1:
            complaints.append(_twice(question))
        fault = _fault(question, text)
        if fault:
            complaints.append(fault)
        elif text:
            texts[question.id] = text
    return Answers(form=form, texts=texts, complaints=tuple(complaints))


def _plain(text: str) -> str:
    text = text.strip()
    if len(text) <= LONGEST and (fenced := _FENCED.fullmatch(text)) and fenced[1] not in fenced[2]:
        text = fenced[2].strip()
    return "" if text == _NO_ANSWER else text


def _fault(question: Question, text: str) -> Complaint | None:
    if question.kind is Kind.CONSENT:
        agreed = re.search(r"^- \[[xX]\]", text, re.MULTILINE)
        return None if agreed else _unticked(question)
    if not text:
        return _unanswered(question) if question.required else None
    if len(text) > LONGEST:
        return Complaint(
            question=question,
            message=Localized(
                zh=f"回答有 {len(text):,} 个字符，上限是 {LONGEST:,}",
                en=f"the answer has {len(text):,} characters; the limit is {LONGEST:,}",
            ),
            hint=Localized(zh="只写这一项的内容。", en="Write what belongs here and nothing else."),
        )
    if question.id == "remarks":
        return None
    if found := _INVISIBLE.search(text):
        return Complaint(
            question=question,
            message=Localized(
                zh=f"含有看不见的字符 {visible(found[0])}", en=f"it holds the invisible character {visible(found[0])}"
            ),
            hint=Localized(zh="手工重新输入这一项。", en="Type it again by hand."),
        )
    if found := _MARKUP.search(text):
        return Complaint(
            question=question,
            message=Localized(
                zh=f"含有 HTML 或 Markdown 标记：{visible(found[0])}",
                en=f"it holds HTML or Markdown markup: {visible(found[0])}",
            ),
            hint=Localized(zh="只写文字和网址。", en="Write plain text and bare addresses."),
        )
    if question.kind is Kind.LINE and "\n" in text:
        return Complaint(
            question=question,
            message=Localized(zh="应当只有一行", en="this must be a single line"),
            hint=Localized(zh="删去其余的行。", en="Delete the other lines."),
        )
    return None


def _unanswered(question: Question) -> Complaint:
    return Complaint(
        question=question,
        message=Localized(zh="没有回答", en="this is not answered"),
        hint=Localized(
            zh=f"编辑 issue，写在标题“{question.heading}”下面。",
            en=f"Edit the issue and write below the heading “{question.heading}”.",
        ),
    )


def _unticked(question: Question) -> Complaint:
    return Complaint(
        question=question,
        message=Localized(zh="没有勾选", en="the box is not ticked"),
        hint=Localized(zh="没有授权就不能收入图谱。", en="Without it nothing can go into the atlas."),
    )


def _twice(question: Question) -> Complaint:
    return Complaint(
        question=question,
        message=Localized(zh="标题出现了两次", en="the heading is there twice"),
        hint=Localized(zh="只保留一个。", en="Keep one of the two."),
    )


def locale_of(answers: Answers | None, title: str, body: str) -> Locale:
    """Return the language to reply in: the one chosen, else Chinese where the author writes Chinese."""
    if answers is None:
        return Locale.ZH if HAN.search(re.sub(r"^\[[^\]]*\]", "", title) + body) else Locale.EN
    chosen = answers.texts.get("language", "")
    if chosen in LANGUAGES:
        return Locale.ZH if chosen == LANGUAGES[0] else Locale.EN
    own = [q.id for q in answers.form.questions if q.kind in (Kind.LINE, Kind.TEXT) and not q.id.endswith("_zh")]
    return Locale.ZH if HAN.search("".join(answers.texts.get(name, "") for name in own)) else Locale.EN
