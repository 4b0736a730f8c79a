"""What people curate of a paper: one entry, made of the groups of fields beside this module."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from rsfm.locales import Localized
from rsfm.model.data import Data
from rsfm.model.facts import ModelFacts
from rsfm.model.links import Links
from rsfm.model.prose import Keywords, Prose
from rsfm.model.quantities import Quantity
from rsfm.model.register import Facet, fact, group, needed
from rsfm.model.relations import Event, Relations
from rsfm.model.releases import CodeRelease, WeightsRelease
from rsfm.model.results import Result
from rsfm.model.sources import Source
from rsfm.model.taxonomy import Taxonomy
from rsfm.model.variants import Checkpoint, Variant, overlaid
from rsfm.model.venue import Venue
from rsfm.model.words import (
    ArxivId,
    Doi,
    Handle,
    PaperId,
    Reference,
    Scope,
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One curated file: what people know of one paper. No tool ever rewrites it."""

    paper_id: PaperId
    """The file's name without ``.yml``; not a field of the file."""
    name: str = needed(
        "名称",
        "Name",
        "论文或模型的通用名称，例如 RemoteCLIP。",
        "What the field calls it: RemoteCLIP.",
        search=10,
        export="name",
        asked=True,
        example="RemoteCLIP",
    )
    title: str = needed(
        "标题",
        "Title",
        "论文标题，以最新版本为准。",
        "The title, as on the latest version.",
        search=10,
        export="title",
        asked=True,
    )
    aliases: tuple[str, ...] = fact(
        "其他名称",
        "Also known as",
        "其他名称：曾用名、配套模型或数据。",
        "Other names: former ones, companion models or data.",
        default=(),
        search=10,
    )
    other_titles: tuple[str, ...] = fact(
        "其他标题",
        "Other titles",
        "早期版本或出版社使用的标题。",
        "Titles of earlier versions, or the publisher's spelling.",
        default=(),
        search=10,
    )
    former_ids: tuple[PaperId, ...] = fact(
        "曾用条目名",
        "Former paper_ids",
        "条目文件以前的名称，由旧到新；旧网址和收藏由此找到这里。",
        "What this file was called before, oldest first: old addresses and stars find the way here.",
        default=(),
        export="former_ids",
    )
    family: str = needed(
        "类别",
        "Family",
        "类别：词表 family 中的一个词。",
        "One term of the family vocabulary.",
        terms="family",
        facet=Facet.TERM,
        search=4,
        export="family",
        asked=True,
    )
    kinds: tuple[str, ...] = needed(
        "论文提出了什么",
        "What the paper presents",
        "论文提出了什么：词表 kind 中的一个或几个词。",
        "What the paper presents: one or more terms of kind.",
        terms="kind",
        facet=Facet.TERM,
        search=4,
        export="kinds",
        asked=True,
    )
    scope: Scope = fact(
        "范围",
        "Scope",
        "关于地球、其他行星，还是通用论文（general）。",
        "About the Earth, about other planets (planetary), or general.",
        default=Scope.REMOTE_SENSING,
        export="scope",
    )
    authors: tuple[str, ...] = fact(
        "作者",
        "Authors",
        "作者，仅在 arXiv 快照没有或有误时填写。",
        "Authors, only where no snapshot of arXiv has them right.",
        default=(),
        asked=True,
    )
    venue: Venue = needed("出处", "Venue", "发表在哪里。", "Where it appeared.")
    arxiv_id: ArxivId | None = fact(
        "arXiv 编号",
        "arXiv id",
        "arXiv 编号，不带版本，写在引号里。",
        "The arXiv id without version, in quotes.",
        search=10,
        export="arxiv_id",
        asked=True,
        example="2306.11029",
    )
    doi: Doi | None = fact(
        "DOI",
        "DOI",
        "DOI，不带网址。",
        "The bare DOI, without address.",
        search=10,
        export="doi",
        asked=True,
        example="10.1109/TGRS.2024.3390838",
    )
    links: Links = group(
        Links,
        "链接",
        "Links",
        "供读者打开的网址；arXiv 和 DOI 链接由编号生成。",
        "Addresses; links to arXiv and DOI are made from the ids.",
    )
    code: CodeRelease = group(
        CodeRelease,
        "代码",
        "Code",
        "代码能否得到，以何种许可证，包含什么。",
        "Whether the code can be had, on what terms, and what is in it.",
    )
    weights: WeightsRelease = group(
        WeightsRelease,
        "权重",
        "Weights",
        "权重能否得到，以何种许可证。",
        "Whether the weights can be had, and on what terms.",
    )
    model: ModelFacts = group(
        ModelFacts,
        "技术信息",
        "Facts",
        "读者据以选择模型的技术信息。",
        "The technical facts by which readers choose a model.",
    )
    defaults: Variant = group(Variant, "共同之处", "Defaults", "各变体共有的内容。", "What all variants share.")
    variants: dict[Handle, Variant] = group(
        dict,
        "变体",
        "Variants",
        "每个有独立权重的预训练模型一个；名称说明差别：300m、swin-b-naip。",
        "One for each pre-trained model; its name says what differs: 300m, swin-b-naip.",
    )
    checkpoints: tuple[Checkpoint, ...] = fact(
        "微调权重",
        "Fine-tuned weights",
        "为某个评测基准微调的权重，不算变体。",
        "Weights tuned for one benchmark; they are no variants.",
        default=(),
    )
    data: tuple[Data, ...] = fact(
        "数据", "Data", "学习所用的数据，以及提出的数据。", "What it learned from, and what it brings.", default=()
    )
    results: tuple[Result, ...] = fact(
        "结果", "Results", "论文或其仓库报告的数值。", "Values that the paper or its repository reports.", default=()
    )
    keywords: Keywords = group(
        Keywords, "检索词", "Search words", "两种语言的检索词。", "Search words in each language."
    )
    relations: Relations = group(
        Relations,
        "关系",
        "Relations",
        "与其他工作的关系：条目名，或名称和编号。",
        "Relations to other works: their paper_id, or name and id.",
    )
    events: tuple[Event, ...] = fact(
        "事件", "Events", "有日期的事件：录用、公开代码或权重。", "What happened when: accepted, released …", default=()
    )
    sources: dict[Handle, Source] = group(
        dict,
        "来源",
        "Sources",
        "事实的来源；paper 和 repo 不必写网址，只写版本。",
        "Where facts were read; paper and repo need no address, only a revision.",
    )
    source_of: dict[str, Reference] = group(
        dict,
        "各字段的来源",
        "Sources of fields",
        "某个字段另有来源时，按字段写。",
        "Where a field was read, if not where the rest was.",
    )
    note: Localized | None = fact(
        "说明",
        "Note",
        "读者在使用或引用之前应知道的事。",
        "What a reader should know before using or citing it.",
        search=1,
    )
    prose: Prose | None = fact("文字", "Prose", "用句子讲述的内容。", "Everything told in sentences.")
    added: date = needed(
        "加入日期",
        "Added",
        "条目加入目录的日期，年-月-日。",
        "When the entry came into the catalog, year-month-day.",
        export="added",
    )
    verified: date = needed(
        "核对日期",
        "Verified",
        "上次与来源核对的日期，年-月-日。",
        "When its facts were last compared with their sources.",
        export="verified",
    )

    @cached_property
    def models(self) -> dict[Handle, Variant]:
        """The variants by name, each with what all of them share."""
        return {name: overlaid(variant, self.defaults) for name, variant in self.variants.items()}

    def nominal_parameters(self, taxonomy: Taxonomy) -> tuple[Quantity, ...]:
        """The usual numbers of parameters of the variants' backbones, where no language model comes on top of them."""
        backbones = taxonomy.get("backbone", {})
        alone = (variant.backbone.vision for variant in self.models.values() if not variant.backbone.language)
        terms = (backbones.get(name or "") for name in alone)
        return tuple(term.parameters for term in terms if term and term.parameters)

    @property
    def first_id(self) -> PaperId:
        """The paper_id that it had first: what others keep, such as keys of references and ids of feeds, is made of it."""
        return self.former_ids[0] if self.former_ids else self.paper_id

    @cached_property
    def resolved(self) -> Entry:
        """The entry with its variants spelt out, as facets, search, pages and exports read it."""
        return replace(self, variants=self.models, defaults=Variant()) if self.variants else self
