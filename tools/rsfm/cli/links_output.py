"""How the outcome of visiting links is told: problems of curators, one line of counts, Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from rsfm.checks.draft import Finding
from rsfm.checks.rules import RULES
from rsfm.locales import Locale, Localized
from rsfm.markdown import harmless
from rsfm.problems import Place, Problem, visible
from rsfm.store.links import Answer, LinkState


def link_problem(url: str, state: LinkState, place: Place, field: str) -> Problem | None:
    """Return what a curator has to mend, if anything: addresses that are closed or not yet surely dead are left out."""
    values = {"url": visible(url, 300), "reason": state.reason, "target": visible(state.moved_to or "", 300)}
    if state.counts_as_dead:
        code, values["days"] = "RA051", ", ".join(day.isoformat() for day in state.failed)
    elif state.answer is Answer.MOVED:
        code = "RA052"
    elif state.answer is Answer.PRIVATE:
        code = "RA053"
    else:
        return None
    return RULES[code].problem(Finding(place, field, "", values))


def links_markdown(problems: Sequence[Problem], counted: str, locale: Locale) -> str:
    """Return what a curator has to mend as Markdown, a section for each address; ``counted`` is the line of counts."""
    heading = Localized(zh="# 需要修正的链接", en="# Links to mend").best(locale)
    sections = [
        f"## {harmless(str(problem.place))} · {harmless(problem.field)}\n\n"
        f"{harmless(problem.message.best(locale))}\n\n{harmless(problem.hint.best(locale))}"
        for problem in problems
    ]
    return "\n\n".join([heading, harmless(counted), *sections]) + "\n"


def last_line(states: Mapping[str, LinkState], asked: int, counts: Mapping[str, int], locale: Locale) -> str:
    """Return one line that counts the answers of this run."""
    line = Localized(
        zh="访问 {asked} 个网址：{fine} 个正常，{moved} 个已转移，{dead} 个无效，{blocked} 个拒绝程序访问，"
        "{private} 个非公开，{rest} 个未问；确认失效 {gone} 个",
        en="{asked} addresses visited: {fine} fine, {moved} moved, {dead} failed, {blocked} closed to programs, "
        "{private} private, {rest} not asked; {gone} dead for three days",
    )
    return line.best(locale).format(
        asked=asked,
        fine=counts.get("fine", 0),
        moved=counts.get("moved", 0),
        dead=counts.get("dead", 0),
        blocked=counts.get("blocked", 0),
        private=counts.get("private", 0),
        rest=counts.get("not-asked", 0),
        gone=sum(state.counts_as_dead for state in states.values()),
    )


def links_json(
    states: Mapping[str, LinkState], uses: Mapping[str, tuple[Place, str]], counts: Mapping[str, int]
) -> str:
    """Return the counts and every address that is not fine as canonical JSON."""
    values = {
        "answers": {answer.value: counts.get(answer.value, 0) for answer in Answer},
        "dead": sum(state.counts_as_dead for state in states.values()),
        "links": [
            {
                "url": url,
                "file": uses[url][0].path,
                "line": uses[url][0].line,
                "field": uses[url][1],
                "answer": state.answer,
                "reason": state.reason,
                "since": state.since,
                "moved_to": state.moved_to,
                "failed": state.failed,
                "counts_as_dead": state.counts_as_dead,
            }
            for url, state in sorted(states.items())
        ],
    }
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True, default=date.isoformat)
