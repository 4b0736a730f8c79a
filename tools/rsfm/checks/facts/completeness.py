"""Facts that must be there, fit together and be plausible."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rsfm.checks.draft import Draft, Finding
from rsfm.checks.rules import rule
from rsfm.model import Quantity

_GSD = (0.01, 50_000.0)
_OF_DISTANCE = re.compile(r"(?:^|\.)gsd(?:\.|$)")


@rule("RA435")
def something_leads_to_the_paper(draft: Draft) -> Iterator[Finding]:
    """An entry names its paper by id or address."""
    if not any(draft.has(field) for field in ("arxiv_id", "doi", "links.paper")):
        yield draft.finding(
            "title",
            "没有 arxiv_id、doi 或 links.paper",
            "there is no arxiv_id, doi or links.paper",
            "至少加上其中一个。",
            "Add at least one of them.",
        )


@rule("RA436")
def the_authors_are_known(draft: Draft) -> Iterator[Finding]:
    """Authors come from the entry, from arXiv or from what Crossref said."""
    if not (draft.has("authors") or draft.has("arxiv_id") or (draft.publication and draft.publication.authors)):
        yield draft.finding(
            "title",
            "没有 authors，也没有 arxiv_id 或 Crossref 记录",
            "there are no authors, no arxiv_id, and no record of Crossref",
            "写出 authors，或运行 rsfm fetch。",
            "List the authors, or run rsfm fetch.",
        )


@rule("RA437")
def family_and_modalities_agree(draft: Draft) -> Iterator[Finding]:
    """Text is among the modalities of vision-language models, and not of visual ones."""
    family = draft.text("family")
    modalities = {term for _, term in draft.each("model.modalities")}
    if family == "vision-language" and modalities and "text" not in modalities:
        zh, en = "视觉语言模型的模态里没有 text", "a vision-language model without the modality text"
    elif family == "visual" and "text" in modalities:
        zh, en = "纯视觉模型的模态里有 text", "a visual model with the modality text"
    else:
        return
    yield draft.finding("family", zh, en, "核对 family 和 model.modalities。", "Compare family and model.modalities.")


@rule("RA438")
def distances_are_plausible(draft: Draft) -> Iterator[Finding]:
    """Ground sampling distances are between a centimetre and fifty kilometres."""
    for path, value in draft.file.values.items():
        if "gsd" in path and isinstance(value, Quantity) and _OF_DISTANCE.search(path):
            ends = [end for end in (value.low, value.high) if end is not None]
            if not all(_GSD[0] <= end <= _GSD[1] for end in ends):
                yield draft.finding(
                    path,
                    f"{ends[-1]:g} 米不可信",
                    f"{ends[-1]:g} metres is not plausible",
                    "换算成米。",
                    "Convert it to metres.",
                )
