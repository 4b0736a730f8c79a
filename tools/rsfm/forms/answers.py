"""The Markdown body of an issue, as GitHub makes it from a form, becomes answers; nothing in it is believed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rsfm.checks.letters import HAN
from rsfm.forms.questions import BETWEEN, LANGUAGES, AnswerKind, Complaint, Form, Question, complaint
from rsfm.forms.typed import LONGEST, folded, heading, plain
from rsfm.locales import Locale
from rsfm.problems import visible

_ENOUGH = 3
"""So many headings in one language only, or doubled ones, are no accident."""
_AGREED = re.compile(r"^[-*+] \[ ?[xX] ?\] .*CC BY 4\.0", re.MULTILINE)
_MARKUP = re.compile(r"</?[A-Za-z!][^\n]*?>|<!--|!?\[[^\]\n]*\]\(")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What somebody answered to one form."""

    form: Form
    texts: dict[str, str]
    """Text by id of the question; unanswered ones are absent."""
    complaints: tuple[Complaint, ...]

    def question(self, name: str) -> Question:
        """Return the question called ``name``."""
        return next(question for question in self.form.questions if question.id == name)

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
    typed = {heading(line) for line in lines} - {""}
    counts = {form.name: len(_headings(form, typed).keys() & typed - _shared(forms)) for form in forms.values()}
    form = max(forms.values(), key=lambda form: counts[form.name])
    exact = {folded(question.heading) for question in form.questions} & typed - _shared(forms)
    if not exact and counts[form.name] < _ENOUGH:
        return None
    other = [name for name, count in counts.items() if count >= _ENOUGH and name != form.name]
    return _read(lines, form, _headings(form, typed), [_TWO_FORMS] if other else [])


def _shared(forms: Mapping[str, Form]) -> set[str]:
    """Return the headings that every form has."""
    each = [{name for question in form.questions for name in _names(question)} for form in forms.values()]
    return set.intersection(*each)


def _names(question: Question) -> tuple[str, ...]:
    return tuple(folded(name) for name in (question.heading, question.label.zh or "", question.label.en or ""))


def _headings(form: Form, typed: set[str]) -> dict[str, Question]:
    """Return the questions by heading; one in a single language counts only where the whole one is missing."""
    found: dict[str, Question] = {}
    for question in form.questions:
        whole, *halves = _names(question)
        for name in (whole,) if whole in typed else halves:
            found.setdefault(name, question)
    return found


def _read(lines: list[str], form: Form, headings: Mapping[str, Question], complaints: list[Complaint]) -> Answers:
    parts: dict[str, list[list[str]]] = {}
    current: list[str] = []
    for line in lines:
        question = headings.get(heading(line))
        if question:
            current = []
            parts.setdefault(question.id, []).append(current)
        else:
            current.append(line)
    texts: dict[str, str] = {}
    doubled = [question for question in form.questions if len(parts.get(question.id, [])) > 1]
    if not complaints:
        complaints += [_TWO_FORMS] if len(doubled) >= _ENOUGH else map(_twice, doubled)
    for question in form.questions:
        found = parts.get(question.id)
        text = plain(question, "\n".join(found[0])) if found else ""
        fault = _fault(question, text, is_there=bool(found))
        if fault:
            complaints.append(fault)
        elif text:
            texts[question.id] = text
    return Answers(form=form, texts=texts, complaints=tuple(complaints))


def _twice(question: Question) -> Complaint:
    return complaint(question, "标题出现了两次", "the heading is there twice", "只保留一个。", "Keep one of the two.")


_TWO_FORMS = complaint(
    None,
    "这里有两份表单",
    "there are two forms in here",
    "只保留一份，另一份写在新的 issue 里。",
    "Keep one of them, and open another issue for the other.",
)


def _fault(question: Question, text: str, *, is_there: bool) -> Complaint | None:
    if question.kind is AnswerKind.CONSENT:
        words = (
            "没有勾选",
            "the box is not ticked",
            "没有授权就不能收入图谱。",
            "Without it nothing can go into the atlas.",
        )
        return None if _AGREED.search(text) else complaint(question, *words)
    if not text and not question.required:
        return None
    if not text and not is_there:
        do = (
            f"补上这一行，在它下面写：### {question.heading}",
            f"Add this line and write below it: ### {question.heading}",
        )
        return complaint(question, "没有这个标题，因而没有回答", "its heading is missing, and so is the answer", *do)
    if not text:
        do = (
            f"编辑 issue，写在标题“{question.heading}”下面。",
            f"Edit the issue and write below the heading “{question.heading}”.",
        )
        return complaint(question, "没有回答", "this is not answered", *do)
    if len(text) > LONGEST:
        what = (
            f"回答有 {len(text):,} 个字符，上限是 {LONGEST:,}",
            f"the answer has {len(text):,} characters; the limit is {LONGEST:,}",
        )
        return complaint(question, *what, "只写这一项的内容。", "Write what belongs here and nothing else.")
    if question.id == "remarks":
        return None
    if found := _INVISIBLE.search(text):
        what = f"含有看不见的字符 {visible(found[0])}", f"it holds the invisible character {visible(found[0])}"
        return complaint(question, *what, "手工重新输入这一项。", "Type it again by hand.")
    if found := _MARKUP.search(text):
        shown = visible(found[0])
        what = f"含有 HTML 或 Markdown 标记：{shown}", f"it holds HTML or Markdown markup: {shown}"
        return complaint(question, *what, "只写文字和网址。", "Write plain text and bare addresses.")
    if question.kind is AnswerKind.LINE and "\n" in text:
        what = "应当只有一行", "this must be a single line"
        return complaint(question, *what, "删去其余的行。", "Delete the other lines.")
    return None


def locale_of(answers: Answers | None, title: str, body: str) -> Locale:
    """Return the language to reply in: the one chosen, else Chinese where the author writes Chinese."""
    if answers is None:
        return Locale.ZH if HAN.search(re.sub(r"^\[[^\]]*\]", "", title) + body) else Locale.EN
    chosen = answers.texts.get("language", "")
    if chosen in LANGUAGES:
        return Locale.ZH if chosen == LANGUAGES[0] else Locale.EN
    own = [
        q.id
        for q in answers.form.questions
        if q.kind in (AnswerKind.LINE, AnswerKind.TEXT) and not q.id.endswith("_zh")
    ]
    return Locale.ZH if HAN.search("".join(answers.texts.get(name, "") for name in own)) else Locale.EN
