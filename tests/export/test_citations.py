"""A reference is right in each form, whatever names and titles hold, and other people's programs read it back."""

import json
import re
from pathlib import Path

import bibtexparser
import pybtex.database
import pytest
import rispy

from export.thirty import CASES, thirty
from rsfm.export import EXPORTS
from rsfm.export.citations.apa import apa
from rsfm.export.citations.csl import csl
from rsfm.export.citations.gbt import gbt
from rsfm.export.citations.reference import WorkKind, reference
from rsfm.export.citations.ris import ris
from rsfm.export.references import citations
from rsfm.merge import Catalog
from rsfm.model.people import name_of

GOLDEN = Path(__file__).parent / "golden/citations.txt"


@pytest.fixture(scope="module")
def papers() -> Catalog:
    return thirty()


def written(papers: Catalog) -> str:
    lines = []
    for paper_id in CASES:
        cited = reference(papers.by_id[paper_id])
        item = json.dumps(csl(cited), ensure_ascii=False, sort_keys=True)
        lines += [f"== {paper_id}", apa(cited), gbt(cited), item, ris(cited).replace("\r\n", "\n")]
    return "\n".join(lines)


def test_thirty_references_are_as_a_person_checked_them(papers):
    assert written(papers) == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "family", "given", "initials"),
    [
        ("Ada Example", "Example", "Ada", "A."),
        ("Xiao Xiang Zhu", "Zhu", "Xiao Xiang", "X. X."),
        ("Jean-Luc K. Example", "Example", "Jean-Luc K.", "J.-L. K."),
        ("Anna van der Beispiel", "van der Beispiel", "Anna", "A."),
        ("Example, Ada", "Example", "Ada", "A."),
        ("李示例", "李", "示例", "示."),
        ("欧阳范例", "欧阳", "范例", "范."),
        ("欧阳", "欧", "阳", "阳."),
        ("The Invented Earth Team", "The Invented Earth Team", "", ""),
        ("Mononym", "Mononym", "", ""),
        ("Beispiel, Bo, Jr.", "Beispiel", "Bo", "B."),
        ("Ada de la Muestra Ejemplo", "de la Muestra Ejemplo", "Ada", "A."),
        ("Bardi de Muestra", "de Muestra", "Bardi", "B."),
        ("Xiaofeng Ai", "Ai", "Xiaofeng", "X."),
        ("Chen Meng", "Meng", "Chen", "C."),
        ("Ada Example, M.Eng.", "Example", "Ada", "A."),
    ],
)
def test_a_name_is_taken_apart(text, family, given, initials):
    name = name_of(text)
    assert (name.family, name.given, name.initials) == (family, given, initials)


def test_gbt_says_etc_in_the_language_of_the_names(papers):
    assert gbt(reference(papers.by_id["chinese-journal"])).startswith(
        "李示例, 欧阳范例, 王样本, 等. 遥感基础模型综述[J]. 遥感学报, 2024, 28(3): 601-615."
    )
    assert ", et al. " in gbt(reference(papers.by_id["many"]))


def test_ris_is_read_back_to_the_same_fields(papers):
    (text,) = [text for path, text in EXPORTS["en/papers.ris"].files(papers, "") if path == "en/papers.ris"]
    read = {record["id"]: record for record in rispy.loads(text)}
    assert len(read) == len(CASES)
    for paper in papers.papers:
        cited, record = reference(paper), read[paper.paper_id]
        assert record["title"] == cited.title
        assert record.get("authors", []) == [name.inverted for name in cited.authors]
        assert record["year"] == str(cited.year)
        assert record.get("doi", "") == cited.doi
        assert record.get("volume", "") == cited.volume
        where = record.get("publisher" if cited.kind is WorkKind.PREPRINT else "secondary_title")
        assert where == cited.container


def test_csl_holds_what_the_reference_says(papers):
    (text,) = [text for path, text in EXPORTS["en/papers.csl.json"].files(papers, "") if path == "en/papers.csl.json"]
    for item in json.loads(text):
        cited = reference(papers.by_id[item["id"]])
        assert item["title"] == cited.title
        assert len(item.get("author", [])) == len(cited.authors)
        assert item["issued"]["date-parts"][0][0] == cited.year
        assert all(value for value in item.values())


def test_every_list_has_its_files_in_both_languages(papers):
    paths = {path for name in ("en/papers.bib", "en/papers.ris") for path, _ in EXPORTS[name].files(papers, "")}
    for ending in ("bib", "ris"):
        assert {f"{locale}/{place}.{ending}" for locale in ("zh", "en") for place in ("papers", "years/2024")} <= paths
        assert f"cite/preprint.{ending}" in paths


def test_no_form_breaks_its_line(papers):
    for paper in papers.papers:
        forms = citations(paper)
        assert list(forms) == ["BibTeX", "RIS", "APA 7", "GB/T 7714—2015"]
        assert "\n" not in forms["APA 7"] + forms["GB/T 7714—2015"]
        assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in forms["RIS"].splitlines())


def test_bibtex_is_read_by_other_programs_to_as_many_papers(papers):
    (text,) = [text for path, text in EXPORTS["en/papers.bib"].files(papers, "") if path == "en/papers.bib"]
    read = pybtex.database.parse_string(text, "bibtex")
    assert len(read.entries) == len(CASES)
    library = bibtexparser.parse_string(text)
    assert (len(library.entries), library.failed_blocks) == (len(CASES), [])
    authors = {"preprint": 2, "chinese-journal": 4, "many": 24}
    by_title = {entry.fields["title"].strip("{}"): entry for entry in read.entries.values()}
    for paper_id, count in authors.items():
        assert len(by_title[papers.by_id[paper_id].entry.title].persons["author"]) == count
