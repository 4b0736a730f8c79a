"""Thirty invented papers of every kind that a bibliography meets: venues, names, titles, and what may be missing."""

from __future__ import annotations

from datetime import date
from typing import Any

from export.made import HOSTILE
from rsfm.locales import Localized
from rsfm.merge import Catalog, merge
from rsfm.model import (
    ArxivId,
    Doi,
    Entry,
    Links,
    PaperId,
    Provenance,
    Snapshot,
    Taxonomy,
    Term,
    Url,
    Venue,
    VenueKind,
    VenueState,
    Year,
)

J, C = VenueKind.JOURNAL, VenueKind.CONFERENCE
PUB, ACC, PRE = VenueState.PUBLISHED, VenueState.ACCEPTED, VenueState.PREPRINT
TWO = ("Ada Example", "Ben Beispiel")
MANY = tuple(f"Ada{chr(97 + n)} Example{chr(97 + n)}" for n in range(24))


def venue(name: str, kind: VenueKind | None = None, state: VenueState = PUB, year: int = 2024, **more: Any) -> Venue:
    return Venue(name=name, year=Year(year), state=state, kind=kind, **more)


def _links(paper: str = "", code: str = "") -> Links:
    return Links(paper=Url(paper) if paper else None, code=(Url(code),) if code else ())


ARXIV = venue("arXiv", state=PRE)
TGRS = "IEEE Transactions on Geoscience and Remote Sensing"
CASES: dict[str, dict[str, Any]] = {
    "preprint": {"venue": ARXIV, "arxiv_id": "2401.00001"},
    "preprint-undated": {"venue": ARXIV, "arxiv_id": "2401.00002", "snapshot": False},
    "preprint-with-doi": {"venue": ARXIV, "arxiv_id": "2401.00003", "doi": "10.1000/early"},
    "preprint-old-id": {"venue": venue("arXiv", state=PRE, year=1999), "arxiv_id": "cs/9901001"},
    "preprint-elsewhere": {"venue": venue("EarthArXiv", state=PRE), "doi": "10.31223/x5"},
    "journal": {"venue": venue(TGRS, J, volume="62", issue="2", pages="1-20"), "doi": "10.1000/a.1"},
    "journal-article-number": {"venue": venue(TGRS, J, volume="62", pages="5603214"), "doi": "10.1000/a.2"},
    "journal-bare": {"venue": venue("Remote Sensing of Environment", J)},
    "journal-early": {"venue": venue("ISPRS JPRS", J, ACC), "arxiv_id": "2401.00004", "doi": "10.1000/a.3"},
    "journal-dashes": {"venue": venue("Remote Sensing", J, volume="16", issue="Suppl. 1", pages="e101 – e120")},
    "journal-own-authors": {"venue": venue("IJCV", J, authors=("Cy Other", *TWO)), "arxiv_id": "2401.00005"},
    "journal-ampersand": {"venue": venue("Earth & Space {Science}", J, volume="3"), "doi": "10.1000/a_b<1>"},
    "conference": {"venue": venue("CVPR", C, pages="100-110"), "arxiv_id": "2401.00006", "doi": "10.1000/c.1"},
    "conference-one-page": {"venue": venue("IGARSS", C, pages="77"), "authors": ("Ada Example",)},
    "conference-accepted": {
        "venue": venue("NeurIPS", C, ACC, track="Datasets and Benchmarks"),
        "arxiv_id": "2401.00007",
    },
    "workshop": {"venue": venue("CVPR", C, workshop="EarthVision")},
    "chinese-journal": {
        "venue": venue("遥感学报", J, volume="28", issue="3", pages="601-615"),
        "title": "遥感基础模型综述",
        "authors": ("李示例", "欧阳范例", "王样本", "赵例子"),
    },
    "chinese-three": {
        "venue": venue("测绘学报", J, volume="53"),
        "title": "多模态遥感",
        "authors": ("李示例", "王样", "张 三"),
    },
    "chinese-preprint": {"venue": ARXIV, "title": "遥感大模型", "authors": ("李示例",), "arxiv_id": "2401.00008"},
    "mixed-names": {"venue": venue("RSE", J), "authors": ("Ada Example", "李示例", "Ben Beispiel", "王样本")},
    "particles": {"venue": venue("RSE", J), "authors": ("Anna van der Beispiel", "Jean-Luc de Exemple", "Bo bin Ali")},
    "initials": {"venue": venue("RSE", J), "authors": ("X. X. Example", "J.-P. Beispiel", "Example, Cy D.")},
    "suffixes": {"venue": venue("RSE", J), "authors": ("Ada Example Jr.", "Beispiel, Ben, III")},
    "group": {"venue": venue("RSE", J), "authors": ("The Invented Earth Team", "Ada Example", "Mononym")},
    "many": {"venue": venue("RSE", J, volume="1"), "authors": MANY},
    "twenty": {"venue": venue("RSE", J, volume="1"), "authors": MANY[:20]},
    "nobody": {"venue": venue("RSE", J), "authors": ()},
    "software": {"venue": venue("Software release"), "links": _links(code="https://example.org/code")},
    "report": {"venue": venue("Invented Space Agency"), "links": _links(paper="https://example.org/report.pdf")},
    "hostile": {
        "venue": venue("=Venue & {Co}%", J),
        "title": HOSTILE,
        "authors": ("=cmd() O'Brien", "{Ada} \\Example"),
    },
    "question": {"venue": venue("CVPR", C), "title": "Do Invented Models See?", "authors": TWO},
}


def thirty() -> Catalog:
    """Return the papers as a catalog."""
    entries, snapshots = [], {}
    for number, (paper_id, case) in enumerate(CASES.items()):
        said = dict(case)
        stored = said.pop("snapshot", True)
        if arxiv_id := said.get("arxiv_id"):
            said["arxiv_id"] = ArxivId(arxiv_id)
            if stored:
                snapshots[ArxivId(arxiv_id)] = Snapshot(
                    arxiv_id=ArxivId(arxiv_id),
                    title="An Invented Model",
                    authors=TWO,
                    published=date(2024, 1, 2 + number % 20),
                    provenance=Provenance.ARXIV_API,
                    confirmed=date(2025, 3, 1),
                )
        if "doi" in said:
            said["doi"] = Doi(said["doi"])
        fields = {
            "paper_id": PaperId(paper_id),
            "name": paper_id.title(),
            "title": f"{paper_id.title()}: An Invented Model",
            "family": "visual",
            "kinds": ("model",),
            "authors": TWO,
            "added": date(2025, 1, 15),
            "verified": date(2025, 2, 1),
        }
        entries.append(Entry(**(fields | said)))
    label = Localized(zh="视觉", en="Visual")
    return merge(entries, snapshots, Taxonomy(vocabularies={"family": {"visual": Term(label=label)}}))
