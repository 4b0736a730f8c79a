"""A citation is BibTeX that every reader of BibTeX takes for the same: names, titles, venues, whatever they hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pybtex.database import Entry as Reference
from pybtex.database import Person, parse_string

from invented import TAXONOMY, entry, snapshot
from rsfm.export.bibtex import bibtex
from rsfm.merge import Paper, merge
from rsfm.model import ArxivId, Doi, Links, Provenance, Publication, Venue, VenueKind, VenueState, Year

ID = ArxivId("2501.00001")
JOURNAL = Venue(name="IEEE TGRS", year=Year(2026), state=VenueState.PUBLISHED, kind=VenueKind.JOURNAL)
CONFERENCE = Venue(name="CVPR", year=Year(2026), state=VenueState.PUBLISHED, kind=VenueKind.CONFERENCE)


def paper(**values: object) -> Paper:
    return merge([entry("terra-lens", **values)], {ID: snapshot(ID)}, TAXONOMY).papers[0]


def read(text: str) -> Reference:
    ((_, found),) = parse_string(text, "bibtex").entries.items()
    return found


def cite(**values: object) -> Reference:
    return read(bibtex(paper(**values)))


def test_a_preprint_is_misc_with_its_arxiv_id() -> None:
    one = replace(paper(arxiv_id=ID), snapshot=snapshot(ID, primary_category="cs.CV"))
    assert bibtex(one) == (
        "@misc{example2025terralens,\n"
        "  title = {{Terra-Lens: An Invented Model}},\n"
        "  author = {Example, Ada and Beispiel, Ben},\n"
        "  year = {2025},\n"
        "  eprint = {2501.00001},\n"
        "  archivePrefix = {arXiv},\n"
        "  primaryClass = {cs.CV},\n"
        "  url = {https://arxiv.org/abs/2501.00001},\n"
        "}\n"
    )


def test_a_journal_paper_is_an_article_in_the_journal_by_its_full_name() -> None:
    found = cite(venue=replace(JOURNAL, volume="63", issue="2", pages="1-20"), doi=Doi("10.1000/x_1%2"), arxiv_id=ID)
    assert found.type == "article"
    assert found.fields["journal"] == "IEEE Transactions on Geoscience and Remote Sensing"
    assert [found.fields[name] for name in ("volume", "number", "pages", "publisher")] == ["63", "2", "1--20", "IEEE"]
    assert found.fields["doi"] == "10.1000/x_1%2"
    assert found.fields["eprint"] == ID


def test_a_conference_paper_is_in_proceedings() -> None:
    found = cite(venue=CONFERENCE, links=Links(paper="https://example.org/cvpr/1"))
    assert found.type == "inproceedings"
    assert found.fields["booktitle"] == (
        "Proceedings of the IEEE/CVF Conference on Computer Vision and Pattern Recognition"
    )
    assert found.fields["url"] == "https://example.org/cvpr/1"
    workshop = cite(venue=replace(CONFERENCE, workshop="EarthVision"))
    assert workshop.fields["booktitle"].endswith("Pattern Recognition Workshops (EarthVision)")


def test_the_published_version_has_the_authors_of_the_journal() -> None:
    venue = replace(JOURNAL, authors=("Bo Sample", "Ada Example"))
    assert list(map(str, cite(venue=venue).persons["author"])) == ["Sample, Bo", "Example, Ada"]


def test_the_key_stays_when_a_preprint_is_published() -> None:
    keys = {bibtex(paper(arxiv_id=ID, **more)).partition(",")[0].partition("{")[2] for more in ({}, {"venue": JOURNAL})}
    assert keys == {"example2025terralens"}


def test_a_venue_of_unknown_kind_is_not_guessed() -> None:
    found = cite(venue=Venue(name="遥感学报", year=Year(2024), state=VenueState.PUBLISHED))
    assert (found.type, found.fields["howpublished"]) == ("misc", "遥感学报")


@pytest.mark.parametrize(
    ("written", "last", "first", "lineage"),
    [
        ("Ada B. Example", "Example", "Ada B.", ""),
        ("John A. Example Jr.", "Example", "John A.", "Jr."),
        ("Wei Li, Ph.D.", "Li", "Wei", ""),
        ("The TerraBig Team", "{The TerraBig Team}", "", ""),
        ("Ministry of Food and Agriculture", "{Ministry of Food and Agriculture}", "", ""),
        ("Ludwig van der Sample", "Sample", "Ludwig", ""),
        ("Ada 't Sample", "Sample", "Ada", ""),
        ("李示例", "李示例", "", ""),
        ("Example & Sons", r"{Example \& Sons}", "", ""),
    ],
)
def test_a_name_is_one_person_with_the_right_parts(written: str, last: str, first: str, lineage: str) -> None:
    (one,) = cite(authors=(written,)).persons["author"]
    assert parts(one) == (last, first, lineage)


def test_the_publisher_tells_the_parts_of_names() -> None:
    said = Publication(
        doi=Doi("10.1000/x"),
        title="T",
        authors=("María José García Muestra", "Ministry of Food"),
        cited=("García Muestra, María José", "{Ministry of Food}"),
        container="Journal of Invention",
        volume="7",
        publisher="Example Press",
        published="2024",
        provenance=Provenance.CROSSREF_API,
        confirmed=date(2025, 1, 1),
    )
    venue = Venue(name="J. Invent.", year=Year(2024), state=VenueState.PUBLISHED, kind=VenueKind.JOURNAL)
    found = read(bibtex(Paper(entry=entry("terra", venue=venue, authors=(), doi=Doi("10.1000/x")), publication=said)))
    assert list(map(parts, found.persons["author"])) == [
        ("García Muestra", "María José", ""),
        ("{Ministry of Food}", "", ""),
    ]
    assert [found.fields[name] for name in ("journal", "volume", "publisher")] == [
        "Journal of Invention",
        "7",
        "Example Press",
    ]


def test_characters_that_mean_something_to_latex_are_escaped() -> None:
    title = cite(title="50% of {x} & $y$ #1 a_b ~ ^ \\end").fields["title"]
    assert r"50\% of \{x\} \& \$y\$ \#1 a\_b \textasciitilde{} \textasciicircum{} \textbackslash{}end" in title


@pytest.mark.parametrize("title", ["A { Brace", "A } Brace", "} and {", "{a}} b", "a { b {c}"])
def test_one_brace_without_its_other_half_does_not_swallow_the_next_reference(title: str) -> None:
    text = bibtex(paper(title=title, authors=("Ada {Example", "Bo Sample"))) + bibtex(
        merge([entry("other")], {}, TAXONOMY).papers[0]
    )
    first, second = parse_string(text, "bibtex").entries.values()
    braces = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
    assert first.fields["title"] == "{" + "".join(braces.get(char, char) for char in title) + "}"
    assert len(first.persons["author"]) == 2
    assert second.fields["title"] == "{Other: An Invented Model}"


def parts(one: Person) -> tuple[str, str, str]:
    return (" ".join(one.last_names), " ".join([*one.first_names, *one.middle_names]), " ".join(one.lineage_names))
