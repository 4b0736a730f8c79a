"""Whatever the bytes: problems with positions, never an exception, never a long wait, never an odd character printed."""

import os
import time
import tracemalloc

import pytest

from checks.invented import BENCHMARKS, EXAMPLE, SNAPSHOT, TAXONOMY, TODAY, entry, found_in
from checks.mutations import mutated
from rsfm.checks import check, check_entry
from rsfm.checks.mend import mended
from rsfm.locales import Locale
from rsfm.store import load, read_entry

LIMIT = 64 * 1024
MUTATIONS = 3000
WORST = {
    "brackets": "[" * LIMIT,
    "braces": "{" * LIMIT,
    "flow list": "a: [" + "x," * (LIMIT // 2 - 10) + "]",
    "dashes": "- " * (LIMIT // 2),
    "question marks": "? " * (LIMIT // 2),
    "many fields": "".join(f"{n:x}:\n" for n in range(9000)),
    "many fields in braces": "{" + ",".join(f"{n:x}" for n in range(12000)) + "}",
    "one field twice": "a:\n" * (LIMIT // 3),
    "terms": "kinds: [" + ",".join(f"{n:x}" for n in range(12000)) + "]",
    "one long term": "family: " + "ab" * 32000,
    "one long name": "a" * 65000 + ": b",
    "long title": f"title: {'TerraLens ' * 6500}",
    "long name and title": f"name: {'a-' * 16000}\ntitle: {'a-' * 16000}\n",
    "blanks": "name: a" + " " * 65000 + "b",
    "blank lines": "name: |\n" + " \n" * 32000,
    "tags": "<a" * 32000,
    "tags in a title": "title: " + "<a" * 32000,
    "dollars": "title: '" + "$" + "_" * 80 * 800 + "'",
    "dollar pairs": "title: '" + ("$" + "_" * 78) * 800 + "'",
    "backticks": "title: '" + ("`" + "a" * 150 + "\\n") * 400 + "'",
    "brackets of links": "title: '" + "](" * 32000 + "'",
    "ampersands": "title: '" + "&#12345" * 9000 + "'",
    "marks": "title: a" + "\u0301" * 32000,
    "marks in two orders": "title: a" + "\u0301\u0323" * 16000,
    "marks in a comment": "title: a # " + "\u0301\u0323" * 16000,
    "garbled": "title: " + "å€" * 16000,
    "nearly garbled": "title: " + "åa" * 20000,
    "rare letters": "note: {zh: " + "閬" * 20000 + "}",
    "odd letters": "aliases: [" + "ａ," * 15000 + "]",
    "placeholders": "aliases: [" + "TODO, " * 10000 + "]",
    "sentences": "prose: {one_line: {en: '" + "A. " * 20000 + "'}}",
    "word of dashes": "prose: {one_line: {en: '" + "-a" * 32000 + "'}}",
    "laboratories": "authors: ['Ada (" + "lab" * 20000 + "']",
    "marks after a year": "venue: {name: '2024" + "-" * 60000 + "x', year: 2024}",
    "arXiv id": "arxiv_id: " + "v1" * 32000,
    "digits": "model: {gsd: " + "9" * 65000 + "}",
    "dashes of a quantity": "model: {gsd: " + "1-" * 32000 + "}",
    "commas of a quantity": "model: {gsd: '" + "1,111" * 12000 + "'}",
    "percentages": "prose: {summary: {en: '" + "".join(f"by {n}% {n}.5% " for n in range(4000)) + "'}}",
    "metrics": "prose: {summary: {en: '" + "improves mIoU " * 4600 + "by 1%'}}",
    "metrics in Chinese": "prose: {summary: {zh: '" + "精度提升" * 5000 + "1%'}}",
    "variants": "variants: {" + ",".join(f"v{n:x}: swin-b" for n in range(4000)) + "}",
    "variants of one backbone": "variants: {" + ",".join(f"v{n:x}: {{backbone: swin-b}}" for n in range(2300)) + "}",
    "names of variants": "variants: {" + ",".join(f"../{n:x}: " for n in range(6000)) + "}",
    "results": "results: [" + "{on: a, metric: b, how: knn, source: paper, values: {a: 1}}," * 1000 + "]",
    "values": "results: {on: a, values: {" + ",".join(f"a{n:x}: 1" for n in range(6000)) + "}}",
    "a value of many digits": "results: {values: {a: " + "1" * 65000 + "}}",
    "a spread of many digits": "results: {values: {a: '1 ± " + "1" * 65000 + "'}}",
    "sources": "sources: {" + ",".join(f"a{n:x}: 1" for n in range(6000)) + "}",
    "references": "source_of: {" + ",".join(f"a.{n:x}: b{n:x}" for n in range(4000)) + "}",
    "a long path of a source": "source_of: {'" + "model." * 10000 + "gsd': paper}",
    "one long reference": "source_of: {model.gsd: " + "a-" * 32000 + "#x}",
    "data": "data: [" + "{name: A, access: {licence: MIT}}," * 1800 + "]",
    "units": "data: {count: {" + ",".join(f"u{n:x}: 1" for n in range(6000)) + "}}",
    "events": "events: [" + "{date: 2030-01, what: accepted, of: x}," * 1600 + "]",
    "inputs": "results: {inputs: rgb" + "-224" * 16000 + "}",
    "file size": "weights: {size: " + "1 " * 32000 + "GB}",
    "DOI": "doi: 10.1000/" + "%25" * 21000,
    "host": "links: {code: 'https://" + "a-" * 32000 + ".b'}",
    "labels": "links: {code: 'https://" + "a." * 32000 + "'}",
    "slashes": "links: {code: 'https://github.com" + "/" * 65000 + "a'}",
    "path": "links: {code: 'https://github.com/" + "a.git/" * 10000 + "'}",
    "query": "links: {project: 'https://a.b.cd/?" + "utm_a=1&" * 8000 + "'}",
    "authors": "authors: [" + ",".join(f"a{n:x}" for n in range(9000)) + "]",
    "licence": "code: {licence: {name: " + "apache" * 10000 + "}}",
    "comments": "name: a" + " #" * 32000,
    "escapes": 'title: "' + "\\u202e" * 10000 + '"',
    "quotes": "title: " + "'" * 65000,
    "relations": "relations: {builds_on: [" + ",".join(f"a{n:x}" for n in range(9000)) + "]}",
    "nothing": "\x00" * LIMIT,
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    folder = tmp_path_factory.mktemp("catalog")
    benchmarks = BENCHMARKS.encode() + EXAMPLE.with_name("_benchmarks.yml").read_bytes()
    found_in(folder, {"terralens.yml": entry(), "_benchmarks.yml": benchmarks}, SNAPSHOT)
    return load(folder / "papers")


@pytest.mark.parametrize("text", WORST.values(), ids=list(WORST))
def test_the_worst_files_are_judged_at_once(library, text):
    start = time.process_time()
    file = read_entry("papers/terralens.yml", text.encode(), library.taxonomy)
    problems = check_entry(library, file, TODAY)
    assert problems
    assert time.process_time() - start < 2, "far above the usual 0.1 s, so that a busy machine does not fail the test"


def test_a_file_of_any_size_is_judged_in_little_memory(tmp_path):
    found_in(tmp_path, {"terralens.yml": WORST["many fields in braces"]})
    with (tmp_path / "papers" / "huge.yml").open("wb") as file:
        file.truncate(3 * 1024**3)
    tracemalloc.start()
    problems = check(load(tmp_path / "papers"), TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "RA001" in {problem.code for problem in problems if problem.place.path == "papers/huge.yml"}
    assert peak < 100 * 1024**2


def test_thousands_of_mutated_entries_raise_nothing_and_print_nothing_odd(library):
    texts = [EXAMPLE.read_text(encoding="utf-8"), entry()]
    clean = 0
    for seed in range(MUTATIONS):
        data = mutated(texts[seed % 2], seed)
        file = read_entry("papers/terralens.yml", data, library.taxonomy)
        problems = check_entry(library, file, TODAY)
        clean += not problems
        for problem in problems:
            for locale in Locale:
                lines = problem.text(locale).split("\n")
                assert all(line.isprintable() for line in lines), seed
                assert len(lines) <= 2 and problem.hint.get(locale), seed
    assert 0 < clean < MUTATIONS / 2


def test_mending_mutated_entries_ends_and_breaks_nothing(library):
    for seed in range(400):
        file = read_entry("papers/terralens.yml", mutated(entry(), seed), library.taxonomy)
        text = mended(library, file, TODAY)
        if text is not None:
            again = read_entry("papers/terralens.yml", text.encode(), library.taxonomy)
            assert mended(library, again, TODAY) is None, seed
            assert (again.document.root is None) == (file.document.root is None), seed


def test_a_broken_taxonomy_is_a_problem(tmp_path):
    found_in(tmp_path, {"terralens.yml": entry()})
    (tmp_path / "papers" / "_taxonomy.yml").write_text(TAXONOMY.read_text("utf-8") + "family: {}\n", encoding="utf-8")
    assert {problem.code for problem in check(load(tmp_path / "papers"), TODAY)} == {"RA021"}


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero"), lambda path: path.mkdir()])
def test_a_snapshot_that_is_no_regular_file_is_a_problem_and_no_wait(tmp_path, make):
    found_in(tmp_path, {"terralens.yml": entry()}, SNAPSHOT)
    for folder in ("_crossref", "_github"):
        (tmp_path / "papers" / folder).mkdir()
    for name in ("_arxiv/2410.02222.json", "_crossref/10.1000_x.json", "_github/a_b.json"):
        make(tmp_path / "papers" / name)
    problems = check(load(tmp_path / "papers"), TODAY)
    assert [(p.code, p.message.en) for p in problems] == [
        ("RA030", "the snapshot cannot be read: not a regular file")
    ] * 3


def test_a_snapshot_of_any_size_is_refused_in_little_memory(tmp_path):
    found_in(tmp_path, {"terralens.yml": entry()}, SNAPSHOT)
    with (tmp_path / "papers" / "_arxiv" / "2410.02222.json").open("wb") as file:
        file.truncate(3 * 1024**3)
    tracemalloc.start()
    problems = check(load(tmp_path / "papers"), TODAY)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [p.code for p in problems] == ["RA030"]
    assert peak < 100 * 1024**2


@pytest.mark.parametrize("name", ["_taxonomy.yml", "_discovery.yml", "_confirmed.json"])
def test_no_file_beside_the_entries_is_read_through_a_link(tmp_path, name):
    found_in(tmp_path, {"terralens.yml": entry()}, SNAPSHOT)
    path = tmp_path / "papers" / name
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")
    if name == "_taxonomy.yml":
        with pytest.raises(OSError, match="not a regular file"):
            load(tmp_path / "papers")
    else:
        assert {p.code for p in check(load(tmp_path / "papers"), TODAY)} <= {"RA031", "RA030"}
