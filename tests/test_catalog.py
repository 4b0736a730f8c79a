"""The real catalog: complete, clean, and true to the mistakes that are known of its sources."""

from datetime import date

import pytest

from rsfm.checks import check
from rsfm.checks.draft import Draft
from rsfm.checks.publication.against_arxiv import the_title_is_that_of_the_arxiv_id
from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.model import PaperId
from rsfm.store import Library

FIRST_FIFTEEN = [
    "geolangbind",
    "segearth-ov",
    "skysense-o",
    "mir",
    "earthgpt",
    "rs5m",
    "geochat",
    "graft",
    "rsgpt",
    "mtp",
    "remoteclip",
    "crossearth",
    "skysense",
    "ringmo",
    "cgeartheye",
]
METHOD = ("problem", "idea", "framework", "innovation", "design")


def test_the_catalog_has_no_error(real_library: Library):
    assert [p.text(Locale.EN) for p in check(real_library) if p.severity == "error"] == []


def test_the_example_is_a_valid_entry_with_every_field(real_library: Library):
    example = real_library.example
    assert example
    assert example.entry
    assert not example.document.problems
    empty = [name for name in example.entry.__dataclass_fields__ if not getattr(example.entry, name)]
    assert empty == []


@pytest.mark.parametrize("paper_id", FIRST_FIFTEEN)
def test_every_section_is_there_in_both_languages(catalog: Catalog, paper_id: str):
    prose = catalog.by_id[PaperId(paper_id)].entry.prose
    assert prose
    sections = {name: getattr(prose, name) for name in ("one_line", "summary", "highlights", "applications")}
    sections |= {name: getattr(prose.method, name) for name in METHOD}
    # What has no number and no comparison to tell has no highlights.
    missing = [name for name, section in sections.items() if section is None and name != "highlights"]
    assert missing == []
    assert [name for name, section in sections.items() if section and not (section.zh and section.en)] == []
    assert prose.key_points
    assert [len(prose.key_points.get(locale)) for locale in Locale] == [3, 3]


@pytest.mark.parametrize(
    ("paper_id", "field", "right"),
    [
        (
            "segearth-ov",
            "title",
            "SegEarth-OV: Towards Training-Free Open-Vocabulary Segmentation for Remote Sensing Images",
        ),
        ("skysense-o", "arxiv_id", None),
        ("mir", "scope", "general"),
        ("earthgpt", "arxiv_id", "2401.16822"),
        ("rs5m", "arxiv_id", "2306.11300"),
        ("geochat", "title", "GeoChat: Grounded Large Vision-Language Model for Remote Sensing"),
        ("remoteclip", "family", "vision-language"),
        ("crossearth", "arxiv_id", "2410.22629"),
        ("ringmo", "title", "RingMo: A Remote Sensing Foundation Model With Masked Image Modeling"),
    ],
)
def test_known_mistakes_of_earlier_lists_are_not_repeated(catalog: Catalog, paper_id: str, field: str, right: object):
    assert getattr(catalog.by_id[PaperId(paper_id)].entry, field) == right


@pytest.mark.parametrize(
    ("paper_id", "venue", "year"),
    [
        ("graft", "ICLR", 2024),
        ("rsgpt", "ISPRS JPRS", 2025),
        ("mir", "ICCV", 2025),
        ("skysense", "CVPR", 2024),
        ("mtp", "IEEE JSTARS", 2024),
        ("ringmo", "IEEE TGRS", 2023),
    ],
)
def test_venues_are_those_where_papers_appeared(catalog: Catalog, paper_id: str, venue: str, year: int):
    found = catalog.by_id[PaperId(paper_id)].entry.venue
    assert (found.name, found.year) == (venue, year)


def test_every_paper_has_the_authors_that_a_server_knows(catalog: Catalog):
    # Of the others RA436 says that nobody has written them down.
    assert [p.paper_id for p in catalog.papers if not p.authors and (p.snapshot or p.publication)] == []


def test_a_title_over_the_arxiv_id_of_another_entry_is_an_error_and_over_its_own_is_none(real_library: Library):
    files = {f"papers/{paper_id}.yml" for paper_id in FIRST_FIFTEEN}
    files = {file.document.path: file for file in real_library.files if file.document.path in files}
    own = {path: file.values["arxiv_id"] for path, file in files.items() if "arxiv_id" in file.values}

    def is_found(path: str, arxiv_id: str) -> bool:
        snapshot = real_library.snapshots[arxiv_id]
        draft = Draft(
            file=files[path], snapshot=snapshot, publication=None, today=date(2026, 6, 1), library=real_library
        )
        return any(the_title_is_that_of_the_arxiv_id(draft))

    wanted = {(path, arxiv_id): own.get(path) != arxiv_id for path in files for arxiv_id in own.values()}
    assert {pair: is_found(*pair) for pair in wanted} == wanted
