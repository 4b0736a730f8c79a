"""What publishers hand to Crossref, and the paper that is meant by it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rsfm.fetch.crossref_text import in_capitals, in_title_case
from rsfm.fetch.crossref_work import publication_of
from rsfm.fetch.faults import Fault, Refusal
from rsfm.model import Doi, Publication
from rsfm.model.people import name_in_bibliography
from rsfm.model.venues import short_name

DOI = Doi("10.1000/case.1")
DAY = {"date-parts": [[2024, 3, 1]]}


def judged(**changes: Any) -> Publication | Refusal:
    message = {
        "DOI": DOI,
        "title": ["TerraCase: A Model for Remote Sensing"],
        "author": [{"given": "Ada", "family": "Example"}, {"given": "Bo", "family": "Sample"}],
        "container-title": ["IEEE Transactions on Geoscience and Remote Sensing"],
        "published": DAY,
        "issued": DAY,
        "type": "journal-article",
    }
    answer = {"status": "ok", "message-type": "work", "message": message | changes}
    return publication_of(answer, DOI, "https://api.example.org/works/1", date(2025, 5, 6))


def of(**changes: Any) -> Publication:
    found = judged(**changes)
    assert isinstance(found, Publication), found
    return found


def refused(**changes: Any) -> Refusal:
    found = judged(**changes)
    assert isinstance(found, Refusal), found
    return found


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("TerraSeg: Segmentation &amp; Detection of Clouds at &lt;1 m", "TerraSeg: Segmentation & Detection of Clouds at <1 m"),
        ("TerraSeg: &lt;i&gt;Clouds&lt;/i&gt; for a&lt;b and c&gt;d", "TerraSeg: Clouds for a<b and c>d"),
        (
            'TerraNet: A <inline-formula><tex-math notation="LaTeX">$\\text{S}^2$</tex-math></inline-formula> Network',
            "TerraNet: A S² Network",
        ),
        (
            "A <jats:inline-formula><jats:alternatives><jats:tex-math>$$\\mathrm{CO}_{2}$$</jats:tex-math>"
            "<mml:math><mml:mi>CO</mml:mi><mml:mn>2</mml:mn></mml:math></jats:alternatives></jats:inline-formula> Map",
            "A CO₂ Map",
        ),
        ("A $10^{-3}$ and $x^{ab}$ Map", "A 10⁻³ and x^ab Map"),
        ("Two<br/>Lines <i>in</i> <sub>one</sub>", "Two Lines in one"),
        ("It costs $5", "It costs $5"),
    ],
)  # fmt: skip
def test_a_title_is_plain_text_decoded_once(title: str, plain: str) -> None:
    assert of(title=[title]).title == plain


def test_entities_of_the_journal_are_decoded_too() -> None:
    found = of(**{"container-title": ["ISPRS Journal of Photogrammetry &amp; Remote Sensing"]})
    assert short_name(found.container or "") == "ISPRS JPRS"


@pytest.mark.parametrize(
    ("title", "subtitle", "whole"),
    [
        ("TerraSub", ["A Foundation Model"], "TerraSub: A Foundation Model"),
        ("TerraSub:", ["A Foundation Model"], "TerraSub: A Foundation Model"),
        ("TerraSub: A Foundation Model", ["A foundation model"], "TerraSub: A Foundation Model"),
        ("TerraSub", ["[Software]"], "TerraSub"),
        ("TerraSub", [], "TerraSub"),
    ],
)
def test_title_and_subtitle_are_one_title(title: str, subtitle: list[str], whole: str) -> None:
    assert of(title=[title], subtitle=subtitle).title == whole


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: TerraRet: A Model",
        "WITHDRAWN: TerraRet: A Model",
        "[Retracted] TerraRet: A Model",
        "RETRACTED ARTICLE: TerraRet: A Model",
        "TerraRet: A Model (Retracted)",
    ],
)  # fmt: skip
def test_a_paper_that_was_taken_back_says_so_and_keeps_its_title(title: str) -> None:
    found = of(title=[title])
    assert (found.title, found.retracted) == ("TerraRet: A Model", True)


def test_a_retraction_may_stand_beside_the_title() -> None:
    assert of(**{"updated-by": [{"type": "retraction", "DOI": "10.1000/ret.2"}]}).retracted
    assert not of(**{"updated-by": [{"type": "correction", "DOI": "10.1000/cor.2"}]}).retracted


@pytest.mark.parametrize(
    "changes",
    [
        {"title": ["Retraction Note to: TerraRet: A Model"]},
        {"title": ["Retraction notice to “TerraRet: A Model”"]},
        {"title": ["Correction to: TerraRet: A Model"]},
        {"title": ["Expression of Concern: TerraRet: A Model"]},
        {"title": ["Author Correction: TerraRet"]},
        {"update-to": [{"type": "retraction", "DOI": "10.1000/ret.1"}]},
    ],
)
def test_a_notice_about_another_paper_is_no_paper(changes: dict[str, Any]) -> None:
    assert "a notice about another paper" in refused(**changes).detail.en


def test_a_paper_about_corrections_is_a_paper() -> None:
    assert of(title=["Correction of Clouds: A Model"]).title == "Correction of Clouds: A Model"
    assert of(title=["Atmospheric Correction for Lakes"]).title


@pytest.mark.parametrize(
    ("containers", "event", "short"),
    [
        (["Lecture Notes in Computer Science", "Computer Vision – ECCV 2024"], None, "ECCV"),
        (["Lecture Notes in Computer Science"], {"name": "European Conference on Computer Vision"}, "ECCV"),
        (["2024 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)"], None, "CVPR"),
    ],
)
def test_the_proceedings_go_before_their_series(containers: list[str], event: Any, short: str) -> None:
    assert short_name(of(**{"container-title": containers, "event": event}).container or "") == short


def test_an_unknown_volume_goes_before_its_series() -> None:
    found = of(**{"container-title": ["Lecture Notes in Computer Science", "Invented Models 2024"]})
    assert found.container == "Invented Models 2024"


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        ({"published": [2023, 12, 20], "issued": [2024], "published-print": [2024, 5], "published-online": [2023, 12]}, "2024-05"),
        ({"published": [2023, 12, 20], "issued": [2023, 12, 20], "published-print": [2024]}, "2024"),
        ({"issued": [2024, 11], "published": [2024, 11, 5]}, "2024-11-05"),
        ({"issued": [None], "published": [None], "published-online": [2024, 2, 3]}, "2024-02-03"),
    ],
)  # fmt: skip
def test_the_year_is_the_one_that_is_cited(dates: dict[str, list[int]], published: str) -> None:
    absent = {"published": None, "issued": None}
    assert of(**absent | {name: {"date-parts": [parts]} for name, parts in dates.items()}).published == published


def test_names_keep_the_parts_that_crossref_gives() -> None:
    found = of(
        author=[
            {"name": "Ministry of Food and Agriculture", "sequence": "first"},
            {"given": "María José", "family": "García Muestra"},
            {"given": "John A.", "family": "Example", "suffix": "Jr."},
            {"given": "Ludwig", "family": "van der Sample"},
            {"given": "示例", "family": "李"},
        ]
    )
    assert found.authors == (
        "Ministry of Food and Agriculture",
        "María José García Muestra",
        "John A. Example Jr.",
        "Ludwig van der Sample",
        "李示例",
    )
    assert found.cited == (
        "{Ministry of Food and Agriculture}",
        "García Muestra, María José",
        "Example, Jr., John A.",
        "van der Sample, Ludwig",
        "李, 示例",
    )


def test_what_the_names_tell_themselves_is_not_stored_twice() -> None:
    assert of().cited == ()


def test_volume_issue_pages_and_publisher_are_kept() -> None:
    found = of(volume="62", issue="3", page="1-20", publisher="Example &amp; Sons")
    assert (found.volume, found.issue, found.pages, found.publisher) == ("62", "3", "1-20", "Example & Sons")


@pytest.mark.parametrize(
    "changes", [{"author": []}, {"published": {"date-parts": [[None]]}, "issued": {"date-parts": [[None]]}}]
)
def test_what_is_not_there_is_named(changes: dict[str, Any]) -> None:
    assert "is missing or wrong" in refused(**changes).detail.en


def test_capitals_are_noticed_and_title_case_is_a_suggestion() -> None:
    capitals = "TERRACAPS: A MODEL IN CAPITALS FOR REMOTE-SENSING"
    assert in_capitals(capitals)
    assert in_title_case(capitals) == "Terracaps: A Model in Capitals for Remote-Sensing"
    assert not in_capitals("TerraCAPS: A Model")
    assert not in_capitals("SAR")


@pytest.mark.parametrize(
    ("person", "shown"),
    [
        ({"family": "Roe*", "given": "Jane"}, "Jane Roe"),
        ({"family": "Roe", "given": "Jane†, 2"}, "Jane Roe"),
        ({"family": "Roe,", "given": "Jane"}, "Jane Roe"),
        ({"family": "Roe, Jr.", "given": "John"}, "John Roe Jr."),
        ({"family": "Roe", "given": "Jane, Ph.D."}, "Jane Roe"),
        ({"family": "Roe", "given": "Jane", "suffix": "PhD"}, "Jane Roe"),
        ({"family": "Roe", "given": "Md"}, "Md Roe"),
        ({"family": "and Roe", "given": "Jane"}, "Jane Roe"),
        ({"family": "-", "given": "Madonna"}, "Madonna"),
        ({"family": "Suharto", "given": "."}, "Suharto"),
        ({"family": "ZHANG", "given": "Wei"}, "Wei Zhang"),
        ({"family": "O'BRIEN-SMITH", "given": "Ada"}, "Ada O'Brien-Smith"),
        ({"family": "LU", "given": "J."}, "J. LU"),  # nobody can tell: the capitals are said aloud instead
    ],
)
def test_what_typesetters_leave_in_a_name_is_no_part_of_it(person: dict[str, str], shown: str) -> None:
    found = of(author=[person])
    assert found.authors == (shown,)
    assert [name_in_bibliography(one).shown for one in found.cited] in ([], [shown])


def test_a_list_of_authors_that_breaks_off_is_none() -> None:
    assert refused(author=[{"family": "Roe", "given": "Jane"}, {"family": "et al."}]).fault is Fault.FIELD_MISSING


@pytest.mark.parametrize(
    ("said", "pages", "volume"),
    [
        ({"page": "1-1", "volume": "PP"}, None, None),
        ({"page": "n/a-n/a", "volume": "62"}, None, "62"),
        ({"article-number": "5607514", "volume": "62"}, "5607514", "62"),
        ({"page": "1-17", "article-number": "5607514"}, "1-17", None),
        ({"page": "1-1", "article-number": "5607514"}, "5607514", None),
    ],
)
def test_what_stands_in_the_place_of_pages_is_none(said: dict[str, str], pages: str | None, volume: str | None) -> None:
    found = of(**said)
    assert (found.pages, found.volume) == (pages, volume)


@pytest.mark.parametrize(
    ("title", "plain", "retracted"),
    [
        ("[RETRACTED ARTICLE] TerraCase: A Model", "TerraCase: A Model", True),
        ("(Withdrawn) TerraCase: A Model", "TerraCase: A Model", True),
        ("TerraCase: A Model [Invited]", "TerraCase: A Model", False),
        ("TerraCase: A Model.", "TerraCase: A Model", False),
        ("TerraCase: And Then...", "TerraCase: And Then...", False),
        ("<![CDATA[TerraCase: A Model]]>", "TerraCase: A Model", False),
    ],
)
def test_what_stands_around_a_title_is_no_part_of_it(title: str, plain: str, retracted: bool) -> None:
    found = of(title=[title])
    assert (found.title, found.retracted) == (plain, retracted)
