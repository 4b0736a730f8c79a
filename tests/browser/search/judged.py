"""Queries as people type them, in Chinese, English and both, each with what is right for it."""

from browser.search.relevance import Relevance, all_of, any_of, at, by, has, named, part_of_name, says, tells

CHANGE = any_of(has("task", "change-detection", "change-captioning"), says("change detection|变化检测"))
SEGMENT = any_of(
    has("task", "semantic-segmentation", "open-vocabulary-segmentation"), says("semantic segmentation|语义分割")
)
VLM = any_of(has("family", "vision-language"), says("vision-language|vlm|视觉语言"))
LLM = any_of(
    tells("large language model|llm|mllm|大语言模型|大型语言模型|语言模型|language model|vlm"),
    VLM,
    has("family", "agent"),
)
SAR = any_of(has("modality", "sar"), says("sar(?![a-z])|合成孔径雷达|雷达"))
HYPER = any_of(has("modality", "hyperspectral"), says("hyperspectral|高光谱"))
UAV = any_of(has("sensor", "uav"), tells("uavs?|drones?|无人机|unmanned aerial"))
VQA = any_of(has("task", "visual-question-answering"), says("vqa|question answering|视觉问答"))
MODEL = any_of(has("kind", "model"), says("foundation model|基础模型|大模型"))
DATASET = any_of(has("kind", "dataset"), says("data ?sets?|数据集"))
BENCH = any_of(has("kind", "benchmark"), says("benchmark|基准"))
AGENT = any_of(has("family", "agent"), says("agents?|agentic|智能体"))
MIM = any_of(has("method", "masked-image-modeling"), says("masked image|mim|掩码"))
MAE = any_of(part_of_name("mae"), tells("mae|masked autoencod|掩码自编码"), MIM)
CONTRAST = any_of(
    has("method", "contrastive", "image-text-contrastive", "image-location-contrastive"), says("contrastive|对比学习")
)
DETECT = any_of(
    has("task", "object-detection", "rotated-object-detection", "open-vocabulary-detection"),
    says("object detection|目标检测"),
)
CAPTION = any_of(has("task", "image-captioning", "region-captioning"), says("caption|图像描述"))
GROUND = any_of(has("task", "visual-grounding"), says("visual grounding|视觉定位"))
RETRIEVE = any_of(has("task", "image-text-retrieval", "image-retrieval"), says("retrieval|检索"))
OPENVOC = any_of(
    has("task", "open-vocabulary-segmentation", "open-vocabulary-detection"), says("open.?vocabulary|开放词汇")
)
SSL = tells("self.?supervis|ssl|自监督")
PRETRAIN = tells("pre.?train|预训练")
S2 = any_of(has("sensor", "sentinel-2"), tells("sentinel.?2|哨兵"))
S1 = any_of(has("sensor", "sentinel-1"), tells("sentinel.?1|哨兵"))
RL = any_of(has("method", "reinforcement-learning"), says("reinforcement|grpo|强化学习"))
SR = any_of(has("task", "super-resolution"), says("super.?resolution|超分"))
COUNT = any_of(has("task", "object-counting"), tells("count|ship|vessel|计数|船"))
MOE = any_of(has("method", "mixture-of-experts"), says("mixture.of.experts|moe|混合专家"))
DIFFUSION = any_of(has("method", "diffusion"), says("diffusion|扩散"))
OPEN_WEIGHTS, OPEN_CODE = has("weights", "open"), has("code", "open")
ZERO_SHOT = any_of(has("task", "zero-shot-classification"), tells("zero.?shot|零样本"))
CROP = any_of(has("task", "crop-mapping"), tells("crop|agricultur|作物|农"))
FLOOD = any_of(has("task", "flood-detection"), tells("flood|洪"))
SURVEY = any_of(has("kind", "survey"), says("surveys?|reviews?|overview|综述"))
EMBED = any_of(has("kind", "embeddings"), says("embedding|嵌入|表征"))
LIDAR = any_of(has("modality", "lidar"), tells("lidar|激光雷达"))
GENERATE = any_of(has("task", "image-generation"), tells("text.?to.?image|generat|生成"))
HIRES = tells("high.?resolution|高分辨率")

JUDGED: dict[str, Relevance] = {
    # names
    "SkySense": part_of_name("skysense"),
    "skysense o": named("SkySense-O"),
    "skysense++": named("SkySense++"),
    "GeoChat": part_of_name("geochat"),
    "geochat": part_of_name("geochat"),
    "RemoteCLIP": named("RemoteCLIP"),
    "remote clip": named("RemoteCLIP"),
    "prithvi": any_of(part_of_name("prithvi"), tells("prithvi")),
    "Prithvi EO 2.0": named("Prithvi-EO-2.0"),
    "satmae++": named("SatMAE++"),
    "SatMAE": part_of_name("satmae"),
    "Scale MAE": named("Scale-MAE"),
    "RingMo": part_of_name("ringmo"),
    "segearth ov": part_of_name("segearthov"),
    "SegEarth-OV": part_of_name("segearthov"),
    "DOFA": part_of_name("dofa"),
    "alphaearth": any_of(part_of_name("alphaearth"), tells("alphaearth")),
    "RS5M": any_of(named("RS5M"), tells("rs5m")),
    "SSL4EO-S12": any_of(named("SSL4EO-S12"), tells("ssl4eo")),
    "spectralgpt": any_of(named("SpectralGPT"), tells("spectralgpt")),
    "earth gpt": part_of_name("earthgpt"),
    "olmoearth": any_of(named("OlmoEarth"), tells("olmoearth")),
    "MAE": MAE,
    "CLIP": any_of(part_of_name("clip"), tells("clip"), has("base", "clip")),
    "JEPA": any_of(part_of_name("jepa"), tells("jepa"), has("method", "predictive-architecture")),
    "hypersig": named("HyperSIGMA"),
    "lhrs": part_of_name("lhrs"),
    # people
    "Bo Du": by("Bo Du"),
    "Du Bo": by("Bo Du"),
    "Wei Zhang": by("Wei Zhang"),
    "Zhang Wei": by("Wei Zhang"),
    "Xiao Xiang Zhu": by("Xiao Xiang Zhu", "Xiaoxiang Zhu"),
    "xiaoxiang zhu": by("Xiao Xiang Zhu", "Xiaoxiang Zhu"),
    "Zhu Xiaoxiang": by("Xiao Xiang Zhu", "Xiaoxiang Zhu"),
    "Liangpei Zhang": by("Liangpei Zhang"),
    "Zhang Liangpei": by("Liangpei Zhang"),
    "Stefano Ermon": by("Stefano Ermon"),
    "begum demir": by("Begüm Demir"),
    r"Beg{\"u}m Demir": by("Begüm Demir"),
    "Naoto Yokoya": by("Naoto Yokoya"),
    "Yokoya": lambda paper: any("Yokoya" in author for author in paper.authors),
    "Xian Sun": by("Xian Sun"),
    "Di Wang": by("Di Wang"),
    "Salman Khan": by("Salman Khan"),
    "Hannah Kerner": by("Hannah Kerner"),
    "Stefano Ermn": by("Stefano Ermon"),
    "Liangpie Zhang": by("Liangpei Zhang"),
    "Jacobs": lambda paper: any(author.split()[-1] == "Jacobs" for author in paper.authors),
    "Roberts": lambda paper: any("Roberts" in author.split() for author in paper.authors),
    "Michal Cholewa": by("Michał Cholewa"),
    # spellings
    "pre-training": PRETRAIN,
    "pretraining": PRETRAIN,
    "pre training": PRETRAIN,
    "selfsupervised": SSL,
    "self-supervised": SSL,
    "crossmodal": tells("cross.?modal|跨模态"),
    "cross-modal": tells("cross.?modal|跨模态"),
    "openvocabulary": OPENVOC,
    "open-vocabulary": OPENVOC,
    "finetuning": tells("fine.?tun|微调"),
    "Sentinel2": S2,
    "Sentinel-2": S2,
    "Sentinel 2": S2,
    "Sentinel1": S1,
    "sentinel-1": S1,
    "change-detection": CHANGE,
    "benchmarks": BENCH,
    "datasets": DATASET,
    "satellites": tells("satellite|卫星"),
    "CVPR 2024": at("CVPR", 2024),
    "CVPR2024": at("CVPR", 2024),
    "CVPR24": at("CVPR", 2024),
    "cvpr'24": at("CVPR", 2024),
    "NeurIPS 2023": at("NeurIPS", 2023),
    "ICCV 2025": at("ICCV", 2025),
    "IEEE TGRS": at("TGRS"),
    "ECCV": at("ECCV"),
    "WACV": at("WACV"),
    "NIPS 2024": at("NeurIPS", 2024),
    "nips24": at("NeurIPS", 2024),
    "ACM Multimedia": at("ACM MM"),
    "Remote Sensing of Environment": at("RSE"),
    "ISPRS P&RS": at("ISPRS JPRS"),
    "IEEE Transactions on Geoscience and Remote Sensing": at("IEEE TGRS"),
    "IEEE Journal of Selected Topics in Applied Earth Observations and Remote Sensing": at("IEEE JSTARS"),
    "遙感": tells("遥感|remote.?sensing"),
    "變化檢測": CHANGE,
    # errors
    "foundaton model": MODEL,
    "segmentaion": any_of(SEGMENT, tells("segment|分割")),
    "hyperspectrl": HYPER,
    "multispectal": any_of(has("modality", "multispectral"), tells("multi.?spectral|多光谱")),
    "contrastve learning": CONTRAST,
    "chnage detection": CHANGE,
    "retreival": RETRIEVE,
    "Prithvy": part_of_name("prithvi"),
    "SkySnese": part_of_name("skysense"),
    "remoteclp": named("RemoteCLIP"),
    "benchmrak": BENCH,
    "reinforcment learning": RL,
    # subjects, English
    "SAR": SAR,
    "CD": CHANGE,
    "UAV": UAV,
    "drone": UAV,
    "VQA": VQA,
    "LLM": LLM,
    "MLLM": LLM,
    "VLM": VLM,
    "change detection": CHANGE,
    "semantic segmentation": SEGMENT,
    "object detection": DETECT,
    "rotated object detection": any_of(has("task", "rotated-object-detection"), says("rotated|oriented")),
    "image captioning": CAPTION,
    "visual grounding": GROUND,
    "visual question answering": VQA,
    "image-text retrieval": RETRIEVE,
    "super-resolution": SR,
    "hyperspectral": HYPER,
    "multispectral": any_of(has("modality", "multispectral"), tells("multi.?spectral|多光谱")),
    "masked image modeling": MIM,
    "contrastive learning": CONTRAST,
    "instruction tuning": any_of(has("method", "instruction-tuning"), tells("instruction|指令")),
    "reinforcement learning": RL,
    "GRPO": any_of(RL, tells("grpo")),
    "mixture of experts": MOE,
    "diffusion model": DIFFUSION,
    "agent": AGENT,
    "foundation model": MODEL,
    "zero-shot": ZERO_SHOT,
    "survey": SURVEY,
    "benchmark": BENCH,
    "land cover classification": any_of(has("task", "land-cover-classification"), tells("land.?cover|土地覆盖")),
    "crop mapping": CROP,
    "flood": FLOOD,
    "time series": any_of(has("modality", "time-series"), tells("time.?series|temporal|时间序列|时序")),
    "geolocalization": any_of(has("task", "geolocalization"), says("geo-?locali|定位")),
    "cloud removal": any_of(has("task", "cloud-removal"), says("cloud|云")),
    "infrared": any_of(has("modality", "infrared"), tells("infrared|thermal|红外")),
    "Lidar": LIDAR,
    "激光雷达": LIDAR,
    "oriented bounding box": any_of(has("task", "rotated-object-detection"), tells("oriented|rotated|旋转|obb")),
    "nighttime lights": any_of(has("sensor", "viirs"), tells("night.?time|night lights|夜")),
    "audio": any_of(has("modality", "audio"), tells("audio|sound|声音")),
    "Mars": tells("mars|火星"),
    "embeddings": EMBED,
    "hallucination": tells("hallucinat|幻觉"),
    "Landsat": any_of(has("sensor", "landsat"), tells("landsat")),
    "disaster": any_of(has("task", "disaster-assessment"), tells("disaster|灾")),
    "knowledge distillation": any_of(has("method", "knowledge-distillation"), tells("distill|蒸馏")),
    "training-free": any_of(has("method", "training-free"), tells("training.?free|免训练|无需训练")),
    "SAR optical fusion": all_of(SAR, any_of(has("modality", "optical", "multispectral"), tells("optical|光学"))),
    "building extraction": any_of(has("task", "building-extraction"), tells("building|建筑")),
    # subjects, Chinese
    "遥感": tells("遥感|remote.?sensing"),
    "基础模型": MODEL,
    "大模型": MODEL,
    "遥感大模型": MODEL,
    "大语言模型": LLM,
    "视觉语言模型": VLM,
    "视觉语言大模型": VLM,
    "多模态大模型": VLM,
    "变化检测": CHANGE,
    "语义分割": SEGMENT,
    "遥感语义分割": SEGMENT,
    "遥感影像语义分割": SEGMENT,
    "目标检测": DETECT,
    "旋转目标检测": any_of(has("task", "rotated-object-detection"), says("旋转|rotated|oriented")),
    "图像描述": CAPTION,
    "视觉问答": VQA,
    "视觉定位": GROUND,
    "图文检索": RETRIEVE,
    "零样本": ZERO_SHOT,
    "高光谱": HYPER,
    "多光谱": any_of(has("modality", "multispectral"), tells("多光谱|multi.?spectral")),
    "合成孔径雷达": SAR,
    "雷达": SAR,
    "无人机": UAV,
    "智能体": AGENT,
    "自监督学习": SSL,
    "对比学习": CONTRAST,
    "掩码图像建模": MIM,
    "强化学习": RL,
    "指令微调": any_of(has("method", "instruction-tuning"), tells("指令|instruction")),
    "扩散模型": DIFFUSION,
    "混合专家": MOE,
    "超分辨率": SR,
    "作物制图": CROP,
    "洪水": FLOOD,
    "综述": SURVEY,
    "数据集": DATASET,
    "评测基准": BENCH,
    "高分辨率遥感影像": HIRES,
    "开放词汇分割": OPENVOC,
    "哨兵2号": S2,
    "哨兵二号": S2,
    "哨兵1号": S1,
    "云去除": any_of(has("task", "cloud-removal"), says("cloud|云")),
    "文生图": GENERATE,
    "火星": tells("火星|mars"),
    "船舶检测": tells("船|ship|vessel"),
    # both, and questions
    "SAR 目标检测": all_of(SAR, any_of(DETECT, tells("detect|检测"))),
    "CLIP 遥感": any_of(part_of_name("clip"), tells("clip")),
    "VLM 变化检测": all_of(CHANGE, LLM),
    "遥感 agent": AGENT,
    "Sentinel-2 预训练": all_of(S2, PRETRAIN),
    "Bo Du change detection": all_of(by("Bo Du"), any_of(CHANGE, tells("change|变化"))),
    "which model can count ships in satellite images": COUNT,
    "哪个模型可以统计遥感影像中的船只": COUNT,
    "what benchmarks exist for visual question answering": any_of(VQA, all_of(BENCH, VLM)),
    "有哪些用于变化检测的基础模型": CHANGE,
    "how to detect floods from SAR": any_of(FLOOD, SAR),
    "open weights SAR": all_of(OPEN_WEIGHTS, has("modality", "sar")),
    "open weights SAR optical": all_of(OPEN_WEIGHTS, has("modality", "sar"), has("modality", "optical")),
    "open source hyperspectral": all_of(OPEN_CODE, has("modality", "hyperspectral")),
    "开源权重 高光谱": all_of(OPEN_WEIGHTS, has("modality", "hyperspectral")),
    "开源代码 变化检测": all_of(OPEN_CODE, has("task", "change-detection")),
    # addresses
    "https://github.com/mbzuai-oryx/GeoChat": named("GeoChat"),
    "github.com/mbzuai-oryx/GeoChat/tree/main/docs": named("GeoChat"),
    "https://huggingface.co/MBZUAI/geochat-7B": named("GeoChat"),
    "git@github.com:mbzuai-oryx/geochat.git": named("GeoChat"),
    "mbzuai-oryx/GeoChat": named("GeoChat"),
    "https://huggingface.co/papers/2311.15826": named("GeoChat"),
    "https://github.com/somebody/GeoChat": named("GeoChat"),
    "Segment Any Change": named("AnyChange"),
    "arXiv:2311.15826": named("GeoChat"),
    "https://arxiv.org/pdf/2311.15826v2.pdf": named("GeoChat"),
    "2311.15826": named("GeoChat"),
    "https://doi.org/10.1109/CVPR52733.2024.02629": named("GeoChat"),
}
