"""A catalog of invented papers, and a list about them in which everything that can be wrong is wrong once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fetch.invented import all_terms, empty_catalog
from invented import snapshot
from rsfm.store import write_snapshot
from rsfm.store.new_entry import create_entry, entry_text

SKY = "SkyFox: A Vision-Language Foundation Model for Counting Foxes from Orbit"
SEA = "SeaOwl: Training-Free Segmentation of Remote Sensing Images for Owls"
ICE = "IceHare: A Remote Sensing Foundation Model With Masked Hares"
DEW = "DewMole: Geospatial Foundation Model for Underground Interpretation"
GENERAL = "Weighing Sand with Large Vision-Language Models"
RENAMED = "FenToad: Unifying Earth Observation with Agglomerative Toads"
RIGHT_NOW = "MarshToad: Vision-Language Foundation Models for Every Pond"

ENTRIES: dict[str, dict[str, Any]] = {
    "skyfox": {
        "name": "SkyFox",
        "title": SKY,
        "venue": {"name": "CVPR", "year": 2025, "state": "published"},
        "links": {"paper": "https://openaccess.thecvf.com/skyfox", "code": "https://github.com/Invented/SkyFox"},
        "authors": ["Ada Example"],
    },
    "seaowl": {
        "name": "SeaOwl",
        "title": SEA,
        "venue": {"name": "CVPR", "year": 2025, "state": "published"},
        "arxiv_id": "2410.00001",
        "links": {"code": "https://github.com/invented/SeaOwl"},
    },
    "icehare": {
        "name": "IceHare",
        "title": ICE,
        "family": "visual",
        "venue": {"name": "IEEE TGRS", "year": 2022, "state": "published"},
        "links": {"paper": "https://ieeexplore.ieee.org/document/1234567"},
        "authors": ["Bo Beispiel"],
    },
    "dewmole": {
        "name": "DewMole",
        "title": DEW,
        "venue": {"name": "IEEE TPAMI", "year": 2026, "state": "published"},
        "arxiv_id": "2410.00002",
        "links": {"code": "https://github.com/invented/DewMole", "weights": "https://huggingface.co/invented/DewMole"},
        "code": {"state": "open"},
    },
    "sand": {
        "name": "Sand",
        "title": GENERAL,
        "scope": "general",
        "venue": {"name": "ICCV", "year": 2025, "state": "published"},
        "arxiv_id": "2410.00003",
    },
    "marshtoad": {
        "name": "MarshToad",
        "title": RIGHT_NOW,
        "other_titles": [RENAMED],
        "venue": {"name": "arXiv", "year": 2025, "state": "preprint"},
        "arxiv_id": "2503.00004",
        "links": {"code": "https://github.com/invented/MarshToad"},
    },
}

LIST = f"""\
# Awesome Orbit

Everything about Geospatial Fonudation Models.

- ⭐2025-3-18: news, no paper

# Visual-Language Goundation Models 视觉-语言

- 2025-CVPR. [**Paper**](http://arxiv.org/abs/2410.00001) |[**github(code)**](https://github.com/invented/seaowl)

    {SKY}
    </br>我们数猫头鹰。

- 2025-CVPR. [**Paper**](https://cvpr.example.net/poster/1)

    {SKY}
    </br>It counts **foxes**.

- 2025-arxiv. [**Paper**](https://arxiv.org/abs/2503.00004) | [**code**](https://github.com/invented/OldToad)

    SFenToad: Unifying Earth Observation with Agglomerative Toads
    </br>Toads.

- 2024-arxiv.[**Sand(Paper )**](https://arxiv.org/abs/2410.00003)

    {GENERAL}
    </br>Sand 本文提出了一种名为 Sand 的方法。

- 2023.[**DewMole(Paper)**](https://arxiv.org/pdf/2410.00002v2.pdf) | [**github(no code)**](https://github.com/invented/DewMole/)

    DewMole:Geospatial Foundation Model for Underground Interpretation
    </br>DewMole是迄今为止最大的鼹鼠。

- 2022-TGRS Special issue.[**IceHare(Paper)**](https://ieeexplore.ieee.org/abstract/document/1234567)

    IceHare: A Remote Sensing Foundation Model with Masked Hares论文
    </br>Hares.

- 2021-TGRS.[**Again(Paper)**](https://arxiv.org/abs/2410.00001)

    A Thoroughly Different Title of Something Else
    </br>Owls.
"""

CLEAN = """\
# Foundation Models for Foxes

See [the contents](#papers) first.

## Vision-language models 视觉语言

- **FoxTwo: Counting More Foxes with Language** - *CVPR 2025* [[paper]](https://arxiv.org/abs/2501.00020) [[code]](https://github.com/invented/FoxTwo)
- **FoxOne: Counting Foxes with Language** - *CVPR 2024* [[paper]](https://arxiv.org/abs/2401.00010) [[code]](https://github.com/invented/FoxOne)

## Vision models

| Model | Title | Venue | Paper | Code |
| :-- | --- | --- | --- | --- |
| ElkOne | ElkOne: A Self-Supervised Model of Elks | IEEE TGRS 2023 | [paper](https://doi.org/10.1000/elk.1) | [code](https://gitlab.com/invented/elk) |
| ElkTwo | ElkTwo: A Second Self-Supervised Model of Elks | arXiv 2024 | [paper](https://arxiv.org/abs/2402.00030) | |
"""


def catalog(folder: Path) -> Path:
    """Make the catalog of the invented papers and return its ``papers`` folder."""
    papers = empty_catalog(folder, terms=all_terms())
    for paper_id, values in ENTRIES.items():
        usual = {"family": "vision-language", "kinds": ["model"], "added": "2026-01-01", "verified": "2026-01-01"}
        create_entry(papers, paper_id, entry_text(usual | values))
    write_snapshot(papers, snapshot("2410.00001", title=SEA, authors=("Chloé Exemple",)))
    return papers
