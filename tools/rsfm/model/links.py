"""The addresses that readers follow from a paper."""

from __future__ import annotations

from dataclasses import dataclass

from rsfm.model.register import fact
from rsfm.model.words import Url


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """Addresses that readers follow. arXiv and DOI links are derived from their ids and never typed here."""

    paper: Url | None = fact(
        "出版社页面",
        "Publisher's page",
        "出版社的页面。",
        "The publisher's page.",
        search=1,
        asked=True,
        example="https://",
    )
    code: tuple[Url, ...] = fact(
        "代码",
        "Code",
        "代码仓库。",
        "The code repository.",
        default=(),
        search=3,
        asked=True,
        example="https://github.com/…",
    )
    project: tuple[Url, ...] = fact(
        "项目主页",
        "Project page",
        "项目主页。",
        "The project page.",
        default=(),
        search=1,
        asked=True,
        example="https://",
    )
    weights: tuple[Url, ...] = fact(
        "权重",
        "Weights",
        "模型权重。",
        "The model weights.",
        default=(),
        search=3,
        asked=True,
        example="https://huggingface.co/…",
    )
    dataset: tuple[Url, ...] = fact(
        "数据集", "Data set", "数据集。", "The data set.", default=(), search=1, asked=True, example="https://"
    )
    demo: tuple[Url, ...] = fact("演示", "Demonstration", "在线演示。", "An online demonstration.", default=())
