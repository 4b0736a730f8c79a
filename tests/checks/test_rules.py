"""Every rule finds what breaks it and leaves alone what only comes near; every code is explained."""

import re
from pathlib import Path

import pytest

import rsfm
from checks.cases_of_reading import READING
from checks.cases_of_rules import NEEDS_SNAPSHOT, RULES_OF_ONE
from checks.invented import EXAMPLE, SNAPSHOT, TODAY, entry, found_in, other
from rsfm.checks import RULES, check
from rsfm.identity import folded
from rsfm.locales import Locale
from rsfm.model import Provenance, Publication
from rsfm.problems import Severity
from rsfm.store import load
from rsfm.store.snapshots import CROSSREF


def of(key: str) -> str:
    """Return a result of another model."""
    given = "on: ground-bench, metric: accuracy, how: knn, origin: rerun, source: paper"
    return f"results: [{{{given}, values: {{{key}: 71}}}}]"


FIRST = {
    "RA455": entry(kinds="kinds: [model, dataset]", aliases="aliases: [Data of Foxes]"),
    "RA324": entry(
        variants="variants: {base: {known_as: {torch-bench: terra_base}}, large: {known_as: {torch-bench: terra_large}}}"
    ),
}
"""The entry beside which the others of a rule stand, where it is not the valid one."""
TWINS = [
    # code: (entry beside the valid one that breaks it, one that does not)
    ("RA320", other(arxiv_id='arxiv_id: "2410.01768"'), other()),
    ("RA320", other(doi="doi: 10.1000/TERRALENS.2025"), other(doi="doi: 10.1000/terralens.2026")),
    ("RA320", other(title="title: terralens - an invented model, of the ground"), other()),
    (
        "RA323",
        other(title='title: "TerraLens: An Invented Model for the Ground"'),
        other(title='title: "TerraLens 2: An Invented Model of the Ground"'),
    ),
    (
        "RA324",
        other(name="name: TERRALENS"),
        other(name="name: TERRALENS", relations="relations: {succeeds: terralens}"),
    ),
    (
        "RA325",
        other(links="links: {code: 'https://github.com/TerraLens/TerraLens'}"),
        other(
            links="links: {code: 'https://github.com/TerraLens/TerraLens'}",
            relations="relations: {builds_on: terralens}",
        ),
    ),
    (
        "RA450",
        other(relations="relations: {builds_on: [terralense]}"),
        other(relations="relations: {builds_on: [terralens]}"),
    ),
    (
        "RA450",
        other(relations="relations: {succeeds: [orbittalk]}"),
        other(relations="relations: {succeeds: [terralens]}"),
    ),
    (
        "RA453",
        other(
            relations="relations: {succeeds: [terralens]}", venue="venue: {name: CVPR, year: 2024, state: published}"
        ),
        other(relations="relations: {succeeds: [terralens]}"),
    ),
    ("RA454", other(relations="relations: {uses_dataset: [terralens]}"), other(kinds="kinds: [dataset]")),
    (
        "RA450",
        other(data="data: [{name: A, entry: terralense, source: paper}]"),
        other(data="data: [{name: A, entry: terralens, source: paper}]"),
    ),
    (
        "RA450",
        other(defaults="defaults: {base_entries: [remoteclip]}"),
        other(defaults="defaults: {base_entries: terralens}"),
    ),
    ("RA450", other(results=of("terralense/base")), other(results=of("terralens/base"))),
    ("RA462", other(results=of("terralens/huge")), other(results=of("terralens/base"))),
    (
        "RA455",
        other(data="data: [{name: DATA OF FOXES}]"),
        other(data="data: [{name: Data of Foxes, entry: terralens}]"),
    ),
    ("RA456", other(former_ids="former_ids: terralens"), other(former_ids="former_ids: [orbit-talk]")),
    ("RA455", other(data="data: {name: data-of-foxes}"), other(data="data: [{name: Data of Hares}]")),
    (
        "RA324",
        other(variants="variants: {a: {known_as: {torch-bench: terra_base}}}"),
        other(variants="variants: {a: {known_as: {geo-bench: terra_base}}, b: {known_as: {torch-bench: orbit}}}"),
    ),
]
BY_NAME = [
    # code: (file that breaks it, file that does not)
    ("RA032", "TerraLens.yml", "terralens.yml"),
    ("RA301", "aux.yml", "auxiliary.yml"),
    ("RA302", "orbittalk.yml", "terra-lens.yml"),
]
ONE_BY_ONE = {"RA030", "RA031", "RA041", "RA326", "RA417", "RA452"}
"""Rules that need files or pairs of their own, tried below."""
BY_VISITING = {"RA051", "RA052", "RA053"}
"""What ``rsfm links`` finds by asking servers: tests/links tries it against some."""


def codes(problems):
    return {problem.code for problem in problems}


def each(table):
    return [pytest.param(code, *case, id=code) for code, *case in table]


def catalogs(tmp_path, files, *snapshots):
    return [found_in(tmp_path / str(number), {"terralens.yml": text}, *snapshots) for number, text in enumerate(files)]


BENCHMARKS_FILE = "papers/_benchmarks.yml"


@pytest.mark.parametrize(("code", "broken", "whole"), each([*READING, *RULES_OF_ONE]))
def test_a_rule_finds_what_breaks_it_and_nothing_near_it(tmp_path, code, broken, whole):
    for text, problems in zip(broken, catalogs(tmp_path / "broken", broken), strict=True):
        assert code in codes(problems), text
    for text, problems in zip(whole, catalogs(tmp_path / "whole", whole), strict=True):
        assert code not in codes(problems), text


@pytest.mark.parametrize(("code", "broken", "whole", "said"), each(NEEDS_SNAPSHOT))
def test_a_rule_compares_an_entry_with_its_snapshot(tmp_path, code, broken, whole, said):
    snapshot = {**SNAPSHOT, **said}
    assert all(code in codes(found) for found in catalogs(tmp_path / "broken", broken, snapshot))
    assert all(code not in codes(found) for found in catalogs(tmp_path / "whole", whole, snapshot))


@pytest.mark.parametrize(("code", "twin", "stranger"), each(TWINS))
def test_a_rule_compares_entries_with_each_other(tmp_path, code, twin, stranger):
    first = FIRST.get(code, entry())
    assert code in codes(found_in(tmp_path / "a", {"terralens.yml": first, "orbittalk.yml": twin}))
    assert code not in codes(found_in(tmp_path / "b", {"terralens.yml": first, "orbittalk.yml": stranger}))


@pytest.mark.parametrize(("code", "bad", "good"), each(BY_NAME))
def test_a_rule_judges_the_name_of_a_file(tmp_path, code, bad, good):
    assert code in codes(found_in(tmp_path / "a", {bad: entry()}))
    assert code not in codes(found_in(tmp_path / "b", {good: entry()}))


def test_a_publishers_page_is_in_one_entry_only(tmp_path):
    page = "links: {paper: 'https://journal.science/1'}"
    both = {"terralens.yml": entry(links=page), "orbittalk.yml": other(links=page)}
    assert "RA326" in codes(found_in(tmp_path / "a", both))
    assert "RA326" not in codes(found_in(tmp_path / "b", {**both, "orbittalk.yml": other()}))


def test_paper_ids_that_look_alike_are_found(tmp_path):
    assert "RA323" in codes(found_in(tmp_path / "a", {"terralens.yml": entry(), "terra-1ens.yml": other()}))
    assert "RA323" not in codes(found_in(tmp_path / "b", {"terralens.yml": entry(), "terralens-2.yml": other()}))


def test_relations_that_run_in_a_circle_are_found(tmp_path):
    ours, theirs = "relations: {succeeds: orbittalk}", "relations: {succeeds: terralens}"
    files = {"terralens.yml": entry(relations=ours), "orbittalk.yml": other(relations=theirs)}
    assert "RA452" in codes(found_in(tmp_path / "a", files))
    assert "RA452" not in codes(found_in(tmp_path / "b", {**files, "orbittalk.yml": other()}))


def test_a_twin_is_reported_at_both_entries(tmp_path):
    files = {"terralens.yml": entry(), "orbittalk.yml": other(arxiv_id='arxiv_id: "2410.01768"')}
    found = [problem.place.path for problem in found_in(tmp_path, files) if problem.code == "RA320"]
    assert found == ["papers/orbittalk.yml", "papers/terralens.yml"]


def test_only_regular_files_that_can_be_read_are_entries(tmp_path):
    found_in(tmp_path, {"terralens.yml": entry()})
    papers = tmp_path / "papers"
    (papers / "link.yml").symlink_to(papers / "terralens.yml")
    (papers / "folder.yml").mkdir()
    (papers / "_example.yml").symlink_to(papers / "terralens.yml")
    (papers / ".hidden.yml").write_text(entry(), encoding="utf-8")
    (papers / "_arxiv" / "2410.01768.json").write_text("{", encoding="utf-8")
    problems = check(load(papers), TODAY)
    assert [p.place.path for p in problems if p.code == "RA031"] == [
        f"papers/{name}.yml" for name in ("_example", "folder", "link")
    ]
    assert [p.place.path for p in problems if p.code == "RA032"] == ["papers/.hidden.yml"]
    assert [p.place.path for p in problems if p.code == "RA030"] == ["papers/_arxiv/2410.01768.json"]


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path, monkeypatch):
    found_in(tmp_path, {"terralens.yml": entry()})

    def refuse(self, *args, **kwargs):
        raise PermissionError(13, "Permission denied", str(self))

    opened = Path.open
    monkeypatch.setattr(
        Path, "open", lambda self, *a, **k: (refuse if self.name == "terralens.yml" else opened)(self, *a, **k)
    )
    assert codes(check(load(tmp_path / "papers"), TODAY)) == {"RA031"}


DISCOVERY = """\
signals: {{remote_sensing: {{satellite: {weight}}}, foundation_model: {{foundation model: 5}}}}
threshold: 30
ask: ['{query}']
days: 3
rejected:
  - {{{named}reason: {{zh: 无关, en: Unrelated}}, decided: 2025-01-15}}
  - {{arxiv_id: "2501.00010", title: A, reason: {{zh: 无关, en: Unrelated}}, decided: 2025-01-15}}
  - {{arxiv_id: "{second}", title: B, reason: {{zh: 无关, en: Unrelated}}, decided: 2025-01-15}}
"""
GOOD = {"weight": "5", "named": "title: C, ", "query": "remote sensing", "second": "2501.00011"}


@pytest.mark.parametrize(
    ("code", "bad"),
    [
        ("RA041", {"named": ""}),
        ("RA041", {"query": '"remote sensing'}),
        ("RA041", {"second": "2501.00010"}),
        ("RA113", {"weight": "0"}),
    ],
)
def test_the_file_of_discovery_is_judged_too(tmp_path, code, bad):
    for name, values in (("good", GOOD), ("bad", GOOD | bad)):
        found_in(tmp_path / name, {"terralens.yml": entry()})
        (tmp_path / name / "papers/_discovery.yml").write_text(DISCOVERY.format(**values), encoding="utf-8")
    assert codes(check(load(tmp_path / "good/papers"), TODAY)) == set()
    assert codes(check(load(tmp_path / "bad/papers"), TODAY)) == {code}


def test_days_of_confirmation_that_cannot_be_read_are_a_problem(tmp_path):
    found_in(tmp_path, {"terralens.yml": entry()})
    (tmp_path / "papers/_confirmed.json").write_text("{", encoding="utf-8")
    assert codes(check(load(tmp_path / "papers"), TODAY)) == {"RA030"}


@pytest.mark.parametrize(
    ("title", "is_found"),
    [
        ("TerraLens: An Invented Model of the Ground", False),
        ("Terralens - an Invented Model of the Ground", False),
        ("A Survey of Foxes in Remote Places", True),
        ("OrbitTalk: Speaking with Satellites", True),
    ],
)
def test_a_doi_is_of_the_paper_whose_title_crossref_has(tmp_path, title, is_found):
    found_in(tmp_path, {"terralens.yml": entry()})
    said = Publication(
        doi="10.1000/terralens.2025",
        title=title,
        authors=("Ada Example",),
        published="2024",
        provenance=Provenance.CROSSREF_API,
        confirmed=TODAY,
    )
    CROSSREF.write(tmp_path / "papers", said)
    assert ("RA417" in codes(check(load(tmp_path / "papers"), TODAY))) == is_found


@pytest.mark.parametrize("name", ["../../x", "a/b", ".", "a b", "a--b", "遥感", "a" * 61, "a_b"])
def test_a_term_or_a_benchmark_that_is_a_path_is_refused(tmp_path, name):
    found_in(tmp_path, {"terralens.yml": entry()})
    for file in ("_taxonomy.yml", "_benchmarks.yml", "_sources.yml"):
        path = tmp_path / "papers" / file
        text = path.read_text("utf-8")
        spoilt = {
            "_taxonomy.yml": text.replace("  vision-language:", f'  "{name}":', 1),
            "_benchmarks.yml": text.replace("    val:", f'    "{name}":', 1),
            "_sources.yml": text.replace("torchfox:", f'"{name}":', 1),
        }[file]
        assert spoilt != text
        path.write_text(spoilt, encoding="utf-8")
        assert "RA103" in codes(check(load(tmp_path / "papers"), TODAY)), file
        path.write_text(text, encoding="utf-8")


def test_authors_that_crossref_knows_are_known(tmp_path):
    mine = entry(authors="", arxiv_id="", doi="doi: 10.1000/Terra.1")
    assert "RA436" in codes(found_in(tmp_path / "a", {"terralens.yml": mine}))
    found_in(tmp_path / "b", {"terralens.yml": mine})
    said = Publication(
        doi="10.1000/terra.1",
        title="T",
        authors=("Ada Example",),
        published="2024",
        provenance=Provenance.CROSSREF_API,
        confirmed=TODAY,
    )
    CROSSREF.write(tmp_path / "b/papers", said)
    assert "RA436" not in codes(check(load(tmp_path / "b/papers"), TODAY))


def test_the_valid_entry_has_no_problem(tmp_path):
    assert found_in(tmp_path, {"terralens.yml": entry(), "orbittalk.yml": other()}, SNAPSHOT) == []


def test_the_example_has_no_problem(tmp_path):
    found = found_in(
        tmp_path,
        {name: EXAMPLE.with_name(name).read_bytes() for name in ("_example.yml", "_benchmarks.yml", "_sources.yml")},
    )
    # The benchmarks of the catalog name entries that are not here.
    assert [one.text(Locale.EN) for one in found if (one.code, one.place.path) != ("RA450", BENCHMARKS_FILE)] == []


def test_the_entry_of_a_benchmark_is_one_of_the_catalog(tmp_path):
    assert found_in(tmp_path, {"terralens.yml": entry()}, SNAPSHOT) == []
    path = tmp_path / "papers/_benchmarks.yml"
    path.write_text(path.read_text("utf-8").replace("\n  task:", "\n  entry: terralense\n  task:", 1), "utf-8")
    (found,) = check(load(tmp_path / "papers"), TODAY)
    assert (found.code, found.field.endswith(".entry"), found.place.line > 1) == ("RA450", True, True)
    assert "there is no entry terralense" in found.text(Locale.EN)
    assert "Did you mean terralens?" in found.text(Locale.EN)
    path.write_text(path.read_text("utf-8").replace("terralense", "terralens"), "utf-8")
    assert check(load(tmp_path / "papers"), TODAY) == []


def test_a_former_name_is_answered_with_the_present_one(tmp_path):
    mine = entry(former_ids="former_ids: [terra-lens, tl]")
    said = {
        "relations": other(relations="relations: {succeeds: [tl]}"),
        "data": other(data="data: [{name: A, entry: terra-lens, source: paper}]"),
        "results": other(results=of("tl/base")),
    }
    for number, text in enumerate(said.values()):
        found = found_in(tmp_path / str(number), {"terralens.yml": mine, "orbittalk.yml": text})
        (problem,) = (one for one in found if one.code == "RA450")
        assert problem.message.en.endswith(" was renamed to terralens") and problem.message.zh.endswith(
            "已改名为 terralens"
        )
        assert problem.hint.en == "Write terralens."
    path = tmp_path / "0/papers/_benchmarks.yml"
    path.write_text(path.read_text("utf-8").replace("\n  task:", "\n  entry: terra-lens\n  task:", 1), "utf-8")
    (problem,) = (one for one in check(load(tmp_path / "0/papers"), TODAY) if one.place.path == BENCHMARKS_FILE)
    assert problem.message.en == "terra-lens was renamed to terralens"


def test_every_rule_has_cases():
    tried = {code for code, *_ in (*READING, *RULES_OF_ONE, *NEEDS_SNAPSHOT, *TWINS, *BY_NAME)}
    assert tried | ONE_BY_ONE | BY_VISITING == set(RULES)


def test_every_code_that_is_written_anywhere_is_explained():
    package = Path(rsfm.__file__).parent
    written = {code for file in package.rglob("*.py") for code in re.findall(r'"(RA\d{3})"', file.read_text("utf-8"))}
    assert written == set(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_every_rule_is_explained_in_both_languages(rule):
    assert re.search(r"[\u4e00-\u9fff]", rule.title.zh) and re.search(r"[\u4e00-\u9fff]", rule.why.zh)
    assert not re.search(r"[\u4e00-\u9fff]", rule.title.en) and rule.why.en[-1] in ".…"
    assert rule.severity in Severity


def test_there_are_at_least_sixty_rules():
    assert len(RULES) >= 60


@pytest.mark.parametrize(
    ("changes", "is_found"),
    [
        ({"title": "title: An Invented Model of the Ground"}, True),
        ({"title": 'title: "OrbitTalk: an invented model of the ground"'}, True),
        ({"title": "title: An Invented Model of the Sea and the Sky"}, False),
        ({"title": "title: An Invented Model of the Ground", "relations": "relations: {succeeds: terralens}"}, False),
    ],
)
def test_a_title_without_its_name_is_nearly_the_same(tmp_path, changes, is_found):
    found = found_in(tmp_path, {"terralens.yml": entry(), "orbittalk.yml": other(**changes)})
    wanted = ["papers/orbittalk.yml", "papers/terralens.yml"] if is_found else []
    assert [problem.place.path for problem in found if problem.code == "RA323"] == wanted


@pytest.mark.parametrize(
    ("changes", "is_found"),
    [
        ({"name": "name: Terra-lens"}, True),
        ({"aliases": "aliases: [TERRALENS]"}, True),
        ({"aliases": "aliases: [Terra-Lens]", "relations": "relations: {builds_on: terralens}"}, False),
        ({"aliases": "aliases: [TerraLens-2]"}, False),
        ({"aliases": "aliases: [Common-Bench]"}, False),
    ],
)
def test_a_name_is_compared_with_names_and_aliases(tmp_path, changes, is_found):
    mine = entry(aliases="aliases: [Common-Bench]")
    found = found_in(tmp_path, {"terralens.yml": mine, "orbittalk.yml": other(**changes)})
    assert ("RA324" in codes(found)) == is_found


def test_titles_that_differ_by_plus_signs_are_of_two_papers():
    assert folded("Geospatial Agents That Write C++") != folded("Geospatial Agents That Write C")
    assert folded("SatMAE++") == folded("satmae ++") != folded("SatMAE")
