"""The committed issue forms are those that follow from the taxonomy and the model, and GitHub can read them."""

import re
from pathlib import Path

import pytest
import yaml

from rsfm.cli import main
from rsfm.forms.both_forms import forms_of
from rsfm.forms.files import form_files
from rsfm.forms.mistake import correctable_fields
from rsfm.forms.questions import AnswerKind
from rsfm.model import VenueKind, VenueState
from rsfm.store import load_beside

PROJECT = Path(__file__).parents[2]
TAXONOMY = load_beside(PROJECT / "papers").taxonomy
FILES = form_files(TAXONOMY)
FORMS = {name: yaml.safe_load(text) for name, text in FILES.items() if name != "config.yml"}
QUESTIONS = [(form, question) for form in forms_of(TAXONOMY).values() for question in form.questions]


@pytest.mark.parametrize("name", FILES)
def test_the_committed_form_is_the_one_that_would_be_written(name: str):
    committed = (PROJECT / ".github/ISSUE_TEMPLATE" / name).read_text("utf-8")
    assert committed == FILES[name], "run rsfm forms"


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_what_github_demands(name: str):
    form = FORMS[name]
    assert form["name"] and len(form["description"]) <= 200 and form["labels"]
    ids = [element["id"] for element in form["body"] if element["type"] != "markdown"]
    labels = [element["attributes"]["label"] for element in form["body"] if element["type"] != "markdown"]
    assert len(set(ids)) == len(ids) and len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[a-z0-9_-]+", one) for one in ids)
    for element in form["body"]:
        assert element["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}


def test_an_option_is_text_that_can_be_told_from_its_neighbours():
    for _, question in QUESTIONS:
        assert len(set(question.options)) == len(question.options)
        if question.kind in (AnswerKind.CHOICE, AnswerKind.CHOICES):
            for option in question.options:
                assert ", " not in option and option.lower() != "none"


def test_every_heading_and_every_about_is_bilingual():
    for _, question in QUESTIONS:
        assert re.search(r"[\u4e00-\u9fff]|DOI", question.label.zh or "")
        assert not re.search(r"[\u4e00-\u9fff]", question.label.en or "")
        assert bool(question.about.zh) == bool(question.about.en)


def test_every_term_is_offered():
    options = {q.id: [o.split(" · ")[0] for o in q.options] for form, q in QUESTIONS if form.name == "add_paper"}
    assert options["family"] == list(TAXONOMY["family"])
    assert options["tasks"] == list(TAXONOMY["task"])
    assert (options["state"], options["venue_kind"]) == (list(VenueState), list(VenueKind))


def test_every_field_of_an_entry_can_be_corrected_but_the_curators_own():
    fields = correctable_fields()
    assert {"name", "venue.year", "links.code", "weights.licence.proof", "prose.one_line.zh"} <= fields.keys()
    assert not {"paper_id", "added", "verified"} & fields.keys()
    offered = [o.split(" · ")[0] for form, q in QUESTIONS if q.id == "field" for o in q.options]
    assert offered == [*fields, "other"]


def test_the_verb_writes_the_forms_and_says_which_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    command = ["--papers", str(PROJECT / "papers"), "forms", "--output", str(tmp_path)]
    assert main(command) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(command) == 0
    assert capsys.readouterr().out == ""
    assert main([*command[:-1], str(tmp_path / "config.yml")]) == 2
