"""An invented catalog: one valid entry, its snapshot, and ways to spoil them."""

import json
from datetime import date
from pathlib import Path

from rsfm.checks import check
from rsfm.problems import Problem
from rsfm.store import load

TODAY = date(2026, 6, 1)
TAXONOMY = Path(__file__).parents[2] / "papers" / "_taxonomy.yml"
EXAMPLE = TAXONOMY.with_name("_example.yml")

FIELDS = {
    "name": "name: TerraLens\n",
    "title": 'title: "TerraLens: An Invented Model of the Ground"\n',
    "aliases": "",
    "other_titles": "",
    "former_ids": "",
    "family": "family: vision-language\n",
    "kinds": "kinds: [model]\n",
    "authors": "authors: [Ada Example, Bo Sample]\n",
    "venue": "venue: {name: CVPR, year: 2025, state: published, kind: conference}\n",
    "arxiv_id": 'arxiv_id: "2410.01768"\n',
    "doi": "doi: 10.1000/terralens.2025\n",
    "links": "links:\n  code: https://github.com/terralens/terralens\n  weights: https://huggingface.co/terralens/base\n",
    "code": "code:\n  state: open\n  licence: {name: MIT, proof: repo#LICENSE}\n",
    "weights": "weights: {state: open}\n",
    "model": "model:\n  modalities: [optical, text]\n  gsd: 1-10\n",
    "defaults": "defaults: {input_size: 224, bands: rgb}\n",
    "variants": """variants:
  base: {backbone: vit-b-16, parameters: 151M, hub: terralens/base, source: "repo#README.md:L40"}
  large: {backbone: vit-l-14, parameters: ~0.4B, weights: {state: announced}, source: "repo#README.md:L41"}
""",
    "checkpoints": "",
    "data": """data:
  - name: Ground-1M
    role: [introduced, pre-training]
    count: {image-text-pairs: 1M}
    gsd: {sentinel-2: 10}
    years: 2016-2021
    access: unknown
    source: paper#Section 3
""",
    "results": """results:
  - on: ground-bench
    metric: accuracy
    how: zero-shot
    source: paper#Table 2
    values: {base: 71.29, large: 74.5 ± 0.2 (5)}
""",
    "keywords": "keywords:\n  zh: [视觉语言模型, 遥感]\n  en: [vision-language model, remote sensing]\n",
    "relations": "",
    "events": "",
    "sources": "",
    "source_of": "",
    "note": "",
    "prose": """prose:
  origin: person
  one_line:
    zh: 用一个虚构的模型说明地面。
    en: Explains the ground with a model that does not exist.
  key_points:
    zh: [现有模型不懂地面。, 本文的模型懂得地面。, 实验证明了这一点。]
    en: [Models did not know the ground., This one does., Experiments say so.]
  summary:
    zh: 这是一个虚构的模型，用来检查规则。
    en: An invented model that rules are tried on.
""",
    "added": "added: 2025-11-01\n",
    "verified": "verified: 2026-02-01\n",
}
BENCHMARKS = """ground-bench:
  label: Ground-Bench
  definition: {zh: 虚构的评测基准。, en: An invented benchmark.}
  task: scene-classification
  metrics:
    accuracy: {label: Accuracy, better: higher, low: "0", high: "100", aliases: [OA]}
    rmse: {label: RMSE, unit: m, better: lower, low: "0"}
  splits:
    test: {label: {zh: 测试集, en: test}, default: "yes"}
    val: {label: {zh: 验证集, en: validation}}
sky-bench:
  label: Sky-Bench
  definition: {zh: 另一个虚构的评测基准。, en: Another one.}
  task: scene-classification
  metrics: {accuracy: {label: Accuracy, better: higher}}
  splits: {tr-20: {label: tr-20}, tr-50: {label: tr-50}}
"""
SOURCES = """torchfox:
  url: https://github.com/torchfox/torchfox
  revision: 65507dcbc4a5
"""
SNAPSHOT = {
    "arxiv_id": "2410.01768",
    "authors": ["Ada Example", "Bo Sample"],
    "confirmed": "2026-05-01",
    "provenance": "fact-sheet",
    "published": "2024-10-02",
    "title": "TerraLens: An Invented Model of the Ground",
}


def entry(**changes: str) -> str:
    """Return the valid entry with some fields typed otherwise; ``extra`` goes to the end, an empty text leaves out."""
    extra = changes.pop("extra", "")
    unknown = changes.keys() - FIELDS.keys()
    assert not unknown, unknown
    fields = {**FIELDS, **changes}
    return "".join(text if not text or text.endswith("\n") else text + "\n" for text in fields.values()) + extra


def other(**changes: str) -> str:
    """Return a second valid entry that shares nothing with the first."""
    fields = {
        "name": "name: OrbitTalk",
        "title": "title: OrbitTalk speaks with satellites about everything",
        "venue": "venue: {name: ICLR, year: 2025, state: accepted, kind: conference}",
        "arxiv_id": 'arxiv_id: "2411.02345"',
        "doi": "doi: 10.1000/orbittalk",
        "links": "links:\n  code: https://github.com/orbit/talk\n  weights: https://huggingface.co/orbit/talk\n",
        "code": "code: {state: open}",
    }
    return entry(**{**fields, **changes})


def found_in(folder: Path, files: dict[str, str | bytes], *snapshots: dict) -> list[Problem]:
    """Put ``files`` and ``snapshots`` into an empty catalog below ``folder`` and return its problems."""
    papers = folder / "papers"
    (papers / "_arxiv").mkdir(parents=True)
    (papers / "_taxonomy.yml").write_bytes(TAXONOMY.read_bytes())
    (papers / "_benchmarks.yml").write_text(BENCHMARKS, encoding="utf-8")
    (papers / "_sources.yml").write_text(SOURCES, encoding="utf-8")
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (papers / name).write_bytes(data)
    for snapshot in snapshots:
        (papers / "_arxiv" / f"{snapshot['arxiv_id']}.json").write_text(json.dumps(snapshot), encoding="utf-8")
    return check(load(papers), TODAY)
