"""What readers can have, and on what terms: code, weights, and their licences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rsfm.model.quantities import FileSize
from rsfm.model.register import Facet, Unit, fact, needed
from rsfm.model.words import Availability, CodePart, Reference, Url


@dataclass(frozen=True, kw_only=True, slots=True)
class Licence:
    """The terms under which one thing is given, and where that was read."""

    short_form: ClassVar[str] = "name"

    name: str = needed(
        "许可证",
        "Licence",
        "词表 licence 中的词：Apache-2.0；找过而没有写 none-found。",
        "A term of the licence vocabulary: Apache-2.0; none-found where it was looked for.",
        terms="licence",
        facet=Facet.TERM,
        search=2,
    )
    proof: Reference | None = fact(
        "许可证依据", "Proof", "能证明许可证的来源或网址。", "The source or address that proves the licence."
    )


_STATE = (
    "状态",
    "State",
    "open 可得，announced 已预告，none 找过而没有，unknown 未查明，not-applicable 不涉及。",
    "open, announced, none (looked for), unknown or not-applicable.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class CodeRelease:
    """Whether the code can be had."""

    short_form: ClassVar[str] = "state"

    state: Availability = fact(*_STATE, default=Availability.UNKNOWN, facet=Facet.TERM, export="code")
    licence: Licence | None = fact("代码许可证", "Licence of the code", "代码的许可证。", "The licence of the code.")
    parts: tuple[CodePart, ...] = fact(
        "包含",
        "Parts",
        "仓库里实际有什么：inference、fine-tuning、training、data。",
        "What is really there: inference, fine-tuning, training, data.",
        default=(),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class WeightsRelease:
    """Whether weights can be had: of all variants, or of one."""

    short_form: ClassVar[str] = "state"

    state: Availability = fact(*_STATE, default=Availability.UNKNOWN, facet=Facet.TERM, export="weights")
    licence: Licence | None = fact(
        "权重许可证", "Licence of the weights", "权重的许可证。", "The licence of the weights."
    )
    links: tuple[Url, ...] = fact(
        "下载", "Download", "下载网址，包括镜像。", "Where they can be downloaded, mirrors too.", default=()
    )
    size: FileSize | None = fact(
        "文件大小", "File size", "文件大小，例如 1.2 GB。", "How large the files are: 1.2 GB.", unit=Unit.BYTES
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Access:
    """Whether and where a data set can be had, and under which licences."""

    short_form: ClassVar[str] = "state"

    state: Availability = fact(*_STATE, default=Availability.UNKNOWN)
    links: tuple[Url, ...] = fact(
        "下载", "Download", "下载网址，包括镜像。", "Where it can be downloaded, mirrors too.", default=()
    )
    licence: Licence | None = fact(
        "数据许可证",
        "Licence of the data",
        "标注或整个数据集的许可证。",
        "The licence of the annotations, or of all of it.",
    )
    image_licence: Licence | None = fact(
        "影像许可证", "Licence of the images", "影像另有许可证时写。", "Where the images have another one."
    )
    size: FileSize | None = fact("大小", "Size", "例如 500 GB。", "How large it is: 500 GB.", unit=Unit.BYTES)
