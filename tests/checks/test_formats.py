"""Problems as text, annotations, JSON and SARIF say the same, and nothing in them can pose as something else."""

import json

import pytest

from checks.invented import entry, found_in, other
from rsfm.checks import RULES, formats
from rsfm.locales import Locale
from rsfm.problems import visible

HOSTILE = "::error::x%0A<b>|`a`@all [x](https://a.org)\u202e\u200bＡ"


@pytest.fixture
def problems(tmp_path):
    return found_in(tmp_path, {"terralens.yml": entry(family=f"family: '{HOSTILE}'", added="added: soon")})


def test_text_says_where_what_and_what_to_type(problems):
    first, hint = formats.as_text(problems, Locale.EN).splitlines()[-2:]
    line = entry().count("\n", 0, entry().index("added:")) + 1
    assert first == f"papers/terralens.yml:{line}:8: error: added: “soon” is not a date [RA107]"
    assert hint == "    Write year-month-day: 2026-11-21."


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("form", [formats.as_text, formats.as_json, formats.as_sarif, formats.as_annotations])
def test_no_format_echoes_a_deceptive_character(problems, form, locale):
    written = form(problems, locale)
    assert "U+202E" in written and "U+FF21" in written
    assert not set("\u202e\u200bＡ") & set(written)


def test_json_and_sarif_list_every_problem(problems):
    listed = json.loads(formats.as_json(problems, Locale.EN))["problems"]
    run = json.loads(formats.as_sarif(problems, Locale.ZH))["runs"][0]
    assert [p["code"] for p in listed] == [r["ruleId"] for r in run["results"]] == [p.code for p in problems]
    for result in run["results"]:
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert rule["shortDescription"]["text"] == RULES[result["ruleId"]].title.zh
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1


def test_an_annotation_is_one_line_that_holds_only_its_own_command(problems):
    lines = formats.as_annotations(problems, Locale.EN).splitlines()
    assert len(lines) == len(problems)
    for line in lines:
        assert line.startswith(("::error file=papers/terralens.yml,line=", "::warning file=papers/terralens.yml,line="))
    assert any("%250A" in line for line in lines)


def test_annotations_stay_below_the_cap_of_github(tmp_path):
    many = {f"model-{chr(97 + n)}.yml": entry(added="added: soon", kinds="kinds: [x, y]") for n in range(14)}
    problems = found_in(tmp_path, many)
    lines = formats.as_annotations(problems, Locale.EN).splitlines()
    assert len(lines) == formats.ANNOTATION_LIMIT
    assert lines[-1] == f"::error title=rsfm check::{_in(problems, many, 9)} more problems in 5 files: see the summary"
    assert "%0A" in lines[0]


def _in(problems, files, after):
    by_file = {name: sum(p.place.path == f"papers/{name}" for p in problems) for name in files}
    return sum(sorted(by_file.values(), reverse=True)[after:])


def test_the_summary_is_a_table_of_everything_without_markup_of_its_own(problems):
    table = formats.as_summary(problems, Locale.EN, "last line")
    rows = table.splitlines()[2:]
    assert len(rows) == len(problems) + 2
    assert all(row.count("|") == 7 for row in rows)
    assert not any(mark in row for mark in ("<b>", "`", "@", "](") for row in rows)


def test_the_summary_is_cut_before_github_refuses_it(problems):
    table = formats.as_summary(problems * 5000, Locale.ZH, "last line")
    assert len(table.encode()) < 1024**2
    assert table.splitlines()[-1].startswith("… +")


def test_a_clean_catalog_has_an_empty_list_in_every_format(tmp_path):
    assert found_in(tmp_path, {"terralens.yml": entry(), "orbittalk.yml": other()}) == []
    assert formats.as_text([], Locale.EN) == formats.as_annotations([], Locale.EN) == ""
    assert json.loads(formats.as_json([], Locale.EN)) == {"problems": []}
    assert json.loads(formats.as_sarif([], Locale.EN))["runs"][0]["results"] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("遥感，模型（RS）", "遥感，模型（RS）"),
        ("a\nb\t\x1b[0m", "a<U+000A>b<U+0009><U+001B>[0m"),
        ("\u202eﬁＡ\u3164\u2800e\u0301", "<U+202E><U+FB01><U+FF21><U+3164><U+2800>e<U+0301>"),
        ("x" * 61, "x" * 60 + "…"),
        ("\ud800\udc80", "<U+D800><U+DC80>"),
    ],
)
def test_what_is_not_what_it_looks_like_is_shown_by_its_number(text, shown):
    assert visible(text) == shown
