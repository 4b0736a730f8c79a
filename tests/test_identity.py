"""One answer to “is this the same paper?”, whatever spelling of its id, title, people or address is at hand."""

from __future__ import annotations

import pytest

from rsfm.identity import Identity, KnownPapers, Sign, folded, goes_by, nearly, renamed

LENS = Identity(
    arxiv_id="2501.90001",
    dois=("10.1000/Invented.1",),
    titles=("TerraLens: An Invented Model for Reading Deserts", "Reading Deserts with Lenses of Sand"),
    addresses=("https://github.com/example/TerraLens",),
)
MAPS = Identity(arxiv_id="cs.CV/0112017", titles=("Folding Maps of Invented Islands, Part 1",))
KNOWN = KnownPapers([("terralens", LENS), ("maps", MAPS)])


def test_titles_are_compared_by_letters_and_digits() -> None:
    assert folded("RS-5M:  A Data Set") == folded("rs5m a dataset")
    assert folded("遥感模型：综述") == folded("遥感模型 综述")
    assert folded("Model 1") != folded("Model 2")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Identity(arxiv_id="2501.90001"), ("terralens", Sign.ARXIV_ID)),
        (Identity(arxiv_id="cs/0112017"), ("maps", Sign.ARXIV_ID)),
        (Identity(dois=("10.1000/INVENTED.1",)), ("terralens", Sign.DOI)),
        (Identity(titles=("reading deserts – with lenses of sand",)), ("terralens", Sign.TITLE)),
        (Identity(addresses=("https://www.github.com/Example/terralens.git",)), ("terralens", Sign.ADDRESS)),
        (Identity(titles=("TerraLens: An Invented Model for Reading Desert",)), ("terralens", Sign.NEARLY)),
        (Identity(arxiv_id="2501.90002", titles=("Another Paper",), addresses=("https://example.org/",)), None),
        (Identity(titles=("Folding Maps of Invented Islands, Part 2",)), None),
        (Identity(), None),
    ],
)
def test_a_paper_is_found_by_any_of_its_signs(wanted: Identity, found: tuple[str, Sign] | None) -> None:
    assert next((match[:2] for match in KNOWN.find(wanted)), None) == found
    assert KNOWN.has(wanted) is (found is not None and found[1].is_certain)


def test_the_surest_sign_comes_first() -> None:
    wanted = Identity(arxiv_id=MAPS.arxiv_id, titles=LENS.titles, addresses=LENS.addresses)
    signs = [(paper, sign) for paper, sign, _ in KNOWN.find(wanted)]
    assert signs[0] == ("maps", Sign.ARXIV_ID)
    assert signs[1] == ("terralens", Sign.TITLE)
    assert ("terralens", Sign.ADDRESS) in signs


def test_parts_of_a_series_are_not_nearly_the_same() -> None:
    assert nearly("Deserts in Twelve Invented Bands, Part 1", "Desert in Twelve Invented Bands, Part 1")
    assert not nearly("Deserts in Twelve Invented Bands, Part 1", "Deserts in Twelve Invented Bands, Part 2")


def test_a_name_alone_may_stand_over_another_papers_title() -> None:
    assert goes_by("TerraLens: Mirrors of Sand", ["Reading Sand"], ["TerraLens"])
    assert not goes_by("TerraLens: Mirrors of Snow", ["Reading Sand"], ["TerraLens"])
    assert goes_by("TerraLens: Mirrors of Snow", ["Reading Sand"], ["Sand Reader", "TerraLens"])


def test_a_renamed_paper_keeps_its_first_author_and_half_of_the_words() -> None:
    titles, people = ["An Invented Model for Reading Deserts"], ["Ada Example", "Bo Beispiel"]
    assert renamed("An Invented Foundation Model for Reading Deserts", ["A. Example", "Chloé Exemple"], titles, people)
    assert not renamed("An Invented Foundation Model for Reading Deserts", ["Bo Somebody"], titles, people)
    assert not renamed("Folding Maps", people, titles, people)
