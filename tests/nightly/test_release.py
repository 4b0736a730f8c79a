"""A release: its steps are run as they stand in the workflow, and what it attaches is what somebody cites and reads."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path

import pytest

from invented import ENTRY, papers_folder
from nightly.test_workflows import REPOSITORY, steps, text
from rsfm.export import EXPORTS, RELEASED
from rsfm.source import Mapping, Scalar, Sequence, read

WORKFLOW = REPOSITORY / ".github/workflows/release.yml"
RSFM = f'#!/bin/sh\nPYTHONPATH="{REPOSITORY}/tools" exec "{sys.executable}" -m rsfm "$@"\n'
GH = '#!/bin/sh\nfor each; do echo "$each"; done > "$RUNNER_TEMP/said"\n'
CFF = {
    *("abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords"),
    *("license", "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact"),
    *("repository-code", "title", "type", "url", "version"),
}
"""What version 1.2.0 of the format knows."""


def citation() -> Mapping:
    document = read("CITATION.cff", (REPOSITORY / "CITATION.cff").read_bytes())
    assert document.root is not None, document.problems
    return document.root


def test_the_citation_has_the_fields_of_its_format_and_the_version_of_the_package():
    said = citation().items
    assert set(said) <= CFF
    assert {"cff-version", "message", "title", "authors"} <= set(said)
    assert (text(said["cff-version"]), text(said["type"])) == ("1.2.0", "dataset")
    authors = said["authors"]
    assert isinstance(authors, Sequence) and all(isinstance(each, Mapping) and each.items for each in authors.items)
    assert all(isinstance(said[name], Scalar) for name in ("title", "license", "date-released", "url"))
    package = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert text(said["version"]) == package["version"]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a runner after every command of the workflow but the installation; ``gh`` only says what it was told."""
    place = tmp_path_factory.mktemp("release")
    papers_folder(place, {"good": ENTRY.format(name="Good", title="A Good Entry")})
    (place / "CITATION.cff").write_bytes((REPOSITORY / "CITATION.cff").read_bytes())
    for name, script in ((".venv/bin/rsfm", RSFM), ("bin/gh", GH)):
        (place / name).parent.mkdir(parents=True)
        (place / name).write_text(script)
        (place / name).chmod(0o755)
    environment = os.environ | {
        "RUNNER_TEMP": str(place / "temp"),
        "GITHUB_REF_NAME": f"v{text(citation().items['version'])}",
        "GITHUB_REPOSITORY": "inventors/atlas",
        "GITHUB_REPOSITORY_OWNER": "inventors",
        "PATH": f"{place / 'bin'}:{os.environ['PATH']}",
        **{f"GIT_{who}_{what}": "x@y" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    (place / "temp").mkdir()
    (place / ".gitignore").write_text("/temp\n/bin\n/.venv\n")
    for message in ("one", "two"):
        for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "--allow-empty", "-m", message]):
            subprocess.run(["git", *command], cwd=place, env=environment, check=True)  # noqa: S607
        if message == "one":
            subprocess.run(["git", "tag", "v0.0.1"], cwd=place, env=environment, check=True)  # noqa: S607
    for _, step in steps(WORKFLOW):
        script = text(step.items.get("run"))
        if script and "make " not in script:
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],  # noqa: S607
                cwd=place,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, (text(step.items.get("name")), done.stdout, done.stderr)
    return place / "temp"


def test_everything_is_in_the_archive_and_what_people_ask_for_beside_it(released):
    said = (released / "said").read_text().splitlines()
    attached = {Path(path).name for path in said if path.startswith(str(released / "attached"))}
    assert attached == {
        *("CITATION.cff", "changes.md", "rsfm-atlas-data.tar.gz", "papers.csv", "papers.json", "papers.jsonl"),
        *("papers.parquet", "papers.bib", "papers.ris", "papers.csl.json", "results.csv", "results.json"),
        *("results.parquet", "tables.csv", "schema.json"),
    }
    assert said[:3] == ["release", "create", f"v{text(citation().items['version'])}"]
    with tarfile.open(released / "attached/rsfm-atlas-data.tar.gz") as archive:
        names = set(archive.getnames())
        assert {f"data/{path}" for path in (*EXPORTS, *RELEASED)} <= names
        feed = archive.extractfile("data/en/feed.atom")
        assert feed and b'href="https://inventors.github.io/atlas/en/feed.atom"' in feed.read()


def test_the_notes_tell_what_changed_in_the_data(released):
    assert (released / "changes.md").read_text(encoding="utf-8").startswith("# Changes of the data\n")
