"""The one comment under an issue: everything that is wrong, at once, or what happens next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff

from rsfm.forms.drafting import FormDraft
from rsfm.forms.questions import Complaint
from rsfm.locales import Locale, Localized
from rsfm.markdown import block, inline

MARK = "<!-- rsfm:intake -->"
"""First line of the comment, by which it is found again."""
LONGEST = 60_000
"""Characters; GitHub refuses a comment of more than 65,536."""
_LISTED = 60


def reply(locale: Locale, draft: FormDraft, complaints: Sequence[Complaint]) -> str:
    """Return the comment in ``locale``."""
    serious = [complaint for complaint in complaints if complaint.serious]
    advice = [complaint for complaint in complaints if not complaint.serious]
    lines = [MARK]
    if serious:
        lines += [_wrong(len(serious)).best(locale), "", *_listed(locale, serious)]
    elif draft.for_a_person or not draft.text:
        lines += [_FOR_A_PERSON.best(locale)]
    else:
        lines += [_READY.best(locale)]
    if advice:
        lines += ["", _ADVICE.best(locale), "", *_listed(locale, advice)]
    if draft.text and not serious:
        lines += ["", f"<details><summary>{_SHOWN.best(locale)}</summary>", "", _shown(draft), "", "</details>"]
    text = "\n".join(lines) + "\n"
    return text if len(text) <= LONGEST else "\n".join(lines[: 3 + _LISTED])[:LONGEST] + "\n"


def _shown(draft: FormDraft) -> str:
    if not draft.before:
        return block(draft.text, "yaml")
    lines = unified_diff(draft.before.splitlines(), draft.text.splitlines(), n=1, lineterm="")
    return block("\n".join(list(lines)[2:]), "diff")


def _listed(locale: Locale, complaints: Sequence[Complaint]) -> Iterator[str]:
    for complaint in complaints[:_LISTED]:
        where = complaint.question.label.best(locale) if complaint.question else ""
        head = f"**{where}** — " if where else ""
        hint = complaint.hint.best(locale)
        yield f"- {head}{inline(complaint.message.best(locale))}" + (f"<br>{inline(hint)}" if hint else "")
    if len(complaints) > _LISTED:
        yield f"- … +{len(complaints) - _LISTED}"


def _wrong(count: int) -> Localized:
    return Localized(
        zh=f"谢谢！还有 {count} 处需要修改。编辑这个 issue 的正文，保存后会重新检查。",
        en=f"Thank you! {count} {'thing needs' if count == 1 else 'things need'} mending. "
        "Edit the text of this issue; it is looked at again when you save it.",
    )


_SHOWN = Localized(zh="会写入图谱的内容", en="What goes into the atlas")
_READY = Localized(
    zh="谢谢！检查全部通过。整理者看过之后会回复 `/approve`，随后自动提交合并请求，并署上你的名字。在那之前仍可编辑这个 issue。",
    en="Thank you! Everything checks out. A curator reads it and answers `/approve`; a pull request that credits you "
    "follows by itself. Until then you can still edit this issue.",
)
_FOR_A_PERSON = Localized(
    zh="谢谢！这件事机器人办不了，整理者会来看。",
    en="Thank you! This is not for a robot: a curator will look at it.",
)
_ADVICE = Localized(
    zh="下面几处请再看一眼，不改也可以：", en="Please look at these again; they may be right as they are:"
)
