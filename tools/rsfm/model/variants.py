"""The pre-trained models of a paper: one variant for each that has weights of its own."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from typing import Any, ClassVar

from rsfm.model.quantities import Quantity
from rsfm.model.register import Facet, Unit, fact, group, needed
from rsfm.model.releases import WeightsRelease
from rsfm.model.words import BandSet, Handle, PaperId, Reference, Url, Whole


@dataclass(frozen=True, kw_only=True, slots=True)
class Backbone:
    """The networks a model is made of; typed as one name where there is one."""

    short_form: ClassVar[str] = "vision"

    vision: str | None = fact(
        "骨干网络",
        "Backbone",
        "词表 backbone 中的词，例如 vit-l-16。",
        "A term of the backbone vocabulary: vit-l-16.",
        terms="backbone",
        facet=Facet.TERM,
        search=3,
        export="backbone",
        asked=True,
        example="vit-l-16",
    )
    language: str | None = fact(
        "语言模型",
        "Language model",
        "语言部分：词表 base 中的词。",
        "The language part: a term of the base vocabulary.",
        terms="base",
        facet=Facet.TERM,
        search=3,
        export="language_model",
    )
    connector: str | None = fact("连接层", "Connector", "两者之间的部分，例如 MLP。", "What joins the two: an MLP.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Bands:
    """What a model takes in; typed as ``any``, ``rgb`` or a number where that says it all."""

    short_form: ClassVar[str] = "which"
    table_form: ClassVar[str] = "by_sensor"

    which: BandSet | None = fact("波段", "Bands", "any、rgb 或波段数。", "any, rgb, or how many.")
    by_sensor: dict[str, tuple[str, ...]] = group(
        dict, "各传感器的波段", "Bands of each sensor", "按传感器列出波段。", "Bands by sensor.", terms="sensor"
    )
    products: tuple[str, ...] = fact(
        "产品", "Products", "数据产品，例如 S2L2A。", "Data products, such as S2L2A.", default=()
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Training:
    """What the pre-training took."""

    hardware: str | None = fact("硬件", "Hardware", "例如 A100-80GB。", "Such as A100-80GB.")
    devices: Whole | None = fact("设备数", "Devices", "同时使用的加速卡数。", "Accelerators used at once.")
    nodes: Whole | None = fact("节点数", "Nodes", "机器数。", "Machines.")
    days: Quantity | None = fact("天数", "Days", "训练了多少天。", "How many days it took.", unit=Unit.DAYS)
    gpu_hours: Quantity | None = fact(
        "加速卡小时",
        "Accelerator hours",
        "设备数乘以小时数。",
        "Devices times hours.",
        unit=Unit.HOURS,
        facet=Facet.RANGE,
        export="gpu_hours",
    )
    epochs: Quantity | None = fact("轮数", "Epochs", "训练轮数。", "How many epochs.")
    steps: Quantity | None = fact("步数", "Steps", "训练步数。", "How many steps.")
    batch: Quantity | None = fact("批大小", "Batch size", "总的批大小。", "The batch size over all devices.")
    co2: Quantity | None = fact("碳排放", "Carbon dioxide", "吨。", "In tonnes.", unit=Unit.TONNES)
    source: Reference | None = fact("来源", "Source", "在哪里读到的。", "Where it was read.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Inference:
    """What a forward pass takes."""

    memory: Quantity | None = fact("显存", "Memory", "推理所占显存，GB。", "In gigabytes.", unit=Unit.GIGABYTES)
    gflops: Quantity | None = fact(
        "计算量", "Operations", "一次前向计算，GFLOPs。", "In gigaflops.", unit=Unit.GIGAFLOPS
    )
    latency: Quantity | None = fact(
        "延迟", "Latency", "每张影像的毫秒数。", "Milliseconds an image.", unit=Unit.MILLISECONDS
    )
    hardware: str | None = fact("硬件", "Hardware", "在什么设备上测得。", "What it was measured on.")
    source: Reference | None = fact("来源", "Source", "在哪里读到的。", "Where it was read.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """One pre-trained model with its weights."""

    label: str | None = fact("名称", "Name", "论文或仓库里的叫法。", "What the paper or repository calls it.", search=6)
    backbone: Backbone = group(
        Backbone,
        "骨干网络",
        "Backbone",
        "词表 backbone 中的词；多模态模型分 vision、language、connector。",
        "A term of backbone; or vision, language and connector.",
    )
    base: tuple[str, ...] = fact(
        "基座模型",
        "Base model",
        "权重由哪个模型初始化：词表 base 中的词。",
        "What its weights were initialised from: terms of base.",
        default=(),
        terms="base",
        facet=Facet.TERM,
        search=3,
        export="base",
    )
    base_entries: tuple[PaperId, ...] = fact(
        "基座条目",
        "Base entries",
        "权重由目录中的哪个条目初始化。",
        "Entries of the catalog that its weights were initialised from.",
        default=(),
    )
    distilled_from: tuple[str, ...] = fact(
        "教师模型",
        "Teacher",
        "由哪个模型蒸馏：词表 base 中的词。",
        "What it was distilled from.",
        default=(),
        terms="base",
    )
    parameters: Quantity | None = fact(
        "参数量",
        "Parameters",
        "完整模型的参数总数：303M、~1B、2M-5M。",
        "The whole model: 303M, ~1B, 2M-5M.",
        unit=Unit.PARAMETERS,
        facet=Facet.RANGE,
        export="parameters",
        asked=True,
        example="303M",
    )
    vision_parameters: Quantity | None = fact(
        "视觉部分参数量",
        "Parameters of the vision part",
        "语言模型占大头时，视觉部分的参数数。",
        "Of the vision part, where a language model dominates.",
        unit=Unit.PARAMETERS,
        export="vision_parameters",
    )
    input_size: Quantity | None = fact(
        "输入尺寸", "Input size", "输入影像的边长，像素。", "Side of the input, in pixels.", unit=Unit.PIXELS
    )
    patch_size: Quantity | None = fact(
        "图块尺寸", "Patch size", "图块的边长，像素。", "Side of a patch, in pixels.", unit=Unit.PIXELS
    )
    embedding_size: Quantity | None = fact("特征维数", "Embedding size", "输出特征的维数。", "Length of the output.")
    bands: Bands = group(
        Bands, "波段", "Bands", "any、rgb、波段数，或按传感器列出。", "any, rgb, how many, or bands by sensor."
    )
    hub: str | None = fact(
        "模型仓库", "Hub", "模型仓库里的名称：org/name。", "Name on the model hub: org/name.", search=4
    )
    weights: WeightsRelease = group(
        WeightsRelease, "权重", "Weights", "这个模型的权重，与条目不同时写。", "Where they differ from the entry's."
    )
    load: dict[str, tuple[str, ...]] = group(
        dict,
        "加载方式",
        "How to load",
        "按软件包写加载时用的名称。",
        "What a package calls it, by package.",
        terms="loader",
    )
    known_as: dict[Handle, str] = group(
        dict, "评测工具中的名称", "Known as", "按评测工具写它的名称。", "What a harness calls it, by harness."
    )
    training: Training = group(Training, "训练开销", "Training", "预训练用了多少资源。", "What the pre-training took.")
    inference: Inference = group(Inference, "推理开销", "Inference", "推理用多少资源。", "What a forward pass takes.")
    note: str | None = fact("备注", "Note", "两种语言通用的短语。", "A few words that need no translation.")
    source: Reference | None = fact("来源", "Source", "在哪里读到的。", "Where it was read.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Checkpoint:
    """Weights that were fine-tuned for one benchmark: no variant, and no reason to call the weights open."""

    tuned_for: str = needed("微调目标", "Tuned for", "微调所用的评测基准或数据集。", "The benchmark or data set.")
    variants: tuple[Handle, ...] = fact("变体", "Variants", "由哪些变体微调而来。", "Of which variants.", default=())
    links: tuple[Url, ...] = fact("下载", "Download", "下载网址。", "Where it can be downloaded.", default=())
    source: Reference | None = fact("来源", "Source", "在哪里读到的。", "Where it was read.")


def overlaid(variant: Any, shared: Any) -> Any:
    """Return ``variant`` with what it leaves open taken from ``shared``, group by group."""
    if variant is shared:
        return variant
    changes = {}
    for each in fields(variant):
        own, other = getattr(variant, each.name), getattr(shared, each.name)
        empty = each.default_factory() if each.default_factory is not MISSING else each.default
        if is_dataclass(empty) and not isinstance(empty, type):
            changes[each.name] = overlaid(own, other)
        elif isinstance(own, dict):
            changes[each.name] = {**other, **own}
        elif own == empty:
            changes[each.name] = other
    return replace(variant, **changes)
