"""Another value for one field: its lines change, every other line and value stays, or nothing is done at all."""

from __future__ import annotations

import pytest

from invented import PROJECT
from rsfm.forms.editing import with_value
from rsfm.forms.mistake import correctable_fields
from rsfm.model.register import shape_of
from rsfm.source import read

ENTRIES = sorted(
    path for path in (PROJECT / "papers").glob("*.yml") if path.name == "_example.yml" or path.name[0] != "_"
)
LISTS = {path for path, field in correctable_fields().items() if shape_of(field.kind)[0] == "list"}


def values(text: str) -> dict[str, str]:
    return {path: scalar.text.strip() for path, scalar in read("x.yml", text.encode()).scalars.items()}


SOME = [ENTRIES[0], *ENTRIES[1::45]]
"""The example, which has every field, and entries of every kind; all of them would take minutes and show no more."""


@pytest.mark.parametrize("path", SOME, ids=[path.stem for path in SOME])
def test_any_field_of_any_entry_takes_a_hostile_value_and_gives_it_back(path):
    text = path.read_text("utf-8")
    before = values(text)
    for field in correctable_fields():
        long = f"One.\n\n{field} has two paragraphs.\n  And a line."
        assert values(with_value(read("x.yml", text.encode()), field, long) or "")[field] == long
        hostile = 'a: "b" # c\\d\n- [x] {y} *z & !t 中文'.replace("\n", " ")
        value = [hostile, "no", "1.10"] if field in LISTS else hostile
        changed = with_value(read("x.yml", text.encode()), field, value)
        assert changed is not None, field
        after = values(changed)
        now = {where: one for where, one in after.items() if f"{where}.".startswith(f"{field}.")}
        assert list(now.values()) == (value if isinstance(value, list) else [value])
        assert {w: one for w, one in before.items() if not f"{w}.".startswith(f"{field}.")} == {
            where: one for where, one in after.items() if where not in now
        }
        lost = [line for line in text.splitlines() if line.strip().startswith("#") and line not in changed.splitlines()]
        assert lost == []


@pytest.mark.parametrize(
    ("text", "field", "value", "after"),
    [
        ("name: x\nfamily: y\n", "title", "T", "name: x\ntitle: T\nfamily: y\n"),
        ("family: y", "name", "x", "name: x\nfamily: y\n"),
        ("venue: {name: CVPR, year: 2024}\n", "venue.year", 2025, "venue: {name: CVPR, year: 2025}\n"),
        ("venue: {name: CVPR}\nadded: x\n", "venue.year", 2025, "venue:\n  name: CVPR\n  year: 2025\nadded: x\n"),
        ("venue:\n    name: CVPR\n", "venue.year", 2025, "venue:\n    name: CVPR\n    year: 2025\n"),
        ("authors:\n- A\n- B\ndoi: x\n", "authors", ["C"], "authors: C\ndoi: x\n"),
        ("note: both\nadded: x\n", "note.en", "E", None),
        ("name: x # why\n", "name", "z", "name: z # why\n"),
        ("name: x\r\ntitle: y\r\n", "title", "z", "name: x\r\ntitle: z\r\n"),
        ("{name: x, title: y}\n", "family", "z", None),
        ("name: [\n", "name", "y", None),
        ("code: open\n", "code.state", "none", "code:\n  state: none\n"),
        ("code: open\n", "code.licence.name", "MIT", "code:\n  state: open\n  licence:\n    name: MIT\n"),
        (
            "code: {state: open, licence: MIT}\n",
            "code.licence.proof",
            "repo",
            "code:\n  state: open\n  licence:\n    name: MIT\n    proof: repo\n",
        ),
        ("model: {gsd: {naip: 1}}\n", "model.gsd", "0.3-30", "model:\n  gsd: 0.3-30\n"),
        ("relations:\n  succeeds: a\n", "relations.succeeds", ["a", "b"], "relations:\n  succeeds: [a, b]\n"),
        (
            "links:\n  code:\n  project: x\n",
            "links.code",
            ["a", "B c"],
            "links:\n  code:\n    - a\n    - B c\n  project: x\n",
        ),
    ],
)
def test_a_value_goes_where_a_person_would_put_it(text, field, value, after):
    assert with_value(read("x.yml", text.encode()), field, value) == after
