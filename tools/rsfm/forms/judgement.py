"""What the rules say of an entry as the answers have it, told by the questions that were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rsfm.checks import check
from rsfm.forms.answers import Answers
from rsfm.forms.correction import corrected
from rsfm.forms.drafting import FormDraft
from rsfm.forms.questions import Complaint, Question, complaint
from rsfm.locales import Locale, Localized
from rsfm.problems import Problem, Severity
from rsfm.store import Library, read_entry

_WITHOUT_AUTHORS = "RA436"
_LEADS_NOWHERE = "RA440"
_ABOUT_ADDRESSES = frozenset([_WITHOUT_AUTHORS, _LEADS_NOWHERE, "RA409", "RA435"])
"""Rules that miss an id: they say nothing new of an answer that cannot be read."""
_THERE_ALREADY = frozenset(["RA320", "RA326"])
_NAME_IS_TAKEN = "RA301"
_FIELD = re.compile(
    r"( ?)(?<![\w./])(arxiv_id|doi|(?:links|venue|model|prose)\.[a-z_]+(?:\.(?:zh|en))?)(?![\w/])(?!\.\w)( ?)"
)


def judged(
    answers: Answers, draft: FormDraft, library: Library, today: date, known: list[Complaint]
) -> Iterator[Complaint]:
    """Yield what the rules say of the entry; faults that a correction neither made nor touches are not its author's."""
    folder = library.files[0].document.path.rpartition("/")[0] if library.files else "papers"
    path = f"{folder}/{draft.paper_id}.yml"
    file = read_entry(path, draft.text.encode(), library.taxonomy)
    others = tuple(other for other in library.files if other.document.path != path)
    problems = [p for p in check(replace(library, files=(*others, file), problems=()), today) if p.place.path == path]
    # The rules judge the file; what reading it found is part of the file, not of the library.
    problems += [p for p in file.problems if p not in problems]
    before = {_sign(p) for p in check(library, today) if p.place.path == path} if draft.changed else set()
    answered = {complaint.question.id for complaint in known if complaint.question}
    lost = answered & {"arxiv", "doi", "paper_page"}
    for problem in problems:
        question = _question(answers, draft, problem.field)
        if _sign(problem) in before or (question and question.id in answered):
            continue
        if problem.code in _ABOUT_ADDRESSES and lost and not draft.changed:
            continue
        if problem.code == _WITHOUT_AUTHORS and not draft.changed:
            if "arxiv" not in answers.texts:
                yield complaint(answers.question("authors"), *_NO_AUTHORS, serious=False)
            continue
        message, hint = problem.message, problem.hint
        if question is None and problem.field:
            message = Localized(zh=f"{problem.field}：{message.zh}", en=f"{problem.field}: {message.en}")
        if not draft.changed:
            hint = _HINTS.get(problem.code, hint)
            message, hint = (_by_question(answers, text) for text in (message, hint))
        yield Complaint(question=question, message=message, hint=hint, serious=problem.severity is Severity.ERROR)
    if not draft.changed and file.values.get("arxiv_id", "") not in {"", *library.snapshots}:
        yield complaint(answers.question("arxiv"), *_UNCONFIRMED, serious=False)


def _sign(problem: Problem) -> tuple[str, str, str | None]:
    return (problem.code, problem.field, problem.message.en)


def _question(answers: Answers, draft: FormDraft, field: str) -> Question | None:
    if draft.changed:
        found = [answers.question(name) for path, name in corrected(answers) if f"{field}.".startswith(f"{path}.")]
    else:
        # What is said of the file as a whole is said of its name, which follows from that of the paper.
        wanted = f"{field or 'name'}."
        found = [q for q in answers.form.questions if q.field and wanted.startswith(f"{q.field}.")]
    return found[0] if found else None


def _by_question(answers: Answers, text: Localized) -> Localized:
    """Return ``text`` with the questions in the place of the fields: whoever fills in a form does not know those."""
    labels = {question.field: question.label for question in answers.form.questions if question.field}

    def told(said: str | None, locale: Locale) -> str | None:
        def label(found: re.Match[str]) -> str:
            before, field, after = found.groups()
            if field not in labels:
                return found[0]
            # Chinese has no blanks around quotation marks.
            before, after = ("", "") if locale is Locale.ZH else (before, after)
            return f"{before}“{labels[field].best(locale)}”{after}"

        return said and _FIELD.sub(label, said)

    return Localized(zh=told(text.zh, Locale.ZH), en=told(text.en, Locale.EN))


_SAME = Localized(
    zh="若是同一篇论文，请用“更正论文”表单；若不是，请核对这一项。",
    en="If it is the same paper, use the form for corrections; if not, compare this with the source.",
)
_HINTS = {
    **dict.fromkeys(_THERE_ALREADY, _SAME),
    _LEADS_NOWHERE: Localized(
        zh="填写 arxiv_id 或 doi；两者都没有时，填写 links.paper、links.code、links.project 或 links.weights 的网址。",
        en="Fill in arxiv_id or doi; where the paper has neither, the address at links.paper, links.code, links.project or links.weights.",
    ),
    _NAME_IS_TAKEN: Localized(zh="换一个名称，例如加上 Model。", en="Add a word to the name, such as Model."),
}


_UNCONFIRMED = (
    "arXiv 还没有确认这个编号，标题和作者因此未能核对",
    "arXiv has not confirmed this id, so title and authors could not be compared",
    "请再核对一次编号。",
    "Please look at the id once more.",
)
_NO_AUTHORS = (
    "没有作者，也没有 arXiv 编号",
    "there are neither authors nor an arXiv id",
    "每行写一位作者。",
    "Write the authors, one per line.",
)
