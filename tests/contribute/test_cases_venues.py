"""Where a paper appeared, told from the usual long names of venues and from what authors write of it."""

from __future__ import annotations

import pytest

from rsfm.model import VenueKind
from rsfm.model.venue_names import VENUES
from rsfm.model.venues import kind_of, name_in, names_of_venue, short_name, venue_in_comment, venue_in_reference

LONG_NAMES = {
    "2024 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)": "CVPR",
    "2023 IEEE/CVF International Conference on Computer Vision (ICCV)": "ICCV",
    "2024 IEEE/CVF Winter Conference on Applications of Computer Vision (WACV)": "WACV",
    "IGARSS 2024 - 2024 IEEE International Geoscience and Remote Sensing Symposium": "IGARSS",
    "Proceedings of the AAAI Conference on Artificial Intelligence": "AAAI",
    "Advances in Neural Information Processing Systems": "NeurIPS",
    "Advances in Neural Information Processing Systems 37": "NeurIPS",
    "Computer Vision – ECCV 2024": "ECCV",
    "Proceedings of the 32nd ACM International Conference on Multimedia": "ACM MM",
    "Proceedings of the Thirty-Third International Joint Conference on Artificial Intelligence": "IJCAI",
    "Proceedings of the 62nd Annual Meeting of the Association for Computational Linguistics": "ACL",
    "IEEE Transactions on Circuits and Systems for Video Technology": "IEEE TCSVT",
    "ISPRS Journal of Photogrammetry &amp; Remote Sensing": "ISPRS JPRS",
    "IEEE Trans. Geosci. Remote Sens.": "IEEE TGRS",
    "IEEE J. Sel. Top. Appl. Earth Obs. Remote Sens.": "IEEE JSTARS",
    "Int. J. Appl. Earth Obs. Geoinf.": "JAG",
    "Remote Sens. Environ.": "RSE",
    "Remote Sensing": "Remote Sensing",
    "CVPR 2024": "CVPR",
    "NIPS '2024": "NeurIPS",
    "The Thirteenth International Conference on Learning Representations": "ICLR",
    "IEEE/CVF International Conference on Computer Vision, ICCV 2025": "ICCV",
    "Proceedings of the 31st ACM SIGKDD Conference on Knowledge Discovery and Data Mining V.2": "KDD",
}


@pytest.mark.parametrize(("text", "short"), LONG_NAMES.items())
def test_every_usual_form_of_a_venue_has_its_short_name_and_kind(text: str, short: str) -> None:
    assert short_name(text) == short
    journal = short.startswith(("IEEE ", "ISPRS", "RSE", "JAG", "Remote"))
    assert kind_of(text) is (VenueKind.JOURNAL if journal else VenueKind.CONFERENCE)


@pytest.mark.parametrize(
    "text",
    [
        "2024 IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)",
        "Computer Vision – ECCV 2024 Workshops",
        "Lecture Notes in Computer Science",
        "Journal of Invented Results",
        "Remote Sensing Letters of Example",
    ],
)
def test_what_is_another_venue_or_a_workshop_has_no_short_name(text: str) -> None:
    assert short_name(text) is None


@pytest.mark.parametrize(
    "comment",
    [
        "Accepted by CVPR 2025 EarthVision",
        "Accepted at ICLR 2025 Machine Learning for Remote Sensing (ML4RS)",
        "Accepted to ECCV 2024 CV4E",
        "Accepted at NeurIPS 2024, GeoSense4All",
        "ICCV 2025 TerraBytes",
        "CVPR 2025 (TerraLens4Good)",
    ],
)
def test_a_workshop_at_a_conference_is_not_the_conference(comment: str) -> None:
    assert venue_in_comment(comment) is None


@pytest.mark.parametrize(
    ("comment", "name"),
    [
        ("Accepted by CVPR 2025", "CVPR"),
        ("Accepted by CVPR 2025. Code: https://example.org", "CVPR"),
        ("CVPR 2025 (Highlight)", "CVPR"),
        ("CVPR 2025, 14 pages", "CVPR"),
        ("NeurIPS 2024 Datasets and Benchmarks Track", "NeurIPS"),
        ("Accepted to AAAI 2025 AI for Social Impact Track", "AAAI"),
        ("ICCV 2025, GitHub: example/terra", "ICCV"),
        ("To appear in ECCV 2024; Project page: https://example.org", "ECCV"),
        ("Accepted at the 2024 conference", None),
    ],
)
def test_the_conference_itself_is_known(comment: str, name: str | None) -> None:
    venue = venue_in_comment(comment)
    assert (venue.name if venue else None) == name


def test_a_reference_names_the_longer_of_two_venues_inside_each_other() -> None:
    venue = venue_in_reference(
        "IEEE/CVF International Conference on Computer Vision and Pattern Recognition 2024, pp. 1-9"
    )
    assert venue
    assert venue.name == "CVPR"
    assert name_in("a remote sensing paper of ICCV") == "ICCV"


@pytest.mark.parametrize("short", VENUES)
def test_every_name_by_which_readers_ask_for_a_venue_names_it(short: str) -> None:
    assert {short_name(name) for name in names_of_venue(short)} <= {short}
    assert (names_of_venue(short) == ()) == VENUES[short].by_chance
