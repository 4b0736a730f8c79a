"""What people curate of a paper: one entry, and the groups of fields in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import ClassVar

from rsfm.locales import Localized
from rsfm.model.data import Data, Gsd
from rsfm.model.prose import Keywords, Prose
from rsfm.model.register import Facet, fact, group, needed
from rsfm.model.releases import CodeRelease, WeightsRelease
from rsfm.model.results import Result
from rsfm.model.sources import Source
from rsfm.model.variants import Checkpoint, Variant, overlaid
from rsfm.model.words import (
    ArxivId,
    Doi,
    EventKind,
    Handle,
    PaperId,
    Reference,
    Scope,
    Url,
    VenueKind,
    VenueState,
    When,
    Whole,
    Year,
)


@dataclass(frozen=True, kw_only=True)
class Venue:
    """Where a paper appeared."""

    name: str = needed(
        "出处",
        "Venue",
        "会议或期刊的简称；预印本写 arXiv。",
        "Short name as the field writes it; arXiv for a preprint.",
        facet=Facet.TERM,
        search=4,
        export="venue",
        asked=True,
        example="IEEE TGRS",
    )
    year: Year = needed(
        "年份",
        "Year",
        "引用时所用的年份；预印本写首次提交的年份。",
        "The year that is cited; of the first version for a preprint.",
        facet=Facet.RANGE,
        search=4,
        export="year",
        asked=True,
        example="2024",
    )
    state: VenueState = needed(
        "进展",
        "State",
        "进展：预印本、已录用、已发表。",
        "How far it has come: preprint, accepted or published.",
        export="state",
        asked=True,
    )
    kind: VenueKind | None = fact(
        "期刊还是会议",
        "Journal or conference",
        "期刊或会议；预印本不写。",
        "A journal or a conference; left out for a preprint.",
        asked=True,
    )
    volume: str | None = fact("卷", "Volume", "期刊的卷。", "The journal's volume.")
    issue: str | None = fact("期", "Issue", "期刊的期。", "The journal's issue.")
    pages: str | None = fact("页码", "Pages", "页码或文章号：1-20。", "Pages or article number: 1-20.")
    track: str | None = fact(
        "专题", "Track", "会议的专题，例如 Datasets and Benchmarks。", "A track of the conference."
    )
    workshop: str | None = fact("研讨会", "Workshop", "会议中的研讨会。", "The workshop of the conference.")
    authors: tuple[str, ...] = fact(
        "发表版作者",
        "Authors of the published version",
        "仅在发表版的作者与 arXiv 不同时写。",
        "Only where they differ from arXiv's.",
        default=(),
    )


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class Related:
    """Another work: an entry of the catalog, or something that has none yet."""

    short_form: ClassVar[str] = "entry"

    entry: PaperId | None = fact("条目", "Entry", "目录中的条目名。", "Its paper_id in the catalog.")
    name: str | None = fact("名称", "Name", "没有条目时写名称。", "Its name, where it has no entry.")
    arxiv_id: ArxivId | None = fact("arXiv 编号", "arXiv id", "没有条目时写 arXiv 编号。", "Where it has no entry.")
    link: Url | None = fact("网址", "Address", "没有条目和编号时写网址。", "Where it has neither.")


@dataclass(frozen=True, kw_only=True)
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


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened, with its date."""

    date: When = needed("日期", "Date", "年-月-日或年-月。", "A day or a month.")
    what: EventKind = needed(
        "事件", "Event", "发生了什么：accepted、code-released 等。", "What happened: accepted, code-released …"
    )
    of: str | None = fact("对象", "Of", "变体、检查点或数据集的名称。", "The variant, check-point or data set meant.")
    source: Reference | None = fact("来源", "Source", "在哪里读到的。", "Where it was read.")


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

    @cached_property
    def resolved(self) -> Entry:
        """The entry with its variants spelt out, as facets, search, pages and exports read it."""
        return replace(self, variants=self.models, defaults=Variant()) if self.variants else self
