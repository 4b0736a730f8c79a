"""The report of discovery for a curator: a ranked list in Markdown, and the same facts as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from rsfm import ids
from rsfm.discover import Candidate, Findings
from rsfm.discover.scoring import Evidence
from rsfm.locales import Locale, Localized
from rsfm.markdown import harmless
from rsfm.model import Taxonomy

LIMIT = 50
"""Most candidates in the Markdown report: what nobody reads to its end helps nobody. The JSON has all."""
_REASONS = 4

_REASONS_BY_NAME = ("remote_sensing", "foundation_model", "application", "elsewhere")
_TITLE = Localized(zh="# 待选论文", en="# Candidates for the atlas")
_INTRO = Localized(
    zh="按得分排列。收录：写一个条目；不收录：把编号（没有就写标题）和理由写进 `papers/_discovery.yml` 的 `rejected`。",
    en="Best first. To add one, write an entry; to turn one down, put its id and the reason under `rejected` in "
    "`papers/_discovery.yml`.",
)
_NONE = Localized(zh="没有新的待选论文。", en="There is nothing new.")
_COUNTS = Localized(
    zh="待选 {worth}，已收录 {known}，已拒绝 {rejected}，低于门槛 {below}。",
    en="{worth} candidates; {known} already in the atlas, {rejected} turned down before, {below} below the threshold.",
)
_MORE = Localized(zh="另有 {more} 篇，见 JSON 报告。", en="{more} more are in the JSON report.")
_INCOMPLETE = Localized(
    zh="这份报告不完整，以下查询没有得到回答：", en="This report is incomplete; these queries were not answered:"
)
_BECAUSE = {
    "remote_sensing": Localized(zh="遥感", en="remote sensing"),
    "foundation_model": Localized(zh="基础模型", en="foundation model"),
    "application": Localized(zh="应用已有模型（减分）", en="a use of a known model (subtracted)"),
    "elsewhere": Localized(zh="其他领域（减分）", en="other fields (subtracted)"),
    "terms": Localized(zh="词表", en="taxonomy"),
}
_IN_TITLE = Localized(zh="标题", en="title")


def to_markdown(findings: Findings, taxonomy: Taxonomy, locale: Locale, failures: Sequence[str] = ()) -> str:
    """Return the report as Markdown; ``failures`` are the queries that were not answered, with the reason."""
    shown = findings.candidates[:LIMIT]
    counts = _COUNTS.best(locale).format(**vars(findings), worth=len(findings.candidates))
    lines = [_TITLE.best(locale), "", _INTRO.best(locale), "", counts, ""]
    if failures:
        lines += [_INCOMPLETE.best(locale), "", *(f"- {harmless(failure)}" for failure in failures), ""]
    if not shown:
        lines += [_NONE.best(locale), ""]
    for candidate in shown:
        lines += [*_candidate(candidate, taxonomy, locale), ""]
    if more := len(findings.candidates) - len(shown):
        lines += [_MORE.best(locale).format(more=more), ""]
    return "\n".join(lines)


def to_json(findings: Findings, failures: Sequence[str] = ()) -> str:
    """Return every candidate with its score and reasons as canonical JSON."""
    values = {
        "known": findings.known,
        "rejected": findings.rejected,
        "below": findings.below,
        "failures": list(failures),
        "candidates": [_values(candidate) for candidate in findings.candidates],
    }
    return json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _candidate(candidate: Candidate, taxonomy: Taxonomy, locale: Locale) -> list[str]:
    paper, score = candidate.snapshot, candidate.score
    comma = "、" if locale is Locale.ZH else ", "
    kinds = {**taxonomy["family"], **taxonomy["kind"]}
    labels = comma.join(kinds[name].label.best(locale) if name in kinds else harmless(name) for name in candidate.kinds)
    lines = [
        f"## {score.value} · {harmless(paper.title)}",
        "",
        f"[{paper.arxiv_id}]({ids.arxiv_url(paper.arxiv_id)}) · {paper.published.isoformat()}"
        + (f" · {labels}" if labels else ""),
        "",
    ]
    for name in _REASONS_BY_NAME:
        if evidence := getattr(score, name):
            lines.append(f"- {_BECAUSE[name].best(locale)}: {_evidence(evidence, locale)}")
    if score.terms:
        lines.append(f"- {_BECAUSE['terms'].best(locale)}: {', '.join(score.terms)}")
    return lines


def _evidence(evidence: Sequence[Evidence], locale: Locale) -> str:
    return ", ".join(
        f"{harmless(one.phrase)} {one.points}" + (f" ({_IN_TITLE.best(locale)})" if one.in_title else "")
        for one in evidence[:_REASONS]
    ) + (" …" if len(evidence) > _REASONS else "")


def _values(candidate: Candidate) -> dict[str, object]:
    paper, score = candidate.snapshot, candidate.score
    return {
        "arxiv_id": paper.arxiv_id,
        "title": paper.title,
        "published": paper.published.isoformat(),
        "kinds": candidate.kinds,
        "score": score.value,
        "terms": score.terms,
        "reasons": {name: [vars(one) for one in getattr(score, name)] for name in _REASONS_BY_NAME},
    }
