"""``rsfm check`` at the command line: exit codes, limits to files, languages, formats and ``--fix``."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from checks.invented import SNAPSHOT, entry, found_in, other
from rsfm.cli import main

STALE = {"added": f"added: {date.today()}", "verified": f"verified: {date.today()}"}
BAD = entry(**{**STALE, "family": "family: visaul"})
DOUBTFUL = entry(**{**STALE, "title": "title: TerraLens An Invented Model of the Ground."})


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    def run_check(files, *arguments):
        found_in(tmp_path, files, SNAPSHOT)
        monkeypatch.chdir(tmp_path)
        for name in ("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_STEP_SUMMARY"):
            monkeypatch.delenv(name, raising=False)
        code = main(["check", *arguments])
        return code, capsys.readouterr().out

    return run_check


def test_a_clean_catalog_exits_with_0(run):
    code, out = run({"terralens.yml": entry(**STALE)})
    assert (code, out) == (0, "1 entry: 0 errors, 0 warnings\n")


def test_errors_exit_with_1_and_name_the_right_word(run):
    code, out = run({"terralens.yml": BAD})
    assert code == 1
    assert "papers/terralens.yml:3:9: error: family: “visaul” is not a term" in out
    assert "Did you mean visual?" in out


def test_warnings_alone_exit_with_0_unless_strict(run, tmp_path):
    assert run({"terralens.yml": DOUBTFUL})[0] == 0
    assert main(["--papers", str(tmp_path / "papers"), "check", "--strict"]) == 1


def test_a_place_without_a_catalog_exits_with_2(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2


@pytest.mark.parametrize("name", ["papers/nobody.yml", "elsewhere.yml"])
def test_a_file_that_is_not_in_the_catalog_exits_with_2(run, name):
    assert run({"terralens.yml": BAD}, name)[0] == 2


def test_the_report_is_limited_to_the_files_named(run):
    files = {"terralens.yml": BAD, "orbittalk.yml": other(**STALE, arxiv_id='arxiv_id: "2410.01768"')}
    code, out = run(files, "papers/orbittalk.yml")
    assert code == 1
    assert "RA320" in out and "papers/terralens.yml:" not in out
    assert out.endswith("1 entry: 2 errors, 0 warnings\n")


def test_the_folder_itself_stands_for_every_file_in_it(run):
    assert run({"terralens.yml": BAD}, "papers")[0] == 1


@pytest.mark.parametrize(("environment", "word"), [({"LANG": "zh_CN.UTF-8"}, "个错误"), ({"LC_ALL": "C"}, "1 error,")])
def test_the_language_is_that_of_the_environment(run, monkeypatch, tmp_path, capsys, environment, word):
    run({"terralens.yml": BAD})
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    main(["check"])
    assert word in capsys.readouterr().out
    main(["check", "--locale", "zh"])
    assert "1 个条目" in capsys.readouterr().out


def test_json_is_nothing_but_json(run):
    code, out = run({"terralens.yml": BAD}, "--format", "json")
    assert code == 1
    assert [problem["code"] for problem in json.loads(out)["problems"]] == ["RA106"]


def test_github_gets_annotations_and_a_summary(run, tmp_path, monkeypatch, capsys):
    run({"terralens.yml": BAD})
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=papers/terralens.yml,line=3,col=9,title=RA106::")
    assert "RA106" in (tmp_path / "summary.md").read_text("utf-8")


def test_fix_mends_and_reports_what_is_left(run, tmp_path):
    text = entry(**STALE, doi="doi: https://doi.org/10.1000/terralens.2025")
    code, out = run({"terralens.yml": text + "# end  \n"}, "--fix")
    assert (code, out) == (0, "1 entry: 0 errors, 0 warnings\n")
    assert (tmp_path / "papers" / "terralens.yml").read_text("utf-8") == entry(**STALE) + "# end\n"


def test_fix_leaves_files_alone_that_were_not_named(run, tmp_path):
    files = {"terralens.yml": entry(**STALE) + "# a \n", "orbittalk.yml": other(**STALE) + "# b \n"}
    run(files, "--fix", "papers/orbittalk.yml")
    assert (tmp_path / "papers" / "terralens.yml").read_text("utf-8").endswith("# a \n")
    assert (tmp_path / "papers" / "orbittalk.yml").read_text("utf-8").endswith("# b\n")


def test_a_terminal_without_chinese_and_a_reader_that_leaves_do_no_harm(tmp_path):
    found_in(tmp_path, {"terralens.yml": BAD})
    command = [sys.executable, "-m", "rsfm", "check", "--locale", "zh"]
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=tmp_path, env=ascii_only, capture_output=True, check=False)
    assert done.returncode == 1 and b"\\u8bcd" in done.stdout and not done.stderr
    reader, writer = os.pipe()
    os.close(reader)
    left = subprocess.run(command, cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert left.returncode == 1 and not left.stderr


@pytest.mark.parametrize("verb", ["check", "freshness"])
def test_output_that_cannot_be_written_is_one_line_and_exits_with_2(tmp_path, verb):
    found_in(tmp_path, {"terralens.yml": BAD})
    command = [sys.executable, "-m", "rsfm", verb]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "rsfm: cannot write: No space left on device\n")


def test_a_closed_output_is_one_line_and_exits_with_2(tmp_path):
    found_in(tmp_path, {"terralens.yml": entry(**STALE)})
    command = ["sh", "-c", f"exec {sys.executable} -m rsfm check >&-"]
    done = subprocess.run(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "rsfm: standard output is closed.\n")


def test_a_fault_that_is_not_of_the_output_is_not_taken_for_one(run, monkeypatch):
    def fail(options):
        raise OSError(5, "Input/output error", "papers/terralens.yml")

    monkeypatch.setattr("rsfm.cli.check.run", fail)
    with pytest.raises(OSError, match=r"terralens\.yml"):
        run({"terralens.yml": entry(**STALE)})
