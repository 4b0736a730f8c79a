"""Two lists of packages: what the site needs, and everything. They agree, and the short one is enough."""

import json
import os
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from conftest import PROJECT
from invented import ENTRY, papers_folder


def pinned(name: str) -> dict[str, list[str]]:
    """Return version and condition of every package of a lock file; some have two, for different Pythons."""
    found: dict[str, list[str]] = {}
    for package, version in re.findall(r"(?m)^([a-z0-9-]+)==(.+?) \\$", (PROJECT / name).read_text(encoding="utf-8")):
        found.setdefault(package, []).append(version)
    return found


SITE, ALL = pinned("requirements.lock"), pinned("requirements-all.lock")


def test_what_is_in_both_is_in_both_the_same():
    assert len(SITE) > 20
    assert {name: versions for name, versions in SITE.items() if ALL.get(name) != versions} == {}


def test_the_site_needs_nothing_of_what_tests_pictures_and_tables_need():
    large = {"duckdb", "manimgx-fonts-cjk", "mypy", "numpy", "pandas", "pillow", "playwright", "pyarrow", "ruff"}
    assert large <= ALL.keys()
    assert not large & SITE.keys()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-all.lock"])
def test_a_lock_has_hashes_and_no_address(name: str):
    text = (PROJECT / name).read_text(encoding="utf-8")
    for package in re.split(r"(?m)^(?=[a-z])", text)[1:]:
        assert "--hash=sha256:" in package
    assert not re.search(r"://|^-|file:", text, re.MULTILINE)


def test_the_container_of_developers_is_one_image_whatever_its_tag_becomes():
    container = json.loads((PROJECT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    assert re.fullmatch(r"python:3\.\d+\.\d+-\w+@sha256:[0-9a-f]{64}", container["image"])


def test_the_site_is_built_with_nothing_else(tmp_path: Path):
    packages = tmp_path / "packages"
    packages.mkdir()
    for name in SITE:
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            continue  # for another system or Python
        for top in {file.parts[0] for file in files} - {"..", "__pycache__"}:
            (packages / top).symlink_to(distribution(name).locate_file(top))
    papers = papers_folder(tmp_path, {"good": ENTRY.format(name="Good", title="A Good Entry")})
    # -S: whatever else is installed here cannot be imported.
    command = [
        sys.executable,
        "-S",
        "-m",
        "rsfm",
        "--papers",
        str(papers),
        "build",
        "--site-dir",
        str(tmp_path / "site"),
    ]
    environment = os.environ | {"PYTHONPATH": f"{PROJECT / 'tools'}{os.pathsep}{packages}"}
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "site/en/papers/good/index.html").is_file()
