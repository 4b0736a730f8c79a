"""What each field of an entry is for, in both languages: the one place from which editors and forms take it."""

from __future__ import annotations

from rsfm.locales import Localized

_ROWS = (
    ("name", "论文或模型的通用名称，例如 RemoteCLIP。", "What the field calls it: RemoteCLIP."),
    ("title", "论文标题，以最新版本为准。", "The title, as on the latest version."),
    ("aliases", "其他名称：曾用名、配套模型或数据。", "Other names: former ones, companion models or data."),
    ("other_titles", "早期版本或出版社使用的标题。", "Titles of earlier versions, or the publisher's spelling."),
    ("family", "类别：词表 family 中的一个词。", "One term of the family vocabulary."),
    ("kinds", "论文提出了什么：词表 kind 中的一个或几个词。", "What the paper presents: one or more terms of kind."),
    ("scope", "是否关于遥感；通用论文写 general。", "Whether it is about remote sensing, or general."),
    ("authors", "作者，仅在 arXiv 快照没有或有误时填写。", "Authors, only where no snapshot of arXiv has them right."),
    ("venue", "发表在哪里。", "Where it appeared."),
    ("venue.name", "会议或期刊的简称；预印本写 arXiv。", "Short name as the field writes it; arXiv for a preprint."),
    (
        "venue.year",
        "会议或期刊的年份；预印本写首次提交的年份。",
        "Year of the venue; of the first version for a preprint.",
    ),
    ("venue.kind", "期刊或会议；预印本不写。", "A journal or a conference; left out for a preprint."),
    ("venue.state", "进展：预印本、已录用、已发表。", "How far it has come: preprint, accepted or published."),
    ("arxiv_id", "arXiv 编号，不带版本，写在引号里。", "The arXiv id without version, in quotes."),
    ("doi", "DOI，不带网址。", "The bare DOI, without address."),
    (
        "links",
        "供读者打开的网址；arXiv 和 DOI 链接由编号生成。",
        "Addresses; links to arXiv and DOI are made from the ids.",
    ),
    ("links.paper", "出版社的页面。", "The publisher's page."),
    ("links.code", "代码仓库。", "The code repository."),
    ("links.project", "项目主页。", "The project page."),
    ("links.weights", "模型权重。", "The model weights."),
    ("links.dataset", "数据集。", "The data set."),
    ("links.demo", "在线演示。", "An online demonstration."),
    ("code", "代码能否得到，以何种许可证。", "Whether the code can be had, and on what terms."),
    ("weights", "权重能否得到，以何种许可证。", "Whether the weights can be had, and on what terms."),
    (
        "*.state",
        "open 可得，announced 已预告，none 找过而没有，unknown 未查明。",
        "open, announced, none (looked for) or unknown.",
    ),
    ("*.licence", "许可证，连同证明它的网址。", "The licence, with the address that proves it."),
    ("*.licence.name", "SPDX 标识，例如 Apache-2.0。", "The SPDX identifier where there is one: Apache-2.0."),
    ("*.licence.proof", "能证明许可证的网址。", "The address that proves the licence."),
    ("model", "读者据以选择模型的技术信息。", "The technical facts by which readers choose a model."),
    ("model.modalities", "模态：词表 modality 中的词。", "Terms of the modality vocabulary."),
    ("model.sensors", "卫星、传感器或计划的名称。", "Names of satellites, instruments or programmes."),
    ("model.ground_sampling_distance", "地面采样间隔，单位是米。", "Ground sampling distances in metres."),
    ("model.backbone", "骨干网络，例如 ViT-L/16。", "The backbone: ViT-L/16."),
    ("model.parameters", "参数量。", "The number of parameters."),
    ("model.methods", "预训练方法：词表 method 中的词。", "Pre-training methods: terms of the method vocabulary."),
    ("model.pretraining", "用论文自己的话说明预训练方法。", "The pre-training method in the paper's own terms."),
    ("model.pretraining_data", "预训练用的数据集。", "Data sets used for pre-training."),
    ("model.pretraining_data.name", "数据集的名称。", "The name of the data set."),
    ("model.pretraining_data.size", "数据量，带单位。", "How much of it, with its unit."),
    ("model.tasks", "任务：词表 task 中的词。", "Terms of the task vocabulary."),
    ("keywords", "两种语言的检索词。", "Search words in each language."),
    ("relations", "与目录中其他条目的关系，写条目名。", "Relations to other entries of the catalog, by paper_id."),
    ("relations.builds_on", "以哪些论文为基础。", "What it builds on."),
    ("relations.succeeds", "是哪些论文的后继。", "What it succeeds."),
    ("relations.uses_dataset", "使用哪些数据集。", "Data sets it uses."),
    ("note", "读者在使用或引用之前应知道的事。", "What a reader should know before using or citing it."),
    ("prose", "用句子讲述的内容。", "Everything told in sentences."),
    ("*.origin", "谁写的：人写，或模型起草（是否经人读过）。", "Who wrote it: a person, or a model, reviewed or not."),
    ("prose.one_line", "一句话要点。", "The point of the paper in one sentence."),
    ("prose.key_points", "三条要点：问题、答案、证据。", "Three points: the question, the answer, the evidence."),
    ("prose.summary", "摘要。", "The summary."),
    ("prose.method", "方法。", "How it works."),
    ("prose.method.problem", "要解决的问题。", "The problem it solves."),
    ("prose.method.idea", "核心思路。", "The central idea."),
    ("prose.method.framework", "整体框架。", "The framework."),
    ("prose.method.innovation", "关键创新。", "What is new."),
    ("prose.method.design", "关键设计。", "The details of the design."),
    (
        "prose.highlights",
        "实验亮点：论文中的数字及其测试对象。",
        "Numbers from the paper, with what they were measured on.",
    ),
    ("prose.applications", "应用场景。", "What it can be used for."),
    ("*.zh", "中文。", "In Chinese."),
    ("*.en", "英文。", "In English."),
    ("added", "条目加入目录的日期，年-月-日。", "When the entry came into the catalog, year-month-day."),
    ("verified", "上次与来源核对的日期，年-月-日。", "When its facts were last compared with their sources."),
)
FIELD_TEXTS: dict[str, Localized] = {path: Localized(zh=zh, en=en) for path, zh, en in _ROWS}
"""Texts by dotted path; ``*.zh`` stands for every path that ends so and has no text of its own."""


def field_text(path: str) -> Localized:
    """Return what the field at ``path`` is for.

    Raises KeyError where nobody has written it.
    """
    if path in FIELD_TEXTS:
        return FIELD_TEXTS[path]
    steps = path.split(".")
    for length in (2, 1):
        if (found := FIELD_TEXTS.get(".".join(("*", *steps[-length:])))) is not None:
            return found
    raise KeyError(path)
