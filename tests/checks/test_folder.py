"""Several processes say of a catalog exactly what one says."""

import os
import shutil

import pytest

from checks.invented import TODAY, entry, found_in, other
from checks.test_rules import FIRST, TWINS
from rsfm.checks import check, folder
from rsfm.checks.folder import cache_beside, check_folder
from rsfm.checks.judging import Judging
from rsfm.cli import main
from rsfm.store import load

FILES = {
    "terralens.yml": entry(relations="relations: {builds_on: [orbittalk, terralense]}"),
    "orbittalk.yml": other(title='title: "TerraLens: An Invented Model for the Ground"', links=""),
    "orbit-talk.yml": other(title="title: terralens - an invented model, of the ground", doi=""),
    "garbled.yml": entry(name="name: Garbled", title="title: Garbled æ¨¡åž‹", arxiv_id="arxiv_id: 2410.0176"),
    "broken.yml": "name: [x",
    "empty.yml": "",
    "Odd Name.yml": entry(name="name: Odd"),
    "notes.txt": "not an entry",
}


@pytest.fixture
def papers(tmp_path):
    found_in(tmp_path, FILES)
    return tmp_path / "papers"


@pytest.mark.parametrize("processes", [1, 2, 3, 20])
def test_the_problems_are_those_that_one_process_finds(papers, processes):
    library = load(papers)
    expected = check(library, TODAY)
    assert {"RA010", "RA109", "RA206", "RA320", "RA323", "RA450"} <= {problem.code for problem in expected}
    assert check_folder(papers, TODAY, processes) == (expected, len(library.files))


@pytest.mark.parametrize(("code", "twin", "stranger"), TWINS)
def test_entries_are_compared_by_the_same_fields(tmp_path, code, twin, stranger):
    for number, text in enumerate((twin, stranger)):
        found = found_in(tmp_path / str(number), {"orbittalk.yml": text, "terralens.yml": FIRST.get(code, entry())})
        assert check_folder(tmp_path / str(number) / "papers", TODAY, 2)[0] == found
        assert (code in {problem.code for problem in found}) == (number == 0)


def test_a_process_that_dies_takes_nothing_along(papers, monkeypatch):
    expected = check(load(papers), TODAY)
    monkeypatch.setattr(folder, "_part", die)
    assert check_folder(papers, TODAY, 2)[0] == expected


def die(paths):
    os._exit(9)


def test_a_large_catalog_is_checked_by_several(papers, monkeypatch, capsys):
    arguments = ["--papers", str(papers), "check", "--format", "json"]
    main(arguments)
    alone = capsys.readouterr().out
    shutil.rmtree(cache_beside(papers))
    monkeypatch.setattr(folder, "WORTH_IT", 2)
    monkeypatch.setattr(folder, "_processors", lambda: 2)
    monkeypatch.setattr(Judging, "judged", in_a_child(Judging.judged))
    main(arguments)
    assert capsys.readouterr().out == alone


def in_a_child(work):
    """Return ``work``, which fails in this process."""
    parent = os.getpid()
    return lambda *given: pytest.fail("one process did it all") if os.getpid() == parent else work(*given)
