"""A citation is BibTeX that LaTeX can read, whatever the title holds."""

from invented import TAXONOMY, entry, snapshot
from rsfm.export.bibtex import bibtex
from rsfm.merge import merge
from rsfm.model import ArxivId, Doi, Venue, VenueKind, VenueState


def cite(**values: object) -> str:
    return bibtex(
        merge([entry("terra-lens", **values)], {ArxivId("2501.00001"): snapshot("2501.00001")}, TAXONOMY).papers[0]
    )


def test_a_preprint_is_misc_with_its_arxiv_id():
    assert cite(arxiv_id=ArxivId("2501.00001")) == (
        "@misc{example2025terralens,\n"
        "  title = {{Terra-Lens: An Invented Model}},\n"
        "  author = {Ada Example and Ben Beispiel},\n"
        "  year = {2025},\n"
        "  eprint = {2501.00001},\n"
        "  archivePrefix = {arXiv},\n"
        "}\n"
    )


def test_a_journal_paper_is_an_article_and_a_conference_paper_is_in_proceedings():
    journal = cite(
        venue=Venue(name="IEEE TGRS", year=2024, state=VenueState.PUBLISHED, kind=VenueKind.JOURNAL),
        doi=Doi("10.1000/x"),
    )
    assert journal.startswith("@article{")
    assert "journal = {IEEE TGRS}" in journal
    assert "doi = {10.1000/x}" in journal
    conference = Venue(name="CVPR", year=2024, state=VenueState.PUBLISHED, kind=VenueKind.CONFERENCE)
    assert cite(venue=conference).startswith("@inproceedings{")
    assert "booktitle = {CVPR}" in cite(venue=conference)


def test_a_venue_of_unknown_kind_is_not_guessed():
    cited = cite(venue=Venue(name="遥感学报", year=2024, state=VenueState.PUBLISHED))
    assert cited.startswith("@misc{")
    assert "howpublished = {遥感学报}" in cited


def test_characters_that_mean_something_to_latex_are_escaped():
    title = cite(title="50% of {x} & $y$ #1 a_b ~ ^ \\end")
    assert r"50\% of \{x\} \& \$y\$ \#1 a\_b \textasciitilde{} \textasciicircum{} \textbackslash{}end" in title
