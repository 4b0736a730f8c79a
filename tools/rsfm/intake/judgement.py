"""What the rules say of an entry as the answers have it, told by the questions that were asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rsfm.checks import check
from rsfm.intake.answers import Answers, Complaint
from rsfm.intake.correction import corrected
from rsfm.intake.drafting import Draft, question_of
from rsfm.intake.questions import Question
from rsfm.locales import Localized
from rsfm.problems import Problem, Severity
from rsfm.store import Library, read_entry

_WITHOUT_AUTHORS = "RA436"


def judged(
    answers: Answers, draft: Draft, library: Library, today: date, known: list[Complaint]
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
    for problem in problems:
        question = _question(answers, draft, problem.field)
        if _sign(problem) in before or (question and question.id in answered):
            continue
        if problem.code == _WITHOUT_AUTHORS and not draft.changed:
            yield from _no_authors(answers)
            continue
        message = problem.message
        if question is None and problem.field:
            message = Localized(zh=f"{problem.field}：{message.zh}", en=f"{problem.field}: {message.en}")
        yield Complaint(
            question=question,
            message=message,
            hint=problem.hint,
            serious=problem.severity is Severity.ERROR,
        )
    if not draft.changed and file.values.get("arxiv_id", "") not in {"", *library.snapshots}:
        yield _unconfirmed(answers)


def _sign(problem: Problem) -> tuple[str, str, str | None]:
    return (problem.code, problem.field, problem.message.en)


def _question(answers: Answers, draft: Draft, field: str) -> Question | None:
    if draft.changed:
        found = [question_of(answers, name) for path, name in corrected(answers) if f"{field}.".startswith(f"{path}.")]
    else:
        found = [q for q in answers.form.questions if q.field and f"{field}.".startswith(f"{q.field}.")]
    return found[0] if found else None


def _unconfirmed(answers: Answers) -> Complaint:
    return Complaint(
        question=question_of(answers, "arxiv"),
        message=Localized(
            zh="arXiv 还没有确认这个编号，标题和作者因此未能核对",
            en="arXiv has not confirmed this id, so title and authors could not be compared",
        ),
        hint=Localized(zh="请再核对一次编号。", en="Please look at the id once more."),
        serious=False,
    )


def _no_authors(answers: Answers) -> Iterator[Complaint]:
    if "arxiv" not in answers.texts:
        yield Complaint(
            question=question_of(answers, "authors"),
            message=Localized(zh="没有作者，也没有 arXiv 编号", en="there are neither authors nor an arXiv id"),
            hint=Localized(zh="每行写一位作者。", en="Write the authors, one per line."),
            serious=False,
        )
