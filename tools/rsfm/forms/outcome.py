"""What follows from one issue: the reply, and the entry with the words of its pull request where nothing is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from rsfm import ids
from rsfm.checks.mend import mended
from rsfm.forms.answers import Answers, locale_of, read_answers
from rsfm.forms.both_forms import ADD, forms_of
from rsfm.forms.correction import corrected, draft_correction
from rsfm.forms.drafting import FormDraft, draft_new, value_of
from rsfm.forms.judgement import judged
from rsfm.forms.questions import Complaint, Question, complaint
from rsfm.forms.reply import reply
from rsfm.github.right_answers import COPY_THE_ID, NO_SUCH_ID
from rsfm.model import Entry
from rsfm.model.register import fields_of
from rsfm.store import Library, read_entry

_LOGIN = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})")


@dataclass(frozen=True, kw_only=True)
class Sender:
    """Who wrote the issue, as GitHub says."""

    login: str = ""
    number: str = ""
    """The number of the account: with it a commit is credited even after a change of name."""

    @property
    def credit(self) -> str:
        """The line of a commit that credits the author; empty where the account is not an ordinary one."""
        if not _LOGIN.fullmatch(self.login) or not re.fullmatch(r"[0-9]{1,12}", self.number):
            return ""
        return f"Co-authored-by: {self.login} <{self.number}+{self.login}@users.noreply.github.com>"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What to do about an issue."""

    reply: str
    """The comment, as Markdown."""
    paper_id: str = ""
    """The entry to write; empty where something is wrong or a person must act."""
    text: str = ""
    is_new: bool = False
    title: str = ""
    """Title of the commit and of the pull request."""
    commit: str = ""
    """Message of the commit."""
    description: str = ""
    """Text of the pull request, as Markdown."""


def wanted_arxiv_id(body: str, library: Library) -> str | None:
    """Return the arXiv id that the answers name, so that arXiv can be asked before they are judged."""
    answers = read_answers(body, forms_of(library.taxonomy))
    question = _about_arxiv(answers) if answers else None
    if not answers or not question or question.id not in answers.texts:
        return None
    found: str = value_of(answers, question.id, fields_of(Entry)["arxiv_id"], library.taxonomy)
    return found if ids.is_arxiv_id(found) else None


def _about_arxiv(answers: Answers) -> Question | None:
    """Return the question whose answer is an arXiv id."""
    if answers.form.name == ADD:
        return answers.question("arxiv")
    return next((answers.question(value) for field, value in corrected(answers) if field == "arxiv_id"), None)


def take_in(
    body: str, library: Library, *, issue: int, sender: Sender, title: str, today: date, unknown: bool = False
) -> Outcome:
    """Return what follows from the issue ``issue`` with the text ``body``. Never raises for what people typed.

    ``unknown`` says that arXiv answered it does not have the id.
    """
    answers = read_answers(body, forms_of(library.taxonomy))
    locale = locale_of(answers, title, body)
    if answers is None:
        return Outcome(reply=reply(locale, FormDraft(), [_NO_FORM]))
    is_new = answers.form.name == ADD
    draft = draft_new(answers, library, today) if is_new else draft_correction(answers, library)
    complaints = [*answers.complaints, *draft.complaints]
    if unknown:
        complaints.append(Complaint(question=_about_arxiv(answers), message=NO_SUCH_ID, hint=COPY_THE_ID))
    if is_new:
        draft = _mended(draft, library, today)
    if draft.text:
        complaints += judged(answers, draft, library, today, complaints)
    ready = bool(draft.text) and not draft.for_a_person and not any(c.serious for c in complaints)
    said = reply(locale, draft, complaints)
    if not ready:
        return Outcome(reply=said)
    what = f"Add {draft.paper_id}" if is_new else f"Correct {draft.paper_id}"
    body_lines = [f"Closes #{issue}."] if is_new else [f"{', '.join(draft.changed)}.", f"Closes #{issue}."]
    commit = [what, "", *body_lines, *(["", sender.credit] if sender.credit else [])]
    return Outcome(
        reply=said,
        paper_id=draft.paper_id,
        text=draft.text,
        is_new=is_new,
        title=what,
        commit="\n".join(commit) + "\n",
        description="\n\n".join(body_lines) + "\n",
    )


def _mended(draft: FormDraft, library: Library, today: date) -> FormDraft:
    """Mend what has one right answer: nobody should edit an issue for the sake of a slash."""
    file = read_entry(f"papers/{draft.paper_id}.yml", draft.text.encode(), library.taxonomy)
    return replace(draft, text=mended(library, file, today) or draft.text)


_NO_FORM = complaint(
    None,
    "这不是表单的回答：找不到表单里的标题",
    "this is not the answer to a form: none of its headings is here",
    "新建 issue，选择“添加论文”或“更正论文”。",
    "Open a new issue and choose “Add a paper” or “Correct a paper”.",
)
