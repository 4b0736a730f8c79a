"""Values of papers and reruns of harnesses in one table, each with where it comes from."""

import csv
import io
import json

from results.invented import catalog, entry, harness, rerun
from results.invented import result as measured_by_authors
from rsfm.export import EXPORTS
from rsfm.merge import Catalog

NAME = "=HYPERLINK(1)"


def made() -> Catalog:
    rows = (
        rerun("alder_b", "0.8123", spread="0.01", runs=5, note="3 seeds"),
        rerun("alder_b", "0.7", superseded="2026-02-01: a newer run"),
        rerun(NAME, "81.5", unit="percent"),
        rerun("birch", "7", unit="points", head="knn"),
    )
    papers = entry("alder", measured_by_authors({"base": "80.1", "large": "82.5"}), fieldbench="alder_b")
    return catalog(papers, harnesses=(harness(*rows),))


def read(path: str, papers: Catalog) -> str:
    return dict(EXPORTS[path].files(papers, ""))[path]


def test_reruns_follow_the_values_of_papers():
    rows = list(csv.DictReader(io.StringIO(read("api/v1/results.csv", made()), newline="")))
    assert [(row["paper_id"], row["variant"], row["value"], row["origin"]) for row in rows] == [
        ("alder", "base", "80.1", "own"),
        ("alder", "large", "82.5", "own"),
        ("alder", "base", "81.23", "rerun"),
        ("", f"'{NAME}", "81.5", "rerun"),
        ("", "birch", "7.0", "rerun"),
    ]
    first, known, unknown = rows[0], rows[2], rows[4]
    assert (first["reported_by"], first["measured_by"], first["commit"]) == ("alder", "", "")
    assert (known["reported_by"], known["measured_by"], known["source"]) == ("", "fieldbench", "results/a.csv:L2")
    assert (known["unit"], known["typed"], known["spread"], known["runs"]) == ("percent", "0.8123", "1.0", "5")
    assert known["commit"] == "0123456789abcdef0123456789abcdef01234567"
    assert unknown["unit"] == "points", "what cannot be brought into the unit of the benchmark stays as printed"


def test_both_files_hold_the_same_and_nothing_that_is_not_known():
    rows = csv.DictReader(io.StringIO(read("api/v1/results.csv", made()), newline=""))
    objects = json.loads(read("api/v1/results.json", made()))["results"]
    assert [{name for name, said in row.items() if said} for row in rows] == [set(each) for each in objects]
    assert "paper_id" not in objects[3]


def test_every_rerun_that_counts_is_in_the_real_file(catalog):
    objects = json.loads(read("api/v1/results.json", catalog))["results"]
    for name, taken in catalog.harnesses.items():
        found = [(each["typed"], each["source"]) for each in objects if each.get("measured_by") == name]
        assert found == [(row.value, row.place) for row in taken.counting]
