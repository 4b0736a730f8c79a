"""How a paper stands to other works, and what happened to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rsfm.model.register import fact, needed
from rsfm.model.words import ArxivId, EventKind, PaperId, Reference, Url, When


@dataclass(frozen=True, kw_only=True, slots=True)
class Related:
    """Another work: an entry of the catalog, or something that has none yet."""

    short_form: ClassVar[str] = "entry"

    entry: PaperId | None = fact("条目", "Entry", "目录中的条目名。", "Its paper_id in the catalog.")
    name: str | None = fact("名称", "Name", "没有条目时写名称。", "Its name, where it has no entry.")
    arxiv_id: ArxivId | None = fact("arXiv 编号", "arXiv id", "没有条目时写 arXiv 编号。", "Where it has no entry.")
    link: Url | None = fact("网址", "Address", "没有条目和编号时写网址。", "Where it has neither.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Relations:
    """Other works that this one stands on or beside."""

    builds_on: tuple[Related, ...] = fact(
        "以…为基础", "Builds on", "以哪些论文为基础。", "What it builds on.", default=()
    )
    succeeds: tuple[Related, ...] = fact("接续", "Succeeds", "是哪些论文的后继。", "What it succeeds.", default=())
    uses_dataset: tuple[Related, ...] = fact(
        "使用数据", "Uses data of", "使用哪些数据集。", "Data sets it uses.", default=()
    )
    evaluated_on: tuple[Related, ...] = fact(
        "评测于", "Evaluated on", "在哪些评测基准上评测。", "Benchmarks it was evaluated on.", default=()
    )
    distils: tuple[Related, ...] = fact(
        "蒸馏自", "Distils", "由哪些模型蒸馏。", "Models it was distilled from.", default=()
    )
    shares_weights: tuple[Related, ...] = fact(
        "权重同于", "Shares weights with", "与哪些条目共用权重。", "Entries whose weights are the same.", default=()
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Event:
    """Something that happened, with its date."""

    date: When = needed("日期", "Date", "年-月-日或年-月。", "A day or a month.")
    what: EventKind = needed(
        "事件", "Event", "发生了什么：accepted、code-released 等。", "What happened: accepted, code-released …"
    )
    of: str | None = fact("对象", "Of", "变体、检查点或数据集的名称。", "The variant, check-point or data set meant.")
    source: Reference | None = fact("来源", "Source", "在哪里读到的。", "Where it was read.")
