"""What a robot says below the lines of a pull request: changes to accept with one click, and doubts about an arXiv id."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from rsfm.checks import check_entry
from rsfm.checks.mend import apply, mendable
from rsfm.github.changed_entries import ChangedEntry
from rsfm.github.line_changes import LineChange, line_changes
from rsfm.github.right_answers import ANOTHER_PAPER, COPY_THE_ID, DISAGREEMENT, NO_SUCH_ID, answered
from rsfm.locales import Locale, Localized
from rsfm.markdown import inline, verbatim
from rsfm.problems import Problem, Severity
from rsfm.source import Document
from rsfm.store import EntryFile, Library, read_entry

MOST = 30
"""Comments below one pull request; more would bury its author."""
_NAMED = 5
"""Problems named above one suggestion."""


@dataclass(frozen=True, kw_only=True)
class Comment:
    """One comment below the lines of an entry."""

    path: str
    first: int
    """Line, counted from 1."""
    last: int
    body: str
    """Markdown."""
    suggests: bool
    """Whether it holds a change to accept."""
    serious: bool
    """Whether it is about an error."""


def comments_on(
    changed: ChangedEntry, library: Library, missing: Container[str] = (), today: date | None = None
) -> Iterator[Comment]:
    """Yield what there is to say of one entry, on lines where GitHub takes it.

    ``missing`` has the ids that arXiv answered it does not have. Judged by the rules and snapshots of ``library``.
    """
    file = read_entry(changed.path, changed.data, library.taxonomy)
    problems = mendable(library, file, today)
    if any(problem.code == ANOTHER_PAPER for problem in problems):
        problems = [p for p in problems if p.code == ANOTHER_PAPER or p.code not in DISAGREEMENT]
    problems = [_answered(library, file, problems, problem, today) for problem in problems]
    said: set[Problem] = set()
    for change in line_changes(file.document, problems, changed.takes):
        if body := _suggestion(change):
            said.update(change.problems)
            serious = any(problem.severity is Severity.ERROR for problem in change.problems)
            where = {"first": change.first, "last": change.last}
            yield Comment(path=changed.path, **where, body=body, suggests=True, serious=serious)
    doubts = [problem for problem in problems if problem.code in DISAGREEMENT and problem not in said]
    if file.values.get("arxiv_id") in missing:
        doubts = [_unknown(file.document)]
    known = {(problem.code, problem.message) for problem in _of_the_base(library, changed.path, today)}
    doubts = [problem for problem in doubts if (problem.code, problem.message) not in known]
    for problem in doubts:
        lines = (problem.place.line, file.document.place("arxiv_id").line)
        if line := next((line for line in lines if changed.takes(line, line)), None):
            serious = problem.severity is Severity.ERROR
            yield Comment(
                path=changed.path,
                first=line,
                last=line,
                body=f"{_mark([problem], [problem.message.best(Locale.EN)])}\n\n{_told(problem)}",
                suggests=False,
                serious=serious,
            )


def as_review(comments: Sequence[Comment]) -> dict[str, Any] | None:
    """Return the review that holds the comments, as GitHub wants it; ``None`` where there is nothing to say."""
    if not comments:
        return None
    chosen = sorted(comments, key=lambda comment: not comment.serious)[:MOST]
    texts = [_SUGGESTED if any(comment.suggests for comment in chosen) else _DOUBTED]
    if more := len(comments) - len(chosen):
        texts.append(_more(more))
    return {
        "body": "\n\n".join(text.best(locale) for locale in Locale for text in texts),
        "comments": [
            {"path": c.path, "body": c.body, "line": c.last, **({"start_line": c.first} if c.first < c.last else {})}
            for c in sorted(chosen, key=lambda comment: (comment.path, comment.first))
        ],
    }


def _answered(
    library: Library, file: EntryFile, problems: Sequence[Problem], problem: Problem, today: date | None
) -> Problem:
    """Return ``problem`` with arXiv's answer to it, unless the entry then has a new one: nobody accepts that."""
    found = answered(problem, file, library.snapshots.get(file.values.get("arxiv_id", "")))
    if found is problem:
        return problem
    text = apply(file.document.text, found.edits)
    after = check_entry(library, read_entry(file.document.path, text.encode(), library.taxonomy), today)
    return found if set(map(_sign, after)) <= set(map(_sign, problems)) else problem


def _of_the_base(library: Library, path: str, today: date | None) -> list[Problem]:
    """Return the problems that the entry has already: the pull request did not make them."""
    return [
        problem for file in library.files if file.document.path == path for problem in check_entry(library, file, today)
    ]


def _sign(problem: Problem) -> tuple[str, str]:
    """Return what makes a problem before and one after a change the same, wherever it stands."""
    return problem.code, problem.field.partition(".")[0]


def _suggestion(change: LineChange) -> str | None:
    """Return the comment of a change; ``None`` where a line cannot be shown exactly as it is."""
    code = verbatim(change.lines, "suggestion")
    if code is None:
        return None
    told = list(dict.fromkeys(map(_told, change.problems)))
    more = [f"… +{len(told) - _NAMED}"] if len(told) > _NAMED else []
    return "\n\n".join([_mark(change.problems, change.lines), *told[:_NAMED], *more, code])


def _mark(problems: Iterable[Problem], said: Iterable[str]) -> str:
    """Return the first line of a comment, which nobody sees: by it the same comment is known again."""
    text = "\n".join((*sorted({problem.code for problem in problems}), *said))
    return f"<!-- rsfm:suggest {sha256(text.encode()).hexdigest()[:16]} -->"


def _told(problem: Problem) -> str:
    """Return what is wrong, in both languages: a pull request does not say which one its author reads.

    Where the author is asked to judge, what to consider is said too.
    """
    texts = [problem.message, problem.hint] if problem.code in DISAGREEMENT or not problem.edits else [problem.message]
    lines = [" — ".join(inline(text) for one in texts if (text := one.get(locale))) for locale in Locale]
    return "\n".join(f"- {line}" for line in lines) + f" ({problem.code})"


def _unknown(document: Document) -> Problem:
    return Problem(
        code="arXiv",
        severity=Severity.ERROR,
        place=document.place("arxiv_id"),
        field="arxiv_id",
        message=NO_SUCH_ID,
        hint=COPY_THE_ID,
    )


def _more(count: int) -> Localized:
    return Localized(
        zh=f"另有 {count} 处没有列出：在本地运行 `.venv/bin/rsfm check --fix` 可一次改完。",
        en=f"{count} more not shown: `.venv/bin/rsfm check --fix` on your machine makes these changes all at once.",
    )


_SUGGESTED = Localized(
    zh="下面每条建议都可以一键采纳；不对的略过即可，论文你最了解。",
    en="Each suggestion below takes one click to accept; pass over what is wrong, you know your paper best.",
)
_DOUBTED = Localized(
    zh="下面几处与 arXiv 不一致，请核对。", en="arXiv says otherwise in the places below; please compare."
)
