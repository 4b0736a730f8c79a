"""Words of the field that mean the same and are no terms of a vocabulary, and how people ask for what can be had."""

from rsfm.locales import Localized

SYNONYMS: tuple[tuple[str, ...], ...] = (
    ("remote sensing", "RS", "遥感"),
    ("Earth observation", "EO", "对地观测", "地球观测"),
    ("satellite image", "satellite imagery", "卫星影像", "卫星图像"),
    ("aerial image", "aerial imagery", "航空影像", "航拍"),
    ("large language model", "LLM", "大语言模型", "大型语言模型"),
    ("multimodal", "multi-modal", "multimodality", "多模态"),
    ("self-supervised", "self-supervision", "selfsupervised", "SSL", "自监督"),
    ("pre-training", "pretraining", "pretrain", "pre-train", "pretrained", "pre-trained", "预训练"),
    ("fine-tuning", "finetuning", "finetune", "fine-tune", "微调"),
    ("masked autoencoder", "masked autoencoding", "MAE", "掩码自编码器", "掩码自编码"),
    ("open vocabulary", "openvocabulary", "OV", "开放词汇"),
    ("zero-shot", "zeroshot", "零样本"),
    ("few-shot", "fewshot", "小样本", "少样本"),
    ("cross-modal", "crossmodal", "跨模态"),
    ("land use", "土地利用"),
    ("land cover", "landcover", "地表覆盖", "土地覆盖"),
    ("ship", "vessel", "船舶", "舰船", "船只"),
    ("building", "建筑物", "建筑"),
    ("flood", "inundation", "洪水", "洪涝"),
    ("wildfire", "forest fire", "山火", "野火", "林火"),
    ("agriculture", "farming", "农业"),
    ("crop", "作物", "农作物"),
    ("forest", "森林"),
    ("urban", "city", "城市"),
    ("ocean", "sea", "marine", "海洋"),
    ("embedding", "嵌入", "表征"),
    ("scaling law", "缩放定律", "规模定律"),
    ("knowledge graph", "知识图谱"),
    ("hallucination", "幻觉"),
    ("counting", "count", "计数", "数数"),
    ("world model", "世界模型"),
)
"""Each line is one meaning; its first word names it."""

STATES: dict[str, tuple[Localized, tuple[str, ...]]] = {
    "weights:open": (
        Localized(zh="权重：开放", en="Weights: open"),
        (
            "open weight",
            "open weights",
            "weights available",
            "weights open",
            "with weights",
            "public weights",
            "released weights",
            "开放权重",
            "权重开放",
            "开源权重",
            "权重开源",
            "公开权重",
            "权重公开",
            "有权重",
            "权重可下载",
        ),
    ),
    "code:open": (
        Localized(zh="代码：开放", en="Code: open"),
        (
            "open code",
            "open source",
            "open source code",
            "opensource",
            "code available",
            "with code",
            "public code",
            "released code",
            "开源",
            "开源代码",
            "代码开源",
            "开放代码",
            "代码开放",
            "代码公开",
            "公开代码",
            "有代码",
        ),
    ),
}
"""What can be had, as people ask for it: filters, by facet and term."""

STOP_WORDS = frozenset(
    "a an the of in on for to with and or is are be by from at as which what who where when how why can could do does "
    "did i we you my there any that this these those it its their use used using best good should would want need find "
    "show me give list please about into than via under over between new".split()
)
"""Words that no query is about."""

STOP_PHRASES = (
    "有没有", "有哪些", "是什么", "什么是", "什么样的", "哪一个", "哪一种", "哪个", "哪些", "哪种", "哪家", "什么",
    "怎么样", "怎么", "怎样", "如何", "为什么", "请问", "请给我", "推荐", "可以", "能够", "能不能", "适合", "支持",
    "用于", "用来", "关于", "基于", "最好的", "最新的", "中的", "里的", "上的", "一个", "一些", "相关的", "相关", "论文",
    "文章", "以及", "或者", "还是", "并且", "的", "了", "吗", "呢", "吧", "和", "与", "在", "是", "能", "会", "想", "找",
)  # fmt: skip
"""The same in Chinese, longest first where one begins another: a question is cut at them."""
