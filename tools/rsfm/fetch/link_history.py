"""What a day's visits add to what is remembered of the catalog's addresses. Pure: no clock, no disk, no network."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from rsfm.fetch.links import Visit
from rsfm.store.links import FAILURES, Answer, LinkState


def remember(
    states: Mapping[str, LinkState], findings: Iterable[Visit], addresses: Collection[str], today: date
) -> dict[str, LinkState]:
    """Return the states after ``findings``: fine addresses are forgotten, and so are those the catalog dropped.

    An address that was not asked keeps its state; one that is blocked keeps its failures, because nothing was learnt.
    """
    after = {url: state for url, state in states.items() if url in addresses}
    for finding in findings:
        if finding.answer is Answer.NOT_ASKED or finding.url not in addresses:
            continue
        if finding.answer is Answer.FINE:
            after.pop(finding.url, None)
        else:
            after[finding.url] = _next(after.get(finding.url), finding, today)
    return after


def nobody_answered(findings: Collection[Visit]) -> bool:
    """Say whether not one server was heard: then the fault is on this side, and nothing should be remembered."""
    asked = [finding for finding in findings if finding.answer not in (Answer.NOT_ASKED, Answer.PRIVATE)]
    return bool(asked) and not any(finding.answered for finding in asked)


def _next(state: LinkState | None, finding: Visit, today: date) -> LinkState:
    failed = state.failed if state and finding.answer in (Answer.DEAD, Answer.BLOCKED) else ()
    if finding.answer is Answer.DEAD and today not in failed and len(failed) < FAILURES:
        failed = (*failed, today)
    same = state is not None and state.answer is finding.answer and state.moved_to == finding.moved_to
    return LinkState(
        answer=finding.answer,
        since=state.since if state is not None and same else today,
        reason=finding.reason,
        moved_to=finding.moved_to,
        failed=failed,
    )
