"""The technical facts by which readers choose a model, those that hold for all its variants."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.locales import Localized
from rsfm.model.data import Gsd
from rsfm.model.register import Facet, fact, group
from rsfm.model.words import Whole


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelFacts:
    """The technical facts by which readers choose a model, those that hold for all its variants."""

    modalities: tuple[str, ...] = fact(
        "模态",
        "Modalities",
        "模态：词表 modality 中的词。",
        "Terms of the modality vocabulary.",
        default=(),
        terms="modality",
        facet=Facet.TERM,
        search=4,
        export="modalities",
        asked=True,
    )
    sensors: tuple[str, ...] = fact(
        "传感器",
        "Sensors",
        "词表 sensor 中的词：卫星、仪器或计划。",
        "Terms of sensor: satellites, instruments or programmes.",
        default=(),
        terms="sensor",
        facet=Facet.TERM,
        search=4,
        export="sensors",
    )
    gsd: Gsd = group(
        Gsd,
        "地面采样间隔",
        "Ground sampling distance",
        "模型适用的地面采样间隔，米：10 或 0.3-30。",
        "What the model accepts or was built for, in metres: 10 or 0.3-30.",
        facet=Facet.RANGE,
        export="gsd",
    )
    methods: tuple[str, ...] = fact(
        "训练方法",
        "Methods",
        "训练方法：词表 method 中的词。",
        "Ways of training: terms of the method vocabulary.",
        default=(),
        terms="method",
        facet=Facet.TERM,
        search=4,
        export="methods",
        asked=True,
    )
    pretraining: Localized | None = fact(
        "方法说明",
        "The method in its own terms",
        "用论文自己的话说明预训练方法。",
        "The pre-training method in the paper's own terms.",
        search=1,
    )
    tasks: tuple[str, ...] = fact(
        "任务",
        "Tasks",
        "任务：词表 task 中的词。",
        "Terms of the task vocabulary.",
        default=(),
        terms="task",
        facet=Facet.TERM,
        search=4,
        export="tasks",
        asked=True,
    )
    tools: Whole | None = fact(
        "工具数", "Tools", "智能体能调用的工具数。", "How many tools an agent can call.", export="tools"
    )
