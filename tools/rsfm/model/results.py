"""What was measured, under which protocol, by whom and where that was read; and the benchmarks it was measured on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from rsfm.locales import Localized
from rsfm.model.quantities import Measurement
from rsfm.model.register import Uses, fact, group, needed
from rsfm.model.words import (
    ArxivId,
    Better,
    Handle,
    Inputs,
    PaperId,
    Protocol,
    Reference,
    ResultOrigin,
    Url,
)

UNSTATED = "unstated"


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """Values of one benchmark, split, metric and protocol from one source, by variant."""

    on: Handle = needed(
        "评测基准", "Benchmark", "papers/_benchmarks.yml 中的名称。", "A name of papers/_benchmarks.yml."
    )
    metric: Handle = needed("指标", "Metric", "评测基准的一个指标。", "A metric of the benchmark.")
    split: Handle | None = fact(
        "划分",
        "Split",
        "评测基准的一个划分；有默认划分时可省略。",
        "A split of the benchmark; left out where it has a default.",
    )
    how: Protocol = needed(
        "协议",
        "Protocol",
        "finetune、peft、frozen、linear-probe、knn、zero-shot、few-shot-K、in-mixture、scratch 或 unstated。",
        "finetune, peft, frozen, linear-probe, knn, zero-shot, few-shot-K, in-mixture, scratch or unstated.",
    )
    head: str = fact(
        "解码头", "Head", "词表 head 中的词。", "A term of the head vocabulary.", default=UNSTATED, terms="head"
    )
    inputs: Inputs | None = fact(
        "输入",
        "Inputs",
        "波段[-尺寸][-归一化][-ms]：rgb-224、all、s1+s2。",
        "bands[-size][-norm][-ms]: rgb-224, all, s1+s2.",
    )
    origin: ResultOrigin = fact(
        "由谁测得",
        "Origin",
        "own 本论文，copied 引自别的论文，rerun 第三方重测。",
        "own, copied from another paper, or rerun by a third party.",
        default=ResultOrigin.OWN,
    )
    tuned_on: tuple[str, ...] = fact(
        "相近数据",
        "Tuned on",
        "零样本模型曾在哪些相近的数据上微调。",
        "Close data that a zero-shot model was tuned on.",
        default=(),
    )
    note: str | None = fact("备注", "Note", "训练周期等。", "The schedule and such.")
    source: Reference = needed("来源", "Source", "在哪里读到的。", "Where it was read.")
    values: dict[str, Measurement] = group(
        dict,
        "数值",
        "Values",
        "按变体写：{vit-b: 71.29}；别的模型写 条目/变体。",
        "By variant: {vit-b: 71.29}; other models as entry/variant.",
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Metric:
    """What a benchmark's values count."""

    label: Localized
    unit: str = "percent"
    """``percent``, ``fraction``, ``points`` or a unit such as ``m`` or ``Mg/ha``."""
    better: Better
    low: str | None = None
    high: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Split:
    """One way a benchmark's data are divided."""

    label: Localized
    default: str | None = None
    """``yes`` for the one that is meant where none is named."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Benchmark:
    """Something results are measured on."""

    label: Localized
    definition: Localized
    task: str = field(metadata={"rsfm": Uses(label=Localized(), help=Localized(), terms="task")})
    dataset: str | None = None
    entry: PaperId | None = None
    """The entry of the paper that introduced it."""
    suite: str | None = None
    aliases: tuple[str, ...] = ()
    metrics: dict[Handle, Metric]
    splits: dict[Handle, Split] = field(default_factory=dict)
    varies: tuple[str, ...] = ("head", "inputs")
    """What must be equal, beside split, metric and protocol, before two values are ranked."""
    licence: str | None = None
    link: Url | None = None
    arxiv_id: ArxivId | None = None

    @property
    def default_split(self) -> str | None:
        """The split that is meant where none is named."""
        return next((name for name, split in self.splits.items() if split.default), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Benchmarks:
    """What ``papers/_benchmarks.yml`` defines, by name."""

    table_form: ClassVar[str] = "benchmarks"

    benchmarks: dict[Handle, Benchmark] = field(default_factory=dict)
